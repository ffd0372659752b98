import { z } from "zod";
import { type Asking, formRoute, page, redirect, type Route } from "../../http/index.ts";
import { listLifeAreas } from "../case-file.sql.ts";
import { ADVICE_OUTCOMES } from "../case-words.ts";
import { optionalDay, optionalNumber, saidText, someOf } from "../form-input.ts";
import { AdvicePage } from "./advice.page.tsx";
import { recordAdvice } from "./record-advice.ts";

const { became_case: _, ...OUTCOMES } = ADVICE_OUTCOMES;
export const adviceBody = z.object({
  happenedOn: optionalDay(),
  language: saidText(35, "Wählen Sie die Sprache."),
  lifeAreas: someOf("Wählen Sie mindestens einen Lebensbereich."),
  outcome: z.enum(Object.keys(OUTCOMES) as [keyof typeof OUTCOMES, ...(keyof typeof OUTCOMES)[]], "Wählen Sie das Ergebnis."),
  minutes: optionalNumber(0, 600, "Geben Sie die Dauer in ganzen Minuten ein, höchstens 600."),
});
export const adviceInput = (body: z.output<typeof adviceBody>, today: Asking["today"]) => ({ ...body, happenedOn: body.happenedOn ?? today });

export const adviceRoutes: readonly Route[] = [
  formRoute({
    path: "/kurzberatungen/neu",
    allow: "advice.record",
    record: "advice.recorded",
    showRecord: { none: "an empty form; a Kurzberatung has no person" },
    about: "Records advice without a person: language, life area, outcome.",
    query: z.object({ gespeichert: z.uuid().optional() }),
    body: adviceBody,
    show: async (tx, input, asking, form) => {
      const lifeAreas = await listLifeAreas(tx);
      return page("Kurzberatung", () => <AdvicePage form={form} hidden={asking.form()} today={asking.today} lifeAreas={lifeAreas} saved={input.query.gespeichert} outcomes={OUTCOMES} />, { nav: "advice" });
    },
    submit: async (tx, input, asking) => {
      const id = await recordAdvice(tx, asking, adviceInput(input.body, asking.today));
      return { ...redirect(`/kurzberatungen/neu?gespeichert=${id}`), id };
    },
  }),
];
