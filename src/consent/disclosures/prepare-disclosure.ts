import { record } from "../../audit/index.ts";
import { getCaseFile, granted, listLegalBases, openText, sealNeeded } from "../../cases/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { readCell } from "../consent-words.ts";
import { findOwnOrganisation, listMunicipalities, listRecipients } from "../outgoing/index.ts";
import { type Candidate, listCandidates } from "./candidates.ts";
import { type Answers88, decideCheck88 } from "./decide-check-88.ts";
import { decideDisclosure, type DisclosureFacts, type DisclosureInput } from "./decide-disclosure.ts";
import { deleteItems, insertItem, listCandidateProblems, listConsentBases, listConsentsInForce } from "./disclosure-items.sql.ts";
import { FIELDS, reasonText } from "./disclosure-words.ts";
import { getDisclosure, insertDisclosure, keepCheck88, type NewDisclosure } from "./disclosures.sql.ts";
import { findRequestOfCase } from "./request-answered.sql.ts";

export const itemRow = (disclosureId: string, position: number): string => `${disclosureId}:${position}`;

/** Who could get something, on which ground: what the form offers, and what the decision is made from. */
export async function factsFor(tx: ReadTx, asking: Asking, caseId: string) {
  const own = asking.session.roomId === null ? undefined : await findOwnOrganisation(tx, asking.session.roomId);
  const bases = await listLegalBases(tx);
  const organisations = (await listRecipients(tx)).filter((o) => o.id !== own?.id);
  return { organisations, municipalities: await listMunicipalities(tx), bases, consentBases: await listConsentBases(tx), consents: await listConsentsInForce(tx, caseId) };
}
const asFacts = (f: Awaited<ReturnType<typeof factsFor>>): DisclosureFacts => ({ ...f, bases: f.bases.map((b) => b.key) });

/** A draft without anything in it yet. `requestItemId`: the request, put to this case, that it answers. `correctsId`: what it corrects. */
export async function prepareDisclosure(tx: WriteTx, asking: Asking, caseId: string, input: DisclosureInput & { readonly requestItemId: string | null; readonly correctsId: string | null }): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const decided = granted(decideDisclosure(input, asFacts(await factsFor(tx, asking, caseId))));
  const request = input.requestItemId === null ? undefined : await findRequestOfCase(tx, caseId, input.requestItemId);
  if (input.requestItemId !== null && request === undefined) throw new NotFound();
  const corrected = input.correctsId === null ? undefined : await getDisclosure(tx, caseId, input.correctsId);
  if (corrected !== undefined && corrected.state !== "sent") throw new NotFound();
  const id = newId();
  const row: NewDisclosure = {
    id, caseId, ...decided, correctsId: corrected?.id ?? null, legalBasisId: input.legalBasisId, consentId: input.consentId, requestThreadId: request?.thread_id ?? null, answers87: request?.is_87 ?? false,
    exception: input.exception, isAcute: input.isAcute, threadId: newId(),
    purposeCt: sealNeeded(asking, file.key_ref, "disclosures.purpose_ct", id, input.purpose), necessityCt: sealNeeded(asking, file.key_ref, "disclosures.necessity_ct", id, input.necessity),
  };
  await insertDisclosure(tx, asking.session, row);
  await record(tx, asking, { action: "disclosure.prepared", objectKind: "disclosure", objectIds: [id], caseId });
  return id;
}

export interface Offered extends Candidate {
  readonly position: number;
  /** codes; empty: may be chosen */
  readonly problems: readonly string[];
}
/** What could leave, each with what stands against it: asked of the same rule that refuses the sending. */
export async function offerFields(tx: ReadTx, asking: Asking, head: { id: string; keyRef: string; persons: readonly { person_id: string }[] }, disclosureId: string): Promise<Offered[]> {
  const candidates = (await listCandidates(tx, asking, head)).map((c, i) => Object.assign(c, { position: i + 1 }));
  const asked = candidates.filter((c) => c.category !== null).map((c) => ({ position: c.position, field: c.field, category: c.category!, life_areas: [...c.lifeAreas], person_id: c.personId, entry_id: c.entryId, entry_version: c.entryVersion }));
  const problems = await listCandidateProblems(tx, disclosureId, asked);
  return candidates.map((c) => Object.assign(c, { problems: c.category === null ? ["not_a_kind"] : (problems.get(c.position) ?? []) }));
}

export interface Chosen {
  readonly keys: readonly string[];
  readonly freeText: string;
  /** what the free text is about: `arbeit.contact`, `.identity` */
  readonly freeTextAbout: string;
  readonly freeTextPersonId: string | null;
}

/** Replaces what was chosen. The values are kept as they stand now: that, and nothing newer, will leave. */
export async function chooseFields(tx: WriteTx, asking: Asking, head: { id: string; keyRef: string; mainPersonId: string | null; persons: readonly { person_id: string }[] }, disclosureId: string, chosen: Chosen): Promise<void> {
  const row = await getDisclosure(tx, head.id, disclosureId);
  if (row.state !== "draft" || row.author_id !== asking.session.accountId) throw new NotFound();
  const offered = await offerFields(tx, asking, head, disclosureId);
  const picked = offered.filter((o) => chosen.keys.includes(o.key));
  const cell = readCell(chosen.freeTextAbout);
  const refusals = picked.flatMap((o) => o.problems.map((p) => ({ code: p.replaceAll("_", "-"), field: "fields", sentence: `${o.label}: ${reasonText(p)}` })));
  if (picked.length !== new Set(chosen.keys).size) refusals.push({ code: "field-unknown", field: "fields", sentence: "Eine gewählte Angabe gibt es nicht mehr. Wählen Sie neu." });
  if (picked.length === 0 && chosen.freeText === "") refusals.push({ code: "no-items", field: "fields", sentence: "Wählen Sie mindestens eine Angabe." });
  if (chosen.freeText !== "" && cell === null) refusals.push({ code: "about-missing", field: "freeTextAbout", sentence: "Wählen Sie, wovon die weitere Angabe spricht." });
  if (refusals.length > 0) throw new Refused(refusals);
  await deleteItems(tx, disclosureId);
  const personId = chosen.freeTextPersonId ?? head.mainPersonId;
  const free = chosen.freeText === "" || cell === null ? [] : [{ field: "free_text" as const, category: cell.kind, lifeAreas: cell.lifeArea === "" ? [] : [cell.lifeArea], personId, entryId: null, entryVersion: null, label: FIELDS.free_text, value: chosen.freeText }];
  for (const [i, c] of [...picked, ...free].entries()) {
    const valueCt = sealNeeded(asking, head.keyRef, "disclosure_items.value_ct", itemRow(disclosureId, i + 1), c.value);
    await insertItem(tx, asking.session, head.id, disclosureId, { position: i + 1, field: c.field, category: c.category!, life_areas: [...c.lifeAreas], person_id: c.personId, entry_id: c.entryId, entry_version: c.entryVersion, label: c.label, value_ct: valueCt });
  }
  await record(tx, asking, { action: "disclosure.chosen", objectKind: "disclosure", objectIds: [disclosureId], caseId: head.id });
}

/** The answers to § 88 are kept, whatever came of them. */
export async function keepCheck(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, answers: Answers88): Promise<void> {
  const check = granted(decideCheck88(answers));
  if ((await keepCheck88(tx, caseId, id, version, check)) !== 1) throw new Stale({ version: (await getDisclosure(tx, caseId, id)).version });
  await record(tx, asking, { action: "disclosure.law_checked", objectKind: "disclosure", objectIds: [id], caseId, purpose: check.result });
}

export const openDisclosureText = (asking: Asking, keyRef: string, id: string, row: { purpose_ct: Buffer; necessity_ct: Buffer; second_note_ct: Buffer | null }) => ({
  purpose: openText(asking, keyRef, "disclosures.purpose_ct", id, row.purpose_ct),
  necessity: openText(asking, keyRef, "disclosures.necessity_ct", id, row.necessity_ct),
  secondNote: openText(asking, keyRef, "disclosures.second_note_ct", id, row.second_note_ct),
});
