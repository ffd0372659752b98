import type { ReadTx } from "../db/index.ts";

export interface OfficePerson {
  readonly id: string;
  readonly key_ref: string;
}
/** A person of the officer's room, and the key under which all lies that the room writes about it. Throws NotFound for anybody else's. */
export const getOfficePerson = (tx: ReadTx, id: string): Promise<OfficePerson> => tx.get<OfficePerson>("select id, key_ref from app.persons where id = $1 and merged_into is null", [id]);

export const listOfficers = (tx: ReadTx): Promise<{ id: string; name: string }[]> => tx.query("select id, name from app.officers_here()");
