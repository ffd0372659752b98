import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../../cases/case-world.test-support.ts";
import { SHEET_LANGUAGES, type SheetLanguage } from "../../consent/index.ts";
import { addDays, dayOf, germanDay } from "../../kernel/calendar-day.ts";
import { talkText, type TalkText } from "./talk-words.ts";

let it: CaseWorld;
const today = dayOf(new Date());
beforeAll(async () => {
  it = await startCaseWorld();
});
afterAll(() => it.close());

const talk = (id: string, more = "?sprache=ar"): string => `/faelle/${id}/gespraech${more}`;
const seenIn = (html: string): string => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? "";

test("the screen says its words in both languages, and shows nothing of staff, of others or of the way to other cases", async () => {
  const { id, personId, number } = await it.newCase();
  await it.post(`/faelle/${id}/assessment/neu/${personId}`, it.manager.secret, { "level.wohnen": "2", "need.wohnen": "BEDARF-DER-AKTE", "resource.wohnen": "NOTIZ-DER-AKTE", "words.wohnen": "بيت هادئ", wordsLanguage: "ar", "level.gesundheit": "1", "words.gesundheit": "ANVERTRAUT", "entrusted.gesundheit": "ja" });
  const page = await it.get(talk(id), it.manager.secret);
  expect([page.statusCode, page.body.includes('<span lang="ar" dir="rtl">كيف حالك في هذا الأمر؟'), page.body.includes("Wie geht es Ihnen damit?"), page.body.includes("بيت هادئ")]).toEqual([200, true, true, true]);
  for (const word of ["BEDARF-DER-AKTE", "NOTIZ-DER-AKTE", "ANVERTRAUT", "/mein-tag", 'href="/faelle"', "/suche", "Posteingang", number]) expect(page.body.includes(word), word).toBe(false);
  expect((await it.get(talk(id, "?sprache=xx"), it.manager.secret)).body).toContain("Wie geht es Ihnen damit?");
});

test("the person's own level goes into today's assessment, and leaves what staff wrote", async () => {
  const { id, personId } = await it.newCase();
  await it.post(`/faelle/${id}/assessment/neu/${personId}`, it.manager.secret, { "level.wohnen": "2", "need.wohnen": "eine Wohnung" });
  expect((await it.post(talk(id), it.manager.secret, { "own.wohnen": "4", "own.sprache": "3", "own.garten": "3", "own.arbeit": "9" })).statusCode).toBe(303);
  const rows = await it.world.owner.query("select life_area, level, person_level, need_ct is not null as has_need from app.assessment_entries where case_id = $1 order by life_area", [id]);
  expect(rows.rows).toEqual([{ life_area: "sprache", level: null, person_level: 3, has_need: false }, { life_area: "wohnen", level: 2, person_level: 4, has_need: true }]);
  const refused = await it.post(talk(id), it.manager.secret, {});
  expect([refused.statusCode, refused.body.includes("Noch nichts gewählt")]).toEqual([422, true]);
});

test("a goal is written in the person's words and agreed together, as it stood on the screen", async () => {
  const { id, personId } = await it.newCase();
  const goal = { wish: "أريد أن أعمل", goal: "Ich möchte arbeiten", lifeArea: "arbeit", title: "Lebenslauf schreiben", responsible: "person", dueOn: germanDay(addDays(today, 14)) };
  expect((await it.post(talk(id, "/ziel?sprache=ar"), it.manager.secret, { ...goal, wish: "" })).statusCode).toBe(422);
  expect((await it.post(talk(id, "/ziel?sprache=ar"), it.manager.secret, goal)).statusCode).toBe(303);
  const shown = (await it.get(talk(id), it.manager.secret)).body;
  expect([shown.includes('<span lang="ar" dir="rtl">أريد أن أعمل'), shown.includes("Ich möchte arbeiten"), shown.includes("Lebenslauf schreiben")]).toEqual([true, true, true]);
  const agree = (more: Record<string, string>, seen = seenIn(shown)) => it.post(talk(id, "/vereinbarung?sprache=ar"), it.manager.secret, { seen, interpreter: "Sprachmittlungspool", confirmed: "ja", ...more });
  expect((await it.post(talk(id, "/vereinbarung?sprache=ar"), it.manager.secret, { seen: seenIn(shown), interpreter: "Pool" })).statusCode).toBe(422);
  expect((await agree({ interpreter: "" })).statusCode).toBe(422);
  // another step meanwhile: what was read is not what would be agreed
  await it.post(talk(id, "/ziel?sprache=ar"), it.manager.secret, { ...goal, wish: "بيت", goal: "Ich möchte umziehen", lifeArea: "wohnen" });
  const late = await agree({});
  expect([late.statusCode, late.body.includes("inzwischen geändert")]).toEqual([422, true]);
  expect((await agree({}, seenIn((await it.get(talk(id), it.manager.secret)).body))).statusCode).toBe(303);
  const agreement = await it.row("select signing, language, person_id, person_signed_on::text as on_day from app.plan_agreements where case_id = $1", [id]);
  expect(agreement).toEqual({ signing: "together", language: "ar", person_id: personId, on_day: today });
});

test("what was entrusted is neither shown nor agreed here", async () => {
  const { id, personId } = await it.newCase();
  const open = await it.post(`/faelle/${id}/plan/ziele/neu`, it.manager.secret, { personId, wish: "GEHEIMES-ZIEL", lifeArea: "gesundheit", isEntrusted: "ja" });
  expect(open.statusCode).toBe(303);
  await it.post(`/faelle/${id}/plan/ziele/neu`, it.manager.secret, { personId, wish: "Ein offenes Ziel", lifeArea: "arbeit" });
  const goal = await it.row<{ id: string }>("select id from app.plan_goals where case_id = $1 and not is_entrusted", [id]);
  expect((await it.post(`/faelle/${id}/plan/ziele/${goal.id}/massnahmen/neu`, it.manager.secret, { title: "GEHEIMER-SCHRITT", responsible: "person", dueOn: germanDay(addDays(today, 9)), isEntrusted: "ja" })).statusCode).toBe(303);
  const page = (await it.get(talk(id, ""), it.manager.secret)).body;
  expect([page.includes("GEHEIM"), page.includes("Ein offenes Ziel"), seenIn(page)]).toEqual([false, true, ""]);
});

test("strangers find nothing, and nobody shows a person of another case", async () => {
  const mine = await it.newCase();
  const theirs = await it.newCase(it.colleague);
  for (const who of [it.colleague, it.teamLead, it.officer, it.administrator]) {
    for (const path of [talk(mine.id), talk(mine.id, "/ziel"), talk(mine.id, "/vereinbarung")]) expect([403, 404], path).toContain((await it.get(path, who.secret)).statusCode);
    expect([403, 404]).toContain((await it.post(talk(mine.id), who.secret, { "own.wohnen": "4" })).statusCode);
  }
  expect((await it.get(talk(mine.id, `?person=${theirs.personId}`), it.manager.secret)).statusCode).toBe(404);
  expect((await it.post(talk(mine.id, `?person=${theirs.personId}`), it.manager.secret, { "own.wohnen": "4" })).statusCode).toBe(404);
});

test("nine languages have every word, and say that nobody checked them", () => {
  const words = Object.keys(talkText.de) as (keyof TalkText)[];
  for (const language of Object.keys(SHEET_LANGUAGES) as SheetLanguage[]) {
    const text = talkText[language];
    expect([text.language, text.steps.length]).toEqual([language, 5]);
    expect(words.filter((w) => w !== "notice" && (text[w] === undefined || text[w].length === 0)), language).toEqual([]);
    if (language !== "de") expect([text.notice.length > 20, text.confirm !== talkText.de.confirm], language).toEqual([true, true]);
  }
});
