import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { unknownAreas } from "../verdict.ts";
import type { AdmissionDecision, RELEASE_FORMS } from "../case-words.ts";

export interface AdmissionInput {
  readonly accessRoute: string;
  readonly lifeAreas: readonly string[];
  readonly criteriaMet: readonly string[];
  /** null: what is known so far is kept, and nothing is decided */
  readonly decision: AdmissionDecision | null;
  readonly decidedOn: CalendarDay | null;
  readonly reason: string;
  readonly legalBasisId: string | null;
  readonly informedOn: CalendarDay | null;
  readonly informedLanguage: string;
  readonly teamReleaseOn: CalendarDay | null;
  readonly teamReleaseForm: keyof typeof RELEASE_FORMS | null;
}

export interface AdmissionFacts {
  readonly today: CalendarDay;
  readonly isClosed: boolean;
  readonly lifeAreas: readonly string[];
  readonly criteria: readonly string[];
  readonly legalBasisIds: readonly string[];
  /** employers of those who work in the case; from two on, the person's release makes the team possible */
  readonly employers: number;
}

export function decideAdmission(input: AdmissionInput, facts: AdmissionFacts): Decision<AdmissionInput> {
  const refusals: Refusal[] = [...unknownAreas(input.lifeAreas, facts.lifeAreas)];
  if (!input.criteriaMet.every((key) => facts.criteria.includes(key))) refusals.push({ code: "unknown-criterion", field: "criteriaMet", sentence: "Dieses Aufnahmekriterium gibt es nicht. Wählen Sie aus der Liste." });
  if (input.legalBasisId !== null && !facts.legalBasisIds.includes(input.legalBasisId)) refusals.push({ code: "unknown-legal-basis", field: "legalBasisId", sentence: "Diese Rechtsgrundlage steht nicht im Verzeichnis der Kommune." });
  for (const field of ["decidedOn", "informedOn", "teamReleaseOn"] as const)
    if (input[field] !== null && input[field] > facts.today) refusals.push({ code: "day-in-the-future", field, sentence: "Dieser Tag liegt in der Zukunft." });
  if (input.teamReleaseOn !== null && input.teamReleaseForm === null) refusals.push({ code: "release-without-form", field: "teamReleaseForm", sentence: "Wählen Sie, wie die Person entbunden hat.", norm: "§ 203 StGB" });
  if (input.decision !== null) refusals.push(...aboutTheDecision(input, facts));
  return decide(refusals, () => input);
}

function aboutTheDecision(input: AdmissionInput, facts: AdmissionFacts): Refusal[] {
  const refusals: Refusal[] = [];
  if (facts.isClosed) refusals.push({ code: "case-closed", field: "decision", sentence: "Der Fall ist abgeschlossen. Nehmen Sie ihn zuerst wieder auf." });
  if (input.decidedOn === null) refusals.push({ code: "decision-without-day", field: "decidedOn", sentence: "Geben Sie den Tag der Entscheidung ein." });
  if (input.legalBasisId === null) refusals.push({ code: "decision-without-legal-basis", field: "legalBasisId", sentence: "Nennen Sie die Rechtsgrundlage, auf der Sie die Daten verarbeiten.", norm: "Art. 6 DSGVO" });
  if (input.decision !== "admitted" && input.reason === "") refusals.push({ code: "decision-without-reason", field: "reason", sentence: "Schreiben Sie, warum der Fall nicht aufgenommen wird und wohin die Person sich wenden kann." });
  if (input.decision !== "admitted") return refusals;
  if (input.informedOn === null) refusals.push({ code: "person-not-informed", field: "informedOn", sentence: "Geben Sie ein, wann die Person über die Verarbeitung informiert wurde.", norm: "Art. 13, 14 DSGVO" });
  else if (input.informedLanguage === "") refusals.push({ code: "informed-in-which-language", field: "informedLanguage", sentence: "Wählen Sie, in welcher Sprache informiert wurde.", norm: "Art. 12 Abs. 1 DSGVO" });
  if (facts.employers > 1 && input.teamReleaseOn === null)
    refusals.push({ code: "team-without-release", field: "teamReleaseOn", sentence: "Im Fallteam arbeiten mehrere Anstellungsträger. Dafür muss die Person das Team von der Schweigepflicht entbinden.", norm: "§ 203 StGB" });
  return refusals;
}
