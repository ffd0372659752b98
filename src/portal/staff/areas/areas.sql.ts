import type { ReadTx, WriteTx } from "../../../db/index.ts";

/** Life areas that are off on every own page until a person wants them; one list for the page and for the staff. */
export const listSensitive = async (tx: ReadTx): Promise<string[]> => (await tx.query<{ key: string }>("select * from app.sensitive_life_areas() as key")).map((row) => row.key);
export const putSensitive = (tx: WriteTx, tenantId: string, keys: readonly string[]): Promise<void> =>
  tx.runOne("insert into app.settings as s (tenant_id, key, value) values ($1, 'portal_sensitive_areas', $2::jsonb) on conflict (tenant_id, key) do update set value = excluded.value, version = s.version + 1", [tenantId, JSON.stringify(keys)]);
