import { allOf, leaf, unless, type Expr } from "../engine/expression.ts";
import { atLeast, given, oneOf, reached } from "../engine/leaves.ts";
import type { Condition, RightRule } from "../engine/rule.ts";
import { isUnlimited } from "../residence/status.ts";
import { recordIsHarmless, recordIsSlight } from "./criminal-record.ts";

const condition = (id: string, title: string, sentence: string, citation: string, holds: Expr, evidence: readonly string[], more: Partial<Condition> = {}): Condition =>
  ({ id, title, sentence, citation, holds, evidence, ...more });

/** § 10 Abs. 2 StAG */
export const miteinbuergerung: RightRule = {
  kind: "right",
  id: "STAG_10_2",
  title: "Miteinbürgerung von Ehepartner und Kindern",
  norm: "§ 10 Abs. 2 StAG",
  group: "einbuergerung",
  gives: "Deutsche Staatsangehörigkeit ohne eigene fünf Jahre, nach Ermessen",
  since: "2000-01-01",
  consequence: "KANN",
  conditions: [
    condition("stag10_2.P", "Ehepartner oder minderjähriges Kind", "Ihr Ehepartner oder Elternteil wird nach § 10 Abs. 1 eingebürgert.", "§ 10 Abs. 2 StAG", allOf(given("principalNaturalised10", "Einbürgerung nach § 10 Abs. 1"), oneOf("relation", ["spouse", "civil_partner", "minor_child", "minor_unmarried_child"], "Ehepartner oder minderjähriges Kind")), ["Heiratsurkunde", "Geburtsurkunde"]),
    condition("stag10_2.SONST", "Übrige Voraussetzungen des § 10 Abs. 1", "Die übrigen Voraussetzungen des § 10 Abs. 1 sind erfüllt.", "§ 10 Abs. 2 StAG", given("otherConditions10_1", "übrige Voraussetzungen"), []),
  ],
  harmless: { stayMonths: "die fünf Jahre sind nicht verlangt" },
};

/** § 4 Abs. 3 StAG: by birth, by the law of the day of birth */
export const geburtserwerb: RightRule = {
  kind: "right",
  id: "STAG_4_3",
  title: "Deutsch durch Geburt in Deutschland",
  norm: "§ 4 Abs. 3 StAG",
  group: "einbuergerung",
  gives: "Deutsche Staatsangehörigkeit kraft Gesetzes, ohne Antrag",
  lawOfDay: "birth",
  consequence: "MUSS",
  conditions: [
    condition("stag4.GEBURT", "In Deutschland geboren", "Das Kind wurde in Deutschland geboren.", "§ 4 Abs. 3 S. 1 StAG", given("bornInGermany", "in Deutschland geboren"), ["Geburtsurkunde"]),
    condition("stag4.AUF", "Ein Elternteil seit fünf Jahren rechtmäßig hier", "Bei der Geburt lebte ein Elternteil seit fünf (bis 26.6.2024: acht) Jahren rechtmäßig hier.", "§ 4 Abs. 3 S. 1 Nr. 1 StAG", atLeast("parentLawfulStayYears", "stag4_3.years", "seit fünf Jahren rechtmäßig"), ["Aufenthaltstitel", "Auszug aus dem AZR"]),
    condition("stag4.TITEL", "Dieser Elternteil hatte ein unbefristetes Recht", "Dieser Elternteil hatte bei der Geburt ein unbefristetes Aufenthaltsrecht; § 25a und § 25b genügen nicht.", "§ 4 Abs. 3 S. 1 Nr. 2 StAG", leaf({
      says: "unbefristetes Aufenthaltsrecht",
      facts: ["parentUnlimitedRight", "parentTitle"],
      judge: (at) => {
        const [unlimited, title] = [at.facts.get("parentUnlimitedRight"), at.facts.get("parentTitle")];
        // a title that is known to be limited decides, whatever is said beside it
        if (typeof title === "string" && !isUnlimited(title)) return false;
        if (typeof unlimited === "boolean") return unlimited;
        return typeof title === "string" ? isUnlimited(title) : unlimited === null ? null : (title as null | undefined);
      },
    }), ["Aufenthaltstitel des Elternteils"]),
  ],
};

const hardship = given("specialHardship", "besondere Härte oder öffentliches Interesse");

/** § 8 StAG */
export const ermessenseinbuergerung: RightRule = {
  kind: "right",
  id: "STAG_8",
  title: "Einbürgerung nach Ermessen",
  norm: "§ 8 StAG",
  group: "einbuergerung",
  gives: "Deutsche Staatsangehörigkeit nach Ermessen der Behörde",
  since: "2007-08-28",
  consequence: "KANN",
  conditions: [
    condition("stag8.AUF", "Rechtmäßiger gewöhnlicher Aufenthalt", "Sie leben rechtmäßig und auf Dauer hier.", "§ 8 Abs. 1 StAG", given("lawfulHabitualResidence", "rechtmäßiger gewöhnlicher Aufenthalt"), ["Aufenthaltstitel"]),
    condition("stag8.ID", "Identität und Staatsangehörigkeit geklärt", "Ihre Identität und Staatsangehörigkeit sind geklärt.", "§ 8 Abs. 1 StAG", given("identityClarified", "Identität geklärt"), ["Pass"], { remedy: "Pass beschaffen." }),
    condition("stag8.N2", "Keine Strafen über den Grenzen", "Keine Verurteilung über den Grenzen des § 12a; bei besonderer Härte kann davon abgesehen werden.", "§ 8 Abs. 1 Nr. 2, Abs. 2, § 12a StAG", unless(recordIsHarmless, hardship), ["Auszug aus dem Bundeszentralregister"], { bridge: { when: recordIsSlight, citation: "§ 12a Abs. 1 S. 4 StAG", sentence: "Über eine geringfügige Überschreitung entscheidet die Behörde im Einzelfall." } }),
    condition("stag8.N3", "Wohnung oder Unterkommen", "Sie haben eine Wohnung oder ein Unterkommen.", "§ 8 Abs. 1 Nr. 3 StAG", given("housing", "Wohnung"), ["Mietvertrag"], { remedy: "Eine Wohnung finden." }),
    condition("stag8.N4", "Sie können sich und die Familie ernähren", "Sie können sich und Ihre Angehörigen ernähren; bei besonderer Härte oder öffentlichem Interesse kann davon abgesehen werden.", "§ 8 Abs. 1 Nr. 4, Abs. 2 StAG", unless(given("canSupportFamily", "kann sich und die Familie ernähren"), hardship), ["Lohnabrechnungen"], { remedy: "Arbeit aufnehmen oder ausweiten; eine besondere Härte belegen." }),
  ],
};

/** § 9 Abs. 1 StAG */
export const ehegatteneinbuergerung: RightRule = {
  kind: "right",
  id: "STAG_9_1",
  title: "Einbürgerung von Ehepartnern Deutscher",
  norm: "§ 9 Abs. 1 StAG",
  group: "einbuergerung",
  gives: "Deutsche Staatsangehörigkeit nach drei Jahren",
  consequence: "SOLL",
  conditions: [
    condition("stag9.GATTE", "Mit einer oder einem Deutschen verheiratet", "Ihr Ehepartner oder Lebenspartner ist deutsch.", "§ 9 Abs. 1 S. 1 StAG", given("germanSpouse", "deutscher Ehepartner"), ["Heiratsurkunde", "Ausweis des Ehepartners"]),
    condition("stag9.AUF", "Seit drei Jahren rechtmäßig hier", "Sie leben seit drei Jahren rechtmäßig hier.", "§ 9 Abs. 1 S. 1 StAG", reached("lawfulStayMonths", "stag9.years", "seit drei Jahren rechtmäßig", "months", 12), ["Aufenthaltstitel"]),
    condition("stag9.EHE", "Seit zwei Jahren verheiratet", "Die Ehe besteht seit zwei Jahren.", "§ 9 Abs. 1 S. 1 StAG", reached("marriageMonths", "stag9.marriageYears", "seit zwei Jahren verheiratet", "months", 12), ["Heiratsurkunde"]),
    condition("stag9.SONST", "Übrige Voraussetzungen des § 10 Abs. 1", "Die übrigen Voraussetzungen des § 10 Abs. 1 sind erfüllt.", "§ 9 Abs. 1 S. 1 StAG", given("otherConditions10_1", "übrige Voraussetzungen"), []),
  ],
  notes: ["Besteht die Ehe seit drei Jahren, kann die Aufenthaltszeit im öffentlichen Interesse verkürzt werden (S. 2)."],
};
