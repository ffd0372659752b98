import { allOf, assumed, leaf, not, unless, whileInForce, type Expr } from "../engine/expression.ts";
import { atLeast, atLevel, denied, given, oneOf } from "../engine/leaves.ts";
import { dayOf } from "../engine/parameters.ts";
import type { Condition } from "../engine/rule.ts";
import { recordIsHarmless, recordIsSlight } from "./criminal-record.ts";
import { isChild } from "./person-conditions.ts";

/** § 10 Abs. 1 StAG: livelihood, convictions, language, test; § 11, § 12a Abs. 3, § 35a. */

const notToBlame = denied("sgbAttributable", "Bezug nicht zu vertreten");
const guestWorker = given("guestWorker", "Gastarbeiter bis 1974, Vertragsarbeitnehmer bis 1990 oder deren Ehepartner");

/** § 40a: whoever applied by 23.8.2023 keeps the old text of Nr. 3 where it is better */
const appliedInTime = leaf({
  says: "Antrag bis 23.8.2023 gestellt",
  facts: ["applicationDate"],
  parameters: ["stag40a.applicationUntil"],
  judge: (at) => {
    const applied = at.facts.get("applicationDate");
    return applied === undefined || applied === null ? applied : Number(applied) <= dayOf(at.book.get("stag40a.applicationUntil", at.law));
  },
});
const claimed = (...parts: readonly Expr[]): Expr => assumed(allOf(...parts.map((part) => assumed(part, false))), false);

export const livelihood: Condition = {
  id: "stag10.N3",
  title: "Keine Leistungen nach SGB II oder XII",
  sentence: "Sie leben ohne Leistungen nach SGB II oder SGB XII. Davon wird abgesehen bei Vollzeitarbeit in 20 der letzten 24 Monate, bei deren Ehepartner mit minderjährigem Kind, und bei Gastarbeitern, die den Bezug nicht zu vertreten haben. Wohngeld, Kinderzuschlag und Arbeitslosengeld I schaden nicht.",
  citation: "§ 10 Abs. 1 S. 1 Nr. 3, § 40a StAG",
  holds: unless(
    denied("sgb2or12", "keine Leistungen nach SGB II oder XII"),
    whileInForce("stag10.guestWorkers", claimed(guestWorker, notToBlame)),
    whileInForce("stag10.fullTimeMonths", claimed(given("fullTimeNow", "Vollzeit"), atLeast("fullTimeMonthsLast24", "stag10.fullTimeMonths", "Vollzeit in 20 der letzten 24 Monate"))),
    whileInForce("stag10.spouseOfFullTimeWorker", claimed(given("spouseFullTime20of24", "Ehepartner in Vollzeit (20 von 24 Monaten)"), given("livesWithSpouseAndMinorChild", "mit Ehepartner und minderjährigem Kind"))),
    whileInForce("stag10.livelihoodNotAttributableWaiver", claimed(notToBlame)),
    whileInForce("stag40a.applicationUntil", claimed(appliedInTime, notToBlame)),
  ),
  evidence: ["Lohnabrechnungen der letzten 24 Monate", "Arbeitsvertrag", "Bescheide"],
  remedy: "Den Bezug beenden, oder 20 von 24 Monaten in Vollzeit arbeiten.",
};

export const noConvictions: Condition = {
  id: "stag10.N5",
  title: "Keine erheblichen Strafen",
  sentence: "Strafen bis 90 Tagessätze und erlassene Bewährungsstrafen bis drei Monate zählen nicht; mehrere werden zusammengezählt. Bei geringer Überschreitung entscheidet die Behörde im Einzelfall.",
  citation: "§ 10 Abs. 1 S. 1 Nr. 5, § 12a Abs. 1 StAG; BVerwG 5 C 5.11",
  holds: recordIsHarmless,
  bridge: { when: recordIsSlight, citation: "§ 12a Abs. 1 S. 4 StAG", sentence: "Ob eine geringfügige Überschreitung außer Betracht bleibt, entscheidet die Behörde." },
  evidence: ["Auszug aus dem Bundeszentralregister"],
};

export const noInvestigation: Condition = {
  id: "stag10.12a3",
  title: "Kein laufendes Ermittlungsverfahren",
  sentence: "Solange ermittelt wird, ruht das Verfahren.",
  citation: "§ 12a Abs. 3 StAG",
  failure: "AUSGESETZT",
  holds: not(given("investigationPending", "Ermittlungsverfahren läuft")),
  evidence: ["Einstellungsbescheid"],
};

const ill = given("unableDueToIllnessOrAge", "Krankheit, Behinderung oder Alter");
const everydayGerman = oneOf("german", ["oral_everyday", "B1", "B2", "C1", "C2"], "Deutsch mündlich im Alltag");

/** Abs. 4a: B1 not attainable in spite of serious efforts; at least one of its parts must be claimed, none may fail */
const hardship4a = whileInForce(
  "stag10.hardship4a",
  allOf(
    assumed(oneOf("german", ["oral_everyday"], "Deutsch mündlich im Alltag"), false),
    assumed(allOf(given("hardship", "Härte"), given("seriousSustainedEffort", "ernsthafte, nachhaltige Bemühungen"), given("b1NotAttainable", "B1 nicht erreichbar")), false),
  ),
);

export const german: Condition = {
  id: "stag10.N6",
  title: "Deutsch B1",
  sentence: "Sie haben ein Zertifikat B1. Unter 16 genügt altersgemäße Sprache, bei Gastarbeitern Deutsch im Alltag; Krankheit oder Alter befreien.",
  citation: "§ 10 Abs. 1 S. 1 Nr. 6, Abs. 4, 4a, 6 StAG",
  holds: unless(
    atLevel("german", "B1", "Deutsch B1"),
    allOf(isChild, assumed(oneOf("german", ["age_appropriate"], "altersgemäße Sprachentwicklung"), false)),
    whileInForce("stag10.guestWorkers", claimed(guestWorker, everydayGerman)),
    ill,
  ),
  bridge: { when: assumed(hardship4a, false), citation: "§ 10 Abs. 4a StAG", sentence: "Zur Vermeidung einer Härte kann Deutsch im Alltag genügen." },
  evidence: ["Zertifikat B1 (DTZ, telc, Goethe)", "deutscher Schulabschluss", "ärztliches Gutachten"],
  remedy: "Deutsch bis B1 lernen und eine Prüfung ablegen.",
};

export const test: Condition = {
  id: "stag10.N7",
  title: "Einbürgerungstest",
  sentence: "Sie haben im Einbürgerungstest mindestens 17 von 33 Fragen richtig. Unter 16, für Gastarbeiter und bei Krankheit oder Alter entfällt er.",
  citation: "§ 10 Abs. 1 S. 1 Nr. 7, S. 2, Abs. 5, 6 StAG; § 1 Abs. 3 EinbTestV",
  holds: unless(
    atLeast("civicTestPoints", "einbtest.pass", "mindestens 17 Punkte"),
    isChild,
    whileInForce("stag10.guestWorkers", guestWorker),
    assumed(hardship4a, false),
    ill,
  ),
  evidence: ["Zertifikat Einbürgerungstest oder „Leben in Deutschland“"],
  remedy: "Den Einbürgerungstest bestehen.",
};

export const noExclusion: Condition = {
  id: "stag10.X11",
  title: "Kein Ausschluss nach § 11",
  sentence: "Keine verfassungsfeindlichen Bestrebungen, kein unrichtiges Bekenntnis, keine Mehrehe, keine Missachtung der Gleichberechtigung.",
  citation: "§ 11 StAG",
  failure: "VERSAGT",
  holds: allOf(oneOf("exclusion11", ["none"], "kein Ausschlussgrund"), not(given("polygamy", "Mehrehe"))),
  evidence: ["Auskunft des Verfassungsschutzes (ab 16 Jahren, § 37)"],
};

export const noBarPeriod: Condition = {
  id: "stag10.S35A",
  title: "Keine Sperrfrist",
  sentence: "Es läuft keine Sperrfrist nach einer Rücknahme oder Täuschung.",
  citation: "§ 35a StAG",
  failure: "VERSAGT",
  holds: whileInForce("stag35a.sperrfristYears", leaf({
    says: "keine Sperrfrist",
    facts: ["sperrfrist35aUntil"],
    judge: (at) => {
      const until = at.facts.get("sperrfrist35aUntil");
      if (until === undefined || until === null) return until;
      if (at.on > Number(until)) return true;
      at.changesOn(Number(until) + 1);
      return false;
    },
  })),
  evidence: ["Register nach § 33 StAG"],
};
