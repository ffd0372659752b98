import { z } from "zod";
import { record } from "../../audit/index.ts";
import { ofCase, showCase } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { consentBody, consentInput, typedAgain } from "./consent-body.ts";
import { consentsApi } from "./consents.api.ts";
import { ConsentsPage } from "./consents.page.tsx";
import { NewConsentPage } from "./new-consent.page.tsx";
import { ReadAlongPage } from "./read-along.page.tsx";
import { consentsOf } from "./read-consents.ts";
import { checkConsent, recordConsent } from "./record-consent.ts";
import { draftSheet } from "./make-sheet.ts";
import { sheetRoutes } from "./sheet.routes.tsx";
import { startOfConsent } from "./start-consent.ts";
import { textReviewRoutes } from "./texts/text-reviews.routes.tsx";
import { withdrawalRoutes } from "./withdrawal/withdrawal.routes.tsx";

const EMPTY: FormState = { values: {}, refusals: [] };

const list = pageRoute({
  path: "/faelle/:id/einwilligungen",
  allow: "consent.read",
  record: "consent.listed",
  about: "The consents of a case, person by person, with their state.",
  params: ofCase,
  handle: async (tx, input, asking) => {
    const { id } = input.params;
    const { head } = await showCase(tx, asking, id, EMPTY);
    const consents = await consentsOf(tx, asking, id);
    await record(tx, asking, { action: "consent.listed", objectKind: "consent", objectIds: consents.map((c) => c.id), caseId: id });
    const mayRecord = head.closedOn === null && head.emergencyUntil === null;
    return page("Einwilligungen", () => <ConsentsPage head={head} today={asking.today} consents={consents} mayRecord={mayRecord} />, { nav: "cases" });
  },
});

const startQuery = z.object({ person: z.uuid().optional().catch(undefined), wie: z.uuid().optional().catch(undefined) });

async function showForm(tx: ReadTx, asking: Asking, caseId: string, form: FormState, from: z.output<typeof startQuery>) {
  const view = { ...(await showCase(tx, asking, caseId, form)), ...(await startOfConsent(tx, asking, caseId, from)) };
  return page("Einwilligung aufnehmen", () => <NewConsentPage {...view} />, { nav: "cases" });
}

/** The questions. Answered, they become the text that is read together; nothing is recorded before that. */
const questions = formRoute({
  path: "/faelle/:id/einwilligungen/neu",
  allow: "consent.record",
  record: "consent.prepared",
  showRecord: "case.read",
  about: "The questions of a consent; answers with its whole text, to read together before it is recorded.",
  params: ofCase,
  query: startQuery,
  body: consentBody.extend({ schritt: z.enum(["lesen", "aendern"]).default("lesen") }),
  show: (tx, input, asking, form) => showForm(tx, asking, input.params.id, form, { person: input.query.person ?? idIn(form.values["personId"]), wie: input.query.wie }),
  submit: async (tx, input, asking) => {
    const { id } = input.params;
    const { schritt, ...body } = input.body;
    await record(tx, asking, { action: "consent.prepared", objectKind: "case", objectIds: [id], caseId: id });
    // back to the questions: what was read may have changed meanwhile, so its version is not carried along
    if (schritt === "aendern") return showForm(tx, asking, id, { values: typedAgain(body, ""), refusals: [] }, { person: idIn(body.personId) });
    const consent = await checkConsent(tx, asking, id, { ...consentInput(body), textVersion: "" });
    const { head } = await showCase(tx, asking, id, EMPTY);
    const sheet = await draftSheet(tx, asking, head, consent);
    return page("Zusammen lesen", () => <ReadAlongPage head={head} today={asking.today} hidden={asking.form()} values={typedAgain(body, consent.textVersion)} sheet={sheet} />, { nav: "cases" });
  },
});

/** After the text was read together. Refused, it goes back to the questions with everything typed. */
const recorded = formRoute({
  path: "/faelle/:id/einwilligungen/neu/aufnehmen",
  allow: "consent.record",
  record: "consent.recorded",
  showRecord: "case.read",
  about: "Records a consent after its text was read together.",
  params: ofCase,
  body: consentBody,
  show: (tx, input, asking, form) => showForm(tx, asking, input.params.id, form, { person: idIn(form.values["personId"]) }),
  submit: async (tx, input, asking) => {
    const id = await recordConsent(tx, asking, input.params.id, consentInput(input.body));
    return { ...redirect(`/faelle/${input.params.id}/einwilligungen/${id}`, "Einwilligung aufgenommen."), id };
  },
});

const idIn = (value: FormState["values"][string]): string | undefined => {
  const parsed = z.uuid().safeParse([value].flat()[0]);
  return parsed.success ? parsed.data : undefined;
};

export const consentRoutes: readonly Route[] = [list, questions, recorded, ...sheetRoutes, ...withdrawalRoutes, ...consentsApi, ...textReviewRoutes];
