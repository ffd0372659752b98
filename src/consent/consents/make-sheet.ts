import type { CaseHead } from "../../cases/reading/index.ts";
import { namesOf } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import type { ConsentSheet } from "../../pdf/index.ts";
import { findOwnOrganisation } from "../outgoing/index.ts";
import { isSheetLanguage, type SheetLanguage } from "./consent-form-words.ts";
import { listRecipients, listReviewed } from "./consents.sql.ts";
import type { GrantedConsent } from "./decide-consent.ts";
import type { ConsentView } from "./read-consents.ts";
import { type Sheetable, type SheetFacts, sheetOf } from "./sheet.ts";
import { isolated } from "./texts/consent-text.ts";
import { textsFor } from "./texts/consent-texts.ts";

/** Who asks, in whose name. */
export async function senderName(tx: ReadTx, asking: Asking): Promise<string> {
  const own = asking.session.roomId === null ? undefined : await findOwnOrganisation(tx, asking.session.roomId);
  return own?.name ?? asking.session.tenantName;
}

type Named = Pick<SheetFacts, "person" | "sender" | "areas" | "texts" | "isReviewed" | "language">;

async function namesFor(tx: ReadTx, asking: Asking, head: CaseHead, personId: string, language: SheetLanguage, version: string): Promise<Named> {
  const person = head.persons.find((p) => p.person_id === personId);
  const texts = textsFor(language, version);
  const isReviewed = language === "de" || (await listReviewed(tx)).some((r) => r.language === language && r.text_version === texts.other.version);
  const names = person === undefined ? undefined : namesOf(person);
  return { person: names === undefined ? "" : [names.latin, names.own].filter((name): name is string => name !== undefined && name !== "").map(isolated).join(" · "), sender: await senderName(tx, asking), areas: head.lifeAreas, texts, isReviewed, language };
}

/** Before anything is recorded. */
export async function draftSheet(tx: ReadTx, asking: Asking, head: CaseHead, consent: GrantedConsent): Promise<ConsentSheet> {
  const recipient = (await listRecipients(tx)).find((r) => r.id === consent.recipientId)?.name ?? "";
  return sheetOf(consent, { ...(await namesFor(tx, asking, head, consent.personId, consent.language, consent.textVersion)), recipient, reference: `Fall ${head.number}`, codeSvg: null });
}

/** Of a consent that is recorded: in the version of the text that it was given on. */
export async function recordedSheet(tx: ReadTx, asking: Asking, head: CaseHead, consent: ConsentView, codeSvg: string | null): Promise<ConsentSheet> {
  if (!isSheetLanguage(consent.language)) throw new NotFound();
  const names = await namesFor(tx, asking, head, consent.personId, consent.language, consent.textVersion);
  return sheetOf(sheetable(consent), { ...names, recipient: consent.recipient, reference: `Fall ${head.number} · ${consent.id.slice(-8)} · Text ${consent.textVersion}`, codeSvg });
}

const sheetable = (c: ConsentView): Sheetable => ({
  categories: c.categories, purpose: c.purpose, purposeText: c.purposeText, direction: c.direction, releasesSecrecy: c.releasesSecrecy, givenOn: c.givenOn, expiresOn: c.expiresOn,
  givenBy: c.givenBy, representative: c.representative, representedUntilOn: c.representedUntilOn, form: c.form, interpreter: c.interpreter,
});
