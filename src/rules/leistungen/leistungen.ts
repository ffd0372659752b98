import { allOf, leaf, not, unless, where } from "../engine/expression.ts";
import { atLeast, given, reached, thresholdOf } from "../engine/leaves.ts";
import type { RightRule } from "../engine/rule.ts";
import { matches } from "./status-parts.ts";

// § 23 Abs. 1 here is that of war; the id AE_23_1 does not tell, so it is taken so: the stricter reading
const WORK_OR_15_MONTHS = /^AE_(23_1|23A|25_3|25_4|25_5)(_|$)/;

/** § 62 Abs. 2 EStG */
export const kindergeld: RightRule = {
  kind: "right",
  id: "KINDERGELD",
  title: "Kindergeld",
  norm: "§ 62 Abs. 2 EStG",
  group: "leistung",
  gives: "Kindergeld von der Familienkasse",
  since: "2020-03-01",
  consequence: "BERECHTIGT",
  conditions: [
    {
      id: "kg.TITEL",
      title: "Titel, der zum Kindergeld berechtigt",
      sentence: "Sie haben eine Niederlassungserlaubnis, eine Aufenthaltserlaubnis mit Arbeitserlaubnis für mindestens sechs Monate oder eine Beschäftigungsduldung (§ 60d). Andere Duldungen genügen nicht.",
      citation: "§ 62 Abs. 2 Nr. 1, 2, 5 EStG",
      holds: allOf(
        matches("status", /^(NE|EU_|DAUERAUFENTHALT|BLAUE_KARTE|DULDUNG_60D|AE_(?!16E|19E|20(_|$)))/, "Titel des § 62 Abs. 2"),
        where(matches("status", /^AE_/, "Aufenthaltserlaubnis"), atLeast("workAllowedMonths", "kindergeld.workMonths", "Arbeit für sechs Monate erlaubt")),
      ),
      evidence: ["Aufenthaltstitel"],
    },
    {
      id: "kg.15M",
      title: "Arbeit oder 15 Monate Aufenthalt",
      sentence: "Mit § 23a, § 25 Abs. 3 bis 5 müssen Sie arbeiten (oder Elternzeit, Arbeitslosengeld I) oder seit 15 Monaten hier leben.",
      citation: "§ 62 Abs. 2 Nr. 2 c, 3, 4 EStG",
      holds: where(matches("status", WORK_OR_15_MONTHS, "§ 23 Abs. 1, § 23a oder § 25 Abs. 3 bis 5"), unless(reached("stayMonths", "kindergeld.stayMonths", "seit 15 Monaten hier"), given("employed", "erwerbstätig"))),
      evidence: ["Arbeitsvertrag", "Meldebescheinigung"],
      remedy: "Arbeit aufnehmen.",
    },
  ],
};

/** § 8 BAföG */
export const bafoeg: RightRule = {
  kind: "right",
  id: "BAFOEG",
  title: "BAföG",
  norm: "§ 8 Abs. 2, 2a BAföG; § 61 BAföG",
  group: "leistung",
  gives: "Ausbildungsförderung für Schule und Studium",
  since: "2016-01-01",
  consequence: "BERECHTIGT",
  conditions: [
    {
      id: "bafoeg.STATUS",
      title: "Titel oder Duldung",
      sentence: "Sie haben einen Aufenthaltstitel oder eine Duldung; eine Gestattung genügt nicht.",
      citation: "§ 8 BAföG",
      holds: matches("status", /^(NE|EU_|DAUERAUFENTHALT|BLAUE_KARTE|AE_|DULDUNG_)/, "Titel oder Duldung"),
      evidence: ["Aufenthaltstitel", "Duldung"],
    },
    {
      id: "bafoeg.15M",
      title: "15 Monate Aufenthalt",
      sentence: "Mit einer Duldung, mit § 25 Abs. 3, 4 S. 2, 5 oder mit Familiennachzug leben Sie seit 15 Monaten hier.",
      citation: "§ 8 Abs. 2 Nr. 2, Abs. 2a BAföG",
      holds: where(matches("status", /^(DULDUNG_|AE_(25_3|25_4|25_5|30|31|32|33|34|36)(_|$))/, "Duldung oder Titel des Absatzes 2 Nr. 2"), reached("stayMonths", "bafoeg.stayMonths", "seit 15 Monaten hier")),
      evidence: ["Meldebescheinigung"],
    },
    {
      id: "bafoeg.24",
      title: "Mit § 24: erkennungsdienstlich behandelt",
      sentence: "Mit einer Aufenthaltserlaubnis nach § 24 wurden Ihre Fingerabdrücke und ein Foto aufgenommen.",
      citation: "§ 61 BAföG",
      holds: where(matches("status", /^(AE_24|FIKTION_24)/, "§ 24"), given("edTreatment", "erkennungsdienstlich behandelt")),
      evidence: ["Bescheinigung der Ausländerbehörde"],
    },
  ],
};

/** § 60 SGB III */
export const berufsausbildungsbeihilfe: RightRule = {
  kind: "right",
  id: "BAB",
  title: "Berufsausbildungsbeihilfe",
  norm: "§ 60 SGB III",
  group: "leistung",
  gives: "Zuschuss der Agentur für Arbeit zur betrieblichen Ausbildung",
  since: "2019-08-01",
  consequence: "BERECHTIGT",
  conditions: [
    { id: "bab.GESTATTUNG", title: "Keine Gestattung", sentence: "Mit einer Aufenthaltsgestattung gibt es keine Beihilfe.", citation: "§ 60 Abs. 3 S. 1 SGB III", holds: not(matches("status", /^GESTATTUNG/, "Gestattung")), evidence: ["Aufenthaltspapier"] },
    { id: "bab.15M", title: "Mit Duldung: 15 Monate Aufenthalt", sentence: "Mit einer Duldung leben Sie seit 15 Monaten ununterbrochen hier.", citation: "§ 60 Abs. 3 S. 2 SGB III", holds: where(matches("status", /^DULDUNG_/, "Duldung"), reached("stayMonths", "bab.duldungMonths", "seit 15 Monaten hier")), evidence: ["Duldungen"] },
    { id: "bab.WOHNEN", title: "Eigene Wohnung", sentence: "Sie wohnen nicht bei den Eltern.", citation: "§ 60 Abs. 1 Nr. 1 SGB III", holds: given("livesOutsideParentalHome", "nicht bei den Eltern"), evidence: ["Mietvertrag"] },
    {
      id: "bab.ALTER",
      title: "18 Jahre alt, oder die Eltern wohnen zu weit",
      sentence: "Sie sind 18 Jahre alt. Wer jünger ist, muss zu weit von der Wohnung der Eltern lernen; das klärt die Agentur.",
      citation: "§ 60 Abs. 1 Nr. 2, Abs. 2 SGB III",
      holds: leaf({
        says: "18 Jahre alt",
        facts: ["age"],
        parameters: ["bab.majority"],
        // below, the distance from the parents' home decides, of which no fact tells
        judge: (at) => {
          const age = at.facts.get("age");
          return age === undefined ? undefined : typeof age === "number" && age >= thresholdOf(at, "bab.majority") ? true : null;
        },
      }),
      evidence: ["Ausweis"],
    },
  ],
};

/** §§ 3, 7 WoGG */
export const wohngeld: RightRule = {
  kind: "right",
  id: "WOHNGELD",
  title: "Wohngeld",
  norm: "§§ 3, 7 WoGG",
  group: "leistung",
  gives: "Zuschuss zur Miete",
  since: "2023-01-01",
  consequence: "BERECHTIGT",
  conditions: [
    { id: "wog.3", title: "Titel, Duldung oder Gestattung", sentence: "Sie haben einen Titel, eine Duldung oder eine Gestattung.", citation: "§ 3 Abs. 5 WoGG", failure: "AUSGESCHLOSSEN", holds: matches("status", /^(NE|EU_|DAUERAUFENTHALT|BLAUE_KARTE|DULDUNG_|GESTATTUNG|FIKTION|AE_(?!(16E|17_1|19E|20|20A)(_|$)))/, "Titel, Duldung oder Gestattung"), evidence: ["Aufenthaltspapier"] },
    {
      id: "wog.7",
      title: "Keine Leistung, in der die Wohnung enthalten ist",
      sentence: "Sie bekommen keine Leistungen nach SGB II, SGB XII oder AsylbLG, in denen die Wohnung enthalten ist.",
      citation: "§ 7 Abs. 1 WoGG",
      failure: "AUSGESCHLOSSEN",
      holds: leaf({
        says: "keine Leistung mit Kosten der Unterkunft",
        facts: ["receivesSubsistence"],
        judge: (at) => {
          const receives = at.facts.get("receivesSubsistence");
          return receives === undefined || receives === null ? receives : receives === false || receives === "none";
        },
      }),
      evidence: ["Leistungsbescheid"],
    },
  ],
};
