import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { inWords } from "./constraints.ts";
import { closeOffice, closeRoom, getOffice, getRoom, insertOffice, insertRoom, listRooms, updateOffice, updateRoom } from "./offices.sql.ts";
import { OFFICE_KINDS, type OfficeKind, ROOM_KINDS, type RoomKind } from "./words.ts";

const keysOf = <K extends string>(words: Readonly<Record<K, string>>): [K, ...K[]] => Object.keys(words) as [K, ...K[]];
const name = z.string().trim().min(1, "Geben Sie einen Namen ein.").max(200, "Höchstens 200 Zeichen.");
const emptyAsNull = z.string().trim().transform((text) => (text === "" ? null : text));

export const officeSchema = z.object({
  kind: z.enum(keysOf<OfficeKind>(OFFICE_KINDS), "Wählen Sie, was für eine Stelle das ist."),
  name,
  short_name: z.string().trim().max(60, "Höchstens 60 Zeichen.").default(""),
  municipality: z.string().trim().max(200).default(""),
});
export type OfficeInput = z.output<typeof officeSchema>;

export async function addOffice(tx: WriteTx, asking: Asking, input: OfficeInput): Promise<string> {
  const id = newId();
  await insertOffice(tx, asking.session.tenantId, id, input);
  await record(tx, asking, { action: "organisation.added", objectKind: "organisation", objectIds: [id] });
  return id;
}

export async function changeOffice(tx: WriteTx, asking: Asking, id: string, version: number, input: OfficeInput): Promise<void> {
  const { tenantId } = asking.session;
  if ((await updateOffice(tx, tenantId, id, version, input)) === 0) throw new Stale({ ...(await getOffice(tx, tenantId, id)) });
  await record(tx, asking, { action: "organisation.changed", objectKind: "organisation", objectIds: [id] });
}

export async function shutOffice(tx: WriteTx, asking: Asking, id: string): Promise<void> {
  const { tenantId } = asking.session;
  await closeOffice(tx, tenantId, id);
  const rooms = (await listRooms(tx, tenantId)).filter((room) => !room.is_closed && (room.controller_id === id || room.operator_id === id));
  if (rooms.length > 0) throw new Refused([{ code: "office-has-rooms", sentence: `Diese Stelle verantwortet oder betreibt noch: ${rooms.map((room) => room.name).join(", ")}. Schließen Sie erst diese Aktenbereiche.` }]);
  await record(tx, asking, { action: "organisation.closed", objectKind: "organisation", objectIds: [id] });
}

export const roomSchema = z
  .object({
    kind: z.enum(keysOf<RoomKind>(ROOM_KINDS), "Wählen Sie, wofür der Aktenbereich ist."),
    name,
    controller_id: emptyAsNull.pipe(z.uuid().nullable()).default(null),
    joint_agreement: emptyAsNull.pipe(z.string().max(500, "Höchstens 500 Zeichen.").nullable()).default(null),
    operator_id: z.uuid("Wählen Sie die Stelle, die den Aktenbereich betreibt."),
  })
  .refine((room) => room.controller_id !== null || room.joint_agreement !== null, {
    path: ["controller_id"],
    message: "Wählen Sie die verantwortliche Stelle, oder nennen Sie die Vereinbarung der gemeinsam Verantwortlichen (Art. 26 DSGVO).",
  });
export type RoomInput = z.output<typeof roomSchema>;

export async function addRoom(tx: WriteTx, asking: Asking, input: RoomInput): Promise<string> {
  const id = newId();
  await inWords(insertRoom(tx, asking.session.tenantId, id, input));
  await record(tx, asking, { action: "room.added", objectKind: "room", objectIds: [id] });
  return id;
}

export const roomChangeSchema = z.object({ name, joint_agreement: emptyAsNull.pipe(z.string().max(500).nullable()).default(null) });

export async function changeRoom(tx: WriteTx, asking: Asking, id: string, version: number, input: z.output<typeof roomChangeSchema>): Promise<void> {
  const { tenantId } = asking.session;
  if ((await inWords(updateRoom(tx, tenantId, id, version, input))) === 0) throw new Stale({ ...(await getRoom(tx, tenantId, id)) });
  await record(tx, asking, { action: "room.changed", objectKind: "room", objectIds: [id] });
}

/** No new roles from then on; whoever has one finishes the files, until the role is ended. */
export async function shutRoom(tx: WriteTx, asking: Asking, id: string): Promise<void> {
  await closeRoom(tx, asking.session.tenantId, id);
  await record(tx, asking, { action: "room.closed", objectKind: "room", objectIds: [id] });
}
