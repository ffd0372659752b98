import { createHash } from "node:crypto";
import { listAppointments } from "../../appointments/index.ts";
import { findProfile, findQualifications, profileOf, standingOn } from "../../assessment/index.ts";
import { type CaseDocument, documentsOf, readDocument } from "../../cases/index.ts";
import type { CaseHead } from "../../cases/reading/index.ts";
import { CATEGORY_WORDS, consentsOf, type ConsentView, listRecipients, senderOf } from "../../consent/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { FILE_KINDS, safeFileName, storedKind } from "../../files/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { currentFacts, displayName, loadPersons, type Person } from "../../persons/index.ts";
import { findPlan, type Measure, RESPONSIBLE_KINDS } from "../../plan/index.ts";
import { isByPlace, type Part, whyAnew } from "./move-words.ts";
import type { AgreementRow } from "./moves.sql.ts";
import { FORMAT, type MovePackage } from "./package-format.ts";

export interface Recipient {
  readonly municipality: string;
  readonly office: string;
  readonly contact: string;
}
export interface Choice {
  readonly recipient: Recipient;
  readonly movesOn: CalendarDay;
  readonly personIds: readonly string[];
  readonly parts: readonly Part[];
  readonly documentIds: readonly string[];
  readonly continuedIds: readonly string[];
}
export interface PackedFile {
  readonly path: string;
  readonly content: Buffer;
}
export interface Gathered {
  readonly content: MovePackage;
  readonly files: readonly PackedFile[];
  /** entries that somebody confided, which stay here */
  readonly confided: number;
}

/** Of what somebody reads before they agree. With anything else in it, the word is another's; whether the bytes of files were read does not matter. */
export const contentSum = ({ madeOn: _madeOn, agreements: _agreements, documents, ...content }: MovePackage): Buffer =>
  createHash("sha256").update(JSON.stringify({ ...content, documents: documents.map(({ sha256: _sha256, ...d }) => d) })).digest();

/** Running consents, and why each has to be asked for anew: empty where the person may let it go on. */
export async function consentsToMove(tx: ReadTx, asking: Asking, caseId: string, movesOn: CalendarDay): Promise<(ConsentView & { readonly why: string })[]> {
  const kinds = new Map((await listRecipients(tx)).map((r) => [r.id, r.kind]));
  return (await consentsOf(tx, asking, caseId)).filter((c) => c.state === "in_force")
    .map((c) => Object.assign({}, c, { why: whyAnew({ releasesSecrecy: c.releasesSecrecy, expiresOn: c.expiresOn, isByPlace: isByPlace(kinds.get(c.recipientId) ?? "") }, movesOn) }));
}

/** What the choice comes to today: of the chosen persons alone, and nothing that was confided. `files`: whether their bytes are read, too. */
export async function gatherPackage(tx: ReadTx, asking: Asking, head: CaseHead, choice: Choice, agreements: readonly AgreementRow[], withFiles: boolean): Promise<Gathered> {
  const persons = await loadPersons(tx, [...choice.personIds]);
  const whoOf = new Map(choice.personIds.map((id, i) => [id, `p${i + 1}`]));
  const has = (part: Part): boolean => choice.parts.includes(part);
  const area = (key: string) => ({ key, label: head.lifeAreas.find((a) => a.key === key)?.label ?? key });
  const confided: { n: number } = { n: 0 };
  const open = <T extends { readonly isEntrusted: boolean }>(all: readonly T[]): T[] => { const kept = all.filter((x) => !x.isEntrusted); confided.n += all.length - kept.length; return kept; };
  const at: At = { tx, asking, head, choice, whoOf, area, open };
  const files = await filesOf(at, withFiles);
  const content: MovePackage = {
    format: FORMAT, madeOn: asking.today, movesOn: choice.movesOn, from: { organisation: (await senderOf(tx, asking)).organisation, reference: `Fall ${head.number}` }, to: { municipality: choice.recipient.municipality, office: choice.recipient.office },
    persons: choice.personIds.flatMap((id) => { const person = persons.get(id); return person === undefined ? [] : [{ who: whoOf.get(id)!, isMain: head.persons.some((p) => p.person_id === id && p.is_main), name: displayName(person).latin, register: has("register") ? registerOf(person, asking.today) : null }]; }),
    agreements: agreements.filter((a) => a.withdrawn_on === null && whoOf.has(a.person_id)).map((a) => ({ who: whoOf.get(a.person_id)!, agreedOn: a.agreed_on, givenBy: a.given_by, form: a.form, language: a.language })),
    assessment: has("assessment") ? await assessmentOf(at) : [],
    qualifications: has("qualifications") ? (await findQualifications(tx, asking, head.id)).filter((q) => whoOf.has(q.personId)).map((q) => ({ who: whoOf.get(q.personId)!, kind: q.kind, title: q.title, country: q.country, gainedYear: q.gainedYear, recognition: q.recognition })) : [],
    goals: has("plan") ? await goalsOf(at) : [],
    appointments: has("appointments") ? await appointmentsOf(at) : [],
    consents: has("consents") ? await consentsIn(at) : [],
    documents: files.map((f) => f.about),
    leftOut: [],
  };
  return { content: { ...content, leftOut: leftOutOf(choice.parts, confided.n) }, files: files.map((f) => ({ path: f.about.path, content: f.content })), confided: confided.n };
}
const leftOutOf = (parts: readonly Part[], confided: number): string[] => [
  ...(confided === 0 ? [] : [confided === 1 ? "1 vertraulicher Eintrag (§ 203 StGB)" : `${confided} vertrauliche Einträge (§ 203 StGB)`]),
  "Kontakte und Notizen des Teams", ...(parts.includes("register") ? [] : ["Angaben zur Person"]),
];

interface At {
  readonly tx: ReadTx;
  readonly asking: Asking;
  readonly head: CaseHead;
  readonly choice: Choice;
  readonly whoOf: ReadonlyMap<string, string>;
  readonly area: (key: string) => { key: string; label: string };
  readonly open: <T extends { readonly isEntrusted: boolean }>(all: readonly T[]) => T[];
}
const said = (value: unknown): string => (typeof value === "string" ? value : "");
const dayOrNull = (value: unknown): string | null => (said(value) === "" ? null : said(value));

function registerOf(person: Person, today: CalendarDay): NonNullable<MovePackage["persons"][number]["register"]> {
  const values = (key: keyof Person["facts"]) => currentFacts(person.facts[key], today).map((f) => f.values);
  return {
    names: values("names").map((v) => ({ family: said(v["family"]), given: said(v["given"]), kind: said(v["kind"]) })), birth: person.birth, gender: person.gender, entry: person.entry,
    nationalities: values("nationalities").map((v) => said(v["code"])),
    languages: values("languages").map((v) => ({ code: said(v["code"]), level: said(v["level"]), preferred: v["preferred"] === true, interpreter: v["interpreter"] === true })),
    channels: values("channels").filter((v) => v["safe"] === "yes").map((v) => ({ kind: said(v["kind"]), value: said(v["value"]) })),
    residence: values("residenceStatuses").map((v) => ({ label: said(v["label"]), short: said(v["short"]), from: dayOrNull(v["from"]), until: dayOrNull(v["until"]) })),
  };
}

async function assessmentOf({ tx, asking, head, whoOf, area, open }: At): Promise<MovePackage["assessment"]> {
  const profile = await findProfile(tx, asking, head.id);
  return [...whoOf].flatMap(([id, who]) => {
    const entries = open([...standingOn(profileOf(profile, id), asking.today).values()]);
    return entries.length === 0 ? [] : [{ who, entries: entries.map((e) => ({ area: area(e.lifeArea), on: e.on, level: e.level, personLevel: e.personLevel, resource: e.resource, need: e.need, words: e.words, wordsLanguage: e.wordsLanguage })) }];
  });
}
async function goalsOf({ tx, asking, head, whoOf, area, open }: At): Promise<MovePackage["goals"]> {
  const goals = (await findPlan(tx, asking, head.id)).goals.filter((g) => whoOf.has(g.personId));
  return open(goals).map((g) => ({
    who: whoOf.get(g.personId)!, area: area(g.lifeArea), wish: g.wish, wishLanguage: g.wishLanguage, goal: g.goal, state: g.state, attainment: g.attainment,
    measures: open(g.measures).map((m) => ({ title: m.title, by: roleOf(m.responsible), state: m.state, dueOn: m.dueOn, result: m.result })),
  }));
}
/** Who works here goes with nobody: a role, or the office by its name. */
const roleOf = (who: Measure["responsible"]): string => (who.kind === "office" ? who.name : RESPONSIBLE_KINDS[who.kind]);
async function appointmentsOf({ tx, asking, head, whoOf, open }: At): Promise<MovePackage["appointments"]> {
  const ahead = (await listAppointments(tx, asking, head.id)).filter((a) => a.state === "planned" && a.day >= asking.today && a.personIds.length > 0 && a.personIds.every((id) => whoOf.has(id)));
  return open(ahead).map((a) => ({ day: a.day, from: a.from, kind: a.kindWord, place: a.place, subject: a.subject }));
}
async function consentsIn({ tx, asking, head, choice, whoOf, area }: At): Promise<MovePackage["consents"]> {
  return (await consentsToMove(tx, asking, head.id, choice.movesOn)).filter((c) => whoOf.has(c.personId)).map((c) => {
    const continues = c.why === "" && choice.continuedIds.includes(c.id);
    return {
      who: whoOf.get(c.personId)!, recipient: c.recipient, categories: c.categories.filter((k) => !k.withdrawn).map((k) => [k.lifeArea === "" ? "" : area(k.lifeArea).label, CATEGORY_WORDS[k.kind]].filter((x) => x !== "").join(": ")),
      purpose: c.purposeText, until: c.expiresOn, continues, why: continues ? "" : c.why === "" ? "die Person möchte neu gefragt werden" : c.why,
    };
  });
}
async function filesOf({ tx, asking, head, choice, whoOf }: At, withFiles: boolean): Promise<{ about: MovePackage["documents"][number]; content: Buffer }[]> {
  // a file that is nobody's by name is everybody's
  const everybodyGoes = head.persons.every((p) => p.left_on !== null || whoOf.has(p.person_id));
  const chosen = (await documentsOf(tx, asking, head.id)).filter((d: CaseDocument) => choice.documentIds.includes(d.id) && !d.isEntrusted && (d.personId === null ? everybodyGoes : whoOf.has(d.personId)));
  const files = [];
  for (const [i, d] of chosen.entries()) {
    const content = withFiles ? (await readDocument(tx, asking, head.id, d.id)).content : Buffer.alloc(0);
    const kind = storedKind(d.fileKind);
    files.push({ content, about: {
      path: `dateien/${String(i + 1).padStart(3, "0")} ${safeFileName(d.name, kind)}`, name: d.name, kind: d.kind, datedOn: d.datedOn, who: d.personId === null ? null : whoOf.get(d.personId)!, mediaType: FILE_KINDS[kind].mime, size: d.size,
      sha256: createHash("sha256").update(content).digest("hex"),
    } });
  }
  return files;
}
