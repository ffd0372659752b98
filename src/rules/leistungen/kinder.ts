import { allOf, not, where } from "../engine/expression.ts";
import { given, reached } from "../engine/leaves.ts";
import type { RightRule } from "../engine/rule.ts";
import { matches } from "./status-parts.ts";

/** §§ 6, 24 SGB VIII */
export const kita: RightRule = {
  kind: "right",
  id: "KITA",
  title: "Platz in der Kindertagesbetreuung",
  norm: "§ 24 Abs. 2, 3, § 6 Abs. 2 SGB VIII",
  group: "leistung",
  gives: "Anspruch auf einen Platz vom ersten Geburtstag bis zur Schule",
  since: "2013-08-01",
  consequence: "ANSPRUCH",
  conditions: [
    { id: "kita.ALTER", title: "Vom ersten Geburtstag bis zur Schule", sentence: "Das Kind ist mindestens ein Jahr alt und noch nicht in der Schule.", citation: "§ 24 Abs. 2, 3 SGB VIII", holds: allOf(reached("ageYears", "kita.ageFrom", "ein Jahr alt", "years"), not(reached("ageYears", "kita.ageUntil", "schulpflichtig", "years"))), evidence: ["Geburtsurkunde"] },
    { id: "kita.STATUS", title: "Rechtmäßig oder geduldet hier", sentence: "Das Kind lebt rechtmäßig oder geduldet hier.", citation: "§ 6 Abs. 2 SGB VIII", holds: matches("status", /^(NE|EU_|DAUERAUFENTHALT|BLAUE_KARTE|AE_|DULDUNG_|GESTATTUNG|FIKTION|VISUM)/, "rechtmäßig oder geduldet"), evidence: ["Aufenthaltspapier"] },
    { id: "kita.AUFENTHALT", title: "Gewöhnlicher Aufenthalt", sentence: "Das Kind lebt auf Dauer hier.", citation: "§ 6 Abs. 2 SGB VIII", holds: given("habitualResidence", "gewöhnlicher Aufenthalt"), evidence: ["Meldebescheinigung"] },
  ],
  notes: ["In Landesaufnahmeeinrichtungen wird der Anspruch in der Praxis nicht erfüllt."],
};

/** § 34 SchulG NRW */
export const schulpflicht: RightRule = {
  kind: "right",
  id: "SCHULPFLICHT_NRW",
  title: "Schulpflicht in Nordrhein-Westfalen",
  norm: "§ 34 SchulG NRW",
  group: "leistung",
  gives: "Schulplatz und Pflicht zum Schulbesuch",
  since: "2018-01-01",
  consequence: "PFLICHT",
  conditions: [
    { id: "schule.ALTER", title: "Im schulpflichtigen Alter", sentence: "Das Kind ist sechs bis siebzehn Jahre alt.", citation: "§§ 35, 37, 38 SchulG NRW", holds: allOf(reached("age", "schule.ageFrom", "sechs Jahre alt", "years"), not(reached("age", "schule.ageUntil", "volljährig", "years"))), evidence: ["Geburtsurkunde"] },
    { id: "schule.ZUWEISUNG", title: "Im Asylverfahren: einer Gemeinde zugewiesen", sentence: "Während des Asylverfahrens beginnt die Schulpflicht mit der Zuweisung zu einer Gemeinde.", citation: "§ 34 Abs. 6 SchulG NRW", holds: where(matches("status", /^(GESTATTUNG|ASYLANTRAG)/, "Asylverfahren"), given("assignedToMunicipality", "einer Gemeinde zugewiesen")), evidence: ["Zuweisungsbescheid"] },
  ],
};
