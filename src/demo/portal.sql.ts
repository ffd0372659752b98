import type { ClientBase } from "pg";

export interface PortalCase { readonly room_id: string; readonly case_id: string; readonly person_id: string; readonly key_ref: string; readonly lead_id: string; readonly language: string; readonly goal_id: string }

/** Open cases with a plan, consents and a lead, whose main person is of age: those that speak Arabic first. */
export async function casesForPortals(owner: ClientBase, tenantId: string, most: number): Promise<PortalCase[]> {
  const { rows } = await owner.query<PortalCase>(
    `select c.room_id, c.id as case_id, p.id as person_id, c.key_ref, c.lead_id, coalesce((select l.code from app.person_languages l where l.tenant_id = c.tenant_id and l.person_id = p.id order by l.is_preferred desc, l.code limit 1), 'de') as language,
        (select g.id from app.plan_goals g where g.tenant_id = c.tenant_id and g.case_id = c.id and g.person_id = p.id order by g.position desc limit 1) as goal_id
       from app.cases c join app.case_persons cp on cp.tenant_id = c.tenant_id and cp.case_id = c.id and cp.is_main and cp.left_on is null
       join app.persons p on p.tenant_id = c.tenant_id and p.id = cp.person_id and p.died_on is null and p.merged_into is null and p.birth_on < current_date - interval '20 years'
      where c.tenant_id = $1 and c.lead_id is not null and c.closed_on is null
        and (select count(*) from app.plan_measures m where m.tenant_id = c.tenant_id and m.case_id = c.id and m.person_id = p.id and m.responsible_kind = 'person' and m.state in ('open', 'running')) > 0
        and exists (select from app.consents k where k.tenant_id = c.tenant_id and k.case_id = c.id and k.person_id = p.id and k.withdrawn_at is null and k.expires_on > current_date)
      order by exists (select from app.person_languages l where l.tenant_id = c.tenant_id and l.person_id = p.id and l.code = 'ar') desc, c.number limit $2`,
    [tenantId, most]);
  return rows;
}

export interface DemoAccess { readonly tenantId: string; readonly id: string; readonly of: PortalCase; readonly language: string; readonly cardHash: Buffer; readonly pinHash: string; readonly isFirstPin: boolean; readonly frozenBecause: Buffer | null; readonly tellsNews: boolean; readonly invitedAt: string }
export async function insertDemoAccess(owner: ClientBase, a: DemoAccess): Promise<void> {
  const by = a.of.lead_id;
  await owner.query(
    "insert into app.portal_accesses (tenant_id, room_id, id, case_id, person_id, language, invited_by, invited_at, frozen_at, frozen_by, frozen_reason_ct, tells_news) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    [a.tenantId, a.of.room_id, a.id, a.of.case_id, a.of.person_id, a.language, by, a.invitedAt, a.frozenBecause === null ? null : new Date(), a.frozenBecause === null ? null : by, a.frozenBecause, a.tellsNews]);
  await owner.query("insert into private.portal_credentials (tenant_id, access_id, card_hash, pin_hash, first_pin_until) values ($1, $2, $3, $4, case when $5 then now() + interval '14 days' end)", [a.tenantId, a.id, a.cardHash, a.pinHash, a.isFirstPin]);
}
/** An address that nobody has, marked as safe, and a mail that went there. */
export async function insertDemoNews(owner: ClientBase, tenantId: string, of: PortalCase, n: { channelId: string; mailId: string; sentAt: string }): Promise<void> {
  await owner.query("insert into app.person_channels (tenant_id, room_id, id, person_id, kind, value, is_safe) values ($1, $2, $3, $4, 'email', 'post@postfach.example', true)", [tenantId, of.room_id, n.channelId, of.person_id]);
  await owner.query(
    "insert into app.outgoing_mails (tenant_id, room_id, id, case_id, person_id, kind, due_at, state, attempts, taken_at, settled_at, created_by, created_at) values ($1, $2, $3, $4, $5, 'news', $6, 'sent', 1, $6, $6, $7, $6)",
    [tenantId, of.room_id, n.mailId, of.case_id, of.person_id, n.sentAt, of.lead_id]);
}
export async function insertDemoMessage(owner: ClientBase, tenantId: string, of: PortalCase, m: { id: string; accessId: string; kind: string; text: Buffer; answer: Buffer | null; sentAt: string }): Promise<void> {
  await owner.query(
    `insert into app.portal_messages (tenant_id, room_id, id, case_id, person_id, access_id, kind, text_ct, state, answer_ct, answered_by, answered_at, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, case when $9::bytea is null then 'open' else 'done' end, $9, case when $9::bytea is null then null else $10::uuid end, case when $9::bytea is null then null else $11::timestamptz + interval '1 day' end, $11)`,
    [tenantId, of.room_id, m.id, of.case_id, of.person_id, m.accessId, m.kind, m.text, m.answer, of.lead_id, m.sentAt]);
}
export async function insertDemoHold(owner: ClientBase, tenantId: string, of: PortalCase, h: { id: string; reason: Buffer }): Promise<void> {
  await owner.query("insert into app.portal_holds (tenant_id, room_id, id, case_id, person_id, kind, row_id, reason_ct, held_by) values ($1, $2, $3, $4, $5, 'goal', $6, $7, $8)", [tenantId, of.room_id, h.id, of.case_id, of.person_id, of.goal_id, h.reason, of.lead_id]);
}
/** A telephone that nobody has: it opens nothing, and the staff's page shows how it looks. */
export async function insertDemoPasskey(owner: ClientBase, tenantId: string, of: PortalCase, k: { id: string; accessId: string; credential: Buffer; publicKey: Buffer }): Promise<void> {
  await owner.query("insert into app.portal_passkeys (tenant_id, room_id, id, case_id, person_id, access_id) values ($1, $2, $3, $4, $5, $6)", [tenantId, of.room_id, k.id, of.case_id, of.person_id, k.accessId]);
  await owner.query("insert into private.portal_passkey_keys (tenant_id, passkey_id, credential_id, public_key, counter, transports, number) values ($1, $2, $3, $4, 0, '{internal}', 47)", [tenantId, k.id, k.credential, k.publicKey]);
}
