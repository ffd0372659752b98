import { z } from "zod";
import { record } from "../../../audit/index.ts";
import { granted, readDay, text } from "../../../cases/index.ts";
import { formRoute, page, pageRoute, redirect, type Route } from "../../../http/index.ts";
import { NotFound } from "../../../kernel/errors.ts";
import { newId } from "../../../kernel/id.ts";
import { SHEET_LANGUAGES, type SheetLanguage } from "../consent-form-words.ts";
import { textsFor, textVersions } from "./consent-texts.ts";
import { decideTextReview } from "./decide-text-review.ts";
import { TextReviewPage, TextReviewsPage } from "./text-reviews.page.tsx";
import { insertTextReview, listTextReviews } from "./text-reviews.sql.ts";

const NAV = { nav: "administration" };
const allow = "tenant.administer";
const ofLanguage = z.object({ language: z.enum(Object.keys(SHEET_LANGUAGES) as [SheetLanguage, ...SheetLanguage[]]) });

const reviews = pageRoute({
  path: "/verwaltung/einwilligungstexte",
  allow,
  record: { none: "texts of the product, and no person of a case" },
  about: "Which text of a consent a human checked in which language.",
  handle: async (tx) => {
    const rows = await listTextReviews(tx);
    const lines = Object.entries(textVersions()).map(([language, version]) => ({ language: language as SheetLanguage, version, review: rows.find((r) => r.language === language && r.text_version === version) }));
    return page("Einwilligungstexte", () => <TextReviewsPage lines={lines} />, NAV);
  },
});

const review = formRoute({
  path: "/verwaltung/einwilligungstexte/:language",
  allow,
  record: "consent_text.reviewed",
  about: "A text of a consent beside its German one; records that a human checked it.",
  params: ofLanguage,
  body: z.object({ reviewer: text(200), reviewedOn: text(40), textVersion: text(80) }),
  show: async (tx, input, asking, form) => {
    const { language } = input.params;
    if (textVersions()[language] === undefined) throw new NotFound();
    const texts = textsFor(language);
    const review = (await listTextReviews(tx)).find((r) => r.language === language && r.text_version === texts.other.version);
    return page(`Einwilligung auf ${SHEET_LANGUAGES[language].german}`, () => <TextReviewPage language={language} texts={texts} review={review} form={form} hidden={asking.form()} />, NAV);
  },
  submit: async (tx, input, asking) => {
    const { language } = input.params;
    const version = textVersions()[language];
    if (version === undefined || language === "de") throw new NotFound();
    const reviewedOn = readDay(input.body.reviewedOn);
    const checked = granted(decideTextReview({ ...input.body, reviewedOn, isUnreadable: input.body.reviewedOn !== "" && reviewedOn === null }, { today: asking.today, version }));
    const id = newId();
    await insertTextReview(tx, asking.session, { id, language, textVersion: version, reviewer: checked.reviewer, reviewed_on: checked.reviewedOn });
    await record(tx, asking, { action: "consent_text.reviewed", objectKind: "consent_text", objectIds: [id], purpose: language });
    return redirect("/verwaltung/einwilligungstexte", "Die Prüfung ist eingetragen. Der Text kann unterschrieben werden.");
  },
});

export const textReviewRoutes: readonly Route[] = [reviews, review];
