import { CONTACT_KINDS, DOCUMENT_KINDS, openText, RELATION_KINDS } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { birthText, currentFacts, displayName, type Fact, type FactKey, factKind, loadPersons, type Person } from "../../persons/index.ts";
import type { EntryKind, FactKind } from "../consent-words.ts";
import { listContacts, listDocuments, listRelationKinds } from "./disclosure-items.sql.ts";
import { type Field, FIELDS } from "./disclosure-words.ts";

/** One thing that could leave, as it stands now. */
export interface Candidate {
  /** in forms and the API: `person.names:<person>`, `contact:<id>`, `document:<id>` */
  readonly key: string;
  readonly field: Field;
  /** null: a file of a kind that is never disclosed */
  readonly category: EntryKind | FactKind | null;
  readonly lifeAreas: readonly string[];
  readonly personId: string | null;
  readonly entryId: string | null;
  readonly entryVersion: number | null;
  readonly label: string;
  readonly value: string;
  readonly warning?: string;
}

interface CaseOf {
  readonly id: string;
  readonly keyRef: string;
  readonly persons: readonly { readonly person_id: string }[];
}
const MOST_CONTACTS = 100;

/** Everything of the case that could be chosen: facts person by person, contacts, files. Nothing is chosen yet. */
export async function listCandidates(tx: ReadTx, asking: Asking, head: CaseOf): Promise<Candidate[]> {
  const ids = head.persons.map((p) => p.person_id);
  const [persons, contacts, documents, relations] = [await loadPersons(tx, ids), await listContacts(tx, head.id, MOST_CONTACTS), await listDocuments(tx, head.id), await listRelationKinds(tx, head.id)];
  const facts = ids.flatMap((id) => {
    const person = persons.get(id);
    const family = relations.filter((r) => r.person_id === id).map((r) => RELATION_KINDS[r.kind as keyof typeof RELATION_KINDS].label);
    return person === undefined ? [] : factsOf(person, id, family, asking.today);
  });
  const ofContacts = contacts.map((c): Candidate => ({
    key: `contact:${c.id}`, field: "contact", category: "contact", lifeAreas: c.life_areas, personId: null, entryId: c.id, entryVersion: c.version,
    label: `${CONTACT_KINDS[c.kind as keyof typeof CONTACT_KINDS] ?? FIELDS.contact} vom ${germanDay(c.happened_on)}`, value: openText(asking, head.keyRef, "contacts.text_ct", c.id, c.text_ct),
  }));
  const ofDocuments = documents.map((d): Candidate => ({
    key: `document:${d.id}`, field: "document", category: d.category, lifeAreas: d.life_areas, personId: d.person_id, entryId: d.id, entryVersion: d.version,
    label: DOCUMENT_KINDS[d.kind as keyof typeof DOCUMENT_KINDS] ?? FIELDS.document, value: openText(asking, head.keyRef, "documents.name_ct", d.id, d.name_ct),
  }));
  return [...facts, ...ofContacts, ...ofDocuments];
}

const wordsOf = (key: FactKey, facts: readonly Fact[], note: (fact: Fact) => string = () => ""): string => facts.map((f) => [factKind(key).words(f.values).main, note(f)].filter((x) => x !== "").join(" ")).join("; ");

function factsOf(person: Person, personId: string, family: readonly string[], today: CalendarDay): Candidate[] {
  const now = (key: FactKey): Fact[] => currentFacts(person.facts[key], today);
  const name = displayName(person);
  // a channel that is not safe reaches whoever it must not reach; nobody else needs its number
  const channels = now("channels").filter((f) => f.values["safe"] !== "no");
  const protectedAddress = now("addresses").some((f) => f.values["protected"] === true);
  const until = (f: Fact): string => (typeof f.values["until"] === "string" ? `bis ${germanDay(f.values["until"] as CalendarDay)}` : "");
  const level = (f: Fact): string => [String(f.values["level"] ?? "").replace("native", "Muttersprache"), f.values["interpreter"] === true ? "(Sprachmittlung nötig)" : ""].filter((x) => x !== "").join(" ");
  const fact = (field: Field, category: FactKind, value: string | null, warning?: string): Candidate[] =>
    value === null || value === "" ? [] : [{ key: `${field}:${personId}`, field, category, lifeAreas: [], personId, entryId: null, entryVersion: null, label: FIELDS[field], value, ...(warning === undefined ? {} : { warning }) }];
  return [
    ...fact("person.names", "identity", name.own === undefined ? name.latin : `${name.latin} (${name.own})`),
    ...fact("person.birth", "identity", birthText(person)),
    ...fact("person.nationalities", "identity", wordsOf("nationalities", now("nationalities"))),
    ...fact("person.residence_status", "residence", wordsOf("residenceStatuses", now("residenceStatuses"), until)),
    ...fact("person.address", "reachability", wordsOf("addresses", now("addresses")), protectedAddress ? "Geschützte Anschrift: Wer sie erfährt, kann die Person gefährden." : undefined),
    ...fact("person.channels", "reachability", wordsOf("channels", channels)),
    ...fact("person.languages", "language", wordsOf("languages", now("languages"), level)),
    ...fact("person.family", "family", family.join(", ")),
  ];
}
