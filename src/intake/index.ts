/** What other folders may use of intake. */
import type { App } from "../http/index.ts";
import type { JobHandlers } from "../jobs/index.ts";
import { destroyWhatEnded, undoImportJob } from "./end-import.ts";
import { sayingWhyItFailed } from "./failed-import.ts";
import { readListJob } from "./read-list.job.ts";
import { takeOverJob } from "./take-over.job.ts";

export * from "./reading/index.ts";
export { destroyWhatEnded, forgetWhatIsDue } from "./end-import.ts";
export { intakeRoutes } from "./intake.routes.tsx";

export const intakeJobs = (app: App): JobHandlers => ({
  "intake.read": sayingWhyItFailed(app, readListJob(app)),
  "intake.import": sayingWhyItFailed(app, takeOverJob(app)),
  "intake.undo": sayingWhyItFailed(app, undoImportJob(app)),
  "intake.destroy": async () => void (await destroyWhatEnded(app)),
});
