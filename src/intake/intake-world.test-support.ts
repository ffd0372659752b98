import { csrfToken } from "../http/index.ts";
import type { SessionSecret } from "../db/index.ts";
import { JobFailed, type JobRun } from "../jobs/index.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { actor, type Actor } from "../../test/world.ts";
import { intakeJobs } from "./index.ts";

export interface IntakeWorld {
  readonly it: TestServer;
  readonly lead: Actor;
  readonly managers: Readonly<Record<"Brandt" | "Kowalski" | "Haddad" | "Yılmaz", Actor>>;
}

export async function intakeWorld(): Promise<IntakeWorld> {
  const it = await startTestServer();
  const lead = await actor(it.world, ["team_lead", "case_manager"], "case", "Decker");
  const manager = async (family: string, given: string): Promise<Actor> => {
    const made = await actor(it.world, ["case_manager"], "case", family);
    await it.database.owner.query("update app.accounts set given_name = $2 where id = $1", [made.accountId, given]);
    return made;
  };
  const managers = { Brandt: await manager("Brandt", "Miriam"), Kowalski: await manager("Kowalski", "Ewa"), Haddad: await manager("Haddad", "Nadia"), Yılmaz: await manager("Yılmaz", "Emre") };
  return { it, lead, managers };
}

/** A file and fields as a browser sends them. */
export function multipart(fields: Record<string, string>, file: { name: string; bytes: Uint8Array }): { body: Buffer; type: string } {
  const edge = "einklang-test-boundary";
  const parts = Object.entries(fields).map(([name, value]) => Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
  const head = Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`);
  return { body: Buffer.concat([...parts, head, file.bytes, Buffer.from(`\r\n--${edge}--\r\n`)]), type: `multipart/form-data; boundary=${edge}` };
}

export async function upload(it: TestServer, as: SessionSecret, file: { name: string; bytes: Uint8Array }, fields: Record<string, string> = {}) {
  const { body, type } = multipart({ _csrf: csrfToken(as), source: "Liste des Teams", informed: "partly", legalBasisId: it.world.legalBasisId, controllerId: it.world.organisationId, ...fields }, file);
  return it.server.inject({ method: "POST", url: "/import/neu", headers: { cookie: `einklang=${as}`, "content-type": type }, payload: body });
}
export const idOf = (location: unknown): string => /\/import\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? "";

/** Works what is queued, as the worker does; `stopAfter` kills a run when so many rows are done. */
export async function runJobs(it: TestServer, stopAfter = Infinity): Promise<string[]> {
  const worked: string[] = [];
  for (;;) {
    const job = await it.database.owner.query(`update app.jobs set state = 'running', attempts = attempts + 1 where (tenant_id, id) = (select tenant_id, id from app.jobs where state = 'queued' order by created_at, id limit 1)
      returning tenant_id as "tenantId", id, kind, subject_id as "subjectId", account_id as "accountId", room_id as "roomId", attempts`);
    const row = job.rows[0] as Omit<JobRun, "batch" | "progress" | "signal"> | undefined;
    if (row === undefined) return worked;
    worked.push(row.kind);
    const run: JobRun = {
      ...row, signal: new AbortController().signal,
      batch: (work) => it.app.db.asJob({ tenantId: row.tenantId, jobId: row.id }, work),
      progress: async (done) => {
        if (done >= stopAfter) throw new Error("killed");
        await it.database.owner.query("update app.jobs set done = $2 where id = $1", [row.id, done]);
      },
    };
    const end = await intakeJobs(it.app)[row.kind]!(run).then(() => "done", (error: unknown) => (error instanceof JobFailed || (error instanceof Error && error.message === "killed") ? "failed" : Promise.reject(error as Error)));
    await it.database.owner.query("update app.jobs set state = $2 where id = $1", [row.id, end]);
    if (end === "failed") return [...worked, "failed"];
  }
}

/** Answers the page of columns as it was proposed. */
export async function acceptColumns(it: TestServer, as: SessionSecret, id: string): Promise<void> {
  const html = (await it.get(`/import/${id}/spalten`, as)).body;
  const fields: Record<string, string> = { schritt: "weiter", _version: /name="_version" value="(\d+)"/.exec(html)?.[1] ?? "" };
  for (const [, name = "", inside = ""] of html.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) fields[name] = /<option(?=[^>]* selected)[^>]* value="([^"]*)"|<option value="([^"]*)" selected/.exec(inside)?.slice(1).find((x) => x !== undefined) ?? "";
  fields["kopfzeile"] = /name="kopfzeile"[^>]* value="(\d+)"|value="(\d+)"[^>]*name="kopfzeile"/.exec(html)?.slice(1).find((x) => x !== undefined) ?? "0";
  const answer = await it.post(`/import/${id}/spalten`, as, fields);
  if (answer.statusCode !== 303) throw new Error(`columns: ${answer.statusCode} ${answer.body.replace(/<[^>]+>/g, " ").slice(0, 2000)}`);
}

/** From the file to the rows that can be checked. */
export async function readList(it: TestServer, as: SessionSecret, file: { name: string; bytes: Uint8Array }): Promise<string> {
  const answer = await upload(it, as, file);
  if (answer.statusCode !== 303) throw new Error(`upload: ${answer.statusCode} ${answer.body.replace(/<[^>]+>/g, " ").slice(0, 2000)}`);
  const id = idOf(answer.headers.location);
  await acceptColumns(it, as, id);
  await runJobs(it);
  return id;
}

/** The strong button of the page, and the job behind it. */
export async function takeOver(it: TestServer, as: SessionSecret, id: string): Promise<void> {
  const { rows } = await it.database.owner.query<{ version: number }>("select version from app.imports where id = $1", [id]);
  const answer = await it.post(`/import/${id}/uebernehmen`, as, { _version: String(rows[0]?.version) });
  if (answer.statusCode !== 303) throw new Error(`take over: ${answer.statusCode}`);
  const worked = await runJobs(it);
  if (worked.includes("failed")) throw new Error("the take-over failed");
}
