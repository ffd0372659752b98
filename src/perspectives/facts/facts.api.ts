import { z } from "zod";
import { optionalDay, optionalId, text } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { recordAboutPersons } from "../../persons/index.ts";
import { recordFact, withdrawFact } from "./change-facts.ts";
import type { FactEntry } from "./fact-entry.ts";
import { countingOn } from "./facts-on-day.ts";
import { getFactRowById } from "./facts.sql.ts";
import { entryOf, findKnownFacts } from "./known-facts.ts";

const SOURCE = z.enum(["said", "paper", "register", "finding"]);
const ENTRY = z.object({
  id: z.uuid(), personId: z.uuid(), caseId: z.uuid().nullable(), key: z.string(), value: z.unknown().describe("by the catalogue: boolean, number, day, word, or a list of records"), from: z.string().nullable(), to: z.string().nullable(),
  source: SOURCE, statedOn: z.string(), foundBy: z.string(), evidenceDocumentId: z.uuid().nullable(), isByPerson: z.boolean(), recordedBy: z.string(), recordedAt: z.string(), version: z.number(),
});
const EXAMPLE = {
  id: EXAMPLE_ID, personId: EXAMPLE_ID, caseId: EXAMPLE_ID, key: "germanOral", value: "A2", from: null, to: null, source: "paper", statedOn: "2026-11-02", foundBy: "", evidenceDocumentId: null, isByPerson: false,
  recordedBy: "Martin Brandt", recordedAt: "2026-11-02T09:12:00.000Z", version: 1,
} as const;
const ofPerson = z.object({ id: z.uuid() });

function answerOf(entry: FactEntry): z.output<typeof ENTRY> {
  const { isGuarded: _guarded, ...rest } = entry;
  return { ...rest, recordedAt: entry.recordedAt.toISOString() };
}
const show = async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => {
  const entry = entryOf(asking.app.vault, await getFactRowById(tx, id));
  return json(answerOf(entry), entry.version);
};

export const factsApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/persons/:id/facts",
    allow: "facts.read",
    record: "fact.listed",
    about: "What is known of a person for the rules: every fact of the catalogue as the rules read it today, and the entries behind them. What may hurt the person (§ 87 AufenthG, health) is among them only for those who work on the case under which it was recorded.",
    params: ofPerson,
    answer: z.object({ facts: z.record(z.string(), z.unknown()).describe("every key of the catalogue; null where nobody was asked"), entries: z.array(ENTRY.extend({ countsToday: z.boolean() })) }),
    example: { facts: { germanOral: "A2", german: null }, entries: [{ ...EXAMPLE, countsToday: true }] },
    handle: async (tx, { params }, asking) => {
      const known = (await findKnownFacts(tx, asking.app.vault, [params.id], asking.today)).get(params.id);
      if (known === undefined) throw new NotFound();
      const counting = new Set([...countingOn(known.entries, asking.today).values()].map((entry) => entry.id));
      await recordAboutPersons(tx, asking, { action: "fact.listed", objectKind: "person", objectIds: [params.id], purpose: "api" }, [params.id]);
      return json({ facts: { ...known.facts }, entries: known.entries.map((entry) => Object.assign(answerOf(entry), { countsToday: counting.has(entry.id) })) });
    },
  }),
  apiWrite({
    path: "/api/v1/persons/:id/facts",
    method: "POST",
    allow: "facts.record",
    record: "fact.recorded",
    about: "Records one fact of a person with its source and evidence, under a case one works on; in the room of an authority without one. What was told before stays as its history.",
    params: ofPerson,
    body: z.object({
      caseId: optionalId(), key: z.string().max(60), value: z.unknown().optional(), from: optionalDay(), to: optionalDay(), source: SOURCE, statedOn: optionalDay(), foundBy: text(120), evidenceDocumentId: optionalId(),
    }),
    bodyExample: { caseId: EXAMPLE_ID, key: "germanOral", value: "A2", source: "paper", statedOn: "2026-11-02" },
    answer: ENTRY,
    example: EXAMPLE,
    handle: async (tx, { params, body: { caseId, value, ...fact } }, asking) => written(await recordFact(tx, asking, caseId, params.id, { ...fact, value: value ?? null }), { location: `/api/v1/persons/${params.id}/facts` }),
    show,
  }),
  apiWrite({
    path: "/api/v1/persons/:id/facts/:factId",
    method: "DELETE",
    allow: "facts.record",
    record: "fact.withdrawn",
    about: "Takes a fact back that was typed by mistake. What changed in life is another entry.",
    versioned: true,
    params: ofPerson.extend({ factId: z.uuid() }),
    answer: z.object({ id: z.uuid(), withdrawn: z.literal(true) }),
    example: { id: EXAMPLE_ID, withdrawn: true },
    handle: async (tx, { params, version }, asking) => {
      await withdrawFact(tx, asking, params.id, params.factId, version);
      return written(params.factId);
    },
    show: async (_tx, id) => json({ id, withdrawn: true }),
  }),
];
