import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { paperOfLabel } from "./paper-of-label.ts";

export interface ResidencePaper {
  readonly label: string;
  readonly from: CalendarDay | null;
  readonly until: CalendarDay | null;
}
/** What the register holds of a person and the rules need. A day counts where it is known to the day: a birth year makes no 27th birthday. */
export interface RegisterEntry {
  readonly birthOn: CalendarDay | null;
  readonly enteredOn: CalendarDay | null;
  readonly papers: readonly ResidencePaper[];
}

// Renewed again and again until the stay ends: the last day printed on it is no end of the stay.
const isRenewed = (paper: string): boolean => /^(DULDUNG|GESTATTUNG|FIKTION)/.test(paper);

/** Facts that follow from the register, by the keys of the catalogue. Of several papers that hold today the later begun one is today's. */
export function registerFacts(entry: RegisterEntry, today: CalendarDay): Readonly<Record<string, unknown>> {
  const papers = entry.papers
    .flatMap(({ label, from, until }) => {
      const paper = paperOfLabel(label);
      return paper === null || from === null ? [] : [{ paper, from, until }];
    })
    .toSorted((a, b) => a.from.localeCompare(b.from));
  const held = papers.findLast((p) => p.from <= today && (p.until === null || p.until >= today));
  const facts: Record<string, unknown> = { birthDate: entry.birthOn, entryDate: entry.enteredOn };
  if (papers.length > 0) facts["stay"] = papers.map((p) => ({ basis: p.paper, from: p.from, to: p === held && isRenewed(p.paper) ? null : p.until }));
  if (held === undefined) return facts;
  facts["status"] = held.paper;
  facts["firstIssued"] = papers.find((p) => p.paper === held.paper)?.from ?? null;
  if (held.until !== null && !isRenewed(held.paper)) facts["validTo"] = held.until;
  if (held.paper !== "AE_104C" && papers.some((p) => p.paper === "AE_104C")) facts["previous104c"] = true;
  if (papers.some((p) => p.paper === "DULDUNG_60C")) facts["hadAusbildungsduldung60c"] = true;
  return facts;
}
