import { newId } from "../kernel/id.ts";
import type { SessionSecret } from "../db/index.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { actor, type Actor } from "../../test/world.ts";

/** A room with a lead, two case managers and a case of one of them, all made through the product's own addresses. */
export interface CaseWorld extends TestServer {
  readonly manager: Actor;
  readonly colleague: Actor;
  readonly teamLead: Actor;
  readonly officer: Actor;
  readonly administrator: Actor;
  newPerson(by: Actor, family?: string, given?: string): Promise<string>;
  newCase(by?: Actor, body?: Record<string, unknown>): Promise<{ id: string; number: string; personId: string }>;
  /** the one row of a query as the owner, who sees everything */
  row<R extends object>(sql: string, params?: readonly unknown[]): Promise<R>;
}

export async function startCaseWorld(options: { clock?: () => Date } = {}): Promise<CaseWorld> {
  const server = await startTestServer(options);
  const { world } = server;
  const [manager, colleague] = [await actor(world, ["case_manager"], "case", "Mahler"), await actor(world, ["case_manager"], "case", "Brandt")];
  const teamLead = await actor(world, ["team_lead"], "case", "Leitner");
  const officer = await actor(world, ["immigration_officer"], "immigration", "Amt");
  const administrator = await actor(world, ["tenant_administrator"], null, "Verwalter");
  const newPerson = async (by: Actor, family = "Haddad", given = "Amira"): Promise<string> => {
    const id = newId();
    await world.owner.query("insert into app.persons (tenant_id, room_id, id, recorded_by, key_ref) values ($1, $2, $3, $4, $5)", [world.tenantId, world.caseRoomId, id, by.accountId, server.app.vault.newKey()]);
    await world.owner.query("insert into app.person_names (tenant_id, room_id, id, person_id, kind, family, given, is_primary) values ($1, $2, $3, $4, 'passport', $5, $6, true)", [world.tenantId, world.caseRoomId, newId(), id, family, given]);
    return id;
  };
  const newCase = async (by: Actor = manager, body: Record<string, unknown> = {}): Promise<{ id: string; number: string; personId: string }> => {
    const personId = await newPerson(by);
    const answer = await server.api("POST", "/api/v1/cases", by.secret, { personIds: [personId], ...body });
    if (answer.statusCode !== 201) throw new Error(`no case: ${answer.body}`);
    const made = answer.json<{ id: string; number: string }>();
    return { id: made.id, number: made.number, personId };
  };
  const row = async <R extends object>(sql: string, params: readonly unknown[] = []): Promise<R> => (await world.owner.query(sql, [...params])).rows[0] as R;
  return { ...server, manager, colleague, teamLead, officer, administrator, newPerson, newCase, row };
}

/** What a stranger may learn: nothing, whatever the address. */
export const statusOf = async (it: TestServer, as: SessionSecret, method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: unknown, headers: Record<string, string> = {}): Promise<number> =>
  (await it.api(method, path, as, body, headers)).statusCode;
