import type { ReadTx } from "../db/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import { loadPersons, onlyRecord } from "./load-person.ts";
import { type PersonName, searchKeys, searchLikeness } from "./matching/index.ts";
import type { Person } from "./person.ts";
import { birthText, type DisplayName, displayName, namesOf } from "./person-words.ts";
import { type CaseHead, type CaseOfPerson, listCaseHeads, listCaseHeadsByNumber, listCasesOfPersons } from "./persons.sql.ts";
import { type Query, readQuery } from "./read-query.ts";
import { findByKeys } from "./search-keys.sql.ts";

/** One answer to a search. Where `isOpen` is false it is the head of a file not joined, and holds nothing beyond it. */
export interface FoundPerson {
  readonly personId: string;
  readonly isOpen: boolean;
  readonly name: DisplayName;
  /** only where open */
  readonly birth: string | null;
  readonly birthYear: number | null;
  readonly cases: readonly { readonly caseId: string; readonly number: string; readonly phase: string; readonly leadName: string | null }[];
}

/** How many are compared with what was typed for one that is shown; those that share most keys with it come first. */
const COMPARED_PER_SHOWN = 3;
const LEAST_COMPARED = 60;

interface Candidate {
  readonly found: FoundPerson;
  readonly score: number;
  /** asked of those alone that come so far */
  readonly answers: () => boolean;
}
const always = (): boolean => true;

const caseLine = (c: CaseHead | CaseOfPerson): FoundPerson["cases"][number] => ({ caseId: c.caseId, number: c.number, phase: c.phase, leadName: c.leadName });

export function foundOpen(person: Person, cases: readonly CaseOfPerson[]): FoundPerson {
  const own = new Set(person.records.map((r) => r.id));
  return {
    personId: person.id,
    isOpen: true,
    name: displayName(person),
    birth: birthText(person),
    birthYear: person.birth === null ? null : Number(person.birth.on.slice(0, 4)),
    cases: cases.filter((c) => own.has(c.personId)).map(caseLine),
  };
}

function foundHead(personId: string, heads: readonly CaseHead[]): FoundPerson {
  const [first] = heads;
  return {
    personId,
    isOpen: false,
    name: { latin: first?.name || "ohne Namen", ...(first?.nameOwn ? { own: first.nameOwn } : {}) },
    birth: null,
    birthYear: first?.birthYear ?? null,
    cases: heads.map(caseLine),
  };
}

function headNames(head: CaseHead): PersonName[] {
  const [family = "", given = ""] = head.name.split(", ");
  return [{ family, given }, ...(head.nameOwn === "" ? [] : [{ family: head.nameOwn, given: "" }])];
}
/** Keys lead from former names too; a file not joined answers only by what its head shows. */
function answersByHead(query: Query, head: CaseHead): boolean {
  const keys = new Set([...headNames(head).flatMap(searchKeys), `y:${head.birthYear}`]);
  return query.groups.every((group) => group.some((key) => keys.has(key)));
}

const rank = (query: Query, names: readonly PersonName[]): number => (query.name === "" ? 1 : Math.max(0, ...names.map((name) => searchLikeness(query.name, name))));

async function byKeys(tx: ReadTx, query: Query, limit: number): Promise<Candidate[]> {
  const hits = await findByKeys(tx, query.groups, Math.max(LEAST_COMPARED, limit * COMPARED_PER_SHOWN));
  if (hits.length === 0) return [];
  const openIds = hits.filter((h) => h.isOpen).map((h) => h.personId);
  const headIds = hits.filter((h) => !h.isOpen).map((h) => h.personId);
  const persons = new Map([...(await loadPersons(tx, openIds, ["names", "languages"])).values()].map((p) => [p.id, p]));
  const cases = openIds.length === 0 ? [] : await listCasesOfPersons(tx, [...persons.values()].flatMap((p) => p.records.map((r) => r.id)));
  const heads = headIds.length === 0 ? new Map<string, CaseHead[]>() : Map.groupBy(await listCaseHeads(tx, headIds), (h) => h.personId);
  return [
    ...[...persons.values()].map((person) => ({ found: foundOpen(person, cases), score: rank(query, namesOf(person)), answers: always })),
    ...[...heads].map(([id, list]) => ({ found: foundHead(id, list), score: rank(query, headNames(list[0]!)), answers: () => answersByHead(query, list[0]!) })),
  ];
}

async function byCaseNumber(tx: ReadTx, number: string): Promise<Candidate[]> {
  const heads = await listCaseHeadsByNumber(tx, number);
  const persons = await loadPersons(tx, heads.map((h) => h.personId), ["names", "languages"]);
  return heads.map((head) => {
    const person = persons.get(head.personId);
    if (person === undefined) return { found: foundHead(head.personId, [head]), score: 1, answers: always };
    return { found: { ...foundOpen(person, []), cases: [caseLine(head)] }, score: 1, answers: always };
  });
}

/** A name in any script or spelling, a birth date as people type it, a telephone number, a case number, or several of them. */
export async function findPersons(tx: ReadTx, text: string, limit: number, today: CalendarDay): Promise<FoundPerson[]> {
  const query = readQuery(text, today);
  if (query.isUnreadable) return [];
  const found = query.caseNumber === null ? await byKeys(tx, query, limit) : await byCaseNumber(tx, query.caseNumber);
  const order = (a: Candidate, b: Candidate): number =>
    b.score - a.score || Number(b.found.isOpen) - Number(a.found.isOpen) || a.found.name.latin.localeCompare(b.found.name.latin, "de") || a.found.personId.localeCompare(b.found.personId);
  const shown: FoundPerson[] = [];
  for (const candidate of found.sort(order)) {
    if (shown.length === limit) break;
    if (candidate.answers()) shown.push(candidate.found);
  }
  return shown;
}

/** Heads of persons by id, in the order asked: open ones as they are, others (for a team lead) by the head of their case; unknown ones left out. */
export async function personHeads(tx: ReadTx, ids: readonly string[]): Promise<FoundPerson[]> {
  const persons = await loadPersons(tx, ids, ["names", "languages"]);
  const cases = persons.size === 0 ? [] : await listCasesOfPersons(tx, [...new Set([...persons.values()].flatMap((p) => p.records.map((r) => r.id)))]);
  const closed = ids.filter((id) => !persons.has(id));
  const heads = closed.length === 0 ? new Map<string, CaseHead[]>() : Map.groupBy(await listCaseHeads(tx, closed), (h) => h.personId);
  return ids.flatMap((id) => {
    const person = persons.get(id);
    if (person !== undefined) return [foundOpen(person, cases)];
    const list = heads.get(id);
    return list === undefined ? [] : [foundHead(id, list)];
  });
}

/** As personHeads, but each record by itself, also where several are one person. */
export async function recordHeads(tx: ReadTx, ids: readonly string[]): Promise<Map<string, FoundPerson>> {
  const wanted = [...new Set(ids)];
  const persons = await loadPersons(tx, wanted, ["names", "languages"]);
  const cases = persons.size === 0 ? [] : await listCasesOfPersons(tx, [...persons.keys()]);
  const closed = wanted.filter((id) => !persons.has(id));
  const heads = closed.length === 0 ? new Map<string, CaseHead[]>() : Map.groupBy(await listCaseHeads(tx, closed), (h) => h.personId);
  return new Map([
    ...wanted.filter((id) => persons.has(id)).map((id) => [id, foundOpen(onlyRecord(persons.get(id)!, id), cases)] as const),
    ...[...heads].map(([id, list]) => [id, foundHead(id, list)] as const),
  ]);
}
