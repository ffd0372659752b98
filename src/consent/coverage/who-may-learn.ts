import type { ReadTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type CoverRow, listCover, listRoots } from "./coverage.sql.ts";

/** Why an office may not hear something about somebody; null: it may. */
export type Uncovered = "none" | "withdrawn" | "expired" | "expires-before" | "other-direction" | "planned";
export interface Coverage {
  /** of the persons whom it concerns, those of whom the office may not hear it on that day */
  uncovered(organisationId: string, lifeArea: string, personIds: readonly string[], on: CalendarDay): readonly { readonly personId: string; readonly why: Uncovered }[];
}

/** What may be told to offices about persons of a case by word of mouth: contacts and notes of a life area, by consents that hold now and on that day. */
export async function whoMayLearn(tx: ReadTx, caseId: string): Promise<Coverage> {
  const [rows, roots] = await Promise.all([listCover(tx, caseId, "contact"), listRoots(tx, caseId)]);
  const rootOf = new Map(roots.map((r) => [r.person_id, r.root_id]));
  return {
    uncovered: (organisationId, lifeArea, personIds, on) =>
      personIds.flatMap((personId) => {
        const why = whyNot(rows.filter((r) => r.recipient_id === organisationId && r.life_area === lifeArea && r.root_id === (rootOf.get(personId) ?? personId)), on);
        return why === null ? [] : [{ personId, why }];
      }),
  };
}

function whyNot(rows: readonly CoverRow[], on: CalendarDay): Uncovered | null {
  const holding = rows.filter((r) => r.state === "in_force" && !r.is_withdrawn);
  if (holding.some((r) => r.lets_tell && r.expires_on >= on)) return null;
  if (holding.some((r) => r.lets_tell)) return "expires-before";
  if (holding.length > 0) return "other-direction";
  if (rows.some((r) => r.state === "planned" && !r.is_withdrawn)) return "planned";
  if (rows.some((r) => r.is_withdrawn)) return "withdrawn";
  return rows.length > 0 ? "expired" : "none";
}
