import { z } from "zod";
import { ofCase } from "../../cases/working/index.ts";
import { apiRead, apiWrite, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { record } from "../../audit/index.ts";
import { changeShare, currentShare, endShare, givePartnerTask, invite, makeShare, setShareMembers, sharesOf } from "./make-share.ts";
import { partnerContactBody } from "./partner.routes.tsx";
import { invitationBody, membersBody, ofShare, partnerTaskBody, shareBody } from "./shares.routes.tsx";
import { findShareCase } from "./shares.sql.ts";
import { addPartnerContact, readMyShares, readShare, setTaskDone } from "./work-on-share.ts";

const category = z.object({ lifeArea: z.string(), kind: z.string() });
const share = z.object({
  id: z.uuid(), caseId: z.uuid(), organisationId: z.uuid(), organisationName: z.string(), state: z.enum(["active", "planned", "without_consent", "expired", "ended"]),
  fromOn: z.string(), untilOn: z.string(), categories: z.array(category), consentIds: z.array(z.uuid()), personIds: z.array(z.uuid()),
  members: z.array(z.object({ accountId: z.uuid(), name: z.string(), jobTitle: z.string() })), version: z.number(),
});
const shareExample = {
  id: EXAMPLE_ID, caseId: EXAMPLE_ID, organisationId: EXAMPLE_ID, organisationName: "Jobcenter Kreis Lindenau", state: "active", fromOn: "2026-11-22", untilOn: "2027-11-21",
  categories: [{ lifeArea: "arbeit", kind: "contact" }], consentIds: [EXAMPLE_ID], personIds: [EXAMPLE_ID], members: [{ accountId: EXAMPLE_ID, name: "Anja Petersen", jobTitle: "Integrationsfachkraft" }], version: 1,
};
const done = { answer: z.object({ id: z.uuid() }), example: { id: EXAMPLE_ID }, show: (_tx: unknown, id: string) => Promise.resolve(json({ id })) };
const asShare = {
  answer: share, example: shareExample,
  show: async (tx: Parameters<typeof findShareCase>[0], id: string) => {
    const { case_id } = await findShareCase(tx, id);
    const shown = await currentShare(tx, case_id, id);
    return json(shown, shown.version);
  },
};

const ofTeam: Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/shares", allow: "consent.read", record: "case.read", about: "Shares of a case with their people and state.", params: ofCase,
    answer: z.object({ items: z.array(share) }), example: { items: [shareExample] },
    handle: async (tx, input, asking) => {
      const items = await sharesOf(tx, input.params.id);
      await record(tx, asking, { action: "case.read", objectKind: "share", objectIds: items.map((s) => s.id), caseId: input.params.id });
      return json({ items });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/shares", method: "POST", allow: "share.make", record: "share.made", about: "Prepares a share within the consents in force; nobody sees it before people are named. `cells` are `lifeArea.kind`.", params: ofCase, body: shareBody,
    bodyExample: { organisationId: EXAMPLE_ID, cells: ["arbeit.contact", "arbeit.task"], untilOn: "2027-11-21" },
    handle: async (tx, input, asking) => written(await makeShare(tx, asking, input.params.id, input.body)),
    ...asShare,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/shares/:shareId/people", method: "PUT", allow: "share.make", record: "share.people_named", about: "Names who sees the share from now on; others see nothing from the next request.", params: ofShare, body: membersBody, bodyExample: { accountIds: [EXAMPLE_ID] },
    handle: async (tx, input, asking) => {
      await setShareMembers(tx, asking, input.params.id, input.params.shareId, input.body.accountIds);
      return written(input.params.shareId, { status: 200 });
    },
    ...asShare,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/shares/:shareId/scope", method: "PUT", allow: "share.make", record: "share.changed", about: "Shares more or less, never beyond the consents.", params: ofShare, body: z.object({ cells: z.array(z.string().max(100)).max(60) }), bodyExample: { cells: ["arbeit.contact"] },
    handle: async (tx, input, asking) => {
      await changeShare(tx, asking, input.params.id, input.params.shareId, input.body.cells);
      return written(input.params.shareId, { status: 200 });
    },
    ...asShare,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/shares/:shareId/end", method: "POST", allow: "share.make", record: "share.ended", about: "Ends a share.", params: ofShare,
    handle: async (tx, input, asking) => {
      await endShare(tx, asking, input.params.id, input.params.shareId);
      return written(input.params.shareId, { status: 200 });
    },
    ...asShare,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/shares/:shareId/invitations", method: "POST", allow: "share.make", record: "share.partner_invited", about: "Asks for an account for somebody of the partner; the administration confirms it.", params: ofShare, body: invitationBody,
    bodyExample: { givenName: "Nora", familyName: "Neu", email: "nora.neu@example.org", jobTitle: "Arbeitsvermittlung" },
    handle: async (tx, input, asking) => written(await invite(tx, asking, input.params.id, input.params.shareId, input.body)),
    ...done,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/shares/:shareId/tasks", method: "POST", allow: "share.make", record: "share.task_given", about: "Gives the partner a task with a day.", params: ofShare, body: partnerTaskBody,
    bodyExample: { title: "Stellenangebote schicken", dueOn: "2026-12-15", lifeAreas: ["arbeit"] },
    handle: async (tx, input, asking) => written(await givePartnerTask(tx, asking, input.params.id, input.params.shareId, input.body)),
    ...done,
  }),
];

const entry = z.object({
  type: z.enum(["contact", "document", "task"]), id: z.uuid(), kind: z.string(), onDay: z.string(), at: z.string().nullable(), lifeAreas: z.array(z.string()), text: z.string(), isMine: z.boolean(), authorName: z.string(),
  doneOn: z.string().nullable(), size: z.number().nullable(), version: z.number(),
});
const person = z.object({
  id: z.uuid(), isMain: z.boolean(), names: z.array(z.object({ script: z.string(), family: z.string(), given: z.string() })),
  languages: z.array(z.object({ code: z.string(), needsInterpreter: z.boolean() })), channels: z.array(z.object({ kind: z.string(), value: z.string() })),
});
const mine = z.object({ id: z.uuid(), state: z.string(), fromOn: z.string(), untilOn: z.string(), lead: z.string().nullable(), persons: z.array(person), readable: z.record(z.string(), z.array(z.string())), addable: z.record(z.string(), z.array(z.string())) });
const mineExample = {
  id: EXAMPLE_ID, state: "active", fromOn: "2026-11-22", untilOn: "2027-11-21", lead: "Sabine Kurz",
  persons: [{ id: EXAMPLE_ID, isMain: true, names: [{ script: "Latn", family: "Okafor", given: "Grace" }], languages: [{ code: "en", needsInterpreter: false }], channels: [{ kind: "mobile", value: "0151 2345678" }] }],
  readable: { contact: ["arbeit"] }, addable: { contact: ["arbeit"] },
};
type Mine = Awaited<ReturnType<typeof readMyShares>>["shares"][number];
const shownMine = (s: Mine) => ({
  id: s.share_id, state: s.state, fromOn: s.from_on, untilOn: s.until_on, lead: s.lead_family === null || s.case_id === null ? null : `${s.lead_given} ${s.lead_family}`,
  persons: s.persons ?? [], readable: s.readable ?? {}, addable: s.addable ?? {},
});
const ofMyShare = z.object({ shareId: z.uuid() });

const ofPartner: Route[] = [
  apiRead({
    path: "/api/v1/shares", allow: "share.work", record: "shares.listed", about: "What was shared with the partner's named people, and open tasks.",
    answer: z.object({ items: z.array(mine), tasks: z.array(z.object({ id: z.uuid(), shareId: z.uuid(), dueOn: z.string(), title: z.string() })) }),
    example: { items: [mineExample], tasks: [{ id: EXAMPLE_ID, shareId: EXAMPLE_ID, dueOn: "2026-12-15", title: "Stellenangebote schicken" }] },
    handle: async (tx, _input, asking) => {
      const { shares, tasks } = await readMyShares(tx, asking);
      return json({ items: shares.map(shownMine), tasks });
    },
  }),
  apiRead({
    path: "/api/v1/shares/:shareId", allow: "share.work", record: "share.read", about: "A shared case as the partner sees it.", params: ofMyShare,
    answer: mine.extend({ entries: z.array(entry) }),
    example: { ...mineExample, entries: [{ type: "contact", id: EXAMPLE_ID, kind: "talk", onDay: "2026-11-20", at: null, lifeAreas: ["arbeit"], text: "Sucht Arbeit", isMine: false, authorName: "Sabine Kurz (KI)", doneOn: null, size: null, version: 1 }] },
    handle: async (tx, input, asking) => {
      const read = await readShare(tx, asking, input.params.shareId);
      return json({ ...shownMine(read.share), entries: read.entries });
    },
  }),
  apiWrite({
    path: "/api/v1/shares/:shareId/contacts", method: "POST", allow: "share.work", record: "contact.added", about: "Adds a contact or feedback in the shared areas.", params: ofMyShare, body: partnerContactBody,
    bodyExample: { kind: "feedback", text: "Vorstellungsgespräch am Montag", lifeAreas: ["arbeit"] },
    handle: async (tx, input, asking) => written(await addPartnerContact(tx, asking, input.params.shareId, { ...input.body, happenedOn: input.body.happenedOn ?? asking.today })),
    ...done,
  }),
  apiWrite({
    path: "/api/v1/shares/:shareId/tasks/:taskId/done", method: "POST", allow: "share.work", record: "follow_up.done", about: "Ticks the partner's task off.", params: z.object({ shareId: z.uuid(), taskId: z.uuid() }),
    handle: async (tx, input, asking) => {
      await setTaskDone(tx, asking, input.params.shareId, input.params.taskId, true);
      return written(input.params.taskId, { status: 200 });
    },
    ...done,
  }),
];

export const sharesApi: readonly Route[] = [...ofTeam, ...ofPartner];
