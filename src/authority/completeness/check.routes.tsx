import { Readable } from "node:stream";
import { z } from "zod";
import { record } from "../../audit/index.ts";
import { text } from "../../cases/index.ts";
import { findOwnOrganisation } from "../../consent/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { downloadHeaders } from "../../files/index.ts";
import { actionRoute, type Asking, bytes, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { germanMoment } from "../../kernel/german-instant.ts";
import { makePdf } from "../../pdf/index.ts";
import { readOfficeHead } from "../file/office-head.ts";
import { ofOfficePerson } from "../of-office-person.ts";
import { papersOf } from "../papers/keep-paper.ts";
import { changeCheck, closeCheck, demandWhatIsOpen, getShownCheck, openCheck, type PaperChoice, reopenCheck } from "./change-checks.ts";
import { CheckPage, NewCheckPage } from "./check.page.tsx";
import { MissingListPage } from "./missing-list.page.tsx";
import { missingLetter, missingOf } from "./missing-letter.ts";
import { rightsOf } from "./rights.ts";

const ofCheck = ofOfficePerson.extend({ checkId: z.uuid() });
const BASE = "/vorgaenge/:personId/vollstaendigkeit";
const ONE = `${BASE}/:checkId`;
/** Fields by the keys of the papers: `state.25b.P:0` and `paper.25b.P:0`; what else comes is not looked at. */
const choices = z.record(z.string().max(80), z.unknown()).transform((fields) => {
  const chosen = new Map<string, PaperChoice>();
  for (const [name, value] of Object.entries(fields)) {
    const [, which, key] = /^(state|paper|was)\.(.{1,60})$/.exec(name) ?? [];
    if (key === undefined || typeof value !== "string" || value.length > 80) continue;
    const before = chosen.get(key) ?? { state: undefined, paperId: undefined, was: undefined };
    chosen.set(key, which === "state" ? { ...before, state: value } : which === "was" ? { ...before, was: value } : { ...before, paperId: value });
  }
  return chosen;
});
const checkBody = choices;
const back = (p: { personId: string; checkId: string }): string => `/vorgaenge/${p.personId}/vollstaendigkeit/${p.checkId}`;

async function showCheck(tx: ReadTx, asking: Asking, personId: string, checkId: string, form: FormState) {
  const head = await readOfficeHead(tx, asking, personId);
  const check = await getShownCheck(tx, asking, personId, checkId);
  const files = await papersOf(tx, asking, { id: head.id, key_ref: head.keyRef });
  await record(tx, asking, { action: "completeness_check.read", objectKind: "person", objectIds: [personId, checkId] });
  const view = { head, check, files, form, hidden: asking.form() };
  return page("Vollständigkeit der Unterlagen", () => <CheckPage {...view} />, { nav: "office-files" });
}

async function letterFacts(tx: ReadTx, asking: Asking, personId: string, checkId: string) {
  const { session } = asking;
  const head = await readOfficeHead(tx, asking, personId);
  const check = await getShownCheck(tx, asking, personId, checkId);
  const own = session.roomId === null ? undefined : await findOwnOrganisation(tx, session.roomId);
  await record(tx, asking, { action: "completeness_check.printed", objectKind: "person", objectIds: [personId, checkId] });
  return { check, office: own?.name ?? "", officer: `${session.givenName} ${session.familyName}`.trim(), name: head.name.latin, address: head.address, day: germanDay(asking.today), reference: checkId.slice(-8).toUpperCase() };
}
/** Made when it is sent, after the transaction has ended: it takes a second, and a connection would wait for it. */
const later = (make: () => Promise<Uint8Array>): Readable => Readable.from((async function* () { yield Buffer.from(await make()); })());

const forms: Route[] = [
  formRoute({
    path: `${BASE}/neu`, allow: "office.work", record: "completeness_check.opened", showRecord: "office_file.read", about: "Begins a check of the papers for one right.", params: ofOfficePerson, body: z.object({ rule: text(40) }),
    show: async (tx, { params }, asking, form) => {
      const head = await readOfficeHead(tx, asking, params.personId);
      await record(tx, asking, { action: "office_file.read", objectKind: "person", objectIds: [params.personId], purpose: "head" });
      const view = { head, form, hidden: asking.form(), rights: rightsOf(asking.session.roles).map(({ id, norm, title, gives }) => ({ id, norm, title, gives })) };
      return page("Vollständigkeitsprüfung", () => <NewCheckPage {...view} />, { nav: "office-files" });
    },
    submit: async (tx, { params, body }, asking) => {
      const checkId = await openCheck(tx, asking, params.personId, body.rule);
      return redirect(back({ personId: params.personId, checkId }), "Prüfung begonnen.");
    },
  }),
  formRoute({
    path: ONE, allow: "office.work", record: "completeness_check.changed", showRecord: "completeness_check.read", about: "Which papers a right asks for, and which are there.", params: ofCheck, body: checkBody,
    show: (tx, { params }, asking, form) => showCheck(tx, asking, params.personId, params.checkId, form),
    submit: async (tx, { params, body }, asking) => {
      await changeCheck(tx, asking, params.personId, params.checkId, body);
      return redirect(back(params), "Gespeichert.");
    },
  }),
];

const papers: Route[] = [
  pageRoute({
    path: `${ONE}/schreiben.pdf`, allow: "office.work", record: "completeness_check.printed", about: "A letter to the person: which papers are missing.", params: ofCheck,
    handle: async (tx, { params }, asking) => {
      const letter = missingLetter(await letterFacts(tx, asking, params.personId, params.checkId));
      return bytes(later(() => makePdf("plain-letter", letter, asking.now)), downloadHeaders("pdf", "Fehlende Unterlagen.pdf"));
    },
  }),
  pageRoute({
    path: `${ONE}/liste`, allow: "office.work", record: "completeness_check.printed", about: "The missing papers as a sheet to hand over.", params: ofCheck,
    handle: async (tx, { params }, asking) => {
      const { check, name, officer } = await letterFacts(tx, asking, params.personId, params.checkId);
      const view = { norm: check.norm, title: check.title, name, missing: missingOf(check), printedBy: officer, printedAt: germanMoment(asking.now, asking.app.config.timeZone) };
      return page("Fehlende Unterlagen", () => <MissingListPage {...view} />, { nav: "office-files" });
    },
  }),
];

const buttons: Route[] = [
  actionRoute({
    path: `${ONE}/anfordern`, allow: "office.work", record: "completeness_check.changed", about: "Marks as missing what nobody has looked at and the person can bring.", params: ofCheck,
    handle: async (tx, { params }, asking) => {
      await demandWhatIsOpen(tx, asking, params.personId, params.checkId);
      return redirect(back(params), "Was offen war, steht jetzt auf „fehlt“.");
    },
  }),
  actionRoute({
    path: `${ONE}/abschliessen`, allow: "office.work", record: "completeness_check.closed", about: "Closes a check of papers.", params: ofCheck,
    handle: async (tx, { params }, asking) => {
      await closeCheck(tx, asking, params.personId, params.checkId);
      return redirect(back(params), "Prüfung abgeschlossen.");
    },
  }),
  actionRoute({
    path: `${ONE}/wieder-oeffnen`, allow: "office.work", record: "completeness_check.reopened", about: "Opens a closed check of papers again.", params: ofCheck,
    handle: async (tx, { params }, asking) => {
      await reopenCheck(tx, asking, params.personId, params.checkId);
      return redirect(back(params), "Wieder offen.");
    },
  }),
];

export const checkRoutes: readonly Route[] = [...forms, ...papers, ...buttons];
