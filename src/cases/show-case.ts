import { record } from "../audit/index.ts";
import type { ReadTx } from "../db/index.ts";
import type { Asking, FormState } from "../http/index.ts";
import { NotFound } from "../kernel/errors.ts";
import { type CaseHead, readCaseHead } from "./reading/case-head.ts";

/** The head for a page within the case, recorded as a read. NotFound where only the head is the reader's to see. */
export async function showCase(tx: ReadTx, asking: Asking, caseId: string, form: FormState, options: { headIsEnough?: boolean } = {}) {
  const head: CaseHead = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen && options.headIsEnough !== true) throw new NotFound();
  await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [caseId], caseId, ...(head.isOpen ? {} : { purpose: "head" }) });
  return { head, today: asking.today, form, hidden: asking.form() };
}
