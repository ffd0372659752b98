import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { RightKind } from "./addresses.ts";
import type { Again, Said } from "./frame.ts";

/**
 * What the person's pages show: plain data, ids, days and codes. Words of the portal stand in `texts/`, by code and in nine
 * languages; words that somebody typed come as `Said`, in the language in which they were typed, and are shown as they are.
 */

export { ADDRESS, HARMLESS, PORTAL_LANGUAGES, type PortalLanguage, portalLanguageOf, type RightKind } from "./addresses.ts";

export type { Again, Done, DoneCode, Frame, PageRefusal, RefusalCode, Said } from "./frame.ts";
export type { OwnPinView, PasskeysView, StartView } from "./sign-in-views.ts";

// ── home
export interface HomeView {
  /** at most three, next first */
  readonly next: readonly NextThing[];
  /** open ones of the person beyond those three */
  readonly moreOpen: number;
  /** whoever leads; null while nobody does */
  readonly helper: Helper | null;
  readonly helpers: number;
  readonly lastSeen: readonly SeenEntry[];
  readonly unreadAnswers: number;
}
export type NextThing = { readonly kind: "measure"; readonly measure: MeasureView } | { readonly kind: "appointment"; readonly appointment: AppointmentView };

// ── plan
export interface PlanView {
  readonly goals: readonly GoalView[];
  readonly agreedOn: CalendarDay | null;
  /** of a case that ended, the latest first */
  readonly letters: readonly { readonly id: string; readonly madeOn: CalendarDay }[];
}
export interface GoalView {
  readonly id: string;
  readonly lifeArea: LifeArea;
  /** the person's own words; null where only the agreed German ones are there */
  readonly wish: Said | null;
  readonly goal: Said | null;
  readonly state: "open" | "closed" | "dropped";
  readonly attainment: -2 | -1 | 0 | 1 | 2 | null;
  readonly measures: readonly MeasureView[];
}
export interface MeasureView {
  readonly id: string;
  readonly title: Said;
  /** `you`: the person ticks it off */
  readonly who: "you" | "case_management" | "office" | "volunteer";
  /** of the office, where it is one */
  readonly office: string | null;
  readonly dueOn: CalendarDay;
  readonly state: "open" | "running" | "done" | "dropped";
  readonly doneOn: CalendarDay | null;
  readonly doneByPerson: boolean;
}
/** `key` as a new municipality has it, shown in the person's language; a life area of its own comes with its own word */
export interface LifeArea {
  readonly key: string;
  readonly label: string;
}

// ── appointments
export interface AppointmentsView {
  readonly coming: readonly AppointmentView[];
  readonly past: readonly AppointmentView[];
}
export interface AppointmentView {
  readonly id: string;
  readonly day: CalendarDay;
  /** `09:30`, in the municipality's time */
  readonly from: string;
  readonly until: string | null;
  readonly place: string | null;
  readonly subject: Said | null;
  readonly withWhom: string | null;
  readonly language: string | null;
  readonly interpreter: "none" | "asked" | "confirmed";
  readonly state: "planned" | "kept" | "no_show" | "cancelled" | "moved";
}

// ── who helps me
export interface HelpersView {
  readonly helpers: readonly Helper[];
}
export interface Helper {
  readonly role: "lead" | "substitute" | "member" | "partner" | "volunteer";
  /** where a name is indispensable; else function and office */
  readonly name: string | null;
  readonly office: string | null;
  readonly phone: string | null;
  readonly until: CalendarDay | null;
}

// ── consents
export interface ConsentsView {
  readonly inForce: readonly ConsentLine[];
  readonly ended: readonly ConsentLine[];
}
export interface ConsentLine {
  readonly id: string;
  readonly recipient: string;
  /** keys of src/consent: `work`, `benefits`, … */
  readonly purpose: string;
  readonly direction: "both" | "to_recipient" | "from_recipient";
  readonly givenOn: CalendarDay;
  readonly expiresOn: CalendarDay;
  readonly state: "in_force" | "planned" | "expired" | "withdrawn" | "representation_ended";
  readonly withdrawnOn: CalendarDay | null;
  readonly cells: readonly ConsentCell[];
}
export interface ConsentCell {
  /** `arbeit.contact`, `.identity`: comes back as `cells` */
  readonly cell: string;
  /** null for facts about the person */
  readonly lifeArea: LifeArea | null;
  readonly kind: string;
  readonly isWithdrawn: boolean;
}
export interface ConsentView {
  readonly consent: ConsentLine;
  readonly purposeText: Said | null;
  readonly releasesSecrecy: boolean;
  readonly again: Again;
}
/** Before: what would happen. Afterwards, on the receipt: what happened. */
export interface ConsequencesView {
  readonly consent: ConsentLine;
  readonly scope: "whole" | "part";
  readonly cells: readonly ConsentCell[];
  readonly stays: readonly ConsentCell[];
  /** the office sees into the case now, and no more afterwards */
  readonly seesNow: boolean;
  /** what it already has; stays there, and it is told */
  readonly held: readonly { readonly on: CalendarDay; readonly fields: readonly string[] }[];
  /** open tasks that the office has for the person */
  readonly tasks: readonly Said[];
}
export interface ReceiptView extends ConsequencesView {
  readonly on: CalendarDay;
  readonly reference: string;
}

// ── who saw what and why
export interface SeenView {
  /** newest day first; within it newest first */
  readonly days: readonly { readonly day: CalendarDay; readonly entries: readonly SeenEntry[] }[];
  /** `?vor=` of the next older page */
  readonly olderBefore: string | null;
}
export interface SeenEntry {
  readonly day: CalendarDay;
  readonly time: string;
  readonly role: SeenRole;
  readonly office: string | null;
  readonly name: string | null;
  /** what was done on that day, each once, to what and how often */
  readonly deeds: readonly { readonly did: SeenDeed; readonly what: readonly SeenThing[]; readonly times: number }[];
  readonly why: SeenWhy | null;
  readonly reason: Said | null;
}
export type SeenRole = "case_manager" | "team_lead" | "intake" | "partner_worker" | "volunteer" | "authority" | "data_protection" | "administration" | "you" | "program";
export type SeenDeed = "read" | "listed" | "changed" | "added" | "removed" | "passed_on" | "printed" | "downloaded" | "opened" | "answered" | "sent" | "asked";
export type SeenThing = "case" | "person" | "notes" | "tasks" | "papers" | "plan" | "appointments" | "consents" | "residence" | "assessment" | "letters" | "record" | "messages" | "own_page" | "meeting" | "exchange" | "copy" | "keeping" | "other";
export type SeenWhy = "works_with_you" | "stands_in" | "leads_team" | "you_allowed" | "emergency" | "handover" | "checks" | "law" | "yourself";

// ── what was passed to whom
export interface PassedOnView {
  readonly items: readonly PassedOnItem[];
}
export interface PassedOnItem {
  readonly id: string;
  readonly on: CalendarDay;
  readonly recipient: string;
  /** in German, as they were sent */
  readonly fields: readonly string[];
  readonly basis: "consent" | "law";
  /** the consent it rests on, or the norm as printed */
  readonly consentId: string | null;
  readonly norm: string | null;
  readonly state: "sent" | "declined" | "deleted";
}

// ── my data
export interface DataView {
  /** the person may say something here; not where the staff look at the page */
  readonly maySay?: boolean;
  readonly groups: readonly { readonly code: DataGroup; readonly items: readonly DataItem[] }[];
}
export type DataGroup = "person" | "reach" | "language" | "family" | "residence" | "facts" | "strengths" | "papers";
export interface DataItem {
  /** comes back as `item` of "this is wrong" */
  readonly id: string;
  readonly label: DataLabel;
  /** null: nothing is known, and the person said something that waits */
  readonly value: DataValue | null;
  /** said to be wrong on this day, and not settled yet */
  readonly saidWrongOn: CalendarDay | null;
  /** of facts of the rules: where it comes from, and when */
  readonly told?: { readonly how: "said" | "paper" | "register" | "finding" | "own"; readonly on: CalendarDay };
  /** key of the fact, where the person can say it anew */
  readonly fact?: string;
  /** what the person said here and nobody has looked at yet */
  readonly waits?: { readonly value: DataValue; readonly on: CalendarDay };
}
export type DataLabelCode =
  | "name" | "name_own_script" | "former_name" | "birth" | "birth_place" | "nationality" | "gender" | "address" | "phone" | "mail" | "safe_way" | "language" | "interpreter"
  | "relation" | "title" | "valid_until" | "entered_on" | "document" | "life_area";
/** a code, or German words where there are many kinds (facts of the rules) */
export type DataLabel = { readonly code: DataLabelCode } | { readonly said: Said };
export type DataValue = { readonly day: CalendarDay } | { readonly said: Said } | { readonly country: string } | { readonly languageCode: string } | { readonly yes: boolean };
export interface SayFactView {
  /** to choose from; empty on the page of one */
  readonly choices: readonly { readonly group: DataGroup; readonly facts: readonly { readonly key: string; readonly label: Said }[] }[];
  readonly one: {
    readonly key: string;
    readonly label: Said;
    readonly kind: "yes_no" | "one_of" | "number" | "day";
    readonly options: readonly { readonly value: string; readonly words: Said }[];
    /** what stands there now, if anything */
    readonly item: DataItem | null;
  } | null;
  readonly again: Again;
}
export interface WrongView {
  readonly item: DataItem;
  readonly again: Again;
}

// ── rights, questions, papers, export
export interface RightsView {
  readonly asked: readonly { readonly kind: RightKind | "wrong"; readonly on: CalendarDay; readonly state: "open" | "done" | "declined"; readonly answer: Said | null }[];
  /** who is responsible, its data protection officer, and the supervisory authority, as typed by the municipality */
  readonly controller: string;
  readonly officer: string | null;
  readonly supervisor: { readonly name: string; readonly contact: string };
}
export interface RightView {
  readonly kind: RightKind;
  readonly again: Again;
}
export interface QuestionView {
  readonly asked: readonly { readonly id: string; readonly on: CalendarDay; readonly text: Said; readonly answer: Said | null; readonly answeredOn: CalendarDay | null }[];
  readonly again: Again;
}
export interface PaperView {
  readonly sent: readonly { readonly id: string; readonly on: CalendarDay; readonly name: string; readonly isChecked: boolean }[];
  readonly largestMegabytes: number;
  readonly again: Again;
}
export interface TakeAllView {
  /** `html`: the whole as one page to keep and print (`wholeHtml`); it needs no program but a browser */
  readonly formats: readonly ("html" | "pdf" | "json")[];
  readonly lastOn: CalendarDay | null;
}
/** Everything that the pages show, in one. */
export interface WholeView {
  readonly controller: string;
  readonly data: DataView;
  readonly plan: PlanView;
  readonly appointments: AppointmentsView;
  readonly helpers: readonly Helper[];
  readonly consents: ConsentsView;
  readonly passedOn: PassedOnView;
  readonly seen: SeenView;
  readonly questions: QuestionView["asked"];
}
export interface MoreView {
  readonly mayAddPasskey: boolean;
}
export interface LanguageView {
  readonly backTo: string;
}

/** Pages without anything personal: the session is over, the access is frozen or ended, the invitation too old, or something failed. */
export type StandstillCode = "signed_out" | "session_over" | "frozen" | "ended" | "invitation_expired" | "not_found" | "form_old" | "too_many" | "broken";
export interface StandstillView {
  readonly code: StandstillCode;
  /** of the office, not of a person; shown where somebody can be asked */
  readonly phone: string | null;
  /** the request's id, where something failed */
  readonly requestId: string | null;
}
