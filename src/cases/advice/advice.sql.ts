import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { AdviceOutcome } from "../case-words.ts";
import type { AdviceInput } from "./decide-advice.ts";

export async function insertAdvice(tx: WriteTx, session: Session, id: string, a: AdviceInput): Promise<void> {
  await tx.run(
    "insert into app.short_advices (tenant_id, room_id, id, happened_on, language, life_areas, outcome, minutes, author_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    [session.tenantId, session.roomId, id, a.happenedOn, a.language, a.lifeAreas, a.outcome, a.minutes, session.accountId],
  );
}

export interface AdviceRow {
  readonly id: string;
  readonly happened_on: CalendarDay;
  readonly language: string;
  readonly life_areas: string[];
  readonly outcome: AdviceOutcome;
  readonly minutes: number | null;
  readonly case_id: string | null;
  readonly version: number;
}

export const getAdvice = (tx: ReadTx, id: string): Promise<AdviceRow> =>
  tx.get<AdviceRow>("select id, happened_on, language, life_areas, outcome, minutes, case_id, version from app.short_advices where id = $1", [id]);
