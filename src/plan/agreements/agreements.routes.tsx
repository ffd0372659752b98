import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { MOST_BYTES } from "../../cases/index.ts";
import { isEnded, readCaseHead } from "../../cases/reading/index.ts";
import { day, flag, list, ofCase, oneOf, optionalDay, showCase, text } from "../../cases/working/index.ts";
import type { CaseHead } from "../../cases/reading/index.ts";
import { areaSaid, codeOf, isSheetLanguage, pdfLater, SHEET_LANGUAGES, type SheetLanguage, textsFor } from "../../consent/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { addDays } from "../../kernel/calendar-day.ts";
import type { PlanAgreement } from "../../pdf/index.ts";
import { planPath } from "../plan.page.tsx";
import { planReaders } from "../plan-readers.ts";
import { REVIEW_DAYS, SIGNINGS } from "../plan-words.ts";
import { openGoals } from "../progress.ts";
import { findPlan, type Goal } from "../read-plan.ts";
import { addSignedSheet, agreePlan } from "./agree-plan.ts";
import { AgreementPage, AgreementsPage, SignedSheetPage } from "./agreements.page.tsx";
import { agreementSheet } from "./agreement-sheet.ts";
import { NewAgreementPage } from "./new-agreement.page.tsx";
import { type Agreement, changedBetween, changedSince, currentAgreement, findAgreements } from "./read-agreements.ts";

const NOTHING_TYPED = { values: {}, refusals: [] };
const BASE = "/faelle/:id/plan/vereinbarungen";
const ofAgreement = z.object({ id: z.uuid(), agreementId: z.uuid() });
const body = z.looseObject({
  personId: z.uuid("Wählen Sie, mit wem Sie vereinbaren."), language: oneOf(SHEET_LANGUAGES, "Wählen Sie eine Sprache."), goals: list(), interpreter: text(120), agreedOn: day(), nextReviewOn: optionalDay(),
  signing: oneOf(SIGNINGS, "Wählen Sie, wie Sie bestätigen."), confirmed: flag(),
});
const MOST_CHARACTERS = 1000;
/** `other.<id>`: the same in the person's language. */
const translationsIn = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (/^other\.[0-9a-f-]{36}$/.test(name) && typeof value === "string" ? [[name.slice(6), value.trim().slice(0, MOST_CHARACTERS)]] : [])));

/** Persian of Afghanistan and of Iran: one column of ours. */
export const sheetLanguage = (code: string | undefined): SheetLanguage => (code === "fa" ? "prs" : code !== undefined && isSheetLanguage(code) ? code : "de");

const sheetFor = (head: CaseHead, agreement: Agreement, code: string | null): PlanAgreement => {
  const texts = textsFor(sheetLanguage(agreement.language));
  return agreementSheet(agreement, (key) => areaSaid(head.lifeAreas.find((a) => a.key === key) ?? { key, label: key }, texts), `Fall ${head.number} · Plan, Fassung ${agreement.versionNumber}`, code);
};

/** What is known of each sentence in this language: from the last agreement while the German is the same, else the person's own words. */
export function knownWords(goals: readonly Goal[], last: Agreement | undefined, language: SheetLanguage): Record<string, string> {
  const known: Record<string, string> = {};
  for (const g of goals) if (g.goal !== "" && sheetLanguage(g.wishLanguage) === language) known[g.id] = g.wish;
  if (last?.language !== language) return known;
  for (const old of last.content.goals) {
    const now = goals.find((g) => g.id === old.id);
    if (now === undefined) continue;
    if (now.title === old.de && old.other !== "") known[old.id] = old.other;
    for (const m of old.measures) if (m.other !== "" && now.measures.some((n) => n.id === m.id && n.title === m.de)) known[m.id] = m.other;
  }
  return known;
}

async function newView(tx: ReadTx, asking: Asking, caseId: string, form: FormState, asked: { person?: string | undefined; sprache?: string | undefined }) {
  const shown = await showCase(tx, asking, caseId, form);
  const { head } = shown;
  const typedText = (name: string): string | undefined => { const value = form.values[name]; return typeof value === "string" ? value : undefined; };
  const wanted = typedText("personId") ?? asked.person;
  const person = head.persons.find((p) => p.person_id === wanted && p.left_on === null) ?? head.persons.find((p) => p.is_main) ?? head.persons[0];
  const language = sheetLanguage(typedText("language") ?? asked.sprache ?? person?.languages.find((l) => sheetLanguage(l.code) !== "de")?.code);
  const [plan, agreements] = await Promise.all([findPlan(tx, asking, caseId), findAgreements(tx, asking, caseId)]);
  const goals = openGoals(plan);
  return { ...shown, goals, personId: person?.person_id ?? "", language, known: knownWords(goals, agreements[0], language), nextProposal: addDays(asking.today, REVIEW_DAYS), readers: await planReaders(tx, asking, caseId, "goal") };
}

export const agreementRoutes: readonly Route[] = [
  pageRoute({
    path: BASE, allow: "case.read", record: "case.read", about: "Agreements over the plan, version by version, with what changed between them and since.", params: ofCase,
    handle: async (tx, { params }, asking) => {
      const shown = await showCase(tx, asking, params.id, NOTHING_TYPED);
      const [plan, agreements] = await Promise.all([findPlan(tx, asking, params.id), findAgreements(tx, asking, params.id)]);
      const between = new Map(agreements.slice(0, -1).map((a, i) => [a.id, changedBetween(agreements[i + 1]!, a)]));
      const view = { ...shown, agreements, since: agreements[0] === undefined ? [] : changedSince(agreements[0], plan), between, mayAgree: mayUse(asking.session, "case.work") && !isEnded(shown.head.phase) };
      return page("Vereinbarungen", () => <AgreementsPage {...view} />, { nav: "cases" });
    },
  }),
  formRoute({
    path: `${BASE}/neu`, allow: "case.work", record: "agreement.made", showRecord: "case.read", about: "Agrees on the plan with a person: goals and steps in German and in the person's language, signed on paper or confirmed together.", params: ofCase,
    query: z.object({ person: z.uuid().optional(), sprache: z.string().max(10).optional() }), body,
    show: async (tx, { params, query }, asking, form) => {
      const view = await newView(tx, asking, params.id, form, query);
      return page("Plan vereinbaren", () => <NewAgreementPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body: typed }, asking) => {
      const { personId, language, goals, interpreter, agreedOn, nextReviewOn, signing, confirmed } = typed;
      const id = await agreePlan(tx, asking, params.id, { personId, language, goalIds: goals, translations: translationsIn(typed), interpreter, agreedOn, nextReviewOn, signing, confirmed });
      return redirect(`${planPath(params.id)}/vereinbarungen/${id}`, signing === "paper" ? "Vereinbart. Drucken Sie das Blatt zum Unterschreiben." : "Vereinbart.");
    },
  }),
  pageRoute({
    path: `${BASE}/:agreementId`, allow: "case.read", record: "agreement.read", about: "One agreement word by word, with what changed since the version before.", params: ofAgreement,
    handle: async (tx, { params }, asking) => {
      const shown = await showCase(tx, asking, params.id, NOTHING_TYPED);
      const agreement = await currentAgreement(tx, asking, params.id, params.agreementId);
      const before = (await findAgreements(tx, asking, params.id)).find((a) => a.versionNumber === agreement.versionNumber - 1);
      await record(tx, asking, { action: "agreement.read", objectKind: "agreement", objectIds: [agreement.id], caseId: params.id });
      const view = { ...shown, agreement, sheet: sheetFor(shown.head, agreement, null), changes: before === undefined ? [] : changedBetween(before, agreement), mayAgree: mayUse(asking.session, "case.work") };
      return page("Vereinbarung", () => <AgreementPage {...view} />, { nav: "cases" });
    },
  }),
  pageRoute({
    path: `${BASE}/:agreementId/blatt.pdf`, allow: "case.read", record: "agreement.printed", about: "The agreement as an accessible PDF in both languages, with two lines to sign.", params: ofAgreement,
    handle: async (tx, { params }, asking) => {
      const head = await readCaseHead(tx, asking, params.id);
      const agreement = await currentAgreement(tx, asking, params.id, params.agreementId);
      await record(tx, asking, { action: "agreement.printed", objectKind: "agreement", objectIds: [agreement.id], caseId: params.id });
      const code = codeOf(`${asking.app.config.origin}${planPath(params.id)}/vereinbarungen/${agreement.id}/blatt`);
      return pdfLater("plan-agreement", sheetFor(head, agreement, agreement.signing === "paper" ? code : null), asking.now, "plan.pdf");
    },
  }),
  formRoute({
    path: `${BASE}/:agreementId/blatt`, allow: "case.work", record: "agreement.sheet_added", showRecord: "agreement.read", about: "Takes the signed sheet as a photograph or scan; the code on the paper leads here.", params: ofAgreement, body: z.object({}), uploadLimit: MOST_BYTES,
    show: async (tx, { params }, asking, form) => {
      const view = { ...(await showCase(tx, asking, params.id, form)), agreement: await currentAgreement(tx, asking, params.id, params.agreementId) };
      await record(tx, asking, { action: "agreement.read", objectKind: "agreement", objectIds: [view.agreement.id], caseId: params.id });
      return page("Unterschriebenes Blatt", () => <SignedSheetPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, uploads }, asking) => {
      await addSignedSheet(tx, asking, params.id, params.agreementId, uploads.find((u) => u.field === "file"));
      return redirect(`${planPath(params.id)}/vereinbarungen/${params.agreementId}`, "Das Blatt ist abgelegt.");
    },
  }),
];
