import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { ENDED_PHASES, isUsualMove, MAIN_PHASES, OWN_WAY, type Phase, phaseLabel } from "./phases.ts";

export interface PhaseMove {
  readonly to: Phase;
  readonly on: CalendarDay;
  /** open phases that go on beside the new one */
  readonly keepOpen: readonly Phase[];
}

export interface PhaseFacts {
  readonly today: CalendarDay;
  readonly openedOn: CalendarDay;
  readonly current: Phase;
  readonly open: readonly Phase[];
  readonly isClosed: boolean;
  readonly isDecided: boolean;
}

export interface DecidedMove {
  readonly to: Phase;
  readonly on: CalendarDay;
  readonly ends: readonly Phase[];
  /** false where the phase runs already and only becomes the one that counts */
  readonly begins: boolean;
  /** what is unusual about it, as a sentence; it is done nevertheless */
  readonly unusual: string | null;
}

/** The phases guide and do not force: what is unusual is named, and only what has a way of its own is refused. */
export function decidePhase(move: PhaseMove, facts: PhaseFacts): Decision<DecidedMove> {
  const refusals: Refusal[] = [];
  if (facts.isClosed) refusals.push({ code: "case-closed", field: "to", sentence: "Der Fall ist abgeschlossen. Nehmen Sie ihn zuerst wieder auf." });
  else if (OWN_WAY.includes(move.to))
    refusals.push({ code: "phase-has-its-own-way", field: "to", sentence: move.to === "closed" ? "Abgeschlossen wird ein Fall über „Fall abschließen“: Dort stehen Grund und Übergabe." : "Wieder aufgenommen wird nur ein abgeschlossener Fall." });
  if (move.to === facts.current) refusals.push({ code: "already-in-phase", field: "to", sentence: `Der Fall ist schon in der Phase ${phaseLabel(move.to)}.` });
  if (move.on > facts.today) refusals.push({ code: "phase-in-the-future", field: "on", sentence: "Eine Phase beginnt heute oder hat schon begonnen. Für später legen Sie eine Wiedervorlage an." });
  if (move.on < facts.openedOn) refusals.push({ code: "phase-before-the-case", field: "on", sentence: "Dieser Tag liegt vor dem Beginn des Falls." });
  const ends = facts.open.filter((phase) => phase !== move.to && (ENDED_PHASES.includes(move.to) || !move.keepOpen.includes(phase)));
  return decide(refusals, () => ({ to: move.to, on: move.on, ends, begins: !facts.open.includes(move.to), unusual: unusualAbout(move.to, facts) }));
}

/** One sentence for people; null where the move is one of the usual ones. */
export function unusualAbout(to: Phase, facts: Pick<PhaseFacts, "current" | "isDecided">): string | null {
  if (to === "admitted" && !facts.isDecided) return "Die Entscheidung über die Aufnahme ist noch nicht festgehalten.";
  if (isUsualMove(facts.current, to)) return null;
  const [from, onto] = [MAIN_PHASES.indexOf(facts.current), MAIN_PHASES.indexOf(to)];
  if (from === -1 || onto === -1) return `Von „${phaseLabel(facts.current)}“ zu „${phaseLabel(to)}“ ist ungewöhnlich.`;
  if (onto < from) return `Das führt zurück: von „${phaseLabel(facts.current)}“ zu „${phaseLabel(to)}“.`;
  const skipped = MAIN_PHASES.slice(from + 1, onto).map((phase) => phaseLabel(phase));
  return skipped.length === 0 ? `Von „${phaseLabel(facts.current)}“ zu „${phaseLabel(to)}“ ist ungewöhnlich.` : `Übersprungen wird: ${skipped.join(", ")}.`;
}
