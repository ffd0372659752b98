import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { actor, type Actor } from "../../test/world.ts";
import type { WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { NotFound, Refused, Stale } from "../kernel/errors.ts";
import { addFact, correctFact, removeFact } from "./change-facts.ts";
import { correctPerson } from "./correct-person.ts";
import { factKinds, type FactKey } from "./fact-kinds.ts";
import { findPersons, personHeads } from "./find-persons.ts";
import { loadPerson, openFacts } from "./load-person.ts";
import { askingFor, openCase } from "./person-asking.test-support.ts";
import { birthText, displayName, guardianStanding, personGlance } from "./person-words.ts";
import { recordPerson, type NewPerson } from "./record-person.ts";
import { calendarDay } from "../kernel/calendar-day.ts";

let it: TestServer;
let manager: Actor;
let other: Actor;
let lead: Actor;
beforeAll(async () => {
  it = await startTestServer({ clock: () => new Date("2026-11-22T10:00:00Z") });
  manager = await actor(it.world, ["case_manager"], "case");
  other = await actor(it.world, ["case_manager"], "case");
  lead = await actor(it.world, ["team_lead"], "case");
});
afterAll(() => it.close());

const as = <T>(who: Actor, work: (tx: WriteTx, asking: Asking) => Promise<T>): Promise<T> => it.app.db.write(who.secret, async (tx) => work(tx, await askingFor(it, tx)));
const newPerson = (who: Actor, person: NewPerson): Promise<string> => as(who, (tx, asking) => recordPerson(tx, asking, person));
const search = (who: Actor, text: string): Promise<string[]> => it.app.db.read(who.secret, async (tx) => (await findPersons(tx, text, 20, calendarDay("2026-11-22"))).map((f) => f.personId));

const AMIRA: NewPerson = {
  birth: "12.3.92", gender: "female", entry: "08/2015",
  names: [{ family: "Haddad", given: "Amira", kind: "passport", primary: true }, { family: "حداد", given: "أميرة", kind: "own_script" }],
  nationalities: [{ code: "475" }, { code: "998" }],
  languages: [{ code: "ar", level: "native", interpreter: true }, { code: "de", level: "A2" }],
  addresses: [{ street: "Nordring 4", postcode: "59999", town: "Lindenau", protected: true, from: "01.08.2024" }],
  channels: [{ kind: "mobile", value: "0171 / 555 48 22", safe: "yes", hint: "nicht abends" }],
  residenceStatuses: [{ label: "", short: "Aufenthaltsgestattung", until: "30.04.2027", evidence: "Bescheinigung gesehen" }],
  guardians: [{ kind: "proxy", name: "Sami Haddad", scope: ["authorities"] }],
};

describe("a person", () => {
  test("is recorded with all kinds of facts and read back as it was said", async () => {
    const id = await newPerson(manager, AMIRA);
    const person = await it.app.db.read(manager.secret, async (tx) => openFacts(it.app.vault, it.world.tenantId, await loadPerson(tx, id)));
    expect(displayName(person)).toEqual({ latin: "Haddad, Amira", own: "أميرة حداد", lang: "ar" });
    expect([birthText(person), person.entry]).toEqual(["12.03.1992", { on: "2015-08-01", precision: "month" }]);
    expect(person.facts.channels[0]!.values).toMatchObject({ value: "0171 / 555 48 22", safe: "yes", hint: "nicht abends" });
    expect(person.facts.guardians[0]!.values).toMatchObject({ name: "Sami Haddad", scope: ["authorities"] });
    expect(person.facts.residenceStatuses[0]!.values).toMatchObject({ label: "Aufenthaltsgestattung", until: "2027-04-30" });
    expect(personGlance(person, calendarDay("2026-11-22"))).toMatchObject({ age: "34 Jahre", needsInterpreter: true, municipality: "Lindenau", addressIsProtected: true, nationalities: ["Syrien", "ungeklärt"] });
  });

  test("has hints and names of guardians as ciphertext only", async () => {
    const id = await newPerson(manager, AMIRA);
    const { rows } = await it.world.owner.query<{ hint_ct: Buffer }>("select hint_ct from app.person_channels where person_id = $1", [id]);
    expect(rows[0]!.hint_ct.toString("latin1")).not.toContain("abends");
  });

  test("is refused with everything that is wrong at once, each at its field", async () => {
    const refused = await newPerson(manager, { birth: "31.02.1998", gender: "x", names: [{ family: "", given: "" }], addresses: [{ town: "A", from: "2024", until: "" }] }).catch((e: unknown) => e);
    expect((refused as Refused).refusals.map((r) => r.field)).toEqual(["birth", "gender", "names.family", "addresses.from"]);
  });

  test("keeps the precision of a birth date in words", async () => {
    for (const [typed, shown] of [["ca. 1985", "1985 (geschätzt)"], ["1985?", "1985 (geschätzt)"], ["1.1.1998", "01.01.1998 (vielleicht Platzhalter)"], ["03/1999", "03/1999"], ["1970", "1970"], ["", null]] as const) {
      const id = await newPerson(manager, { birth: typed, names: [{ family: "Genau", given: "G" }] });
      expect(birthText(await it.app.db.read(manager.secret, (tx) => loadPerson(tx, id)))).toBe(shown);
    }
  });
});

const SAMPLES: Record<FactKey, { add: Record<string, unknown>; change: Record<string, unknown>; wrong: Record<string, unknown> }> = {
  names: { add: { family: "Haddád", kind: "spelling" }, change: { given: "Amíra" }, wrong: { family: "", given: "" } },
  nationalities: { add: { code: "997" }, change: { code: "423" }, wrong: { code: "abc" } },
  languages: { add: { code: "ti", level: "B1" }, change: { level: "C1" }, wrong: { level: "D9" } },
  addresses: { add: { town: "Birkenfels" }, change: { street: "Weg 1" }, wrong: { from: "2.2.2020", until: "1.1.2020" } },
  channels: { add: { kind: "email", value: "a@example.org", hint: "liest der Sohn" }, change: { safe: "no" }, wrong: { value: "" } },
  residenceStatuses: { add: { short: "§ 24", from: "1.4.2022" }, change: { evidence: "eAT" }, wrong: { label: "", short: "" } },
  guardians: { add: { kind: "guardian", name: "Jugendamt", scope: ["all"] }, change: { scope: ["health", "school"] }, wrong: { scope: [] } },
};

describe.each(factKinds.map((k) => k.key))("facts of the kind %s", (key) => {
  test("are added, corrected, refused when stale or wrong, and removed", async () => {
    const person = await newPerson(manager, { names: [{ family: "Fakt", given: "F" }] });
    const { add, change, wrong } = SAMPLES[key];
    const id = await as(manager, (tx, asking) => addFact(tx, asking, key, person, add));
    await as(manager, (tx, asking) => correctFact(tx, asking, key, person, id, 1, change));
    const read = await it.app.db.read(manager.secret, async (tx) => openFacts(it.app.vault, it.world.tenantId, await loadPerson(tx, person)).facts[key].find((f) => f.id === id)!);
    expect(read).toMatchObject({ version: 2, values: change });
    for (const [name, value] of Object.entries(add)) if (!(name in change) && name !== "from") expect(read.values[name]).toEqual(value);
    await expect(as(manager, (tx, asking) => correctFact(tx, asking, key, person, id, 1, change))).rejects.toBeInstanceOf(Stale);
    await expect(as(manager, (tx, asking) => correctFact(tx, asking, key, person, id, 2, wrong))).rejects.toBeInstanceOf(Refused);
    await expect(as(manager, (tx, asking) => removeFact(tx, asking, key, person, id, 1))).rejects.toBeInstanceOf(Stale);
    await as(manager, (tx, asking) => removeFact(tx, asking, key, person, id, 2));
    await expect(as(manager, (tx, asking) => correctFact(tx, asking, key, person, id, 3, change))).rejects.toBeInstanceOf(NotFound);
  });

  test("cannot be added, changed or removed by another case manager", async () => {
    const person = await newPerson(manager, { names: [{ family: "Fremd", given: "F" }] });
    const id = await as(manager, (tx, asking) => addFact(tx, asking, key, person, SAMPLES[key].add));
    await expect(as(other, (tx, asking) => addFact(tx, asking, key, person, SAMPLES[key].add))).rejects.toBeInstanceOf(NotFound);
    await expect(as(other, (tx, asking) => correctFact(tx, asking, key, person, id, 1, SAMPLES[key].change))).rejects.toBeInstanceOf(NotFound);
    await expect(as(other, (tx, asking) => removeFact(tx, asking, key, person, id, 1))).rejects.toBeInstanceOf(NotFound);
  });
});

test("an entry is not reached through another person's address", async () => {
  const [one, two] = [await newPerson(manager, { names: [{ family: "Eins", given: "" }] }), await newPerson(manager, { names: [{ family: "Zwei", given: "" }] })];
  const id = await as(manager, (tx, asking) => addFact(tx, asking, "addresses", one, { town: "A" }));
  await expect(as(manager, (tx, asking) => correctFact(tx, asking, "addresses", two, id, 1, { town: "B" }))).rejects.toBeInstanceOf(NotFound);
});

test("correcting single values leaves the others, and says stale with what stands there now", async () => {
  const id = await newPerson(manager, { birth: "1990", gender: "male", names: [{ family: "Korrektur", given: "K" }] });
  await as(manager, (tx, asking) => correctPerson(tx, asking, id, 1, { birth: "05.06.1990" }));
  const person = await it.app.db.read(manager.secret, (tx) => loadPerson(tx, id));
  expect([birthText(person), person.gender]).toEqual(["05.06.1990", "male"]);
  const stale = await as(manager, (tx, asking) => correctPerson(tx, asking, id, 1, { gender: "diverse" })).catch((e: unknown) => e);
  expect((stale as Stale).current).toMatchObject({ birth: "05.06.1990", gender: "male", version: 2 });
});

test("a name marked as shown takes the mark from the one before, within its script", async () => {
  const id = await newPerson(manager, AMIRA);
  await as(manager, (tx, asking) => addFact(tx, asking, "names", id, { family: "Haddad-Weiß", given: "Amira", kind: "passport", primary: "ja" }));
  const person = await it.app.db.read(manager.secret, (tx) => loadPerson(tx, id));
  expect(displayName(person)).toMatchObject({ latin: "Haddad-Weiß, Amira", own: "أميرة حداد" });
});

test("the last name cannot be removed", async () => {
  const id = await newPerson(manager, { names: [{ family: "Letzt", given: "" }] });
  const [name] = (await it.app.db.read(manager.secret, (tx) => loadPerson(tx, id))).facts.names;
  await expect(as(manager, (tx, asking) => removeFact(tx, asking, "names", id, name!.id, 1))).rejects.toMatchObject({ refusals: [{ code: "last-name" }] });
});

test("parents' authority ends with the eighteenth birthday, whatever was typed", async () => {
  const of = { id: "", recordId: "", version: 1, sealed: {} };
  const parents = (until: string | null) => ({ ...of, values: { kind: "parents", from: null, until } });
  const born = { on: calendarDay("2008-11-23"), precision: "day" } as const;
  expect(guardianStanding(parents(null), born, calendarDay("2026-11-22"))).toEqual({ state: "valid", note: "endet am 23.11.2026 mit der Volljährigkeit" });
  expect(guardianStanding(parents("2030-01-01"), born, calendarDay("2026-11-23"))).toMatchObject({ state: "ended" });
  expect(guardianStanding(parents("2020-01-01"), born, calendarDay("2026-11-22"))).toEqual({ state: "ended", note: "endete am 01.01.2020" });
  expect(guardianStanding(parents(null), { on: calendarDay("2008-01-01"), precision: "year" }, calendarDay("2026-11-22")).note).toBe("endet spätestens am 31.12.2026 mit der Volljährigkeit");
  // born on 29 February, one is of age when 28 February is over (§ 188 Abs. 2 BGB)
  expect(guardianStanding(parents(null), { on: calendarDay("2008-02-29"), precision: "day" }, calendarDay("2025-11-22")).note).toBe("endet am 01.03.2026 mit der Volljährigkeit");
});

describe("search", () => {
  test("finds names across scripts and spellings, dates, numbers and their combinations", async () => {
    const ids = {
      arabic: await newPerson(manager, { birth: "14.6.1990", names: [{ family: "الرحيمي", given: "محمد جواد" }], channels: [{ kind: "mobile", value: "+49 151 234 567 89" }] }),
      cyrillic: await newPerson(manager, { birth: "1985?", names: [{ family: "Бондаренко", given: "Наталья" }] }),
      geez: await newPerson(manager, { birth: "3.4.1998", names: [{ family: "ተክለ", given: "ራህዋ" }] }),
      turkish: await newPerson(manager, { birth: "1.1.1990", names: [{ family: "Öztürk", given: "Çiğdem" }] }),
    };
    for (const [text, key] of [
      ["Rahimi", "arabic"], ["Mohammad Javad", "arabic"], ["Bondarenko", "cyrillic"], ["Natalia Bondarenko", "cyrillic"], ["Tekle", "geez"], ["ozturk cigdem", "turkish"], ["ÖZTÜRK", "turkish"],
      ["14.06.1990", "arabic"], ["14.6.90", "arabic"], ["1990-06-14", "arabic"], ["14. Juni 1990", "arabic"], ["0151 23456789", "arabic"], ["0049-151-23456789", "arabic"], ["Rahimi 14.06.1990", "arabic"], ["Bondarenko 1985", "cyrillic"],
    ] as const) {
      expect([text, (await search(manager, text)).includes(ids[key])]).toEqual([text, true]);
    }
    expect(await search(manager, "Rahimi 15.07.1991")).not.toContain(ids.arabic);
    expect(await search(other, "Rahimi")).toEqual([]);
    expect(await search(manager, "???")).toEqual([]);
  });

  test("follows corrections of names, numbers and dates", async () => {
    const id = await newPerson(manager, { birth: "07.07.1977", names: [{ family: "Zwetkowa", given: "Irina" }], channels: [{ value: "0171 999 888 7" }] });
    const person = await it.app.db.read(manager.secret, (tx) => loadPerson(tx, id));
    await as(manager, (tx, asking) => correctFact(tx, asking, "names", id, person.facts.names[0]!.id, 1, { family: "Kaminski" }));
    await as(manager, (tx, asking) => removeFact(tx, asking, "channels", id, person.facts.channels[0]!.id, 1));
    await as(manager, (tx, asking) => correctPerson(tx, asking, id, 1, { birth: "08.08.1978" }));
    expect([await search(manager, "Zwetkowa"), await search(manager, "01719998887"), await search(manager, "07.07.1977")]).toEqual([[], [], []]);
    expect([await search(manager, "Kaminski"), await search(manager, "8.8.1978")]).toEqual([[id], [id]]);
  });

  test("gives a team lead who has not joined the head, and nothing by what only the file holds", async () => {
    const id = await newPerson(manager, { birth: "23.09.1983", names: [{ family: "Karimi", given: "Zahra", primary: true }, { family: "Soltani", given: "Zahra", kind: "former" }], channels: [{ value: "0152 777 666 55" }] });
    const file = await openCase(it.world, manager, [id]);
    const found = await it.app.db.read(lead.secret, (tx) => findPersons(tx, "Karimi", 20, calendarDay("2026-11-22")));
    expect(found).toMatchObject([{ personId: id, isOpen: false, name: { latin: "Karimi, Zahra" }, birth: null, birthYear: 1983, cases: [{ number: file.number, caseId: file.id }] }]);
    expect([await search(lead, file.number), await search(lead, `Fall ${file.number}`), await search(lead, "Karimi 1983")]).toEqual([[id], [id], [id]]);
    expect([await search(lead, "Soltani"), await search(lead, "015277766655"), await search(lead, "23.09.1983"), await search(lead, "Karimi 23.09.1983")]).toEqual([[], [], [], []]);
    expect([await search(manager, "Soltani"), await search(manager, "015277766655"), await search(manager, file.number)]).toEqual([[id], [id], [id]]);
    expect([await search(other, "Karimi"), await search(other, file.number)]).toEqual([[], []]);
    expect((await it.app.db.read(lead.secret, (tx) => personHeads(tx, [id]))).map((h) => [h.isOpen, h.name.latin])).toEqual([[false, "Karimi, Zahra"]]);
    expect(await it.app.db.read(other.secret, (tx) => personHeads(tx, [id]))).toEqual([]);
  });
});

test("a person without a case is there for the recorder and the lead, and for nobody else", async () => {
  const id = await newPerson(manager, { names: [{ family: "Ohnefall", given: "O" }] });
  for (const [who, sees] of [[manager, true], [lead, true], [other, false]] as const) {
    const found = await it.app.db.read(who.secret, (tx) => loadPerson(tx, id)).then(() => true, () => false);
    expect(found).toBe(sees);
  }
});
