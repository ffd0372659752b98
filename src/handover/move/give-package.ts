import { createHash } from "node:crypto";
import PizZip from "pizzip";
import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { deleteFile, readWhole, writeFile } from "../../files/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { makePdf } from "../../pdf/index.ts";
import { contentSum, gatherPackage } from "./gather-package.ts";
import type { GivenHow } from "./move-words.ts";
import { getMove, listAgreements, markGiven } from "./moves.sql.ts";
import { PACKAGE_FILE, PAPER_FILE } from "./package-format.ts";
import { paperOf } from "./package-paper.ts";
import { choiceOf, openHead, readMove } from "./prepare-move.ts";

const LONGEST = 100 * 1_048_576;
const README = `Fall aus Einklang für eine andere Kommune.

paket.pdf    alles zum Lesen
paket.json   dasselbe für Programme (Format einklang-move/1)
dateien/     Dateien, die die Person mitnimmt

Einwilligungen gelten nur weiter, wo es dort steht; alle anderen sind neu einzuholen.
`;
const storeOf = (asking: Asking, keyRef: string, id: string) => ({ keys: asking.app.vault, keyRef, binding: { tenant: asking.session.tenantId, table: "case_moves", column: "file", row: id, version: 1 }, dir: asking.app.filesDir });

/** Makes the package of what was agreed, keeps it with the case as it goes out, and closes the choice. The database asks for everybody's word again. */
export async function givePackage(tx: WriteTx, asking: Asking, caseId: string, moveId: string, how: GivenHow): Promise<void> {
  const head = await openHead(tx, asking, caseId);
  const move = await readMove(tx, asking, head, moveId);
  if (move.state !== "prepared") throw new NotFound();
  if (!move.isAgreed) throw new Refused([{ code: "not-agreed", sentence: "Erst wenn alle zugestimmt haben, die im Paket stehen, geht es hinaus." }]);
  const agreements = await listAgreements(tx, moveId);
  const { content, files, confided } = await gatherPackage(tx, asking, head, choiceOf(move), agreements, true);
  const sum = contentSum(content);
  if (agreements.some((a) => a.withdrawn_on === null && !a.content_sha256.equals(sum))) throw new Refused([{ code: "changed-since", sentence: "Seit der Zustimmung hat sich geändert, was im Paket steht. Lesen Sie es noch einmal zusammen, nehmen Sie die alte Zustimmung zurück, und halten Sie die neue fest." }]);
  const zip = new PizZip();
  const put = (path: string, bytes: string | Buffer): unknown => zip.file(path, bytes, { date: asking.now });
  put(PACKAGE_FILE, JSON.stringify(content, null, 2));
  put(PAPER_FILE, Buffer.from(await makePdf("subject-access", paperOf(content), asking.now)));
  put("LIESMICH.txt", README);
  for (const f of files) put(f.path, f.content);
  const bytes = zip.generate({ type: "nodebuffer", compression: "DEFLATE" }) as Buffer;
  const stored = await writeFile(bytes, { ...storeOf(asking, head.keyRef, moveId), maxBytes: LONGEST, fileName: null });
  try {
    if ((await markGiven(tx, caseId, moveId, { on: asking.today, how, storedName: stored.storedName, size: bytes.length, sha256: createHash("sha256").update(bytes).digest(), leftOut: confided })) !== 1) throw new NotFound();
    await record(tx, asking, { action: "move.handed_over", objectKind: "move", objectIds: [moveId, ...move.person_ids], caseId, purpose: how });
  } catch (error) {
    await deleteFile(asking.app.filesDir, stored.storedName);
    throw error;
  }
}

/** The package as it was given; the same bytes each time. */
export async function fetchPackage(tx: ReadTx, asking: Asking, caseId: string, moveId: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const head = await openHead(tx, asking, caseId);
  const row = await getMove(tx, caseId, moveId);
  if (row.state !== "given") throw new NotFound();
  const content = await readWhole({ ...storeOf(asking, head.keyRef, moveId), storedName: row.stored_name });
  await record(tx, asking, { action: "move.downloaded", objectKind: "move", objectIds: [moveId], caseId });
  return { name: `umzug-${head.number}.zip`, content };
}
