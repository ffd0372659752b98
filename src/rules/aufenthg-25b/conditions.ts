import { wordOf } from "../engine/facts.ts";
import { allOf, always, anyOf, assumed, leaf, not, unless, where } from "../engine/expression.ts";
import { atLevel, given, noneOf, oneOf, thresholdOf } from "../engine/leaves.ts";
import type { Condition } from "../engine/rule.ts";
import { negated } from "../engine/truth.ts";
import { sentencedToPrison } from "../residence/convictions.ts";
import { isDuldung, isPermittedOrTolerated } from "../residence/status.ts";
import { beforeDay, holds104c, uninterruptedStay } from "../residence/uninterrupted-stay.ts";

/** Parts of § 25b AufenthG that its Absätze 1 and 4 share, and those that need more than a line. */

const has104c = oneOf("status", ["AE_104C"], "Aufenthaltserlaubnis nach § 104c");
const branchIsOpen = beforeDay("104c.branchEnds", "der Weg für Inhaber des § 104c ist noch offen");

const isTolerated = leaf({
  says: "Duldung",
  facts: ["status"],
  judge: (at) => {
    const status = at.facts.get("status");
    return status === undefined || status === null ? status : isDuldung(wordOf(status));
  },
});

export const toleratedOr104c: Condition = {
  id: "25b.P",
  title: "Duldung oder § 104c",
  sentence: "Sie haben eine Duldung oder eine Aufenthaltserlaubnis nach § 104c. Ein Anspruch auf Duldung genügt.",
  citation: "§ 25b Abs. 1 S. 1 AufenthG; OVG NRW 18 B 103/23 (GÜB genügt nicht)",
  holds: unless(anyOf(isTolerated, allOf(has104c, branchIsOpen)), given("duldungEntitlement", "Anspruch auf Duldung")),
  evidence: ["Duldung", "elektronischer Aufenthaltstitel", "Auszug aus dem AZR"],
  remedy: "Eine Duldung beantragen; wer § 104c hat, beantragt vor dessen Ablauf.",
};

const stayOf = (parameter: string, says: string) =>
  uninterruptedStay({ says, counts: isPermittedOrTolerated, parameter, unit: "years", gapParameter: "25b.gapToleranceMonths", oneGapOnly: true, counts60b: holds104c });

export const longStay: Condition = {
  id: "25b.N1",
  title: "Aufenthalt seit sechs (mit Kind: vier) Jahren",
  sentence: "Sie leben seit sechs Jahren ohne Unterbrechung geduldet, gestattet oder mit Aufenthaltserlaubnis hier; mit einem minderjährigen, ledigen Kind im Haushalt seit vier.",
  citation: "§ 25b Abs. 1 S. 2 Nr. 1, Abs. 7 AufenthG; § 60b Abs. 5 S. 1 AufenthG",
  holds: unless(
    stayOf("25b.stayYearsSingle", "Aufenthalt seit sechs Jahren"),
    allOf(assumed(given("livesWithMinorUnmarriedChild", "minderjähriges, lediges Kind im Haushalt"), false), stayOf("25b.stayYearsFamily", "Aufenthalt seit vier Jahren")),
  ),
  evidence: ["Auszug aus dem AZR", "Duldungen und Gestattungen", "Melderegister"],
};

export const declaration: Condition = {
  id: "25b.N2a",
  title: "Bekenntnis zur Grundordnung",
  sentence: "Sie bekennen sich schriftlich zur freiheitlichen demokratischen Grundordnung.",
  citation: "§ 25b Abs. 1 S. 2 Nr. 2 AufenthG",
  holds: given("fdgoDeclaration", "Bekenntnis abgegeben"),
  evidence: ["unterschriebenes Formblatt"],
  remedy: "Das Formblatt lesen, verstehen und unterschreiben.",
};

export const civics: Condition = {
  id: "25b.N2b",
  title: "Grundkenntnisse der Rechts- und Gesellschaftsordnung",
  sentence: "Sie kennen die Grundzüge der Rechts- und Gesellschaftsordnung.",
  citation: "§ 25b Abs. 1 S. 2 Nr. 2 AufenthG",
  holds: given("basicCivicKnowledge", "Grundkenntnisse"),
  evidence: ["Zertifikat „Leben in Deutschland“", "Schul- oder Berufsabschluss"],
  remedy: "Den Test „Leben in Deutschland“ bestehen.",
};

/** With AsylbLG benefits only the own need counts (OVG SH 4 MB 49/21); in a Bedarfsgemeinschaft of SGB II the family's. */
const livesByWork = leaf({
  says: "Lebensunterhalt überwiegend durch Arbeit",
  facts: ["livelihoodByWorkShare", "familyLivelihoodShare", "benefitLaw"],
  parameters: ["25b.workShare"],
  judge: (at) => {
    const ownOnly = at.facts.get("benefitLaw") !== "SGB_II" || at.facts.get("familyLivelihoodShare") === undefined;
    const share = at.facts.get(ownOnly ? "livelihoodByWorkShare" : "familyLivelihoodShare");
    return share === undefined || share === null ? share : Number(share) > thresholdOf(at, "25b.workShare");
  },
});
const EXCEPTIONS = ["studierende", "auszubildende_lehrberuf", "berufsvorbereitung", "familie_ergaenzend", "alleinerziehend_10_1_3", "pflege_angehoeriger"];
const waived = given("unableDueToIllnessOrAge", "Krankheit, Behinderung oder Alter");

export const livelihood: Condition = {
  id: "25b.N3",
  title: "Lebensunterhalt überwiegend durch Arbeit",
  sentence: "Sie decken mehr als die Hälfte Ihres Bedarfs durch Arbeit, oder es ist zu erwarten, dass Sie ihn ganz decken werden. Wohngeld schadet nicht.",
  citation: "§ 25b Abs. 1 S. 2 Nr. 3, S. 3, Abs. 3 AufenthG",
  holds: unless(
    anyOf(livesByWork, given("livelihoodPrognosisFull", "künftig voll gesichert (Prognose)")),
    oneOf("livelihoodException", EXCEPTIONS, "vorübergehender Bezug, der nicht schadet (S. 3)"),
    waived,
  ),
  evidence: ["Lohnabrechnungen der letzten sechs Monate", "Arbeitsvertrag", "Leistungsbescheid"],
  remedy: "Arbeit aufnehmen oder ausweiten, bis mehr als die Hälfte des Bedarfs gedeckt ist.",
};

export const oralGerman: Condition = {
  id: "25b.N4",
  title: "Deutsch A2 mündlich",
  sentence: "Sie sprechen Deutsch auf dem Niveau A2. Ein Zertifikat ist nicht vorgeschrieben.",
  citation: "§ 25b Abs. 1 S. 2 Nr. 4, Abs. 3 AufenthG",
  holds: unless(atLevel("germanOral", "A2", "Deutsch A2 mündlich"), waived),
  evidence: ["Vermerk über ein Gespräch", "Zertifikat A2"],
  remedy: "Deutsch bis A2 lernen.",
};

export const schoolAttendance: Condition = {
  id: "25b.N5",
  title: "Schulbesuch der Kinder",
  sentence: "Ihre schulpflichtigen Kinder gehen zur Schule, und Sie können das nachweisen.",
  citation: "§ 25b Abs. 1 S. 2 Nr. 5 AufenthG",
  holds: where(given("schoolAgeChildren", "schulpflichtige Kinder"), given("schoolAttendanceProven", "Schulbesuch nachgewiesen")),
  evidence: ["Schulbescheinigung für jedes Kind"],
  remedy: "Schulbescheinigungen vorlegen.",
};

export const noCurrentDeception: Condition = {
  id: "25b.V1",
  title: "Keine Täuschung, keine verweigerte Mitwirkung",
  sentence: "Sie verhindern oder verzögern die Ausreise heute nicht durch Täuschung oder fehlende Mitwirkung. Frühere Täuschung zählt hier nicht.",
  citation: "§ 25b Abs. 2 Nr. 1 AufenthG",
  failure: "VERSAGT",
  holds: allOf(noneOf("deception", ["current_own"], "keine laufende eigene Täuschung"), not(given("cooperationRefusedCurrent", "Mitwirkung verweigert"))),
  evidence: ["Ausländerakte"],
  remedy: "Angaben berichtigen und zumutbar mitwirken.",
};

const isSerious = (interest: string): boolean => /^54_(1(_|$)|2_[12]$)/.test(interest);
const prison = sentencedToPrison("25b.prisonMonths", "25b.youthTermMonths", "Freiheitsstrafe ab sechs Monaten oder Jugendstrafe ab einem Jahr ohne Bewährung");

export const noSeriousExpulsionInterest: Condition = {
  id: "25b.V2",
  title: "Kein schweres Ausweisungsinteresse",
  sentence: "Es besteht kein Ausweisungsinteresse nach § 54 Abs. 1 oder Abs. 2 Nr. 1 und 2 AufenthG, zum Beispiel keine Freiheitsstrafe ab sechs Monaten.",
  citation: "§ 25b Abs. 2 Nr. 2, § 54 AufenthG",
  failure: "VERSAGT",
  holds: leaf({
    says: "kein Fall des § 54 Abs. 1 oder Abs. 2 Nr. 1, 2",
    facts: ["ausweisungsinteresse", "convictions"],
    parameters: prison.parameters,
    judge: (at) => {
      const interest = at.facts.get("ausweisungsinteresse");
      const sentenced = prison.judge(at);
      if (sentenced === true || (typeof interest === "string" && isSerious(interest))) return false;
      // whoever has found that there is no such interest has looked at the register: convictions are not asked for then
      if (typeof interest === "string") return true;
      return interest === null ? null : negated(sentenced);
    },
  }),
  evidence: ["Auszug aus dem Bundeszentralregister"],
};

export const generalConditions: Condition = {
  id: "25b.GEN",
  title: "Allgemeine Voraussetzungen",
  sentence: "Ihre Identität ist geklärt, und es besteht kein sonstiges Ausweisungsinteresse. Die Behörde kann davon absehen.",
  citation: "§ 5 Abs. 1 Nr. 1a, 2, Abs. 3 S. 2 AufenthG",
  holds: allOf(
    leaf({
      says: "kein sonstiges Ausweisungsinteresse",
      facts: ["ausweisungsinteresse"],
      judge: (at) => {
        const interest = at.facts.get("ausweisungsinteresse");
        // an interest of § 25b Abs. 2 Nr. 2 is named there
        return interest === undefined || interest === null ? interest : interest === "none" || isSerious(wordOf(interest));
      },
    }),
    where(not(has104c), given("identityClarified", "Identität geklärt")),
  ),
  bridge: { when: always, citation: "§ 5 Abs. 3 S. 2 AufenthG", sentence: "Die Behörde kann davon absehen." },
  evidence: ["Pass", "Auszug aus dem Bundeszentralregister"],
  remedy: "Pass oder andere Urkunden beschaffen.",
};

export const identityOf104c: Condition = {
  id: "25b.ID",
  title: "Identität geklärt (bei § 104c)",
  sentence: "Wer § 104c hat, muss die Identität geklärt haben. Hat sie oder er alles Zumutbare getan, kann die Behörde davon absehen.",
  citation: "§ 25b Abs. 8 AufenthG",
  holds: where(assumed(has104c, false), given("identityClarified", "Identität geklärt")),
  bridge: { when: assumed(given("identityEffortsReasonable", "alles Zumutbare getan"), false), citation: "§ 25b Abs. 8 S. 2 AufenthG", sentence: "Wer alles Zumutbare getan hat, kann die Erlaubnis trotzdem bekommen." },
  evidence: ["Pass", "Schreiben der Botschaft", "Nachweise der Bemühungen"],
  remedy: "Pass beschaffen; jede Bemühung belegen.",
};

const rejected = given("asylumRejectedQualified", "als offensichtlich unbegründet abgelehnt (§ 10 Abs. 3 S. 2)");
const followUp = given("followUpAsylumPending", "Folgeantrag läuft");

export const asylumBar: Condition = {
  id: "25b.ASYL",
  title: "Keine Sperre aus dem Asylverfahren",
  sentence: "Der Asylantrag wurde nicht nach § 10 Abs. 3 S. 2 abgelehnt (davon kann abgesehen werden), und es läuft kein Folgeantrag.",
  citation: "§ 10 Abs. 1, Abs. 3 S. 2, § 25b Abs. 5 S. 2 AufenthG",
  holds: allOf(not(rejected), not(followUp)),
  bridge: { when: not(assumed(followUp, false)), citation: "§ 25b Abs. 5 S. 2 AufenthG", sentence: "Abweichend von § 10 Abs. 3 S. 2 kann die Erlaubnis erteilt werden." },
  evidence: ["Bescheid des Bundesamts"],
  remedy: "Über das Ende des Folgeverfahrens beraten lassen.",
};

