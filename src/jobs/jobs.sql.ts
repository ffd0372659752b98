import type { ReadTx, WriteTx } from "../db/index.ts";
import type { Job } from "./job.ts";

interface NewJob {
  readonly tenantId: string;
  readonly id: string;
  readonly roomId: string | null;
  readonly accountId: string;
  readonly sessionId: string | null;
  readonly kind: string;
  readonly subjectId: string | null;
}

export const insertJob = (tx: WriteTx, job: NewJob): Promise<void> =>
  tx.runOne("insert into app.jobs (tenant_id, id, room_id, account_id, session_id, kind, subject_id) values ($1, $2, $3, $4, $5, $6, $7)", [
    job.tenantId, job.id, job.roomId, job.accountId, job.sessionId, job.kind, job.subjectId,
  ]);

/** Takes the job that waits longest; a run whose heart stood still for a minute waits again. */
export const takeJob = (tx: WriteTx, kinds: readonly string[]): Promise<Job | undefined> =>
  tx.find<Job>(
    `update app.jobs j set state = 'running', attempts = j.attempts + 1, heartbeat_at = now()
       from (select tenant_id, id from app.jobs
              where kind = any ($1) and run_after <= now()
                and (state = 'queued' or (state = 'running' and heartbeat_at < now() - interval '1 minute'))
              order by run_after limit 1 for update skip locked) due
      where j.tenant_id = due.tenant_id and j.id = due.id
      returning j.tenant_id as "tenantId", j.id, j.kind, j.subject_id as "subjectId", j.account_id as "accountId", j.room_id as "roomId", j.attempts`,
    [kinds],
  );

/** Is it still this run's? Attempts grow with every taking, so they tell runs apart. And is the room still open to who ordered it? */
export const findOwnRun = (tx: ReadTx, job: Job): Promise<{ room_is_open: boolean } | undefined> =>
  tx.find("select room_is_open from app.own_job_run($1)", [job.attempts]);

/** Keeps the job; 0 where it is no longer this run's. */
export const beatHeart = (tx: WriteTx, job: Job): Promise<number> =>
  tx.run("update app.jobs set heartbeat_at = now() where tenant_id = $1 and id = $2 and attempts = $3 and state = 'running'", [job.tenantId, job.id, job.attempts]);

export const updateProgress = (tx: WriteTx, job: Job, done: number, total: number | null): Promise<number> =>
  tx.run(
    `update app.jobs set done = $4, total = coalesce($5, total), heartbeat_at = now()
      where tenant_id = $1 and id = $2 and attempts = $3 and state = 'running'`,
    [job.tenantId, job.id, job.attempts, done, total],
  );

export const finishJob = (tx: WriteTx, job: Job, state: "done" | "failed", errorCode: string | null): Promise<number> =>
  tx.run(
    `update app.jobs set state = $4, error_code = $5, finished_at = now()
      where tenant_id = $1 and id = $2 and attempts = $3 and state = 'running'`,
    [job.tenantId, job.id, job.attempts, state, errorCode],
  );

/** Back into the queue, not counted as a failure's end: tried again after a while that grows. */
export const postponeJob = (tx: WriteTx, job: Job, seconds: number, errorCode: string | null): Promise<number> =>
  tx.run(
    `update app.jobs set state = 'queued', run_after = now() + $4 * interval '1 second', error_code = $5
      where tenant_id = $1 and id = $2 and attempts = $3 and state = 'running'`,
    [job.tenantId, job.id, job.attempts, seconds, errorCode],
  );
