import { record } from "../../audit/index.ts";
import { hashPassword, qrPicture } from "../../accounts/index.ts";
import { getCaseFile, listCasePersons } from "../../cases/working/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { type CalendarDay, yearsBetween } from "../../kernel/calendar-day.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { lendToPortal, takeBackFromPortal } from "../portal-keys.ts";
import { cardHash, groupsOf, newCard, newFirstPin } from "../sign-in/card.ts";
import { ADDRESS } from "../views.ts";
import { endAccess, getAccess, getKeys, giveCard, insertAccess, listAccesses, listGuardians, removePasskeys } from "./staff.sql.ts";

export interface AccessInput {
  readonly personId: string;
  /** empty: the person; else whoever speaks for them */
  readonly guardianId: string;
  readonly language: string;
  readonly untilOn: CalendarDay | null;
}
/** Shown once and kept nowhere: the database has hashes of both. */
export interface GivenCard {
  readonly accessId: string;
  readonly address: string;
  readonly groups: string;
  readonly pin: string;
  readonly picture: { readonly size: number; readonly path: string };
}

const refuse = (code: string, field: string, sentence: string): Refusal => ({ code, field, sentence });

/** From 14 on, young people may be given a page of their own. */
const isChild = (birth: CalendarDay | null, today: CalendarDay): boolean => birth !== null && yearsBetween(birth, today) < 14;

/** A new access, or a new card for the one that runs: the old card and every session are over then. */
export async function giveAccess(tx: WriteTx, asking: Asking, caseId: string, input: AccessInput): Promise<GivenCard> {
  await getCaseFile(tx, caseId);
  const person = (await listCasePersons(tx, caseId)).find((p) => p.person_id === input.personId);
  const guardian = input.guardianId === "" ? null : (await listGuardians(tx, caseId)).find((g) => g.id === input.guardianId && g.person_id === input.personId);
  const refusals: Refusal[] = [];
  if (person === undefined) refusals.push(refuse("person-not-of-the-case", "personId", "Wählen Sie eine Person des Falls."));
  if (guardian === undefined) refusals.push(refuse("guardian-not-of-the-person", "guardianId", "Diese Vertretung gehört nicht zu der Person."));
  if (input.untilOn !== null && input.untilOn < asking.today) refusals.push(refuse("access-ends-in-the-past", "untilOn", "Dieser Tag ist schon vorbei."));
  if (person !== undefined && guardian === null && isChild((await getKeys(tx, caseId, input.personId)).birth_on, asking.today)) {
    refusals.push(refuse("a-child-is-represented", "guardianId", "Unter 14 Jahren bekommt den Zugang, wer das Kind vertritt. Tragen Sie die Vertretung bei der Person ein."));
  }
  if (refusals.length > 0) throw new Refused(refusals);
  const running = (await listAccesses(tx, caseId)).find((a) => a.person_id === input.personId && (a.guardian_id ?? "") === input.guardianId && a.state !== "ended");
  if (running?.state === "frozen") throw new Refused([refuse("access-is-frozen", "personId", "Der Zugang ist gesperrt. Heben Sie zuerst die Sperre auf.")]);
  const id = running?.id ?? newId();
  if (running === undefined) await insertAccess(tx, asking.session, { id, caseId, ...input, guardianId: guardian?.id ?? null });
  return writeCard(tx, asking, caseId, id, input.personId);
}

async function writeCard(tx: WriteTx, asking: Asking, caseId: string, id: string, personId: string): Promise<GivenCard> {
  const [card, pin] = [newCard(), newFirstPin()];
  if (!(await giveCard(tx, id, cardHash(card), await hashPassword(pin)))) {
    throw new Refused([refuse("access-not-possible", "personId", "Für diese Person geht kein Zugang: Sie ist verstorben oder nicht mehr im Fall, oder die Vertretung ist beendet.")]);
  }
  const keys = await getKeys(tx, caseId, personId);
  await lendToPortal(asking.app, [keys.case_key, keys.person_key]);
  await record(tx, asking, { action: "portal_access.granted", objectKind: "portal_access", objectIds: [id, personId], caseId });
  const address = `${asking.app.config.portalOrigin ?? ""}${ADDRESS.start}?k=${card}`;
  return { accessId: id, address: `${asking.app.config.portalOrigin ?? ""}${ADDRESS.start}`, groups: groupsOf(card), pin, picture: qrPicture(address) };
}

export async function end(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getAccess(tx, caseId, id);
  if ((await endAccess(tx, asking.session, caseId, id)) !== 1) throw new NotFound();
  await takeBack(tx, asking, caseId, id);
  await record(tx, asking, { action: "portal_access.ended", objectKind: "portal_access", objectIds: [id], caseId });
}

/** Which telephone it is the office cannot know: all of them, and every session. The PIN stays. */
export async function takePasskeys(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getAccess(tx, caseId, id);
  if ((await removePasskeys(tx, id)) === 0) throw new NotFound();
  await record(tx, asking, { action: "portal_passkey.removed", objectKind: "portal_access", objectIds: [id], caseId });
}

/** What another access of the same case still needs stays. */
export async function takeBack(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  const all = await listAccesses(tx, caseId);
  const own = all.find((a) => a.id === id);
  const running = all.filter((a) => a.id !== id && (a.state === "active" || a.state === "invited"));
  if (own === undefined) return;
  const keys = await getKeys(tx, caseId, own.person_id);
  takeBackFromPortal(asking.app, [...(running.length === 0 ? [keys.case_key] : []), ...(running.some((a) => a.person_id === own.person_id) ? [] : [keys.person_key])]);
}
