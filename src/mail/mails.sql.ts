import type { WriteTx } from "../db/index.ts";

export interface DueMail {
  readonly tenant_id: string;
  readonly id: string;
  readonly case_id: string;
  readonly kind: "appointment_reminder" | "news";
  readonly attempts: number;
  readonly key_ref: string;
  readonly starts_at: Date | null;
  readonly language: string;
  /** marked as safe at this moment; null where none is */
  readonly address: string | null;
  readonly can_call: boolean;
}
export const takeDueMails = (tx: WriteTx, now: Date, canMail: boolean, most: number): Promise<DueMail[]> => tx.query<DueMail>("select * from app.take_due_mails($1, $2, $3)", [now, canMail, most]);

export interface Settled {
  readonly state: "sent" | "waiting" | "failed" | "call" | "unsafe";
  readonly againAt: Date | null;
  readonly recordId: string;
  readonly followUpId: string | null;
  readonly titleCt: Buffer | null;
}
export const settleMail = async (tx: WriteTx, mail: DueMail, s: Settled): Promise<void> => {
  await tx.query("select app.settle_mail($1, $2, $3, $4, $5, $6, $7)", [mail.tenant_id, mail.id, s.state, s.againAt, s.recordId, s.followUpId, s.titleCt]);
};
