import type { VNode } from "preact";
import { calendarDay } from "../../kernel/calendar-day.ts";
import { ADDRESS, type Again, type AppointmentView, type ConsentLine, type ConsequencesView, type Frame, type Helper, type MeasureView, type PortalLanguage, type Said, type SeenEntry, type StandstillCode, type WholeView } from "../views.ts";
import * as pages from "./index.ts";

/** Every page, filled with an invented life: what the gallery of the tests renders, and what may be looked at. */
const TODAY = calendarDay("2026-11-23");
const day = calendarDay;
const german = (text: string): Said => ({ text, lang: "de" });
const OWN: Readonly<Partial<Record<PortalLanguage, readonly [name: string, wish: string]>>> = {
  ar: ["أميرة", "أريد أن أعمل ممرضة من جديد"], prs: ["فرزانه", "می‌خواهم دوباره به حیث نرس کار کنم"], ti: ["ሰላም", "ከም ነርስ እንደገና ክሰርሕ እደሊ"], ru: ["Амина", "Хочу снова работать медсестрой"], uk: ["Олена", "Хочу знову працювати медсестрою"],
  tr: ["Emine", "Yeniden hemşire olarak çalışmak istiyorum"], fr: ["Aminata", "Je veux retravailler comme infirmière"], en: ["Amira", "I want to work as a nurse again"],
};
const own = (language: PortalLanguage, index: 0 | 1): Said => ({ text: OWN[language]?.[index] ?? ["Amira", "Ich möchte wieder als Pflegerin arbeiten"][index]!, lang: language === "prs" ? "fa-AF" : language in OWN ? language : "de" });

export const frameOf = (language: PortalLanguage, more: Partial<Frame> = {}): Frame => ({ language, isSignedIn: true, csrf: "token", idempotencyKey: "key", today: TODAY, path: ADDRESS.home, done: null, isDemo: false, ...more });
export const fresh: Again = { values: {}, refusals: [] };

const measure = (id: string, title: string, more: Partial<MeasureView> = {}): MeasureView => ({ id, title: german(title), who: "you", office: null, dueOn: day("2026-12-04"), state: "open", doneOn: null, doneByPerson: false, ...more });
const measures = [measure("m1", "Zeugnis übersetzen lassen", { dueOn: day("2026-11-20") }), measure("m2", "Formular für die Anerkennung ausfüllen"), measure("m3", "Platz im B1-Kurs suchen", { who: "office", office: "Volkshochschule Lindenau", dueOn: day("2027-01-11") }), measure("m4", "Beratung anrufen", { state: "done", doneOn: day("2026-11-18"), doneByPerson: true })];
const appointment: AppointmentView = { id: "t1", day: day("2026-11-24"), from: "09:30", until: "10:15", place: "Rathaus Lindenau, Zimmer 214, Marktplatz 1", subject: german("Anerkennung besprechen"), withWhom: "Sabine Kurz", language: "ar", interpreter: "confirmed", state: "planned" };
const lead: Helper = { role: "lead", name: "Sabine Kurz", office: "Stadt Lindenau", phone: "02841 99-17", until: null };
const cells = [{ cell: "arbeit.contact", lifeArea: { key: "arbeit", label: "Arbeit" }, kind: "contact", isWithdrawn: false }, { cell: "arbeit.certificates", lifeArea: { key: "arbeit", label: "Arbeit" }, kind: "certificates", isWithdrawn: false }, { cell: ".language", lifeArea: null, kind: "language", isWithdrawn: false }];
const consent: ConsentLine = { id: "c1", recipient: "Jobcenter Kreis Lindenau", purpose: "work", direction: "both", givenOn: day("2026-09-01"), expiresOn: day("2027-08-31"), state: "in_force", withdrawnOn: null, cells };
const consequences: ConsequencesView = { consent, scope: "part", cells: cells.slice(0, 1), stays: cells.slice(1), seesNow: true, held: [{ on: day("2026-10-12"), fields: ["Berufsabschluss", "Sprachniveau"] }], tasks: [german("Vermittlungsvorschlag prüfen")] };
const seen = (more: Partial<SeenEntry>): SeenEntry => ({ day: day("2026-11-18"), time: "10:42", role: "partner_worker", office: "Jobcenter Kreis Lindenau", name: null, deeds: [{ did: "read", what: ["notes", "tasks"], times: 1 }], why: "you_allowed", reason: german("um den Pflegekurs zu klären"), ...more });
const entries = [seen({}), seen({ time: "08:05", role: "case_manager", office: "Stadt Lindenau", name: "Sabine Kurz", deeds: [{ did: "changed", what: ["plan"], times: 1 }], why: "works_with_you", reason: null })];
const CODES: readonly StandstillCode[] = ["signed_out", "session_over", "frozen", "ended", "invitation_expired", "not_found", "form_old", "too_many", "broken"];

export const wholeOf = (language: PortalLanguage): WholeView => ({
  controller: "Kreis Lindenau, Der Landrat", helpers: [lead], plan: { agreedOn: null, letters: [], goals: [{ id: "g1", lifeArea: { key: "arbeit", label: "Arbeit" }, wish: own(language, 1), goal: german("Anerkennung als Pflegefachfrau"), state: "open", attainment: null, measures }] },
  data: { groups: [{ code: "person", items: [{ id: "n", label: { code: "name" }, value: { said: german("Amira Haddad") }, saidWrongOn: TODAY }, { id: "b", label: { code: "birth" }, value: { day: day("1991-03-07") }, saidWrongOn: null }] }] },
  appointments: { coming: [appointment], past: [] }, consents: { inForce: [consent], ended: [] }, seen: { days: [{ day: day("2026-11-18"), entries }], olderBefore: null },
  passedOn: { items: [{ id: "p1", on: day("2026-10-12"), recipient: "Jobcenter Kreis Lindenau", fields: ["Sprachniveau"], basis: "law", consentId: null, norm: "§ 4 KKG", state: "sent" }] },
  questions: [{ id: "q", on: TODAY, text: own(language, 1), answer: null, answeredOn: null }],
});

export function galleryOf(language: PortalLanguage): Readonly<Record<string, VNode>> {
  const [frame, outside] = [(path: string, more: Partial<Frame> = {}) => frameOf(language, { path, ...more }), frameOf(language, { isSignedIn: false, path: ADDRESS.start })];
  const refused: Again = { values: { text: "…", scope: "part", cells: ".language" }, refusals: [{ code: "text_missing", field: "text" }] };
  return {
    start: pages.StartPage({ frame: outside, view: { secret: "abc", triesLeft: null, passkey: "last", again: fresh } }),
    "start-refused": pages.StartPage({ frame: outside, view: { secret: "", triesLeft: 3, passkey: "first", unknownPasskey: { id: "AAAA", site: "seite.example" }, again: { values: { k: "ABCD-1234" }, refusals: [{ code: "pin_wrong", field: "pin" }] } } }),
    "own-pin": pages.OwnPinPage({ frame: frame(ADDRESS.ownPin), view: { isFirst: true, again: { values: {}, refusals: [{ code: "pin_differs", field: "again" }] } } }),
    home: pages.HomePage({ frame: frame(ADDRESS.home, { isDemo: true }), view: { next: [{ kind: "appointment", appointment }, { kind: "measure", measure: measures[0]! }, { kind: "measure", measure: measures[1]! }], moreOpen: 2, helper: lead, helpers: 3, lastSeen: entries, unreadAnswers: 1 } }),
    "home-empty": pages.HomePage({ frame: frame(ADDRESS.home), view: { next: [], moreOpen: 0, helper: null, helpers: 0, lastSeen: [], unreadAnswers: 0 } }),
    plan: pages.PlanPage({ frame: frame(ADDRESS.plan, { done: { code: "measure_done", id: "m4" } }), view: { agreedOn: day("2026-10-02"), letters: [{ id: "l1", madeOn: day("2026-11-20") }], goals: [{ id: "g1", lifeArea: { key: "arbeit", label: "Arbeit" }, wish: own(language, 1), goal: german("Anerkennung als Pflegefachfrau"), state: "open", attainment: null, measures }, { id: "g2", lifeArea: { key: "eigenes", label: "Nachbarschaft" }, wish: null, goal: german("Menschen im Ort kennenlernen"), state: "closed", attainment: 1, measures: [measure("m5", "Nähtreff besuchen", { state: "dropped" })] }] } }),
    appointments: pages.AppointmentsPage({ frame: frame(ADDRESS.appointments), view: { coming: [appointment, { ...appointment, id: "t2", day: day("2027-01-11"), until: null, subject: null, language: null, interpreter: "none", state: "cancelled" }], past: [{ ...appointment, id: "t3", day: day("2026-10-02"), state: "kept" }] } }),
    helpers: pages.HelpersPage({ frame: frame(ADDRESS.helpers), view: { helpers: [lead, { role: "partner", name: null, office: "Jobcenter Kreis Lindenau", phone: null, until: day("2027-08-31") }, { role: "volunteer", name: "Herr Yildiz", office: null, phone: null, until: null }] } }),
    consents: pages.ConsentsPage({ frame: frame(ADDRESS.consents), view: { inForce: [consent], ended: [{ ...consent, id: "c2", recipient: "Caritas Lindenau", state: "withdrawn", withdrawnOn: day("2026-11-02") }] } }),
    consent: pages.ConsentPage({ frame: frame(ADDRESS.consent("c1")), view: { consent, purposeText: german("Das Jobcenter soll die Bewerbungen kennen."), releasesSecrecy: true, again: { values: { scope: "part", cells: "arbeit.contact" }, refusals: [{ code: "nothing_ticked", field: "cells" }] } } }),
    consequences: pages.ConsequencesPage({ frame: frame(ADDRESS.consent("c1")), view: consequences }),
    receipt: pages.ReceiptPage({ frame: frame(ADDRESS.receipt("c1")), view: { ...consequences, seesNow: false, held: [], tasks: [], stays: [], on: TODAY, reference: "W-2026-0017" } }),
    seen: pages.SeenPage({ frame: frame(ADDRESS.seen), view: { days: [{ day: day("2026-11-18"), entries }, { day: day("2026-11-17"), entries: [seen({ time: "23:10", role: "team_lead", office: "Stadt Lindenau", why: "emergency", deeds: [{ did: "read", what: ["case"], times: 1 }], reason: null }), seen({ role: "you", office: null, why: "yourself", reason: null, deeds: [{ did: "read", what: ["record"], times: 2 }, { did: "sent", what: ["messages"], times: 1 }] })] }], olderBefore: "2026-11-17" } }),
    "passed-on": pages.PassedOnPage({ frame: frame(ADDRESS.passedOn), view: { items: [{ id: "p1", on: day("2026-10-12"), recipient: "Jobcenter Kreis Lindenau", fields: ["Berufsabschluss", "Sprachniveau"], basis: "consent", consentId: "c1", norm: null, state: "sent" }, { id: "p2", on: day("2026-08-03"), recipient: "Jugendamt", fields: ["Anschrift"], basis: "law", consentId: null, norm: "§ 4 KKG", state: "deleted" }] } }),
    data: pages.DataPage({ frame: frame(ADDRESS.data), view: { groups: [{ code: "person", items: [{ id: "person:name", label: { code: "name" }, value: { said: german("Amira Haddad") }, saidWrongOn: null }, { id: "person:birth", label: { code: "birth" }, value: { day: day("1991-03-07") }, saidWrongOn: day("2026-11-20") }, { id: "person:nat", label: { code: "nationality" }, value: { country: "SY" }, saidWrongOn: null }] }, { code: "language", items: [{ id: "l:1", label: { code: "language" }, value: { languageCode: "ar" }, saidWrongOn: null }, { id: "l:2", label: { code: "interpreter" }, value: { yes: true }, saidWrongOn: null }] }, { code: "facts", items: [{ id: "f:1", label: { said: german("Sprachniveau Deutsch") }, value: { said: german("A2") }, saidWrongOn: null }] }] } }),
    "say-fact": pages.SayFactPage({ frame: frame(ADDRESS.sayFact), view: { choices: [{ group: "language", facts: [{ key: "german", label: german("Deutsch, mit Zeugnis") }, { key: "germanOral", label: german("Deutsch sprechen") }] }], one: null, again: fresh } }),
    "say-one": pages.SayFactPage({ frame: frame(ADDRESS.sayFact), view: { choices: [], one: { key: "germanOral", label: german("Deutsch sprechen"), kind: "one_of", options: [{ value: "A2", words: german("A2") }, { value: "B1", words: german("B1") }], item: { id: "fact:1", label: { said: german("Deutsch sprechen") }, value: { said: german("A2") }, saidWrongOn: null, fact: "germanOral", told: { how: "paper", on: day("2026-05-04") }, waits: { value: { said: german("B1") }, on: day("2026-11-20") } } }, again: { values: { value: "" }, refusals: [{ code: "value_missing", field: "value" }] } } }),
    "say-number": pages.SayFactPage({ frame: frame(ADDRESS.sayFact), view: { choices: [], one: { key: "weeklyHours", label: german("Stunden Arbeit in der Woche"), kind: "number", options: [], item: null }, again: { values: { value: "viele" }, refusals: [{ code: "value_wrong", field: "value" }] } } }),
    wrong: pages.WrongPage({ frame: frame(ADDRESS.data), view: { item: { id: "person:birth", label: { code: "birth" }, value: { day: day("1991-03-07") }, saidWrongOn: null }, again: fresh } }),
    rights: pages.RightsPage({ frame: frame(ADDRESS.rights), view: { asked: [{ kind: "wrong", on: day("2026-11-20"), state: "open", answer: null }, { kind: "object", on: day("2026-10-01"), state: "done", answer: german("Wir haben die Notiz gelöscht.") }], controller: "Kreis Lindenau, Der Landrat", officer: "Datenschutz Kreis Lindenau, 02841 99-50", supervisor: { name: "Landesbeauftragte für Datenschutz NRW", contact: "Kavalleriestraße 2–4, 40213 Düsseldorf" } } }),
    right: pages.RightPage({ frame: frame(ADDRESS.rights), view: { kind: "restrict", again: refused } }),
    question: pages.QuestionPage({ frame: frame(ADDRESS.question, { done: { code: "question_sent" } }), view: { asked: [{ id: "q1", on: day("2026-11-19"), text: own(language, 1), answer: german("Ja, das geht. Wir sprechen am 24.11. darüber."), answeredOn: day("2026-11-20") }, { id: "q2", on: day("2026-11-22"), text: german("Kann ich den Termin verschieben?"), answer: null, answeredOn: null }], again: fresh } }),
    paper: pages.PaperPage({ frame: frame(ADDRESS.paper), view: { sent: [{ id: "d1", on: day("2026-11-19"), name: "IMG_2041.jpg", isChecked: true }], largestMegabytes: 15, again: { values: {}, refusals: [{ code: "file_missing", field: "paper" }] } } }),
    "take-all": pages.TakeAllPage({ frame: frame(ADDRESS.takeAll), view: { formats: ["html", "json"], lastOn: day("2026-11-01") } }),
    passkeys: pages.PasskeysPage({ frame: frame(ADDRESS.passkeys), view: { own: [{ id: "k1", number: 47, since: day("2026-11-02"), usedOn: day("2026-11-22") }, { id: "k2", number: 12, since: day("2026-11-20"), usedOn: null }], options: null, again: { values: {}, refusals: [{ code: "pin_wrong", field: "pin" }] } } }),
    "passkeys-now": pages.PasskeysPage({ frame: frame(ADDRESS.passkeys), view: { own: [], options: '{"challenge":"AAAA"}', again: fresh } }),
    more: pages.MorePage({ frame: frame(ADDRESS.more), view: { mayAddPasskey: true } }),
    language: pages.LanguagePage({ frame: frame(ADDRESS.language), view: { backTo: ADDRESS.more } }),
    ...Object.fromEntries(CODES.map((code) => [`still-${code}`, pages.StandstillPage({ frame: code === "not_found" ? frame("/nichts") : outside, view: { code, phone: code === "frozen" ? "02841 99-0" : null, requestId: code === "broken" ? "01J-4711" : null } })])),
  };
}
