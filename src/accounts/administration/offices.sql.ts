import type { ReadTx, WriteTx } from "../../db/index.ts";

export interface Office {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly short_name: string;
  readonly municipality: string;
  readonly is_closed: boolean;
  readonly version: number;
}
export type OfficeValues = Pick<Office, "kind" | "name" | "short_name" | "municipality">;

const COLUMNS = "id, kind, name, short_name, municipality, closed_at is not null as is_closed, version";
export const listOffices = (tx: ReadTx, tenantId: string): Promise<Office[]> =>
  tx.query(`select ${COLUMNS} from app.organisations where tenant_id = $1 order by closed_at is not null, name, id`, [tenantId]);
export const getOffice = (tx: ReadTx, tenantId: string, id: string): Promise<Office> => tx.get(`select ${COLUMNS} from app.organisations where tenant_id = $1 and id = $2`, [tenantId, id]);
export const insertOffice = (tx: WriteTx, tenantId: string, id: string, o: OfficeValues): Promise<void> =>
  tx.runOne("insert into app.organisations (tenant_id, id, kind, name, short_name, municipality) values ($1, $2, $3, $4, $5, $6)", [tenantId, id, o.kind, o.name, o.short_name, o.municipality]);
/** 0 where the version is not the current one */
export const updateOffice = (tx: WriteTx, tenantId: string, id: string, version: number, o: OfficeValues): Promise<number> =>
  tx.run("update app.organisations set kind = $4, name = $5, short_name = $6, municipality = $7, version = version + 1 where tenant_id = $1 and id = $2 and version = $3", [tenantId, id, version, o.kind, o.name, o.short_name, o.municipality]);
export const closeOffice = (tx: WriteTx, tenantId: string, id: string): Promise<void> =>
  tx.runOne("update app.organisations set closed_at = now(), version = version + 1 where tenant_id = $1 and id = $2 and closed_at is null", [tenantId, id]);

export interface Room {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly controller_id: string | null;
  readonly controller_name: string | null;
  readonly joint_agreement: string | null;
  readonly operator_id: string;
  readonly operator_name: string;
  readonly is_closed: boolean;
  readonly version: number;
}
export type RoomValues = Pick<Room, "kind" | "name" | "controller_id" | "joint_agreement" | "operator_id">;

const ROOM = `select r.id, r.kind, r.name, r.controller_id, c.name as controller_name, r.joint_agreement, r.operator_id, o.name as operator_name, r.closed_at is not null as is_closed, r.version
  from app.rooms r join app.organisations o on o.tenant_id = r.tenant_id and o.id = r.operator_id
  left join app.organisations c on c.tenant_id = r.tenant_id and c.id = r.controller_id`;
export const listRooms = (tx: ReadTx, tenantId: string): Promise<Room[]> => tx.query(`${ROOM} where r.tenant_id = $1 order by r.closed_at is not null, r.name, r.id`, [tenantId]);
export const getRoom = (tx: ReadTx, tenantId: string, id: string): Promise<Room> => tx.get(`${ROOM} where r.tenant_id = $1 and r.id = $2`, [tenantId, id]);
export const insertRoom = (tx: WriteTx, tenantId: string, id: string, r: RoomValues): Promise<void> =>
  tx.runOne("insert into app.rooms (tenant_id, id, kind, name, controller_id, joint_agreement, operator_id) values ($1, $2, $3, $4, $5, $6, $7)", [tenantId, id, r.kind, r.name, r.controller_id, r.joint_agreement, r.operator_id]);
/** Kind, controller and operator stay: another controller would bring another deputy, who confirms roles. */
export const updateRoom = (tx: WriteTx, tenantId: string, id: string, version: number, r: Pick<RoomValues, "name" | "joint_agreement">): Promise<number> =>
  tx.run("update app.rooms set name = $4, joint_agreement = $5, version = version + 1 where tenant_id = $1 and id = $2 and version = $3", [tenantId, id, version, r.name, r.joint_agreement]);
export const closeRoom = (tx: WriteTx, tenantId: string, id: string): Promise<void> =>
  tx.runOne("update app.rooms set closed_at = now(), version = version + 1 where tenant_id = $1 and id = $2 and closed_at is null", [tenantId, id]);
