import type { WriteTx } from "../db/index.ts";

export interface Job {
  readonly tenantId: string;
  readonly id: string;
  readonly kind: string;
  /** what it is about: an import, a document */
  readonly subjectId: string | null;
  readonly accountId: string;
  readonly roomId: string | null;
  /** 1 at the first time; more after a crash or a failure */
  readonly attempts: number;
}

/** A job being worked. */
export interface JobRun extends Job {
  /** one transaction under the rights that whoever ordered it has at this moment */
  batch<T>(work: (tx: WriteTx) => Promise<T>): Promise<T>;
  /** seen at once, also while a batch is open */
  progress(done: number, total?: number): Promise<void>;
  /** aborted when the worker stops or the job was taken away: end between two batches */
  readonly signal: AbortSignal;
}

export type JobHandler = (run: JobRun) => Promise<void>;
/** by kind: "import.read" */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** Thrown by a handler that knows why it cannot be done: the job fails at once with this code and is not tried again. */
export class JobFailed extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The job is another worker's by now, or was cancelled. */
export class JobTaken extends Error {}
