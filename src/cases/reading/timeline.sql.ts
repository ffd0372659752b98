import type { ReadTx } from "../../db/index.ts";

export type TimelineKind = "contact" | "follow_up" | "phase" | "admission" | "closure" | "reopening" | "document" | "team_joined" | "team_left" | "emergency";

export interface TimelineRow {
  readonly kind: TimelineKind;
  readonly id: string;
  readonly on_day: string;
  /** microseconds since 1970 of the entering: breaks ties within a day */
  readonly at: number;
  /** the entry's own kind: of a contact, a phase, a function in the team, a reason for closing */
  readonly detail: string;
  readonly life_areas: readonly string[];
  readonly is_entrusted: boolean;
  readonly is_complete: boolean;
  readonly review_due: boolean;
  readonly sealed: Buffer | null;
  readonly happened_at: string | null;
  readonly minutes: number | null;
  readonly place: string;
  readonly interpreting: string;
  readonly language: string;
  readonly until_on: string | null;
  readonly account_id: string | null;
  readonly given_name: string | null;
  readonly family_name: string | null;
  /** whom it is about where that is not who did it: the new member of the team */
  readonly about_given: string | null;
  readonly about_family: string | null;
  readonly version: number;
}

export interface TimelineFrom {
  readonly day: string;
  readonly at: number;
  readonly id: string;
}

export interface TimelineAsked {
  readonly caseId: string;
  readonly timeZone: string;
  readonly lifeArea: string | null;
  readonly after: TimelineFrom | null;
  readonly most: number;
}

/**
 * What happened in a case, newest first; nothing where it is not open to the reader. A day ties by the instant of entry, and that
 * by id. A function of the database, because row security on each of the nine tables would ask nine times who may.
 */
export const listTimelineRows = (tx: ReadTx, asked: TimelineAsked): Promise<TimelineRow[]> =>
  tx.query<TimelineRow>("select * from app.timeline_of_case($1, $2, $3, $4, $5, $6, $7)", [
    asked.caseId, asked.timeZone, asked.lifeArea, asked.after?.day ?? null, asked.after?.at ?? null, asked.after?.id ?? null, asked.most,
  ]);
