import { z } from "zod";
import { record } from "../../audit/index.ts";
import { ofCase, readDay, showCase, text } from "../../cases/index.ts";
import { actionRoute, apiWrite, EXAMPLE_ID, formRoute, json, page, redirect, type Route, written } from "../../http/index.ts";
import { EntryReleasePage } from "./release.page.tsx";
import { readEntryRelease, releaseEntry, takeReleaseBack } from "./release-entry.ts";
import { findEntryCase, listReleases } from "./releases.sql.ts";

const ofEntry = z.object({ id: z.uuid(), entryId: z.uuid() });
const ofRelease = z.object({ id: z.uuid(), entryId: z.uuid(), consentId: z.uuid() });
const body = z.object({ consentId: text(40), form: text(20), givenOn: text(20) });

const release = formRoute({
  path: "/faelle/:id/eintraege/:entryId/freigabe",
  allow: "consent.record",
  record: "entry_release.recorded",
  showRecord: "entry.read",
  about: "The person releases exactly this entrusted entry, by a consent that holds.",
  params: ofEntry,
  body,
  show: async (tx, input, asking, form) => {
    const { id, entryId } = input.params;
    const view = { ...(await showCase(tx, asking, id, form)), release: await readEntryRelease(tx, asking, id, entryId) };
    await record(tx, asking, { action: "entry.read", objectKind: view.release.type, objectIds: [entryId], caseId: id });
    return page("Eintrag freigeben", () => <EntryReleasePage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    const { id, entryId } = input.params;
    await releaseEntry(tx, asking, id, entryId, { ...input.body, givenOn: readDay(input.body.givenOn) });
    return redirect(`/faelle/${id}/eintraege/${entryId}/freigabe`, "Freigegeben, und nur dieser Eintrag.");
  },
});
const takenBack = actionRoute({
  path: "/faelle/:id/eintraege/:entryId/freigabe/:consentId/zuruecknehmen",
  allow: "consent.record",
  record: "entry_release.withdrawn",
  about: "Takes the release of one entry back.",
  params: ofRelease,
  handle: async (tx, input, asking) => {
    const { id, entryId, consentId } = input.params;
    await takeReleaseBack(tx, asking, id, entryId, consentId);
    return redirect(`/faelle/${id}/eintraege/${entryId}/freigabe`, "Zurückgenommen. Die Stelle sieht den Eintrag nicht mehr.");
  },
});

const answer = z.object({ entryId: z.uuid(), releases: z.array(z.object({ consentId: z.uuid(), recipient: z.string(), form: z.string(), givenOn: z.string(), state: z.string() })) });
const example = { entryId: EXAMPLE_ID, releases: [{ consentId: EXAMPLE_ID, recipient: "Jobcenter Kreis Lindenau", form: "oral", givenOn: "2026-11-22", state: "in_force" }] };
const shared = {
  answer, example,
  // a replay knows only the entry's id: its case is looked up under the rights of that moment
  show: async (tx: Parameters<typeof listReleases>[0], entryId: string) => {
    const { case_id: caseId } = await findEntryCase(tx, entryId);
    return json({ entryId, releases: (await listReleases(tx, caseId, entryId)).map((r) => ({ consentId: r.consent_id, recipient: r.recipient, form: r.form, givenOn: r.given_on, state: r.state })) });
  },
};
const api: readonly Route[] = [
  apiWrite({
    path: "/api/v1/cases/:id/entry-releases", method: "POST", allow: "consent.record", record: "entry_release.recorded", about: "The person releases exactly this entrusted entry, by a consent that holds.",
    params: ofCase, body: z.object({ entryId: z.uuid(), consentId: z.uuid(), form: z.string(), givenOn: z.string() }), bodyExample: { entryId: EXAMPLE_ID, consentId: EXAMPLE_ID, form: "oral", givenOn: "2026-11-22" },
    handle: async (tx, input, asking) => {
      const { entryId, ...rest } = input.body;
      await releaseEntry(tx, asking, input.params.id, entryId, { ...rest, givenOn: readDay(rest.givenOn) });
      return written(entryId);
    },
    ...shared,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/entry-releases/:entryId/:consentId/withdrawal", method: "POST", allow: "consent.record", record: "entry_release.withdrawn", about: "Takes the release of one entry back.",
    params: ofRelease, body: z.object({}), bodyExample: {},
    handle: async (tx, input, asking) => {
      const { id, entryId, consentId } = input.params;
      await takeReleaseBack(tx, asking, id, entryId, consentId);
      return written(entryId, { status: 200 });
    },
    ...shared,
  }),
];
export const releaseRoutes: readonly Route[] = [release, takenBack, ...api];
