import type { ReadTx, SessionSecret } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { addDays, type CalendarDay, dayOf } from "../../kernel/calendar-day.ts";
import { newId } from "../../kernel/id.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { actor, type Actor } from "../../../test/world.ts";

/** A room with cases arranged row by row as the owner: reading is what is tested, so nothing of the commands is needed. */
export interface ReadingWorld extends TestServer {
  readonly manager: Actor;
  readonly colleague: Actor;
  readonly lead: Actor;
  readonly officer: Actor;
  readonly administrator: Actor;
  readonly today: CalendarDay;
  newPerson(names: readonly (readonly [script: string, family: string, given: string])[], bornOn?: string): Promise<string>;
  newCase(options?: { lead?: Actor | null; family?: string; phase?: string; openedOn?: string; personId?: string; names?: readonly (readonly [string, string, string])[] }): Promise<string>;
  addContact(caseId: string, by: Actor, text: string, more?: { on?: string; areas?: readonly string[]; entrusted?: boolean; reviewDue?: boolean; withdrawn?: boolean }): Promise<string>;
  addFollowUp(caseId: string, owner: Actor, title: string, dueOn: string, doneOn?: string): Promise<string>;
  addToTeam(caseId: string, who: Actor, role: "lead" | "substitute" | "member", from?: string, until?: string | null): Promise<string>;
  /** as a page would: in one reading transaction, with an asking of that account */
  reading<T>(as: Actor, work: (tx: ReadTx, asking: Asking) => Promise<T>): Promise<T>;
}

export async function startReadingWorld(): Promise<ReadingWorld> {
  const server = await startTestServer();
  const { world, app } = server;
  const { owner, tenantId, caseRoomId } = world;
  const today = dayOf(new Date());
  const [manager, colleague, lead] = [await actor(world, ["case_manager"], "case", "Mahler"), await actor(world, ["case_manager"], "case", "Brandt"), await actor(world, ["team_lead"], "case", "Leitner")];
  const officer = await actor(world, ["immigration_officer"], "immigration", "Amt");
  const administrator = await actor(world, ["tenant_administrator"], null, "Verwalter");
  const keys = new Map<string, string>();
  const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
    const columns = Object.keys(row);
    await owner.query(`insert into app.${table} (${columns.join(", ")}) values (${columns.map((_c, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
  };
  const place = { tenant_id: tenantId, room_id: caseRoomId };
  const seal = (caseId: string, table: string, column: string, row: string, text: string): Buffer => app.vault.seal(keys.get(caseId)!, text, { tenant: tenantId, table, column, row, version: 1 });
  let numbers = 1000;
  const it: ReadingWorld = {
    ...server,
    manager,
    colleague,
    lead,
    officer,
    administrator,
    today,
    newPerson: async (names, bornOn) => {
      const id = newId();
      await insert("persons", { ...place, id, recorded_by: manager.accountId, key_ref: app.vault.newKey(), birth_on: bornOn ?? null, birth_precision: bornOn === undefined ? "unknown" : "day" });
      for (const [script, family, given] of names) await insert("person_names", { ...place, id: newId(), person_id: id, kind: script === "Latn" ? "passport" : "own_script", script, family, given, is_primary: script === "Latn" });
      return id;
    },
    newCase: async ({ lead: who = manager, family = "Haddad", phase = "clearing", openedOn, personId, names } = {}) => {
      const id = newId();
      const key = app.vault.newKey();
      keys.set(id, key);
      const person = personId ?? (await it.newPerson(names ?? [["Latn", family, "Amira"]], "1992-03-12"));
      await insert("cases", { ...place, id, number: `2026-${(numbers += 1)}`, phase, opened_on: openedOn ?? addDays(today, -30), key_ref: key, created_by: manager.accountId });
      await insert("case_persons", { ...place, case_id: id, person_id: person, is_main: true });
      if (who !== null) await it.addToTeam(id, who, "lead");
      return id;
    },
    addContact: async (caseId, by, text, { on = today, areas = [], entrusted = false, reviewDue = false, withdrawn = false } = {}) => {
      const id = newId();
      await insert("contacts", { ...place, id, case_id: caseId, kind: "talk", happened_on: on, life_areas: areas, text_ct: seal(caseId, "contacts", "text_ct", id, text), is_entrusted: entrusted, entrusted_review_due: reviewDue, author_id: by.accountId, withdrawn_at: withdrawn ? new Date() : null });
      return id;
    },
    addFollowUp: async (caseId, who, title, dueOn, doneOn) => {
      const id = newId();
      await insert("follow_ups", { ...place, id, case_id: caseId, owner_id: who.accountId, due_on: dueOn, title_ct: seal(caseId, "follow_ups", "title_ct", id, title), created_by: who.accountId, done_on: doneOn ?? null, done_by: doneOn === undefined ? null : who.accountId });
      return id;
    },
    addToTeam: async (caseId, who, role, from = addDays(today, -5), until = null) => {
      const id = newId();
      await insert("case_team", { ...place, id, case_id: caseId, account_id: who.accountId, function: role, from_on: from, until_on: until, assigned_by: lead.accountId });
      return id;
    },
    reading: (as, work) => server.database.db.read(as.secret, (tx) => work(tx, askingOf(server, as, today, as === lead ? "team_lead" : "case_manager"))),
  };
  return it;
}

function askingOf(server: TestServer, as: { accountId: string; secret: SessionSecret }, today: CalendarDay, role: string): Asking {
  const session = { tenantId: server.world.tenantId, roomId: server.world.caseRoomId, accountId: as.accountId, roles: [role] } as unknown as Asking["session"];
  return { app: server.app, session, now: new Date(), today, requestId: "test", form: () => ({ csrf: "", idempotencyKey: "" }), noteRecorded: () => undefined };
}
