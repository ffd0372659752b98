export { enqueue, type Ordering } from "./enqueue.ts";
export { type Chore, startChores } from "./chores.ts";
export { JobFailed, type Job, type JobHandler, type JobHandlers, type JobRun } from "./job.ts";
export { MOST_ATTEMPTS, startWorker, type Worker, type WorkerOptions } from "./worker.ts";
