import { afterAll, beforeAll, expect, test } from "vitest";
import { intakeWorld, type IntakeWorld, readList } from "./intake-world.test-support.ts";

const lines = ["Nachname;Vorname;Geb.-Datum;Telefon;Case Manager*in", "Amini;Sara;1.2.1990;0170 1112223;Brandt", "Amini;Saara;1.2.1990;0170 1112223;Brandt", "Okoye;Ada;31.02.1999;;", "Karimi;Zahra;9.11.2002;;Brandt"];
let w: IntakeWorld;
let id: string;
beforeAll(async () => {
  w = await intakeWorld();
  id = await readList(w.it, w.lead.secret, { name: "klein.csv", bytes: Buffer.from(lines.join("\r\n")) });
});
afterAll(() => w.it.close());

const choose = (name: string, value: string, as = w.lead.secret) => w.it.post(`/import/${id}/entscheidung`, as, { name, value });
const page = async () => (await w.it.get(`/import/${id}/pruefen?filter=all`, w.lead.secret)).body;

test("a choice is saved as it is made; the answer says what the strong button now says", async () => {
  expect(await page()).toContain("2 übernehmen, 2 später entscheiden");
  const answer = await choose("z-2-1", "same_row");
  expect(answer.json()).toEqual({ isSaved: true, name: "z-2-2", value: "same_row", live: { go: "3 übernehmen, 1 später entscheiden" }, disabled: { go: false } });
  expect(await page()).toContain("3 übernehmen, 1 später entscheiden");
  expect((await choose("z-2-2", "later")).json()).toMatchObject({ isSaved: true, name: "z-2-3", live: { go: "2 übernehmen, 2 später entscheiden" } });
});

test("what somebody else decided meanwhile holds, and is said", async () => {
  expect((await choose("z-2-1", "separate")).json()).toMatchObject({ isSaved: false, name: "z-2-3", value: "later", sentence: expect.stringContaining("jemand anderes") });
});

test("a choice that the row does not have, a field that is none, and another's list are refused", async () => {
  expect((await choose("z-4-1", "same_row")).statusCode).toBe(422);
  expect((await choose("z-4-1-9", "import")).statusCode).toBe(422);
  expect((await choose("z-99-1", "import")).statusCode).toBe(422);
  expect((await choose("z-4-1", "import", w.managers.Brandt.secret)).statusCode).toBe(404);
});

test("without scripts the same choices go with one button", async () => {
  const answer = await w.it.post(`/import/${id}/pruefen?filter=all&nach=0`, w.lead.secret, { "z-2-3": "same_row", "z-4-1": "later" });
  expect(answer.statusCode).toBe(303);
  expect(await page()).toContain("3 übernehmen, 1 später entscheiden");
});
