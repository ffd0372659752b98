import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { neededText, text } from "../../cases/index.ts";
import { actionRoute, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { otherLanguage } from "../letters/letter-input.ts";
import { isPlace, placesIn } from "../letters/places.ts";
import { STARTER_TEXTS, type TemplateText } from "./starter-texts.data.ts";
import { TemplateFormPage, TemplatesPage } from "./templates.page.tsx";
import { getTemplate, insertTemplate, listTemplates, retireTemplate, updateTemplate } from "./templates.sql.ts";

const ofTemplate = z.object({ templateId: z.uuid() });
const NOTHING_PERSONAL = { none: "texts of the room, and no person" } as const;
const body = z.object({
  name: neededText(120, "Geben Sie der Vorlage einen Namen."), subject: neededText(300, "Schreiben Sie einen Betreff."), salutation: text(300), body: neededText(20_000, "Schreiben Sie den Text."), closing: text(300), otherLanguage, otherText: text(20_000),
});

/** Unknown places are typing mistakes: in a letter they would stand open for ever. */
function judged(input: z.output<typeof body>): TemplateText {
  const unknown = [...new Set([input.subject, input.salutation, input.body, input.closing, input.otherText].flatMap(placesIn))].filter((p) => !isPlace(p));
  if (unknown.length > 0) throw new Refused([{ code: "places-unknown", field: "body", sentence: `Diese Platzhalter gibt es nicht: ${unknown.map((p) => `{{${p}}}`).join(", ")}.` }]);
  if ((input.otherLanguage === "") !== (input.otherText === "")) throw new Refused([{ code: "language-or-text-missing", field: "otherLanguage", sentence: "Wählen Sie Sprache und Text zusammen, oder keines von beiden." }]);
  return input as TemplateText;
}

export const templateRoutes: readonly Route[] = [
  pageRoute({
    path: "/briefvorlagen", allow: "case.work", record: NOTHING_PERSONAL, about: "Texts for letters of the room.",
    handle: async (tx, _input, asking) => {
      const templates = await listTemplates(tx);
      const view = { templates, mayWrite: mayUse(asking.session, "letter.template"), hidden: asking.form() };
      return page("Textvorlagen", () => <TemplatesPage {...view} />, { nav: "cases" });
    },
  }),
  formRoute({
    path: "/briefvorlagen/neu", allow: "letter.template", record: "letter_template.added", showRecord: NOTHING_PERSONAL, about: "Writes a text for letters of the room.", body,
    show: async (_tx, _input, asking, form) => page("Textvorlage", () => <TemplateFormPage known={null} form={form} hidden={asking.form()} />, { nav: "cases" }),
    submit: async (tx, input, asking) => {
      const id = newId();
      await insertTemplate(tx, asking.session, id, judged(input.body));
      await record(tx, asking, { action: "letter_template.added", objectKind: "letter_template", objectIds: [id] });
      return { ...redirect("/briefvorlagen", "Vorlage gespeichert."), id };
    },
  }),
  actionRoute({
    path: "/briefvorlagen/beispiele", allow: "letter.template", record: "letter_template.added", about: "Takes over the shipped examples that the room does not have.",
    handle: async (tx, _input, asking) => {
      const there = new Set((await listTemplates(tx)).map((t) => t.name));
      const ids: string[] = [];
      for (const one of STARTER_TEXTS.filter((s) => !there.has(s.name))) {
        ids.push(newId());
        await insertTemplate(tx, asking.session, ids.at(-1)!, one);
      }
      await record(tx, asking, { action: "letter_template.added", objectKind: "letter_template", objectIds: ids });
      return redirect("/briefvorlagen", "Die Beispiele sind übernommen. Passen Sie sie an.");
    },
  }),
  formRoute({
    path: "/briefvorlagen/:templateId", allow: "letter.template", record: "letter_template.changed", showRecord: NOTHING_PERSONAL, about: "Changes a text of the room; letters that were written stay as they are.", params: ofTemplate, body,
    show: async (tx, { params }, asking, form) => {
      const known = await getTemplate(tx, params.templateId);
      return page("Textvorlage", () => <TemplateFormPage known={known} form={form} hidden={asking.form()} />, { nav: "cases" });
    },
    submit: async (tx, { params, version, ...input }, asking) => {
      const known = await getTemplate(tx, params.templateId);
      if ((await updateTemplate(tx, params.templateId, version, judged(input.body))) !== 1) throw new Stale({ ...known });
      await record(tx, asking, { action: "letter_template.changed", objectKind: "letter_template", objectIds: [params.templateId] });
      return redirect("/briefvorlagen", "Vorlage gespeichert.");
    },
  }),
  actionRoute({
    path: "/briefvorlagen/:templateId/stilllegen", allow: "letter.template", record: "letter_template.retired", about: "Takes a text out of the list.", params: ofTemplate,
    handle: async (tx, { params }, asking) => {
      if ((await retireTemplate(tx, params.templateId)) !== 1) throw new NotFound();
      await record(tx, asking, { action: "letter_template.retired", objectKind: "letter_template", objectIds: [params.templateId] });
      return redirect("/briefvorlagen", "Vorlage stillgelegt.");
    },
  }),
];
