import { z } from "zod";
import { record } from "../../audit/index.ts";
import { formRoute, page, redirect, type Route } from "../../http/index.ts";
import { phoneNoteBody } from "./contact-input.ts";
import { candidatesFor, recordPhoneNote } from "./phone-note.ts";
import { PhoneNotePage } from "./phone-note.page.tsx";

export const phoneNoteRoutes: readonly Route[] = [
  formRoute({
    path: "/telefonnotiz",
    allow: "case.work",
    record: "contact.added",
    showRecord: { none: "shows an empty form; candidates, if any, are recorded as a list" },
    about: "A note from a telephone call in one line, for a case found by number or name.",
    query: z.object({ fall: z.string().max(20).optional() }),
    body: phoneNoteBody,
    show: async (tx, input, asking, form) => {
      const who = String(form.values["who"] ?? "");
      const candidates = form.refusals.length === 0 ? [] : await candidatesFor(tx, asking, who);
      if (candidates.length > 0) await record(tx, asking, { action: "case.listed", objectKind: "case", objectIds: candidates.map((c) => c.id) });
      return page("Telefonnotiz", () => <PhoneNotePage form={form} hidden={asking.form()} candidates={candidates} who={input.query.fall ?? ""} />);
    },
    submit: async (tx, input, asking) => {
      const { caseId, ...rest } = input.body;
      const note = await recordPhoneNote(tx, asking, { ...rest, caseId: caseId === undefined || caseId === "" ? null : caseId });
      return redirect(`/faelle/${note.caseId}`, "Telefonnotiz gespeichert.");
    },
  }),
];
