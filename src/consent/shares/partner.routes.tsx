import { z } from "zod";
import { list, listLifeAreas, oneOf, optionalDay, text } from "../../cases/working/index.ts";
import { record } from "../../audit/index.ts";
import { actionRoute, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { MySharePage, MySharesPage, PartnerContactPage } from "./partner.page.tsx";
import { addPartnerContact, downloadShared, openShare, PARTNER_CONTACT_KINDS, readMyShares, readShare, setTaskDone } from "./work-on-share.ts";

const ofMyShare = z.object({ shareId: z.uuid() });
const ofEntry = z.object({ shareId: z.uuid(), entryId: z.uuid() });
export const partnerContactBody = z.object({
  kind: oneOf(PARTNER_CONTACT_KINDS, "Wählen Sie die Art."), happenedOn: optionalDay(), lifeAreas: list(), language: text(20), text: text(20_000), personIds: list(),
});

const mine = pageRoute({
  path: "/freigaben",
  allow: "share.work",
  record: "shares.listed",
  about: "The partner's list: cases that were shared with its named people, and open tasks.",
  handle: async (tx, _input, asking) => {
    const view = { ...(await readMyShares(tx, asking)), today: asking.today };
    return page("Freigegebene Fälle", () => <MySharesPage {...view} />, { nav: "shares" });
  },
});

const one = pageRoute({
  path: "/freigaben/:shareId",
  allow: "share.work",
  record: "share.read",
  about: "A shared case as the partner sees it: name, language, safe contact, lead, and the shared entries.",
  params: ofMyShare,
  handle: async (tx, input, asking) => {
    const view = { ...(await readShare(tx, asking, input.params.shareId)), areas: await listLifeAreas(tx), hidden: asking.form(), today: asking.today };
    return page("Freigegebener Fall", () => <MySharePage {...view} />, { nav: "shares" });
  },
});

const contact = formRoute({
  path: "/freigaben/:shareId/kontakte/neu",
  allow: "share.work",
  record: "contact.added",
  showRecord: "share.read",
  about: "Adds a partner's contact or feedback to the shared areas of the case.",
  params: ofMyShare,
  body: partnerContactBody,
  show: async (tx, input, asking, form) => {
    const share = await openShare(tx, input.params.shareId);
    await record(tx, asking, { action: "share.read", objectKind: "share", objectIds: [share.share_id], caseId: share.case_id });
    const view = { share, areas: await listLifeAreas(tx), form, hidden: asking.form(), today: asking.today };
    return page("Kontakt oder Rückmeldung", () => <PartnerContactPage {...view} />, { nav: "shares" });
  },
  submit: async (tx, input, asking) => {
    await addPartnerContact(tx, asking, input.params.shareId, { ...input.body, happenedOn: input.body.happenedOn ?? asking.today });
    return redirect(`/freigaben/${input.params.shareId}`, "Gespeichert.");
  },
});

const done = actionRoute({
  path: "/freigaben/:shareId/aufgaben/:entryId/erledigt",
  allow: "share.work",
  record: "follow_up.done",
  about: "The partner ticks its task off.",
  params: ofEntry,
  handle: async (tx, input, asking) => {
    await setTaskDone(tx, asking, input.params.shareId, input.params.entryId, true);
    return redirect(`/freigaben/${input.params.shareId}`, "Erledigt.");
  },
});
const reopened = actionRoute({
  path: "/freigaben/:shareId/aufgaben/:entryId/wieder-oeffnen",
  allow: "share.work",
  record: "follow_up.reopened",
  about: "The partner opens its task again.",
  params: ofEntry,
  handle: async (tx, input, asking) => {
    await setTaskDone(tx, asking, input.params.shareId, input.params.entryId, false);
    return redirect(`/freigaben/${input.params.shareId}`, "Wieder offen.");
  },
});
const download = pageRoute({
  path: "/freigaben/:shareId/dateien/:entryId",
  allow: "share.work",
  record: "document.read",
  about: "Hands out a shared file as an attachment.",
  params: ofEntry,
  handle: (tx, input, asking) => downloadShared(tx, asking, input.params.shareId, input.params.entryId),
});

export const partnerRoutes: readonly Route[] = [mine, one, contact, done, reopened, download];
