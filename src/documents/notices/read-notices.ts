import { getCaseFile, openText } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { storedKind } from "../../files/index.ts";
import type { Asking } from "../../http/index.ts";
import { decideTimeLimit, type NoticeFacts } from "./decide-time-limit.ts";
import { getNotice, listLoosePages, listNoticePages, listNotices, type NoticeRow, type PageRow } from "./notices.sql.ts";

export interface NoticePageView {
  readonly documentId: string;
  readonly name: string;
  readonly isPicture: boolean;
  readonly isShowable: boolean;
}

const factsOf = (row: NoticeRow): NoticeFacts => ({
  issuedOn: row.issued_on, madeKnown: row.made_known, madeKnownOn: row.made_known_on, arrivedOn: row.arrived_on, law: row.law, remedy: row.remedy, instruction: row.instruction, period: row.period,
});

function shown(asking: Asking, keyRef: string, row: NoticeRow, pages: readonly PageRow[]) {
  const limit = decideTimeLimit(factsOf(row));
  return {
    id: row.id, caseId: row.case_id, personId: row.person_id, subject: openText(asking, keyRef, "notices.subject_ct", row.id, row.subject_ct), issuer: openText(asking, keyRef, "notices.issuer_ct", row.id, row.issuer_ct),
    reference: openText(asking, keyRef, "notices.reference_ct", row.id, row.reference_ct), ...factsOf(row), dueOn: limit.dueOn, safeOn: limit.safeOn, knownOn: limit.knownOn, steps: limit.steps, cautions: limit.cautions,
    state: row.state, settledOn: row.settled_on, followUpId: row.follow_up_id, version: row.version, pages: pages.filter((p) => p.notice_id === row.id).map((p) => pageView(asking, keyRef, p)),
  };
}
export type ShownNotice = ReturnType<typeof shown>;

const pageView = (asking: Asking, keyRef: string, p: PageRow): NoticePageView => {
  const kind = storedKind(p.media_type);
  const isPicture = kind === "jpeg" || kind === "png";
  return { documentId: p.document_id, name: openText(asking, keyRef, "documents.name_ct", p.document_id, p.name_ct), isPicture, isShowable: (isPicture || kind === "pdf") && p.hazards.length === 0 };
};

export async function readNotices(tx: ReadTx, asking: Asking, caseId: string): Promise<ShownNotice[]> {
  const { key_ref: keyRef } = await getCaseFile(tx, caseId);
  const pages = await listNoticePages(tx, caseId);
  return (await listNotices(tx, caseId)).map((row) => shown(asking, keyRef, row, pages));
}

export async function readNotice(tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<ShownNotice> {
  const { key_ref: keyRef } = await getCaseFile(tx, caseId);
  const row = await getNotice(tx, caseId, id);
  return shown(asking, keyRef, row, await listNoticePages(tx, caseId));
}

/** Papers that could be pages of a notice. */
export async function readLoosePages(tx: ReadTx, asking: Asking, caseId: string): Promise<{ value: string; label: string }[]> {
  const { key_ref: keyRef } = await getCaseFile(tx, caseId);
  return (await listLoosePages(tx, caseId)).map((d) => ({ value: d.id, label: openText(asking, keyRef, "documents.name_ct", d.id, d.name_ct) }));
}
