import { createHash } from "node:crypto";
import { mayUse } from "../../accounts/index.ts";
import { type Assessment, findProfile, profileOf, type Standing, standingOn } from "../../assessment/index.ts";
import { isEnded } from "../../cases/reading/index.ts";
import { type CaseFormView, showCase } from "../../cases/working/index.ts";
import { areaSaid, type SheetLanguage, textsFor } from "../../consent/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking, FormState } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { type Agreement, findAgreements, findPlan, type Goal, knownWords, lacksGerman, liveMeasures, type Measure, openGoals, sheetLanguage } from "../../plan/index.ts";
import type { Said } from "./both.page.tsx";

export interface TalkArea {
  readonly key: string;
  readonly said: Said;
  /** what the person said last; never what staff wrote, and nothing entrusted: others may sit beside */
  readonly before: Standing | undefined;
}
export interface TalkView extends CaseFormView {
  readonly personId: string;
  readonly givenName: string;
  readonly language: SheetLanguage;
  /** what was talked about before comes first, the others stay folded */
  readonly near: readonly TalkArea[];
  readonly far: readonly TalkArea[];
  readonly goals: readonly Goal[];
  readonly known: Readonly<Record<string, string>>;
  readonly areaLabels: ReadonlyMap<string, Said>;
  readonly lastAgreement: Agreement | undefined;
  readonly seen: string;
  readonly mayWrite: boolean;
  readonly part: TalkPart;
  readonly kept: TalkPart | undefined;
  readonly isDemo: boolean;
}
export type TalkPart = "levels" | "goal" | "agreement";
export interface TalkAsked {
  readonly person?: string | undefined;
  readonly sprache?: string | undefined;
  readonly gesichert?: TalkPart | undefined;
}

/** Goals of this person that may stand on a screen which others see, too. */
const shownGoals = (goals: readonly Goal[], personId: string): Goal[] => goals.filter((g) => g.personId === personId && !g.isEntrusted && g.state === "open");
export const shownMeasures = (goal: Goal): Measure[] => liveMeasures(goal).filter((m) => !m.isEntrusted);
/** A goal with a step that stays off this screen is agreed on the page of the plan: nobody agrees here to what was not read. */
export const agreeable = (goals: readonly Goal[]): Goal[] => goals.filter((g) => !lacksGerman(g) && shownMeasures(g).length === liveMeasures(g).length);

/** What was read together, as one value: what is agreed must be what was on the screen. */
export const printOf = (goals: readonly Goal[], language: string): string =>
  createHash("sha256").update(JSON.stringify([language, goals.map((g) => [g.id, g.title, g.wish, liveMeasures(g).map((m) => [m.id, m.title, m.dueOn, m.responsible.written])])])).digest("base64url").slice(0, 22);

export async function readTalk(tx: ReadTx, asking: Asking, caseId: string, asked: TalkAsked, form: FormState, part: TalkPart): Promise<TalkView> {
  const shown = await showCase(tx, asking, caseId, form);
  const { head } = shown;
  const here = head.persons.filter((p) => p.left_on === null);
  const person = asked.person === undefined ? (here.find((p) => p.is_main) ?? here[0]) : here.find((p) => p.person_id === asked.person);
  if (person === undefined) throw new NotFound();
  const language = sheetLanguage(asked.sprache ?? person.languages.map((l) => l.code).find((code) => sheetLanguage(code) !== "de"));
  const [profile, plan, agreements] = await Promise.all([findProfile(tx, asking, caseId), findPlan(tx, asking, caseId), findAgreements(tx, asking, caseId)]);
  const standing = standingOn(profileOf(profile, person.person_id), asking.today);
  const goals = shownGoals(openGoals(plan), person.person_id);
  const texts = textsFor(language);
  const areaLabels = new Map(head.lifeAreas.map((a) => [a.key, areaSaid(a, texts)]));
  const areas = head.lifeAreas.filter((a) => !a.is_retired).map((a) => ({ key: a.key, said: areaLabels.get(a.key)!, before: visible(standing.get(a.key)), isNear: standing.has(a.key) || a.is_of_case || goals.some((g) => g.lifeArea === a.key) }));
  const lastAgreement = agreements.find((a) => a.personId === person.person_id);
  return {
    ...shown, personId: person.person_id, givenName: (person.names.find((n) => n.script === "Latn") ?? person.names[0])?.given ?? "", language, goals, areaLabels, part, kept: asked.gesichert, isDemo: asking.session.isDemo,
    near: areas.some((a) => a.isNear) ? areas.filter((a) => a.isNear) : areas, far: areas.some((a) => a.isNear) ? areas.filter((a) => !a.isNear) : [],
    known: knownWords(goals, lastAgreement, language), lastAgreement, seen: printOf(agreeable(goals), language), mayWrite: mayUse(asking.session, "case.work") && !isEnded(head.phase),
  };
}
/** An entrusted area may be talked about, and what was said of it stays off the screen. */
const visible = (s: Standing | undefined): Standing | undefined => (s === undefined || s.isEntrusted ? undefined : s);

/** What this person was assessed with today; the talk goes on in it. */
export const ofToday = (assessments: readonly Assessment[], today: string): Assessment | undefined => assessments.find((a) => a.assessedOn === today);
