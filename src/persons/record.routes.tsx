import { z } from "zod";
import { record } from "../audit/index.ts";
import type { ReadTx } from "../db/index.ts";
import { type Asking, formRoute, page, redirect, type Route } from "../http/index.ts";
import { Refused } from "../kernel/errors.ts";
import { checkForDuplicates, findLikelyDuplicates, type LikelyDuplicates } from "./check-for-duplicates.ts";
import { type NewPerson, recordPerson } from "./record-person.ts";
import { draftOf, personFromForm, RECORD_BODY, type RecordBody } from "./record-form.ts";
import { type LikelyView, recordPersonPage } from "./record-person.page.tsx";
import { birthText, displayName } from "./person-words.ts";
import { readersOf } from "./person-readers.ts";

export const POSSIBLE_DUPLICATE = {
  code: "possible-duplicate",
  sentence: "Es könnte schon eine Akte geben: Bitte fragen Sie die Teamleitung. Ist es jemand anderes, senden Sie die Angaben noch einmal mit der Bestätigung.",
} as const;

export const isLikely = (found: LikelyDuplicates): boolean => found.perhapsOthers || found.open.length > 0;

/** The look-up itself is recorded: it says something about what may be in the room. */
export async function lookUp(tx: ReadTx, asking: Asking, person: NewPerson): Promise<LikelyDuplicates> {
  const found = await findLikelyDuplicates(tx, draftOf(person, asking.today));
  await record(tx, asking, { action: "person.checked", objectKind: "person", objectIds: found.open.map((o) => o.person.id) });
  return found;
}

const viewOf = (found: LikelyDuplicates): LikelyView => ({
  perhapsOthers: found.perhapsOthers,
  open: found.open.map(({ person, comparison }) => ({ personId: person.id, name: displayName(person), birth: birthText(person), reasons: comparison.reasons.map((r) => r.sentence) })),
});

const recordForm = formRoute({
  path: "/personen/neu",
  allow: "person.record",
  record: "person.recorded",
  showRecord: { none: "an empty form; a look-up for duplicates is recorded where it happens" },
  about: "Records a person; likely duplicates are named before anything is saved.",
  query: z.object({ fall: z.literal("neu").optional().catch(undefined), person: z.preprocess((raw) => [raw ?? []].flat(), z.array(z.uuid()).max(30)).catch([]), kurzberatung: z.uuid().optional().catch(undefined) }),
  body: RECORD_BODY,
  show: async (tx, _input, asking, form) => {
    const isDoubtful = form.refusals.some((r) => r.code === POSSIBLE_DUPLICATE.code);
    const likely = isDoubtful ? viewOf(await lookUp(tx, asking, personFromForm(form.values as RecordBody))) : null;
    const readers = await readersOf(tx, asking, []);
    return page("Person aufnehmen", () => recordPersonPage({ form, readers, hidden: asking.form(), likely }), { nav: "persons" });
  },
  submit: async (tx, { body, query }, asking) => {
    const person = personFromForm(body);
    if (body.confirmed !== "ja" && isLikely(await lookUp(tx, asking, person))) throw new Refused([POSSIBLE_DUPLICATE]);
    const id = await recordPerson(tx, asking, person);
    await checkForDuplicates(tx, id);
    return { ...redirect(query.fall === undefined ? `/personen/${id}` : openingWith(id, query), "Die Person ist aufgenommen."), id };
  },
});

/** Back to the case that was being opened, with everybody chosen for it. */
function openingWith(id: string, { person, kurzberatung }: { person: readonly string[]; kurzberatung?: string | undefined }): string {
  const back = new URLSearchParams([...person, id].map((one) => ["person", one]));
  if (kurzberatung !== undefined) back.set("kurzberatung", kurzberatung);
  return `/faelle/neu?${back.toString()}`;
}

export const recordRoutes: readonly Route[] = [recordForm];
