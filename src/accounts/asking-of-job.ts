import type { WriteTx } from "../db/index.ts";
import { type App, type Asking, loadSession } from "../http/index.ts";
import { JobFailed, type JobRun } from "../jobs/index.ts";
import { dayOf } from "../kernel/calendar-day.ts";
import { mayUse, type Permission } from "./permissions.ts";

/** Who asks, inside a job: the account that ordered it, with the rights it has now. */
export async function askingOfJob(app: App, tx: WriteTx, run: JobRun, permission: Permission): Promise<Asking> {
  const session = await loadSession(tx);
  if (!mayUse(session, permission) || session.roomId === null) throw new JobFailed("rights-ended");
  const now = app.clock();
  return {
    app, session, now, today: dayOf(now, app.config.timeZone), requestId: run.id,
    form: () => {
      throw new Error("a job shows no form");
    },
    noteRecorded: () => undefined,
  };
}
