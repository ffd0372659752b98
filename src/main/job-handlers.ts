import type { App } from "../http/index.ts";
import { intakeJobs } from "../intake/index.ts";
import { personsJobs } from "../persons/index.ts";
import { portalJobs } from "../portal/index.ts";
import type { JobHandlers } from "../jobs/index.ts";

/** Every kind of job and who works it. What does not stand here waits in the queue for ever. */
export const jobHandlers = (app: App): JobHandlers => ({ ...intakeJobs(app), ...personsJobs(app), ...portalJobs(app) });
