import { z } from "zod";
import { addAssessment, changeAssessment, findProfile, profileOf } from "../../assessment/index.ts";
import { record } from "../../audit/index.ts";
import { neededText, ofCase, optionalDay, text } from "../../cases/working/index.ts";
import { isSheetLanguage, SHEET_LANGUAGES } from "../../consent/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { type Asking, formRoute, type FormState, page, redirect, type Route } from "../../http/index.ts";
import { addDays } from "../../kernel/calendar-day.ts";
import { Refused } from "../../kernel/errors.ts";
import { addGoal, agreePlan, liveMeasures } from "../../plan/index.ts";
import { findLatestLevels } from "../../assessment/index.ts";
import { agreeable, ofToday, readTalk, type TalkAsked, type TalkPart } from "./read-talk.ts";
import { TalkPage } from "./talk.page.tsx";
import { talkPath } from "./talk-parts.page.tsx";

const BASE = "/faelle/:id/gespraech";
const FIRST_STEP_DAYS = 28;
const REVIEW_DAYS = 91;
const asked = z.object({ person: z.uuid().optional(), sprache: z.string().refine(isSheetLanguage).optional().catch(undefined), gesichert: z.enum(["levels", "goal", "agreement"]).optional().catch(undefined) });
const NOTHING_TYPED = { values: {}, refusals: [] };

const show = (part: TalkPart) => async (tx: ReadTx, { params, query }: { params: { id: string }; query: TalkAsked }, asking: Asking, form: FormState) => {
  const view = await readTalk(tx, asking, params.id, query, form, part);
  // no name: others see the tab, and the title stands in the history of the browser
  return page("Gespräch", () => <TalkPage {...view} />, { bare: true });
};
const LEVEL = /^[1-5]$/;

/** What the person said, into the assessment of today; what staff wrote in it stays as it is. */
async function keepLevels(tx: WriteTx, asking: Asking, caseId: string, personId: string, chosen: ReadonlyMap<string, number>, wordsLanguage: string): Promise<string> {
  const known = ofToday(profileOf(await findProfile(tx, asking, caseId), personId).assessments, asking.today);
  const entries = [...chosen].map(([lifeArea, personLevel]) => {
    const before = known?.entries.find((e) => e.lifeArea === lifeArea);
    return { lifeArea, level: before?.level ?? null, personLevel, resource: before?.resource ?? "", need: before?.need ?? "", words: before?.words ?? "", isEntrusted: before?.isEntrusted ?? false };
  });
  if (known === undefined) return addAssessment(tx, asking, caseId, personId, { assessedOn: asking.today, state: "open", wordsLanguage, isTogether: true, entries });
  await changeAssessment(tx, asking, caseId, known.id, known.version, { assessedOn: known.assessedOn, state: known.state, wordsLanguage: known.wordsLanguage, isTogether: true, entries });
  return known.id;
}

export const conversationRoutes: readonly Route[] = [
  formRoute({
    path: BASE, allow: "case.work", record: "conversation.saved", showRecord: "case.read", about: "The screen turned to the person: own levels, goals and the agreement in two languages; nothing of others and nothing that staff noted.", params: ofCase, query: asked,
    body: z.looseObject({}),
    show: show("levels"),
    submit: async (tx, { params, query, body }, asking) => {
      const view = await readTalk(tx, asking, params.id, query, NOTHING_TYPED, "levels");
      const chosen = new Map([...view.near, ...view.far].flatMap((a): [string, number][] => { const said = body[`own.${a.key}`]; return typeof said === "string" && LEVEL.test(said) ? [[a.key, Number(said)]] : []; }));
      if (chosen.size === 0) throw new Refused([{ code: "nothing-chosen", sentence: "Noch nichts gewählt." }]);
      const id = await keepLevels(tx, asking, params.id, view.personId, chosen, SHEET_LANGUAGES[view.language].lang);
      await record(tx, asking, { action: "conversation.saved", objectKind: "assessment", objectIds: [id], caseId: params.id });
      return redirect(`${talkPath(view)}&gesichert=levels#stufen`);
    },
  }),
  formRoute({
    path: `${BASE}/ziel`, allow: "case.work", record: "goal.added", showRecord: "case.read", about: "Adds a goal in the talk, in the person's words, with the first step.", params: ofCase, query: asked,
    body: z.object({
      wish: neededText(1000, "Schreiben Sie, was die Person erreichen möchte."), goal: text(1000), lifeArea: neededText(60, "Wählen Sie, worum es geht."), title: text(300), responsible: z.enum(["person", "me"], "Wählen Sie, wer es tut.").default("person"), dueOn: optionalDay(),
    }),
    show: show("goal"),
    submit: async (tx, { params, query, body }, asking) => {
      const view = await readTalk(tx, asking, params.id, query, NOTHING_TYPED, "goal");
      const { title, responsible, dueOn, ...goal } = body;
      const first = title === "" ? null : { title, responsible: responsible === "me" ? `account:${asking.session.accountId}` : "person", dueOn: dueOn ?? addDays(asking.today, FIRST_STEP_DAYS), isEntrusted: false };
      const level = (await findLatestLevels(tx, params.id, view.personId)).get(body.lifeArea) ?? null;
      await addGoal(tx, asking, params.id, { ...goal, personId: view.personId, wishLanguage: SHEET_LANGUAGES[view.language].lang, isEntrusted: false }, first, level);
      return redirect(`${talkPath(view)}&gesichert=goal#ziele`);
    },
  }),
  formRoute({
    path: `${BASE}/vereinbarung`, allow: "case.work", record: "agreement.made", showRecord: "case.read", about: "Agrees the plan together in the talk, as it stood on the screen.", params: ofCase, query: asked,
    body: z.object({ seen: z.string().max(60), interpreter: text(120), confirmed: z.string().optional() }),
    show: show("agreement"),
    submit: async (tx, { params, query, body }, asking) => {
      const view = await readTalk(tx, asking, params.id, query, NOTHING_TYPED, "agreement");
      if (view.seen !== body.seen) throw new Refused([{ code: "plan-changed", sentence: "Der Plan wurde inzwischen geändert. Lesen Sie ihn noch einmal zusammen." }]);
      const goals = agreeable(view.goals);
      const ids = goals.flatMap((g) => [g.id, ...liveMeasures(g).map((m) => m.id)]);
      await agreePlan(tx, asking, params.id, {
        personId: view.personId, language: view.language, goalIds: goals.map((g) => g.id), translations: Object.fromEntries(ids.flatMap((id) => (view.known[id] === undefined ? [] : [[id, view.known[id]]]))),
        interpreter: body.interpreter, agreedOn: asking.today, nextReviewOn: addDays(asking.today, REVIEW_DAYS), signing: "together", confirmed: body.confirmed !== undefined,
      });
      return redirect(`${talkPath(view)}&gesichert=agreement#vereinbarung`);
    },
  }),
];
