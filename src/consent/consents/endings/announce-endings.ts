import type { App } from "../../../http/index.ts";
import { germanDay } from "../../../kernel/calendar-day.ts";
import { newId } from "../../../kernel/id.ts";
import { announceEnding, type EndingRow, listEndingsDue } from "./endings.sql.ts";

const AT_ONCE = 200;

/** For the clock: what ends in 30 days, and again in 7, comes on the day of whoever leads the case, once each. */
export async function announceEndings(app: App): Promise<number> {
  let announced = 0;
  for (;;) {
    const due = await app.db.asSystem("consents and shares that end soon", async (tx) => {
      const endings = await listEndingsDue(tx, AT_ONCE);
      for (const ending of endings) {
        const id = newId();
        await announceEnding(tx, ending, id, app.vault.seal(ending.key_ref, wordsOf(ending), { tenant: ending.tenant_id, table: "follow_ups", column: "title_ct", row: id, version: 1 }));
      }
      return endings.length;
    });
    announced += due;
    if (due < AT_ONCE) return announced;
  }
}

const wordsOf = ({ thing, ends_on, organisation }: EndingRow): string =>
  thing === "consent" ? `Einwilligung für ${organisation} endet am ${germanDay(ends_on)}: neu fragen oder enden lassen` : `Freigabe für ${organisation} endet am ${germanDay(ends_on)}: verlängern oder enden lassen`;
