import { z } from "zod";
import { getCaseFile, showCase, text } from "../../../cases/working/index.ts";
import { namesOf } from "../../../cases/reading/index.ts";
import type { ReadTx } from "../../../db/index.ts";
import { actionRoute, type Asking, type FormState, formRoute, page, redirect, type Route } from "../../../http/index.ts";
import { dayOf, germanDay } from "../../../kernel/calendar-day.ts";
import { NotFound } from "../../../kernel/errors.ts";
import { giveAccess } from "../give-access.ts";
import { portalPath } from "../portal-path.ts";
import { CardPage } from "../staff.page.tsx";
import { type AccessRow, getAccess } from "../staff.sql.ts";
import { FREEZE_REASONS, type FreezeReason, SAFE_AGAIN, type SafeAgain } from "./freeze-words.ts";
import { type FreezeView, ThawPage, WhyFrozenPage } from "./freeze.page.tsx";
import { explain, freeze, thaw } from "./freeze.ts";
import { readFreezes } from "./read-freeze.ts";

const BASE = "/faelle/:id/portal/:accessId";
const NOTHING_TYPED: FormState = { values: {}, refusals: [] };
const params = z.object({ id: z.uuid(), accessId: z.uuid() });
const NAV = { nav: "cases" };

async function viewOf(tx: ReadTx, asking: Asking, caseId: string, accessId: string, form: FormState): Promise<{ view: FreezeView; access: AccessRow }> {
  const shown = await showCase(tx, asking, caseId, form);
  const file = await getCaseFile(tx, caseId);
  const access = await getAccess(tx, caseId, accessId);
  const frozen = (await readFreezes(tx, asking, caseId, file.key_ref)).get(accessId);
  if (frozen === undefined) throw new NotFound();
  const person = shown.head.persons.find((p) => p.person_id === access.person_id);
  return { view: { ...shown, freeze: frozen, name: person === undefined ? "der Person" : namesOf(person).latin }, access };
}

export const freezeBody = z.object({ reason: z.enum(Object.keys(FREEZE_REASONS) as [FreezeReason, ...FreezeReason[]], "Wählen Sie den Grund."), words: text(1000) });
export const thawBody = z.object({
  how: z.enum(Object.keys(SAFE_AGAIN) as [SafeAgain, ...SafeAgain[]], "Sagen Sie, woher Sie es wissen."),
  isSafe: z.string("Ohne diese Bestätigung bleibt die Seite gesperrt.").min(1),
  card: z.enum(["new", "same"], "Wählen Sie, ob Code und PIN bleiben."),
});

export const freezeRoutes: readonly Route[] = [
  actionRoute({
    path: `${BASE}/sperren`, allow: "portal.manage", record: "portal_access.frozen", about: "Freezes an access to the own page; holds at the person's next request. The reason is asked afterwards.", params,
    handle: async (tx, { params: { id, accessId } }, asking) => {
      await freeze(tx, asking, id, accessId, null);
      return redirect(`${portalPath(id)}/${accessId}/grund`, "Der Zugang ist gesperrt.");
    },
  }),
  formRoute({
    path: `${BASE}/grund`, allow: "portal.manage", record: "portal_access.explained", showRecord: "case.read", about: "Says why an access is frozen.", params, body: freezeBody,
    show: async (tx, { params: { id, accessId } }, asking, form) => {
      const { view } = await viewOf(tx, asking, id, accessId, form);
      return page("Grund der Sperre", () => <WhyFrozenPage view={view} />, NAV);
    },
    submit: async (tx, { params: { id, accessId }, body }, asking) => {
      await explain(tx, asking, id, accessId, body);
      return redirect(portalPath(id), "Der Grund ist gespeichert. Der Zugang bleibt gesperrt.");
    },
  }),
  formRoute({
    path: `${BASE}/entsperren`, allow: "portal.manage", record: "portal_access.unfrozen", showRecord: "case.read", about: "Lifts a freeze, after a second look: whoever does it says how they know that the way is safe.", params, body: thawBody,
    show: async (tx, { params: { id, accessId } }, asking, form) => {
      const { view, access } = await viewOf(tx, asking, id, accessId, form);
      const lastUsed = access.last_seen_at === null ? null : germanDay(dayOf(access.last_seen_at, asking.app.config.timeZone));
      return page("Sperre aufheben", () => <ThawPage view={view} lastUsed={lastUsed} />, NAV);
    },
    submit: async (tx, { params: { id, accessId }, body }, asking) => {
      const access = await getAccess(tx, id, accessId);
      await thaw(tx, asking, id, accessId, body.how);
      if (body.card === "same") return redirect(portalPath(id), "Die Sperre ist aufgehoben. Die Person meldet sich neu an.");
      const card = await giveAccess(tx, asking, id, { personId: access.person_id, guardianId: access.guardian_id ?? "", language: access.language, untilOn: access.until_on });
      const view = await showCase(tx, asking, id, NOTHING_TYPED);
      return page("Code und PIN", () => <CardPage view={view} card={card} />, NAV);
    },
  }),
];
