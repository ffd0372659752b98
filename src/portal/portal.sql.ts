import type { ReadTx, WriteTx } from "../db/index.ts";
import type { MovePart } from "../handover/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";

/** Every statement of the portal's login: functions that answer for the person of the session. It can read no table. */
export interface Me {
  readonly tenant_id: string;
  readonly room_id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly session_id: string;
  readonly tenant_name: string;
  readonly is_demo: boolean;
  readonly language: string;
  readonly given_name: string | null;
  readonly is_guardian: boolean;
  readonly is_first_pin: boolean;
  readonly person_key: string;
  readonly case_key: string;
  readonly controller: string;
}
export const getMe = (tx: ReadTx): Promise<Me> => tx.get<Me>("select * from app.portal_me()");
export const touch = (tx: WriteTx): Promise<unknown> => tx.query("select app.portal_touch()");
export const endSession = (tx: WriteTx): Promise<unknown> => tx.query("select app.portal_end_session()");
export const findStanding = async (tx: ReadTx): Promise<string | null> => (await tx.get<{ s: string | null }>("select app.portal_standing() as s")).s;
export const sayLanguage = (tx: WriteTx, language: string): Promise<unknown> => tx.query("select app.portal_say_language($1)", [language]);

export interface CardRow {
  readonly tenant_id: string;
  readonly access_id: string;
  readonly pin_hash: string;
  readonly is_first_pin: boolean;
  readonly language: string;
  readonly is_demo: boolean;
  readonly state: string;
}
export const findCard = (tx: ReadTx, card: Buffer): Promise<CardRow | undefined> => tx.find<CardRow>("select * from app.portal_find_card($1)", [card]);
export const countTry = async (tx: WriteTx, card: Buffer, who: Buffer, free: number): Promise<number> => (await tx.get<{ wait: number }>("select app.portal_attempt($1, $2, $3) as wait", [card, who, free])).wait;
export const forgetTries = (tx: WriteTx, card: Buffer, who: Buffer): Promise<unknown> => tx.query("select app.portal_forget_attempts($1, $2)", [card, who]);
export const insertSession = async (tx: WriteTx, s: { card: Buffer; knownPin: string; id: string; hash: Buffer; idleMinutes: number; hours: number }): Promise<boolean> =>
  (await tx.get<{ ok: boolean }>("select app.portal_open_session($1, $2, $3, $4, make_interval(mins => $5), make_interval(hours => $6)) as ok", [s.card, s.knownPin, s.id, s.hash, s.idleMinutes, s.hours])).ok;
export const getPin = (tx: ReadTx): Promise<{ pin_hash: string; is_first: boolean }> => tx.get("select * from app.portal_pin()");
export const setPin = async (tx: WriteTx, known: string, made: string): Promise<boolean> => (await tx.get<{ ok: boolean }>("select app.portal_set_pin($1, $2) as ok", [known, made])).ok;

export interface HelperRow { readonly role: string; readonly name: string | null; readonly office: string; readonly phone: string | null; readonly until_on: CalendarDay | null }
export const listHelpers = (tx: ReadTx): Promise<HelperRow[]> => tx.query<HelperRow>("select * from app.portal_helpers()");
export const listAreas = (tx: ReadTx): Promise<{ key: string; label: string }[]> => tx.query("select * from app.portal_areas_of()");

export interface GoalRow { readonly id: string; readonly life_area: string; readonly wish_ct: Buffer | null; readonly wish_language: string; readonly goal_ct: Buffer | null; readonly state: "open" | "closed" | "dropped"; readonly attainment: -2 | -1 | 0 | 1 | 2 | null }
export const listGoals = (tx: ReadTx): Promise<GoalRow[]> => tx.query<GoalRow>("select * from app.portal_goals()");
export interface MeasureRow {
  readonly id: string; readonly goal_id: string; readonly title_ct: Buffer; readonly responsible_kind: "person" | "account" | "office" | "volunteer"; readonly office: string | null;
  readonly due_on: CalendarDay; readonly state: "open" | "running" | "done" | "dropped"; readonly done_on: CalendarDay | null; readonly done_by_person: boolean;
}
export const listMeasures = (tx: ReadTx): Promise<MeasureRow[]> => tx.query<MeasureRow>("select * from app.portal_measures()");
export const getAgreedOn = async (tx: ReadTx): Promise<CalendarDay | null> => (await tx.get<{ d: CalendarDay | null }>("select app.portal_agreed_on() as d")).d;
export interface ClosingLetterRow {
  readonly id: string;
  readonly language: string;
  readonly content_ct: Buffer;
  readonly made_on: CalendarDay;
}
export const listClosingLetters = (tx: ReadTx): Promise<ClosingLetterRow[]> => tx.query<ClosingLetterRow>("select * from app.portal_closing_letters()");
export const tick = async (tx: WriteTx, measure: string, isDone: boolean, today: CalendarDay): Promise<boolean> => (await tx.get<{ ok: boolean }>("select app.portal_tick($1, $2, $3) as ok", [measure, isDone, today])).ok;

export interface AppointmentRow {
  readonly id: string; readonly starts_at: Date; readonly ends_at: Date | null; readonly kind: string; readonly place_ct: Buffer | null; readonly subject_ct: Buffer | null;
  readonly language: string | null; readonly office: string | null; readonly state: "planned" | "kept" | "no_show" | "cancelled" | "moved"; readonly interpreter: "none" | "asked" | "confirmed";
}
export const listAppointments = (tx: ReadTx): Promise<AppointmentRow[]> => tx.query<AppointmentRow>("select * from app.portal_appointments()");

export interface ConsentRow {
  readonly id: string; readonly recipient: string; readonly purpose: string; readonly purpose_ct: Buffer; readonly direction: "both" | "to_recipient" | "from_recipient"; readonly releases_secrecy: boolean;
  readonly given_on: CalendarDay; readonly expires_on: CalendarDay; readonly state: "in_force" | "planned" | "expired" | "withdrawn" | "representation_ended"; readonly withdrawn_at: Date | null;
  readonly version: number; readonly cells: readonly { readonly area: string; readonly kind: string; readonly gone: boolean }[];
}
export const listConsents = (tx: ReadTx): Promise<ConsentRow[]> => tx.query<ConsentRow>("select * from app.portal_consents()");
export const listUnderConsent = (tx: ReadTx, consent: string): Promise<{ sent_at: Date | null; fields: string[]; sees_now: boolean }[]> => tx.query("select * from app.portal_under_consent($1)", [consent]);
export const withdraw = async (tx: WriteTx, consent: string, isWhole: boolean, cells: readonly string[], job: string): Promise<boolean> =>
  (await tx.get<{ ok: boolean }>("select app.portal_withdraw($1, $2, $3, $4) as ok", [consent, isWhole, cells, job])).ok;

export interface SeenRow { readonly id: string; readonly at: Date; readonly function: string; readonly office: string | null; readonly is_team: boolean; readonly team_function: string | null; readonly action: string; readonly purpose: string }
export const listSeen = (tx: ReadTx, before: Date, most: number): Promise<SeenRow[]> => tx.query<SeenRow>("select * from app.portal_seen($1, $2)", [before, most]);
export interface PassedOnRow { readonly id: string; readonly sent_at: Date; readonly recipient: string; readonly fields: string[]; readonly consent_id: string | null; readonly norm: string; readonly recipient_state: string | null }
export interface GivenMoveRow { readonly id: string; readonly given_on: CalendarDay; readonly recipient_ct: Buffer; readonly parts: MovePart[]; readonly files: number }
export const listGivenMoves = (tx: ReadTx): Promise<GivenMoveRow[]> => tx.query<GivenMoveRow>("select * from app.portal_moves()");
export const listPassedOn = (tx: ReadTx): Promise<PassedOnRow[]> => tx.query<PassedOnRow>("select * from app.portal_passed_on()");
export interface DataRow { readonly part: string; readonly code: string; readonly row_id: string; readonly value: string; readonly extra: string; readonly from_on: CalendarDay | null; readonly until_on: CalendarDay | null }
export const listData = (tx: ReadTx): Promise<DataRow[]> => tx.query<DataRow>("select * from app.portal_data()");

export interface MessageRow {
  readonly id: string; readonly kind: "question" | "wrong" | "restrict" | "object" | "paper" | "fact"; readonly item: string; readonly text_ct: Buffer; readonly state: "open" | "done" | "declined";
  readonly answer_ct: Buffer | null; readonly sent_at: Date; readonly answered_at: Date | null; readonly document_id: string | null;
}
export const listMessages = (tx: ReadTx): Promise<MessageRow[]> => tx.query<MessageRow>("select * from app.portal_messages_of()");
export const listHolders = async (tx: ReadTx): Promise<string[]> => (await tx.query<{ office: string }>("select * from app.portal_holders()")).map((h) => h.office);
export interface NewMessage { readonly id: string; readonly kind: MessageRow["kind"]; readonly item: string; readonly words: Buffer; readonly taskId: string; readonly taskTitle: Buffer; readonly today: CalendarDay }
export const say = async (tx: WriteTx, m: NewMessage): Promise<boolean> =>
  (await tx.get<{ ok: boolean }>("select app.portal_say($1, $2, $3, $4, $5, $6, $7) as ok", [m.id, m.kind, m.item, m.words, m.taskId, m.taskTitle, m.today])).ok;
export interface DocumentRow { readonly id: string; readonly name_ct: Buffer; readonly kind: string; readonly created_at: Date; readonly is_from_person: boolean }
export const listDocuments = (tx: ReadTx): Promise<DocumentRow[]> => tx.query<DocumentRow>("select * from app.portal_documents()");
export interface NewPaper extends Omit<NewMessage, "kind" | "item"> { readonly documentId: string; readonly nameCt: Buffer; readonly media: string; readonly size: number; readonly mac: Buffer; readonly storedName: string; readonly hazards: readonly string[] }
export const addPaper = async (tx: WriteTx, p: NewPaper): Promise<boolean> =>
  (await tx.get<{ ok: boolean }>("select app.portal_add_paper($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as ok",
    [p.documentId, p.nameCt, p.media, p.size, p.mac, p.storedName, p.hazards, p.id, p.words, p.taskId, p.taskTitle, p.today])).ok;
export const noteExport = (tx: WriteTx): Promise<unknown> => tx.query("select app.portal_exported()");
