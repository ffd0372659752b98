import { askingOfJob } from "../../accounts/index.ts";
import { settleWithdrawal } from "../../consent/index.ts";
import type { App } from "../../http/index.ts";
import type { JobHandlers } from "../../jobs/index.ts";
import { getCaseOfConsent } from "./staff.sql.ts";

/** The withdrawal holds since the person pressed the button; telling the office and tidying up is done as whoever leads the case. */
export const portalJobs = (app: App): JobHandlers => ({
  "portal.withdrawal": async (run) => {
    await run.batch(async (tx) => {
      if (run.subjectId === null) return;
      const asking = await askingOfJob(app, tx, run, "consent.record");
      await settleWithdrawal(tx, asking, await getCaseOfConsent(tx, run.subjectId), run.subjectId);
    });
  },
});
