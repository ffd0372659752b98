import { wordOf } from "../engine/facts.ts";
import { leaf } from "../engine/expression.ts";
import type { RightRule } from "../engine/rule.ts";
import { civics, german, heldFor, housing, livelihood, pension, publicOrder, workPermit } from "./conditions.ts";

/** § 9 Abs. 2 AufenthG */
export const niederlassungserlaubnis: RightRule = {
  kind: "right",
  id: "AUFENTHG_9_2",
  title: "Niederlassungserlaubnis",
  norm: "§ 9 Abs. 2 AufenthG",
  group: "niederlassung",
  gives: "Unbefristeter Aufenthaltstitel",
  consequence: "MUSS",
  conditions: [heldFor("9.N1", "9.aeYears", "§ 9 Abs. 2 S. 1 Nr. 1, Abs. 4 AufenthG"), livelihood, pension, publicOrder, workPermit, german, civics, housing],
  notes: ["Zeiten von Studium und Ausbildung zählen zur Hälfte (Abs. 4 Nr. 3).", "Wer keinen Kursanspruch hatte und sich einfach verständigen kann, braucht B1 und den Test nicht (Abs. 2 S. 5); bei Härte kann abgesehen werden (S. 4)."],
};

// § 25 Abs. 1, Abs. 2 S. 1 and § 23 Abs. 4 have a better right in Absatz 3
const HUMANITARIAN = /^AE_(22|23_1|23_2|23A|24|25_2_2|25_3|25_4|25_5|25A|25B|104C)/;

/** § 26 Abs. 4 AufenthG: after any other title of Abschnitt 5 */
export const niederlassungHumanitaer: RightRule = {
  kind: "right",
  id: "AUFENTHG_26_4",
  title: "Niederlassungserlaubnis nach humanitärem Aufenthalt",
  norm: "§ 26 Abs. 4 AufenthG",
  group: "niederlassung",
  gives: "Unbefristeter Aufenthaltstitel, nach Ermessen der Behörde",
  consequence: "KANN",
  conditions: [
    {
      id: "26.4.TITEL",
      title: "Humanitäre Aufenthaltserlaubnis",
      sentence: "Sie haben eine Aufenthaltserlaubnis nach Kapitel 2 Abschnitt 5, zum Beispiel nach § 25 Abs. 3, § 25a oder § 25b.",
      citation: "§ 26 Abs. 4 S. 1 AufenthG",
      holds: leaf({
        says: "Titel nach Abschnitt 5",
        facts: ["title"],
        judge: (at) => {
          const title = at.facts.get("title");
          return title === undefined || title === null ? title : HUMANITARIAN.test(wordOf(title));
        },
      }),
      evidence: ["Aufenthaltstitel"],
    },
    heldFor("26.4.DAUER", "26.4.years", "§ 26 Abs. 4 S. 1, 3 iVm § 9 Abs. 2 S. 1 Nr. 1 AufenthG"),
    livelihood, pension, publicOrder, workPermit, german, civics, housing,
  ],
  notes: ["Die Zeit des vorangegangenen Asylverfahrens zählt mit (S. 3).", "Wer vor dem 18. Geburtstag eingereist ist: § 35 entsprechend."],
};
