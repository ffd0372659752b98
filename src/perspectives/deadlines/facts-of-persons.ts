import type { ReadTx } from "../../db/index.ts";
import type { FactInput } from "../../rules/index.ts";
import type { Vault } from "../../vault/index.ts";

export async function findFactsOfPersons(_tx: ReadTx, _vault: Vault, _tenantId: string, persons: readonly { readonly person_id: string; readonly key_ref: string }[]): Promise<ReadonlyMap<string, FactInput>> {
  return new Map(persons.map((p) => [p.person_id, {}]));
}
