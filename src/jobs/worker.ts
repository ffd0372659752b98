import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../db/index.ts";
import { NotFound, NotSignedIn } from "../kernel/errors.ts";
import { type Job, type JobHandlers, type JobRun, JobFailed, JobTaken } from "./job.ts";
import { WakeUp } from "./wake-up.ts";
import { beatHeart, findOwnRun, finishJob, postponeJob, takeJob, updateProgress } from "./jobs.sql.ts";

export interface WorkerOptions {
  /** how often the worker looks by itself: for what was put off, and where no call reaches it */
  readonly pollMs?: number;
  readonly heartbeatMs?: number;
  /** seconds until a failed attempt is tried again, by attempt */
  readonly retrySeconds?: (attempts: number) => number;
}

export interface Worker {
  /** waits for the batch that is open; the job goes back into the queue */
  stop(): Promise<void>;
}

interface Surroundings {
  readonly db: Database;
  readonly log: { error(fields: object, text: string): void };
}

export const MOST_ATTEMPTS = 5;

/** Works the queue until stopped, one job after the other. Kinds without a handler stay for another process. */
export function startWorker(app: Surroundings, handlers: JobHandlers, options: WorkerOptions = {}): Worker {
  const stopping = new AbortController();
  const kinds = Object.keys(handlers);
  const wakeUp = new WakeUp();
  const listening = kinds.length === 0 ? null : app.db.listenForJobs(() => wakeUp.call());
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const job = await takeNext(app, kinds);
      if (job === undefined) await wakeUp.wait(options.pollMs ?? 2_000, stopping.signal);
      else await work(app, handlers, job, stopping.signal, options);
    }
  };
  const ended = kinds.length === 0 ? Promise.resolve() : loop();
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([ended, listening?.stop()]);
    },
  };
}

async function takeNext(app: Surroundings, kinds: readonly string[]): Promise<Job | undefined> {
  try {
    return await app.db.asSystem("take a job", (tx) => takeJob(tx, kinds));
  } catch (error) {
    app.log.error({ err: codeOf(error) }, "the queue does not answer");
    await pause(2000);
    return undefined;
  }
}

async function work(app: Surroundings, handlers: JobHandlers, job: Job, stopping: AbortSignal, options: WorkerOptions): Promise<void> {
  const lost = new AbortController();
  const signal = AbortSignal.any([stopping, lost.signal]);
  const heart = setInterval(() => {
    app.db.asSystem("heartbeat", (tx) => beatHeart(tx, job)).then(
      (kept) => kept === 0 && lost.abort(),
      () => undefined,
    );
  }, options.heartbeatMs ?? 10_000);
  try {
    await handlers[job.kind]!(runOf(app.db, job, signal));
    await app.db.asSystem("job done", (tx) => finishJob(tx, job, "done", null));
  } catch (error) {
    await settleFailure(app, job, error, signal, options).catch((later: unknown) => app.log.error({ job: job.id, err: codeOf(later) }, "a job could not be settled"));
  } finally {
    clearInterval(heart);
  }
}

function runOf(db: Database, job: Job, signal: AbortSignal): JobRun {
  return {
    ...job,
    signal,
    batch: (work) =>
      db.asJob({ tenantId: job.tenantId, jobId: job.id }, async (tx) => {
        const own = signal.aborted ? undefined : await findOwnRun(tx, job);
        if (own === undefined) throw new JobTaken();
        if (!own.room_is_open) throw new JobFailed("rights-ended");
        return work(tx);
      }),
    progress: async (done, total) => {
      await db.asSystem("progress", (tx) => updateProgress(tx, job, done, total ?? null));
    },
  };
}

/** Foreseen failures end the job; so does a right that ended. Anything else is tried again, later each time. */
async function settleFailure(app: Surroundings, job: Job, error: unknown, signal: AbortSignal, options: WorkerOptions): Promise<void> {
  if (error instanceof JobTaken || signal.aborted) {
    await app.db.asSystem("job handed back", (tx) => postponeJob(tx, job, 0, null));
    return;
  }
  const final = error instanceof JobFailed ? error.code : error instanceof NotSignedIn ? "rights-ended" : job.attempts >= MOST_ATTEMPTS ? "too-many-attempts" : null;
  if (!(error instanceof JobFailed)) app.log.error({ job: job.id, kind: job.kind, attempts: job.attempts, err: codeOf(error) }, "a job failed");
  if (final !== null) await app.db.asSystem("job failed", (tx) => finishJob(tx, job, "failed", final));
  else {
    const seconds = (options.retrySeconds ?? ((attempts) => 2 ** attempts * 2))(job.attempts);
    await app.db.asSystem("job tried again", (tx) => postponeJob(tx, job, seconds, "tried-again"));
  }
}

/** A database error quotes rows, so only its code and place are told; the cause behind a NotFound is what was refused. */
function codeOf(error: unknown): object {
  const at = error instanceof NotFound && error.cause instanceof Error ? error.cause : error;
  if (!(at instanceof Error)) return { message: "not an error" };
  const { code, constraint, table } = at as { code?: string; constraint?: string; table?: string };
  return code === undefined ? { message: at.message, stack: at.stack } : { code, constraint, table, stack: at.stack };
}
