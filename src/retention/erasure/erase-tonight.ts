import type { App } from "../../http/index.ts";
import { destroyWhatEnded } from "../../intake/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { closeNight, eraseDueConsultations, eraseDueFiles, eraseDuePersons } from "./erasure.sql.ts";

/** Files of one transaction: a break loses nothing that was done, and what is not done stays due. */
const AT_ONCE = 20;

type Erasing = Pick<App, "db" | "vault" | "filesDir" | "config" | "clock" | "log">;

/**
 * The night: files whose period is over go, unless something holds them or the archive has not answered; then what stays is
 * counted, so that due = erased + held + waiting. Keys and bytes are destroyed after the commit that erased the rows.
 */
export async function eraseTonight(app: Erasing): Promise<{ readonly files: number; readonly persons: number }> {
  const day = dayOf(app.clock(), app.config.timeZone);
  let [files, persons] = [0, 0];
  for (;;) {
    const erased = await app.db.asSystem("files whose period is over", (tx) => eraseDueFiles(tx, day, AT_ONCE));
    files += erased.length;
    persons += erased.reduce((n, row) => n + row.persons, 0);
    if (erased.length < AT_ONCE) break;
  }
  for (;;) {
    const alone = await app.db.asSystem("persons without a file whose period is over", (tx) => eraseDuePersons(tx, day, AT_ONCE * 10));
    persons += alone;
    if (alone < AT_ONCE * 10) break;
  }
  while ((await app.db.asSystem("consultations without names whose period is over", (tx) => eraseDueConsultations(tx, day, AT_ONCE * 10))) === AT_ONCE * 10);
  await app.db.asSystem("what stays tonight", (tx) => closeNight(tx, day));
  await destroyWhatEnded(app as App);
  if (files + persons > 0) app.log.info({ files, persons }, "files and persons were erased, their period is over");
  return { files, persons };
}
