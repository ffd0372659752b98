import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { addWorkingDays } from "../../kernel/holidays-nrw.ts";

const MOST_MINUTES = 60;
const REVIEW_WORKING_DAYS = 5;

export interface EmergencyInput {
  readonly caseNumber: string;
  readonly reason: string;
  readonly minutes: number;
}

export interface EmergencyFacts {
  readonly today: CalendarDay;
  /** false also where the reader is excluded from it: the same answer */
  readonly exists: boolean;
  readonly isOpenAlready: boolean;
}

/** Notzugriff: never on a whim, never for long, and somebody looks at it afterwards. */
export function decideEmergency(input: EmergencyInput, facts: EmergencyFacts): Decision<{ readonly reviewDueOn: CalendarDay }> {
  const refusals: Refusal[] = [];
  if (!facts.exists) refusals.push({ code: "no-such-case", field: "caseNumber", sentence: "Einen Fall mit dieser Nummer gibt es in Ihrem Aktenbereich nicht. Prüfen Sie die Nummer." });
  else if (facts.isOpenAlready) refusals.push({ code: "already-open", field: "caseNumber", sentence: "Diesen Fall können Sie schon öffnen. Dafür braucht es keinen Notzugriff." });
  if (input.reason.length < 15) refusals.push({ code: "emergency-without-reason", field: "reason", sentence: "Schreiben Sie, welche Gefahr oder Frist den Zugriff jetzt nötig macht. Ein Satz genügt." });
  if (input.minutes < 1 || input.minutes > MOST_MINUTES) refusals.push({ code: "emergency-too-long", field: "minutes", sentence: `Höchstens ${MOST_MINUTES} Minuten.` });
  return decide(refusals, () => ({ reviewDueOn: addWorkingDays(facts.today, REVIEW_WORKING_DAYS) }));
}
