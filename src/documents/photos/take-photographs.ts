import { storePhotograph, type StoredPhotograph } from "../../cases/index.ts";
import { deleteFile } from "../../files/index.ts";
import type { Upload, Visitor } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { hashOfSecret, photoSecret } from "./photo-secret.ts";
import { endTicket, findOpenTicket, keepPages, type NewPage, type OpenTicket } from "./photos.sql.ts";

export const MOST_PAGES = 30;
export const MOST_PHOTO_BYTES = 15 * 1_048_576;

/** NotFound for every code that does not count: used, over, ended, invented. Which of these is nobody's business. */
export async function openTicket({ app }: Visitor, secret: string): Promise<OpenTicket> {
  const ticket = await app.db.signIn((tx) => findOpenTicket(tx, hashOfSecret(secret)));
  if (ticket === undefined) throw new NotFound();
  return ticket;
}

/** Keeps the photographs and makes this secret worthless. The next one, which only this telephone learns. */
export async function takePhotographs(visitor: Visitor, secret: string, uploads: readonly Upload[]): Promise<string> {
  const { app } = visitor;
  const ticket = await openTicket(visitor, secret);
  if (uploads.length === 0) throw new Refused([{ code: "file-missing", field: "seiten", sentence: "Nehmen Sie ein Foto auf, oder wählen Sie eines." }]);
  if (ticket.page_count + uploads.length > MOST_PAGES) throw new Refused([{ code: "too-many-pages", field: "seiten", sentence: `Höchstens ${MOST_PAGES} Seiten mit einem Code.` }]);
  const place = { tenantId: ticket.tenant_id, keyRef: ticket.key_ref };
  const stored: StoredPhotograph[] = [];
  try {
    const day = germanDay(dayOf(visitor.now, app.config.timeZone));
    for (const [i, upload] of uploads.entries()) stored.push(await storePhotograph(app, place, named(upload), `Foto vom ${day}, Seite ${ticket.page_count + i + 1}`, MOST_PHOTO_BYTES));
    const next = photoSecret(app, { ...place, ticketId: ticket.id, turn: ticket.turn + 1 });
    if (!(await app.db.signIn((tx) => keepPages(tx, hashOfSecret(secret), hashOfSecret(next), newId(), stored.map(pageOf))))) throw new NotFound();
    return next;
  } catch (error) {
    for (const { storedName } of stored) await deleteFile(app.filesDir, storedName);
    throw error;
  }
}

/** What a telephone calls its photographs says nothing, and sometimes where it was: only the kind is taken. */
const named = (upload: Upload): Upload => ({ ...upload, fileName: /\.png$/i.test(upload.fileName) ? "Seite.png" : "Seite.jpg" });

const pageOf = (one: StoredPhotograph): NewPage => ({ id: one.id, name: one.nameCt.toString("base64"), media_type: one.kind, size: one.size, mac: one.mac.toString("base64"), stored_name: one.storedName });

export const finishPhotographs = async ({ app }: Visitor, secret: string): Promise<void> => app.db.signIn((tx) => endTicket(tx, hashOfSecret(secret)));
