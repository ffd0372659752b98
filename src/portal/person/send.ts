import type { WriteTx } from "../../db/index.ts";
import { deleteFile, prepareUpload, writeFile } from "../../files/index.ts";
import { Refused } from "../../kernel/errors.ts";
import { isId, newId } from "../../kernel/id.ts";
import { giveOfficeTask, listShareHolders } from "./facts.sql.ts";
import { addPaper, listHolders, type MessageRow, say } from "../portal.sql.ts";
import { MOST_BYTES } from "../process/call.ts";
import type { SignedInCall } from "../process/portal-route.ts";
import type { PageRefusal, RefusalCode } from "../views.ts";
import { sealFor } from "./open-text.ts";

const LONGEST = 4000;
const TASKS: Readonly<Record<Exclude<MessageRow["kind"], "fact">, string>> = {
  question: "Eigene Seite: Frage der Person beantworten (Reiter „Eigene Seite“)",
  wrong: "Eigene Seite: Die Person sagt, dass etwas falsch ist. Prüfen und berichtigen",
  restrict: "Eigene Seite: Einschränkung verlangt (Art. 18 DSGVO). Entscheiden, spätestens in einem Monat",
  object: "Eigene Seite: Widerspruch (Art. 21 DSGVO). Entscheiden, spätestens in einem Monat",
  paper: "Eigene Seite: neue Unterlage von der Person. Ansehen und einordnen",
};

/** The key of the form is the id of what it makes: sent twice, it is there once. */
const idOfForm = (call: SignedInCall): string => (isId(call.text("_idempotency")) ? call.text("_idempotency") : newId());

/** Null: it is on its way to whoever leads the case. */
export async function sendMessage(tx: WriteTx, call: SignedInCall, kind: Exclude<MessageRow["kind"], "paper" | "fact">, text: string, item = ""): Promise<PageRefusal | null> {
  const words = text.trim();
  if (words === "" && kind !== "wrong") return { code: "text_missing", field: "text" };
  if (words.length > LONGEST) return { code: "text_long", field: "text" };
  const [id, taskId] = [idOfForm(call), newId()];
  // each office that was sent it is told by the database's own work (99_zz_portal_person.sql); whoever sees it otherwise, here
  const shares = kind === "wrong" ? await listShareHolders(tx, item) : [];
  const holders = kind === "wrong" ? shares.filter((s) => s.life_area === null).map((s) => s.office) : kind === "restrict" || kind === "object" ? await listHolders(tx) : [];
  const title = holders.length === 0 ? TASKS[kind] : `${TASKS[kind]}. Auch mitteilen an: ${holders.join(", ")}`;
  const isIn = await say(tx, {
    id, kind, item: item.slice(0, 80), words: sealFor(call, "portal_messages.text_ct", id, words === "" ? "(ohne Worte)" : words), taskId, taskTitle: sealFor(call, "follow_ups.title_ct", taskId, title), today: call.today,
  });
  if (!isIn) return { code: "too_many_today", field: null };
  for (const share of shares) {
    const officeTask = newId();
    if (share.life_area !== null) await giveOfficeTask(tx, id, share.share_id, officeTask, sealFor(call, "follow_ups.title_ct", officeTask, `Die Person sagt: „${FIELD_WORDS[item.split(":")[0] ?? ""] ?? "Angabe"}“ stimmt nicht. Prüfen Sie, was Sie davon haben (Art. 19 DSGVO)`), call.today);
  }
  return null;
}
const FIELD_WORDS: Readonly<Record<string, string>> = { name: "Name", name_own_script: "Name", former_name: "Früherer Name", language: "Sprache", interpreter: "Sprachmittlung", phone: "Telefon", mail: "E-Mail" };

const FILE_CODES: Readonly<Record<string, RefusalCode>> = { "file-empty": "file_large", "file-kind-unknown": "file_kind" };

/** What is hostile is stopped before it is written; photographs lose the place where they were taken. */
export async function sendPaper(tx: WriteTx, call: SignedInCall): Promise<PageRefusal | null> {
  const { upload, app, me } = call;
  if (upload === null) return { code: "file_missing", field: "paper" };
  if (upload.bytes.length === 0) return { code: "file_large", field: "paper" };
  const [documentId, id, taskId] = [newId(), idOfForm(call), newId()];
  let storedName: string | null = null;
  try {
    const { bytes, hazards } = prepareUpload(upload.bytes, upload.fileName);
    const binding = { tenant: me.tenant_id, table: "documents", column: "stored_name", row: documentId, version: 1 };
    const stored = await writeFile(bytes, { keys: app.vault, keyRef: me.case_key, binding, dir: app.filesDir, maxBytes: MOST_BYTES, fileName: upload.fileName });
    storedName = stored.storedName;
    const isIn = await addPaper(tx, {
      id, documentId, nameCt: sealFor(call, "documents.name_ct", documentId, upload.fileName), media: stored.kind ?? "pdf", size: stored.size, mac: stored.fingerprint, storedName, hazards,
      words: sealFor(call, "portal_messages.text_ct", id, call.text("text").trim().slice(0, LONGEST) || upload.fileName), taskId, taskTitle: sealFor(call, "follow_ups.title_ct", taskId, TASKS.paper), today: call.today,
    });
    if (isIn) return null;
    await deleteFile(app.filesDir, storedName);
    return { code: "too_many_today", field: null };
  } catch (error) {
    if (storedName !== null) await deleteFile(app.filesDir, storedName);
    if (error instanceof Refused) return { code: FILE_CODES[error.refusals[0]?.code ?? ""] ?? (error.refusals[0]?.code.startsWith("file-kind") ? "file_kind" : "file_refused"), field: "paper" };
    throw error;
  }
}
