import { wordOf } from "../engine/facts.ts";
import { afterYears, yearsComplete } from "../engine/day-number.ts";
import { allOf, anyOf, assumed, isInForce, leaf, not, unless, whileInForce, whileNotInForce, type At, type Expr } from "../engine/expression.ts";
import { atLevel, given, oneOf, thresholdOf } from "../engine/leaves.ts";
import type { Condition } from "../engine/rule.ts";
import type { Truth } from "../engine/truth.ts";
import { isTitle, isUnlimited } from "../residence/status.ts";
import { creditOfEarlierTime, lawfulFor } from "./lawful-residence.ts";

/** § 10 Abs. 1 StAG: residence, capacity, identity, declarations, title, nationality. */

export const ofAge: Expr = leaf({
  says: "16 Jahre alt",
  facts: ["birthDate"],
  parameters: ["stag10.age"],
  judge: (at) => {
    const born = at.facts.get("birthDate");
    if (born === undefined || born === null) return born;
    const age = thresholdOf(at, "stag10.age");
    if (yearsComplete(Number(born), at.on) >= age) return true;
    at.changesOn(afterYears(Number(born), age));
    return false;
  },
});
export const isChild: Expr = assumed(not(ofAge), false);

const special = assumed(given("specialIntegration", "besondere Integrationsleistungen (Feststellung)"), false);
const oldSpecial = whileInForce("stag10.yearsSpecial", allOf(special, lawfulFor("stag10.yearsSpecial", "seit sechs Jahren rechtmäßig")));
// 27.6.2024 to 29.10.2025; gone without a transition: pending applications are judged by the new law (VG Trier 8 K 5461/25.TR)
const turbo = whileInForce("stag10.yearsTurbo", allOf(special, atLevel("german", "C1", "Deutsch C1"), given("ernaehrungsfaehig8_1_4", "ernährt sich und die Familie selbst"), lawfulFor("stag10.yearsTurbo", "seit drei Jahren rechtmäßig")));

export const residence: Condition = {
  id: "stag10.AUF",
  title: "Seit fünf Jahren rechtmäßig hier",
  sentence: "Sie leben seit fünf Jahren rechtmäßig in Deutschland. Duldung zählt nie, Gestattung nur, wenn danach Schutz zuerkannt wurde. Bis zu sechs Monate im Ausland schaden nicht.",
  citation: "§ 10 Abs. 1 S. 1, § 12b StAG; § 55 Abs. 3 AsylG",
  holds: unless(
    lawfulFor("stag10.years", "seit fünf Jahren rechtmäßig"),
    whileInForce("stag10.yearsIntegrationCourse", allOf(assumed(given("integrationCourseSuccess", "Integrationskurs mit Erfolg"), false), lawfulFor("stag10.yearsIntegrationCourse", "seit sieben Jahren rechtmäßig"))),
  ),
  bridge: {
    when: assumed(anyOf(oldSpecial, turbo, creditOfEarlierTime), false),
    citation: "§ 12b Abs. 2, Abs. 3 S. 2 StAG; § 10 Abs. 3 StAG aF",
    sentence: "Die Behörde kann frühere Zeiten anrechnen (bis 29.10.2025 auch: nach besonderen Leistungen verkürzen).",
  },
  evidence: ["Aufenthaltstitel", "Auszug aus dem AZR", "Meldebescheinigung"],
};

export const capacity: Condition = {
  id: "stag10.HF",
  title: "16 Jahre alt oder vertreten",
  sentence: "Sie sind 16 Jahre alt oder werden gesetzlich vertreten.",
  citation: "§ 10 Abs. 1 S. 1, § 34 StAG",
  holds: unless(ofAge, given("legallyRepresented", "gesetzlich vertreten")),
  evidence: ["Pass", "Sorgerechtsnachweis"],
};

/** Passport first, also for refugees; the further steps open only if none can be had or asked for (BVerwG 1 C 27.24, 1 C 36.19). */
const identityProven = leaf({
  says: "Identität belegt",
  facts: ["identityEvidence", "passportObtainableAndReasonable", "identityAppraisalPositive"],
  judge: (at): Truth => {
    const evidence = at.facts.get("identityEvidence");
    if (evidence === undefined || evidence === null || evidence === "passport") return evidence === "passport" ? true : evidence;
    if (evidence === "none") return false;
    const obtainable = at.facts.get("passportObtainableAndReasonable");
    if (obtainable === true || obtainable === undefined) return false;
    const appraisal = at.facts.get("identityAppraisalPositive");
    // own statements, when every other step is exhausted: a named person must have found it
    const step: Truth = evidence === "other_official_documents" ? true : appraisal === undefined ? null : (appraisal as Truth);
    return step === false ? false : obtainable === null ? null : step;
  },
});

export const identity: Condition = {
  id: "stag10.ID",
  title: "Identität und Staatsangehörigkeit geklärt",
  sentence: "Ihre Identität und Staatsangehörigkeit sind geklärt, zuerst durch den Pass. Andere Belege zählen nur, wenn ein Pass nicht zu bekommen oder nicht zumutbar ist.",
  citation: "§ 10 Abs. 1 S. 1 StAG; BVerwG 1 C 27.24, 1 C 36.19",
  holds: allOf(identityProven, given("nationalityClarified", "Staatsangehörigkeit geklärt")),
  evidence: ["Pass", "Personenstandsurkunden", "Schreiben der Auslandsvertretung"],
  remedy: "Pass beschaffen; ist das unmöglich oder unzumutbar, jede Bemühung belegen.",
};

export const loyalty: Condition = {
  id: "stag10.N1",
  title: "Bekenntnis zur Grundordnung",
  sentence: "Sie bekennen sich zur freiheitlichen demokratischen Grundordnung. Unter 16 Jahren braucht es das nicht.",
  citation: "§ 10 Abs. 1 S. 1 Nr. 1, S. 2 StAG",
  holds: unless(given("fdgoDeclaration", "Bekenntnis abgegeben"), isChild),
  evidence: ["Niederschrift bei der Behörde"],
  remedy: "Das Bekenntnis bei der Behörde abgeben.",
};

export const history: Condition = {
  id: "stag10.N1A",
  title: "Bekenntnis zur historischen Verantwortung",
  sentence: "Sie bekennen sich zur historischen Verantwortung Deutschlands, zum Schutz jüdischen Lebens und zum friedlichen Zusammenleben der Völker.",
  citation: "§ 10 Abs. 1 S. 1 Nr. 1a StAG",
  holds: whileInForce("stag10.declaration1a", given("historicResponsibilityDeclaration", "Bekenntnis abgegeben")),
  evidence: ["Niederschrift bei der Behörde"],
  remedy: "Das Bekenntnis bei der Behörde abgeben.",
};

const EXCLUDED = /^AE_(16A|16B|16D|16E|16F|17|18F|19|19B|19E|20|22|23A|24|25_3|25_4A?B?|25_5)(_|$)/;
// excluded only on the days on which the parameter is in force
const EXCLUDED_AT_TIMES: readonly (readonly [RegExp, string])[] = [
  [/^AE_23_1$/, "stag10.excluded23_1"],
  [/^AE_18D(_|$)/, "stag10.excluded18d"],
  [/^AE_20A(_|$)/, "stag10.excluded20a"],
  [/^AE_104C(_|$)/, "stag10.excluded104c"],
];

function isSufficientTitle(title: string, at: At): boolean {
  if (isUnlimited(title)) return true;
  if (!isTitle(title) || EXCLUDED.test(title)) return false;
  return !EXCLUDED_AT_TIMES.some(([pattern, parameter]) => pattern.test(title) && isInForce(at.book.find(parameter, at.law)));
}

export const title: Condition = {
  id: "stag10.N2",
  title: "Ein Titel, der zur Einbürgerung reicht",
  sentence: "Sie haben ein unbefristetes Recht, eine Blaue Karte oder einen Titel, den das Gesetz nicht ausnimmt. § 25a und § 25b reichen, § 24, § 25 Abs. 3 bis 5 und § 104c nicht.",
  citation: "§ 10 Abs. 1 S. 1 Nr. 2 StAG",
  holds: unless(
    leaf({
      says: "Titel nicht ausgenommen",
      facts: ["title"],
      optional: EXCLUDED_AT_TIMES.map(([, parameter]) => parameter),
      judge: (at) => {
        const held = at.facts.get("title");
        return held === undefined || held === null ? held : isSufficientTitle(wordOf(held), at);
      },
    }),
    given("euOrSwissNational", "Staatsangehörigkeit der EU oder der Schweiz"),
  ),
  evidence: ["Aufenthaltstitel"],
  remedy: "In einen Titel wechseln, der zur Einbürgerung reicht (zum Beispiel § 25b oder Niederlassungserlaubnis).",
};

export const oneNationality: Condition = {
  id: "stag10.N4",
  title: "Aufgabe der bisherigen Staatsangehörigkeit (bis 26.6.2024)",
  sentence: "Bis 26.6.2024 musste die bisherige Staatsangehörigkeit aufgegeben werden; heute nicht mehr.",
  citation: "§ 10 Abs. 1 Nr. 4, § 12 StAG aF",
  holds: whileNotInForce(
    "stag10.multipleNationalityAccepted",
    unless(
      given("renouncesOldNationality", "bisherige Staatsangehörigkeit wird aufgegeben"),
      given("euOrSwissNational", "Staatsangehörigkeit der EU oder der Schweiz"),
      oneOf("title", ["AE_25_1", "AE_25_2_1"], "anerkannter Flüchtling"),
    ),
  ),
  evidence: ["Entlassungsurkunde"],
};

