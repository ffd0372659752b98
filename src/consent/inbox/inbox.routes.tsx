import { z } from "zod";
import { getTenantSettings, mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { flag, text } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { downloadHeaders, FILE_KINDS, type FileKind } from "../../files/index.ts";
import { actionRoute, type Asking, bytes, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { findPersons, loadPersons, displayName } from "../../persons/index.ts";
import { answersOf, check88Body } from "../disclosures/disclosure-input.ts";
import { findOwnOrganisation } from "../outgoing/index.ts";
import { acceptItem, askBack, declineDisclosure, finishItem, linkToPerson, putRequestToCase, refuseRequest } from "./answer-item.ts";
import { InboxPage } from "./inbox.page.tsx";
import { readItemFile } from "./item-files.ts";
import { ItemPage } from "./item.page.tsx";
import { pageQuery } from "./letter-cursor.ts";
import { readInbox, readInboxItem } from "./read-inbox.ts";

export const ofItem = z.object({ itemId: z.uuid() });
export const refusalBody = check88Body.extend({ reason: text(1000), isUnknown: flag() });
const EMPTY: FormState = { values: {}, refusals: [] };
const isCaseWork = (asking: Asking): boolean => mayUse(asking.session, "case.work");

const inbox = pageRoute({
  path: "/posteingang", allow: "inbox.read", record: "inbox.listed", about: "What came into the room: disclosures, requests, notices; page by page.", query: pageQuery,
  handle: async (tx, { query }, asking) => {
    const { items, next } = await readInbox(tx, asking, query.nach);
    await record(tx, asking, { action: "inbox.listed", objectKind: "inbox_item", objectIds: items.map((i) => i.id) });
    return page("Posteingang", () => <InboxPage items={items} next={next} isLater={query.nach !== undefined} isCaseManagement={isCaseWork(asking)} />, { nav: "inbox" });
  },
});

async function shown(tx: ReadTx, asking: Asking, itemId: string, form: FormState, query = "") {
  const item = await readInboxItem(tx, asking, itemId);
  // in an authority a request is put to a person, as in case management to a case
  const isOffice = mayUse(asking.session, "office.work");
  const mayLink = mayUse(asking.session, "person.search") && (item.content.type === "disclosure" || (isOffice && item.content.type === "request"));
  const hits = mayLink && query !== "" ? (await findPersons(tx, query, 20, asking.today)).filter((p) => p.isOpen) : null;
  const linked = item.personId === null || !mayUse(asking.session, "person.read") ? undefined : (await loadPersons(tx, [item.personId], ["names", "languages"])).get(item.personId);
  const own = asking.session.roomId === null ? undefined : await findOwnOrganisation(tx, asking.session.roomId);
  const { inbox_months: months } = await getTenantSettings(tx, asking.session.tenantId);
  const inCase = item.caseId !== null && item.caseIsOpen ? { caseId: item.caseId } : {};
  await record(tx, asking, { action: "inbox.read", objectKind: "inbox_item", objectIds: [itemId, ...(hits ?? []).map((p) => p.personId)], ...inCase });
  const view = {
    item, organisation: own?.name ?? "", isCaseManagement: isCaseWork(asking), mayPutToCase: mayUse(asking.session, "case.assign") && item.kind === "request", mayLink, isOffice, query,
    found: hits === null ? null : hits.map((p) => ({ id: p.personId, latin: p.name.latin, own: p.name.own, birth: p.birth })), linked: linked === undefined ? null : displayName(linked).latin, hidden: asking.form(), form, months,
  };
  return page(item.kindWord, () => <ItemPage {...view} />, { nav: "inbox" });
}

const item = pageRoute({
  path: "/posteingang/:itemId", allow: "inbox.read", record: "inbox.read", about: "One letter of the inbox, as it was sent.", params: ofItem, query: z.object({ suche: text(200) }),
  handle: (tx, { params, query }, asking) => shown(tx, asking, params.itemId, EMPTY, query.suche),
});
const asForm = { allow: "inbox.read", showRecord: "inbox.read", params: ofItem, show: (tx: ReadTx, input: { params: { itemId: string } }, asking: Asking, form: FormState) => shown(tx, asking, input.params.itemId, form) } as const;

const answers: Route[] = [
  formRoute({
    ...asForm, path: "/posteingang/:itemId/annehmen", record: "inbox.accepted", about: "Accepts a disclosure.", body: z.object({}),
    submit: async (tx, { params, version }, asking) => {
      await acceptItem(tx, asking, params.itemId, version);
      return redirect(`/posteingang/${params.itemId}`, "Angenommen.");
    },
  }),
  formRoute({
    ...asForm, path: "/posteingang/:itemId/rueckfrage", record: "inbox.asked_back", about: "Asks the sender of a disclosure back.", body: z.object({ text: text(2000) }),
    submit: async (tx, { params, body, version }, asking) => {
      await askBack(tx, asking, params.itemId, version, body.text);
      return redirect(`/posteingang/${params.itemId}`, "Rückfrage gesendet.");
    },
  }),
  formRoute({
    ...asForm, path: "/posteingang/:itemId/ablehnen", record: "inbox.refused", about: "Refuses a request, with a reason that its asker never sees.", body: refusalBody,
    submit: async (tx, { params, body: { reason, isUnknown, ...answers }, version }, asking) => {
      await refuseRequest(tx, asking, params.itemId, version, { reason, isUnknown, answers88: answersOf(answers) });
      return redirect(`/posteingang/${params.itemId}`, "Festgehalten: Es geht nichts hinaus.");
    },
  }),
  formRoute({
    ...asForm, allow: "case.assign", path: "/posteingang/:itemId/fall", record: "inbox.put_to_case", about: "Puts a request to a case, by its number.", body: z.object({ caseNumber: text(40) }),
    submit: async (tx, { params, body, version }, asking) => {
      await putRequestToCase(tx, asking, params.itemId, version, body.caseNumber);
      return redirect(`/posteingang/${params.itemId}`, "Zugeordnet: Das Fallteam sieht die Anfrage jetzt.");
    },
  }),
];

const buttons: Route[] = [
  actionRoute({
    path: "/posteingang/:itemId/zurueckweisen", allow: "inbox.read", record: "inbox.declined", about: "Declines a disclosure; nothing of it persists.", params: ofItem,
    handle: async (tx, { params }, asking) => {
      await declineDisclosure(tx, asking, params.itemId);
      return redirect("/posteingang", "Zurückgewiesen und gelöscht.");
    },
  }),
  actionRoute({
    path: "/posteingang/:itemId/erledigt", allow: "inbox.read", record: "inbox.done", about: "Ticks a notice, a reply or a request off.", params: ofItem,
    handle: async (tx, { params }, asking) => {
      await finishItem(tx, asking, params.itemId, null);
      return redirect(`/posteingang/${params.itemId}`, "Erledigt.");
    },
  }),
  actionRoute({
    path: "/posteingang/:itemId/person", allow: "person.search", record: "inbox.linked", about: "Links what was accepted to an own person.", params: ofItem, body: z.object({ personId: z.uuid() }),
    handle: async (tx, { params, body }, asking) => {
      await linkToPerson(tx, asking, params.itemId, null, body.personId);
      return redirect(`/posteingang/${params.itemId}`, "Zugeordnet.");
    },
  }),
];

export async function downloadFile(tx: ReadTx, asking: Asking, itemId: string, place: string) {
  // what is no number of a file is a file that is none
  const index = /^\d{1,3}$/.test(place) ? Number(place) : -1;
  const found = await readInboxItem(tx, asking, itemId);
  const file = found.content.type === "disclosure" ? found.content.files[index] : undefined;
  if (file === undefined || found.storedNames[index] === undefined || !Object.hasOwn(FILE_KINDS, file.mediaType)) throw new NotFound();
  const content = await readItemFile(asking.app, { tenantId: asking.session.tenantId, keyRef: found.keyRef, id: itemId, storedNames: found.storedNames }, index);
  await record(tx, asking, { action: "inbox.file_read", objectKind: "inbox_item", objectIds: [itemId] });
  return bytes(content, downloadHeaders(file.mediaType as FileKind, file.name));
}
const file = pageRoute({
  path: "/posteingang/:itemId/dateien/:index", allow: "inbox.read", record: "inbox.file_read", about: "Hands out a file that came with a disclosure.", params: ofItem.extend({ index: z.string().max(40) }),
  handle: (tx, { params }, asking) => downloadFile(tx, asking, params.itemId, params.index),
});

export const inboxRoutes: readonly Route[] = [inbox, item, ...answers, ...buttons, file];
