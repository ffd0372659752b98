import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { germanMoment } from "../../kernel/german-instant.ts";
import { ReadersLine } from "../../ui/index.ts";
import { getCaseFile, listLifeAreas } from "../case-file.sql.ts";
import { findDraft } from "../drafts/keep-draft.ts";
import { flag, list, ofCase } from "../form-input.ts";
import { showCase } from "../show-case.ts";
import { readersOf } from "../team/readers.ts";
import { typedIn } from "../typed-values.ts";
import { ContactPage, type ContactView } from "./contact.page.tsx";
import { type ContactBody, contactBody } from "./contact-input.ts";
import type { ContactInput } from "./decide-contact.ts";
import { correctContact, currentContact, recordContact, reviewEntrusted, withdrawContact } from "./record-contact.ts";

export const ofContact = z.object({ id: z.uuid(), contactId: z.uuid() });

export const contactInput = (body: ContactBody, today: CalendarDay): ContactInput => ({ ...body, happenedOn: body.happenedOn ?? today });

async function viewOf(tx: ReadTx, asking: Asking, caseId: string, form: FormState, contactId?: string): Promise<ContactView> {
  const common = await showCase(tx, asking, caseId, form);
  const contact = contactId === undefined ? undefined : await currentContact(tx, asking, caseId, contactId);
  const draft = await findDraft(tx, asking, caseId, common.head.keyRef, `contact.${contactId ?? "new"}`);
  const isEntrusted = form.values["isEntrusted"] !== undefined || (Object.keys(form.values).length === 0 && contact?.isEntrusted === true);
  return {
    ...common,
    lifeAreas: await listLifeAreas(tx),
    readers: await readersOf(tx, asking, caseId, { isEntrusted, lifeAreas: typedIn(form).list("lifeAreas", contact?.lifeAreas), sharedAs: "contact" }),
    draft: draft === undefined ? null : { text: draft.text, restored: `${germanMoment(draft.keptAt, asking.app.config.timeZone)} Uhr` },
    mayWithdraw: contact?.authorId === asking.session.accountId,
    ...(contact === undefined ? {} : { contact }),
  };
}

const newContact = formRoute({
  path: "/faelle/:id/kontakte/neu",
  allow: "case.work",
  record: "contact.added",
  showRecord: "case.read",
  about: "Adds a contact to a case.",
  params: ofCase,
  body: contactBody,
  show: async (tx, input, asking, form) => {
    const view = await viewOf(tx, asking, input.params.id, form);
    return page("Neuer Kontakt", () => <ContactPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await recordContact(tx, asking, input.params.id, contactInput(input.body, asking.today));
    return redirect(`/faelle/${input.params.id}`, "Kontakt gespeichert.");
  },
});

const contact = formRoute({
  path: "/faelle/:id/kontakte/:contactId",
  allow: "case.work",
  record: "contact.corrected",
  showRecord: "contact.read",
  about: "Shows a contact to be completed or corrected; a stale save shows what changed.",
  params: ofContact,
  body: contactBody,
  show: async (tx, input, asking, form) => {
    const { id, contactId } = input.params;
    const view = await viewOf(tx, asking, id, form, contactId);
    await record(tx, asking, { action: "contact.read", objectKind: "contact", objectIds: [contactId], caseId: id });
    return page("Kontakt", () => <ContactPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await correctContact(tx, asking, input.params.id, input.params.contactId, input.version, contactInput(input.body, asking.today));
    return redirect(`/faelle/${input.params.id}`, "Änderung gespeichert.");
  },
});

const withdraw = actionRoute({
  path: "/faelle/:id/kontakte/:contactId/zurueckziehen",
  allow: "case.work",
  record: "contact.withdrawn",
  about: "Takes one's own contact back within a day.",
  params: ofContact,
  handle: async (tx, input, asking) => {
    await withdrawContact(tx, asking, input.params.id, input.params.contactId);
    return redirect(`/faelle/${input.params.id}`, "Eintrag zurückgezogen.");
  },
});

const review = actionRoute({
  path: "/faelle/:id/kontakte/:contactId/pruefung",
  allow: "case.work",
  record: "contact.reviewed",
  about: "Says whether an imported remark stays entrusted.",
  params: ofContact,
  body: z.object({ staysEntrusted: flag() }),
  handle: async (tx, input, asking) => {
    await reviewEntrusted(tx, asking, input.params.id, input.params.contactId, input.body.staysEntrusted);
    return redirect(`/faelle/${input.params.id}`, input.body.staysEntrusted ? "Geprüft: bleibt anvertraut." : "Geprüft: nicht anvertraut.");
  },
});

/** What the line under a field asks again whenever a choice changes. */
const readers = pageRoute({
  path: "/faelle/:id/lesende",
  allow: "case.work",
  record: { none: "names the team of a case that is open to the reader, and nothing in it" },
  about: "The line that says who will be able to read an entry with these choices.",
  params: ofCase,
  query: z.object({ isEntrusted: flag(), lifeAreas: list() }),
  handle: async (tx, input, asking) => {
    await getCaseFile(tx, input.params.id);
    const line = await readersOf(tx, asking, input.params.id, { isEntrusted: input.query.isEntrusted, lifeAreas: input.query.lifeAreas, sharedAs: "contact" });
    return page("Wer das lesen kann", () => <main><ReadersLine {...line} /></main>, { bare: true });
  },
});

export const contactRoutes: readonly Route[] = [newContact, contact, withdraw, review, readers];
