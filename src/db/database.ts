import pg from "pg";
import { NotFound, NotSignedIn } from "../kernel/errors.ts";
import { type Listening, listenTo } from "./listen.ts";
import type { LoginPasswords, RoleNames } from "./logins.ts";
import { inOneWrite, Transaction, type ReadTx, type WriteTx } from "./transaction.ts";

/** The secret of a session: `<tenant id>.<random>`. Whoever has it acts as its account, so it is never logged. */
export type SessionSecret = string & { readonly __secret: true };

/** Which job a worker acts for; the database takes the account from the job's row. */
export interface JobRef {
  readonly tenantId: string;
  readonly jobId: string;
}

export interface Database {
  read<T>(secret: SessionSecret, work: (tx: ReadTx) => Promise<T>): Promise<T>;
  write<T>(secret: SessionSecret, work: (tx: WriteTx) => Promise<T>): Promise<T>;
  /** signing in: the login that may call app.sign_in_* and see nothing */
  signIn<T>(work: (tx: WriteTx) => Promise<T>): Promise<T>;
  /** under the rights of the account that ordered the job */
  asJob<T>(job: JobRef, work: (tx: WriteTx) => Promise<T>): Promise<T>;
  /** the queue, the sealer, deletion that is due: what runs for nobody. The reason is for the log. */
  asSystem<T>(reason: string, work: (tx: WriteTx) => Promise<T>): Promise<T>;
  /** calls back when a job was ordered, and at the beginning; perhaps never again, so whoever waits also looks by itself */
  listenForJobs(heard: () => void): Listening;
  close(): Promise<void>;
}

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface DatabaseOptions {
  /** host, port and database; user and password are the logins' */
  readonly connection: pg.ClientConfig;
  readonly roles: RoleNames;
  readonly passwords: LoginPasswords;
  readonly poolSize?: number;
  readonly statementTimeoutMs?: number;
}

/** Pools for the logins. No pool is ever the owner's or a superuser's. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = (login: keyof LoginPasswords, max: number): pg.Pool => {
    const made = new pg.Pool({
      ...options.connection,
      user: options.roles[login],
      password: options.passwords[login],
      max,
      application_name: `einklang ${login}`,
      pipeline: true,
    } as pg.PoolConfig);
    // without a listener an idle connection's error ends the process
    made.on("error", () => undefined);
    return made;
  };
  const web = pool("web_staff", options.poolSize ?? 12);
  const auth = pool("auth", 4);
  const jobs = pool("jobs", 4);
  const timeout = String(options.statementTimeoutMs ?? 20_000);
  return {
    read: (secret, work) => within(web, CONTEXT, ["app.session", secret, timeout], work),
    write: (secret, work) => within(web, CONTEXT, ["app.session", secret, timeout], work),
    signIn: (work) => within(auth, CONTEXT, ["app.nobody", "", timeout], work),
    asJob: (job, work) => within(jobs, JOB_CONTEXT, ["app.job", `${job.tenantId}.${job.jobId}`, "0", options.roles.job_work], work),
    asSystem: (_reason, work) => within(jobs, CONTEXT, ["app.nobody", "", "0"], work),
    listenForJobs: (heard) => listenTo({ ...options.connection, user: options.roles.jobs, password: options.passwords.jobs, application_name: "einklang jobs listening" }, "einklang_jobs", heard),
    close: async () => {
      await Promise.all([web.end(), auth.end(), jobs.end()]);
    },
  };
}

// Transaction-local settings only: behind a pooler, a plain SET would leak to the next client.
export const CONTEXT = "select set_config($1, $2, true), set_config('statement_timeout', $3, true)";

/** As the jobs login, the queue and the record of everybody would be open within the work of one account. */
const JOB_CONTEXT = "select set_config($1, $2, true), set_config('statement_timeout', $3, true), set_config('role', $4, true)";

export async function within<T>(pool: pg.Pool, context: string, values: string[], work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // pipelined: begin, context and the first statement of the work leave in one flight
    inOneWrite(client);
    const opened = Promise.all([client.query("begin"), client.query({ name: context === CONTEXT ? "context" : "job context", text: context, values })]);
    opened.catch(() => undefined);
    const result = await work(new Transaction(client));
    await opened;
    const { command } = await client.query("commit");
    if (command !== "COMMIT") throw new Error("the transaction was rolled back although nothing was reported");
    return result;
  } catch (error) {
    // a failed statement may leave half-prepared names behind on a pipelined connection: such a connection is thrown away
    if (isDatabaseError(error)) broken = error as Error;
    else await client.query("rollback").catch((e: Error) => (broken = e));
    throw translate(error);
  } finally {
    client.release(broken);
  }
}

const isDatabaseError = (error: unknown): error is pg.DatabaseError =>
  error instanceof Error && "code" in error && typeof error.code === "string" && !(error instanceof NotFound);

/** 28000: no session. 42501: row security refused a row, which must look like a row that is not there. */
function translate(error: unknown): unknown {
  if (!isDatabaseError(error)) return error;
  if (error.code === "28000") return new NotSignedIn();
  if (error.code === "42501" || error.code === "23503") return Object.assign(new NotFound(), { cause: error });
  return error;
}
