import { listAppointments } from "../appointments/index.ts";
import { type CaseHead, readOpenFollowUps } from "../cases/reading/index.ts";
import { listStanding } from "../consent/index.ts";
import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { addDays, type CalendarDay, germanDay } from "../kernel/calendar-day.ts";
import { readOutlookTeaser } from "../perspectives/index.ts";
import { findPlan, type Measure, MEASURE_STATES } from "../plan/index.ts";

export interface StandingPart {
  readonly title: string;
  readonly lines: readonly string[];
}
/** A consent that ends within this is worth a line. */
const SOON_DAYS = 90;

const dueWords = (on: CalendarDay, today: CalendarDay): string => `${germanDay(on)}${on < today ? ", überfällig" : ""}`;

const isOpen = (m: Measure): boolean => m.state === "open" || m.state === "running";
const stepLine = (m: Measure, today: CalendarDay): string => `Schritt: ${m.title}, ${m.responsible.name}, bis ${dueWords(m.dueOn, today)} (${MEASURE_STATES[m.state]})`;

/** How a case stands at this moment, from what is in it: nothing is asked again. Parts without a line are left out. */
export async function gatherStanding(tx: ReadTx, asking: Asking, head: CaseHead): Promise<StandingPart[]> {
  const { today } = asking;
  const [plan, followUps, appointments, consents, outlook] = await Promise.all([
    findPlan(tx, asking, head.id), readOpenFollowUps(tx, asking, head.id), listAppointments(tx, asking, head.id), listStanding(tx, head.id), readOutlookTeaser(tx, asking, head),
  ]);
  const goals = plan.goals.flatMap((g) => (g.state === "open" ? [`Ziel: ${g.title}`].concat(g.measures.flatMap((m) => (isOpen(m) ? [stepLine(m, today)] : []))) : []));
  const days = outlook?.next == null ? [] : [`${germanDay(outlook.next.day)}: ${outlook.next.what}`];
  const parts: StandingPart[] = [
    { title: "Ziele und offene Schritte", lines: goals },
    { title: "Wiedervorlagen", lines: followUps.map((f) => `${dueWords(f.dueOn, today)}: ${f.title}`) },
    { title: "Termine", lines: appointments.filter((a) => a.state === "planned" && a.day >= today).map((a) => `${germanDay(a.day)}, ${a.from} Uhr: ${a.kindWord}${a.place === "" ? "" : `, ${a.place}`}`) },
    { title: "Was das Recht als Nächstes bringt", lines: days },
    { title: "Einwilligungen", lines: consents.map((c) => `${c.recipient}, bis ${germanDay(c.expires_on)}${c.expires_on <= addDays(today, SOON_DAYS) ? " (läuft bald ab)" : ""}`) },
  ];
  return parts.filter((part) => part.lines.length > 0);
}
