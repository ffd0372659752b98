import { allOf, always, anyOf, assumed, leaf, not, whileInForce, type Expr } from "../engine/expression.ts";
import { denied, given, reached } from "../engine/leaves.ts";
import { dayOf } from "../engine/parameters.ts";
import type { Row, TableRule } from "../engine/rule.ts";
import { matches } from "./status-parts.ts";

/** Who pays for living: AsylbLG, SGB II, SGB VIII or SGB XII. The first line that applies decides. */

const claimed = (part: Expr): Expr => assumed(part, false);
const taken = (part: Expr): Expr => assumed(part, true);

const ofAge = claimed(reached("age", "sgb8.majority", "18 Jahre alt", "years"));
const isMinor = not(ofAge);
const inFamily = claimed(given("inHouseholdWithEligibleParent", "im Haushalt mit einem Elternteil, der SGB II bekommt"));

const isSeeker = matches("status", /^(GESTATTUNG|ASYLANTRAG|FOLGEANTRAG)/, "Asylverfahren");
const isEnforceable = matches("status", /^(VOLLZIEHBAR|GUEB)/, "vollziehbar ausreisepflichtig");
const isDuldung = matches("status", /^DULDUNG_/, "Duldung");
const is60b = matches("status", /^DULDUNG_60B/, "Duldung nach § 60b");

// § 1 Abs. 1 Nr. 3 c, Abs. 3 S. 2: until 18 months after the decision; children leave with a parent
const early25_5 = allOf(
  matches("status", /^AE_25_5/, "§ 25 Abs. 5"),
  claimed(not(reached("monthsSinceSuspensionDecision", "25.5.asylblgMonths", "18 Monate seit der Aussetzung"))),
  not(allOf(assumed(isMinor, false), inFamily)),
);
const is24 = matches("status", /^(AE_24|FIKTION_24)/, "§ 24");
const issuedWhen = (parameter: string, says: string, holds: (issued: number, limit: number) => boolean): Expr =>
  leaf({
    says,
    facts: ["firstIssued"],
    parameters: [parameter],
    judge: (at) => {
      const issued = at.facts.get("firstIssued");
      return issued === undefined || issued === null ? issued : holds(Number(issued), dayOf(at.book.get(parameter, at.law)));
    },
  });
const notIdentified = claimed(denied("edTreatment", "nicht erkennungsdienstlich behandelt"));
const early2022 = claimed(allOf(
  issuedWhen("asylblg1_8.issuedAfter", "nach dem 24.2.2022 ausgestellt", (issued, limit) => issued > limit),
  issuedWhen("asylblg1_8.issuedBefore", "vor dem 1.6.2022 ausgestellt", (issued, limit) => issued < limit),
));
const afterCutOff = claimed(issuedWhen("pending.leistungsrechtsanpassung.firstDay", "seit dem 1.4.2025 ausgestellt", (issued, limit) => issued >= limit));
const asylblg24 = allOf(is24, anyOf(
  claimed(whileInForce("asylblg.sect24Included", always)),
  allOf(matches("status", /^FIKTION_24/, "Fiktionsbescheinigung"), notIdentified),
  allOf(early2022, notIdentified),
  // pending law, off: see `pending.leistungsrechtsanpassung` in data/law
  claimed(whileInForce("pending.leistungsrechtsanpassung", afterCutOff)),
));

const inAsylblg = claimed(anyOf(
  isSeeker, isEnforceable, isDuldung, early25_5, asylblg24,
  matches("status", /^(SCHUTZGESUCH_24|AE_23_1_KRIEG|AE_25_4_1)/, "Schutzgesuch nach § 24, § 23 Abs. 1 wegen Krieges oder § 25 Abs. 4 S. 1"),
));

const protectedElsewhere = claimed(given("protectionInOtherEuState", "Schutz in einem anderen EU-Staat, der fortbesteht"));
const selfCaused = given("selfCausedObstacle", "selbst zu vertretendes Hindernis");
const cut = allOf(inAsylblg, anyOf(
  allOf(anyOf(isDuldung, isEnforceable), claimed(selfCaused)),
  // S. 2: presumed for § 60b, unless facts speak against it
  claimed(whileInForce("asylblg1a.60bPresumed", allOf(is60b, taken(selfCaused)))),
  allOf(isSeeker, protectedElsewhere),
));
const analogous = allOf(
  inAsylblg,
  claimed(reached("stayMonths", "asylblg2.months", "seit 36 Monaten hier")),
  taken(not(given("abusiveProlongation", "Aufenthalt rechtsmissbräuchlich verlängert"))),
);

const searching = allOf(
  claimed(matches("status", /^(AE_20A|AE_20|AE_17|OHNE_AUFENTHALTSRECHT)(_|$)/, "nur zur Suche oder ohne Aufenthaltsrecht")),
  not(claimed(reached("stayMonths", "sgb2.residenceMonths", "seit fünf Jahren hier"))),
);
const oldAge = claimed(reached("age", "sgb2.ageLimit", "Altersgrenze erreicht", "years"));
const isChildInFamily = allOf(inFamily, not(claimed(reached("age", "sgb2.ageChild", "25 Jahre alt", "years"))));
const under15 = not(taken(reached("age", "sgb2.ageFrom", "15 Jahre alt", "years")));
const ableToWork = taken(given("ableToWork", "erwerbsfähig"));
const permanently = claimed(given("permanentlyReduced", "auf Dauer voll erwerbsgemindert"));
const ofAgeOrUnsaid = taken(reached("age", "sgb8.majority", "18 Jahre alt", "years"));

const row = (outcome: Row["outcome"], when: Expr, question: string, citation: string, sentence: string): Row => ({ outcome, when, question, citation, sentence });

const rows: readonly Row[] = [
  row("SGB_VIII", allOf(claimed(given("unaccompanied", "unbegleitet")), isMinor), "rk.ALTER", "§§ 42, 42a ff. SGB VIII", "Unbegleitete Minderjährige versorgt das Jugendamt."),
  row("KEINE", not(taken(given("needy", "hilfebedürftig"))), "rk.BEDARF", "§ 7 Abs. 1 S. 1 Nr. 3 SGB II; § 7 AsylbLG", "Wer seinen Bedarf selbst deckt, bekommt keine Leistungen."),
  row("ASYLBLG_1_4", allOf(inAsylblg, claimed(isEnforceable), protectedElsewhere), "rk.SCHUTZ_EU", "§ 1 Abs. 4 AsylbLG", "Wer vollziehbar ausreisepflichtig ist und in einem anderen EU-Staat Schutz hat, bekommt nur Überbrückungsleistungen."),
  row("ASYLBLG_1A", cut, "rk.EINSCHRAENKUNG", "§ 1a AsylbLG", "Eingeschränkte Leistungen, weil das Ausreisehindernis selbst zu vertreten ist oder anderswo Schutz besteht."),
  row("ASYLBLG_2", analogous, "rk.DAUER", "§ 2 Abs. 1 AsylbLG", "Nach 36 Monaten Aufenthalt Leistungen wie nach dem SGB XII."),
  row("ASYLBLG_3", inAsylblg, "rk.STATUS", "§§ 1, 3 AsylbLG", "Grundleistungen des Sozialamts."),
  row("AUSGESCHLOSSEN_SGB_II", searching, "rk.STATUS", "§ 7 Abs. 1 S. 2 Nr. 2 SGB II; § 23 Abs. 3 SGB XII", "Wer nur zur Suche hier ist, ist ausgeschlossen; nach fünf Jahren gewöhnlichen Aufenthalts nicht mehr."),
  row("SGB_XII_4", oldAge, "rk.ALTER", "§§ 19 Abs. 2, 41 SGB XII; § 7a SGB II", "Ab der Altersgrenze Grundsicherung im Alter."),
  row("SGB_II", allOf(isChildInFamily, anyOf(under15, not(ableToWork)), not(allOf(permanently, ofAgeOrUnsaid))), "rk.HAUSHALT", "§ 7 Abs. 2, 3 Nr. 4, § 23 SGB II", "Kinder bekommen mit den Eltern Grundsicherungsgeld."),
  row("SGB_XII_3", under15, "rk.ALTER", "§§ 27 ff. SGB XII", "Kinder ohne Eltern im SGB II bekommen Hilfe zum Lebensunterhalt."),
  row("SGB_II", ableToWork, "rk.ERWERBSFAEHIGKEIT", "§§ 7, 8 SGB II; § 74 SGB II (Fiktion nach § 24)", "Grundsicherungsgeld vom Jobcenter."),
  row("SGB_XII_4", allOf(permanently, ofAgeOrUnsaid), "rk.ERWERBSFAEHIGKEIT", "§ 41 Abs. 3 SGB XII", "Wer auf Dauer nicht arbeiten kann, bekommt Grundsicherung."),
  row("SGB_XII_3", always, "rk.ERWERBSFAEHIGKEIT", "§ 19 Abs. 1, §§ 27 ff. SGB XII", "Wer vorübergehend nicht arbeiten kann, bekommt Hilfe zum Lebensunterhalt."),
];

export const rechtskreis: TableRule = {
  kind: "table",
  id: "RECHTSKREIS",
  title: "Wer zahlt den Lebensunterhalt",
  norm: "§§ 1, 2 AsylbLG; § 7 SGB II; §§ 19 ff. SGB XII",
  group: "leistung",
  gives: "Das zuständige Leistungssystem",
  conditions: [
    { id: "rk.ERWERBSFAEHIGKEIT", title: "Erwerbsfähigkeit", sentence: "Ob Sie mindestens drei Stunden am Tag arbeiten können, entscheidet zwischen Jobcenter und Sozialamt.", citation: "§ 8 SGB II; §§ 19, 21, 41 SGB XII", evidence: ["ärztliches Gutachten", "Feststellung der Agentur für Arbeit oder der Rentenversicherung"], remedy: "Die Erwerbsfähigkeit feststellen lassen (§ 44a SGB II)." },
  ],
  rows,
  notes: [
    "AsylbLG endet mit Ablauf des Monats, in dem seine Voraussetzung entfällt (§ 1 Abs. 3 AsylbLG); der Antrag beim Jobcenter muss in den ersten Monat.",
    "Wer bis 26.2.2024 Leistungen nach § 2 AsylbLG bekam, behält die 18 Monate (§ 20 AsylbLG).",
  ],
};
