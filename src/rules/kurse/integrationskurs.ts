import { allOf, always, anyOf, assumed, not, unless, whileInForce, type Expr } from "../engine/expression.ts";
import { atLeast, atLevel, given, reached } from "../engine/leaves.ts";
import type { Row, TableRule } from "../engine/rule.ts";
import { matches } from "../leistungen/status-parts.ts";

const claimed = (part: Expr): Expr => assumed(part, false);
const taken = (part: Expr): Expr => assumed(part, true);

// § 44 Abs. 1 S. 1: § 25a is not in the list, § 25b is
const entitling = taken(allOf(
  matches("title", /^(AE_(18A|18B|18C|18D|18G|19C|21|28|29|30|32|36|36A|25_1|25_2(_[12])?|25_4A_3|25B|38A|23_2|23_4)|BLAUE_KARTE)(_|$)/, "Titel des § 44 Abs. 1"),
  given("firstIssue", "erstmals erteilt"),
  atLeast("validityMonths", "44.validityMonths", "für mindestens ein Jahr"),
));
const inTime = taken(unless(
  // the claim ends one year after issue
  not(reached("monthsSinceIssue", "44.claimLapseYears", "vor einem Jahr oder länger erteilt", "months", 12)),
  given("registrationPreventedNotAttributable", "Anmeldung ohne eigenes Verschulden nicht möglich"),
));
const entitled = allOf(entitling, inTime);
const knowsB1 = claimed(atLevel("german", "B1", "Deutsch B1"));
const speaksSimply = taken(atLevel("german", "A1", "einfache Verständigung auf Deutsch"));

const requested = claimed(given("authorityRequests44a", "von der Behörde aufgefordert"));
const getsAsylblg = claimed(given("asylblg", "Leistungen nach dem AsylbLG"));
const group44_4 = claimed(matches("title", /^(GESTATTUNG|DULDUNG_60A_2_3|DULDUNG_60C|DULDUNG_60D|AE_24|AE_25_5)(_|$)/, "Gestattung, Duldung nach § 60a Abs. 2 S. 3, § 24 oder § 25 Abs. 5"));
const obliged = anyOf(
  claimed(allOf(claimed(given("sgb2", "Leistungen nach dem SGB II")), claimed(given("jobcenterObligates15a", "vom Jobcenter verpflichtet")))),
  allOf(requested, not(getsAsylblg)),
  allOf(requested, getsAsylblg, group44_4),
  allOf(entitled, not(speaksSimply)),
  allOf(entitled, not(knowsB1), claimed(matches("title", /^AE_(23_2|28|28_1_1|30|36A_1)$/, "§ 23 Abs. 2, § 28 Abs. 1 S. 1 Nr. 1, § 30 oder § 36a"))),
);

const stop = claimed(whileInForce("intkurs.44_4.admissionStop", always));

const row = (outcome: Row["outcome"], when: Expr, question: string, citation: string, sentence: string, unmet: readonly string[] = []): Row => ({ outcome, when, question, citation, sentence, unmet });

export const integrationskurs: TableRule = {
  kind: "table",
  id: "INTEGRATIONSKURS",
  title: "Integrationskurs",
  norm: "§§ 44, 44a AufenthG",
  group: "kurs",
  gives: "Teilnahme am Integrationskurs: Pflicht, Anspruch oder Zulassung",
  since: "2020-03-01",
  conditions: [
    { id: "44.TITEL", title: "Titel mit Kursanspruch", sentence: "Der Titel gehört zu denen, die einen Anspruch geben (§ 25b ja, § 25a nein), und wurde erstmals für mindestens ein Jahr erteilt.", citation: "§ 44 Abs. 1 AufenthG", evidence: ["Aufenthaltstitel"] },
    { id: "44.FRIST", title: "Innerhalb eines Jahres", sentence: "Der Anspruch erlischt ein Jahr nach Erteilung des Titels.", citation: "§ 44 Abs. 2 AufenthG", evidence: ["Aufenthaltstitel"], remedy: "Im ersten Jahr anmelden; belegen, wenn das ohne eigenes Verschulden nicht ging." },
  ],
  rows: [
    row("VERPFLICHTET", obliged, "44.PFLICHT", "§ 44a Abs. 1 S. 1 AufenthG; § 15a Abs. 1 S. 1 Nr. 3 SGB II (bis 30.6.2026: § 15 Abs. 5, 6 SGB II)", "Sie sind zur Teilnahme verpflichtet."),
    row("NUR_ORIENTIERUNGSKURS", allOf(entitled, knowsB1), "44.DEUTSCH", "§ 44 Abs. 3 S. 1 Nr. 3, S. 2 AufenthG", "Mit B1 bleibt der Orientierungskurs."),
    row("ANSPRUCH", entitled, "44.FRIST", "§ 44 Abs. 1 AufenthG", "Sie haben Anspruch auf den Kurs."),
    row("ZULASSUNG_GESPERRT", allOf(stop, not(entitling)), "44.TITEL", "§ 44 Abs. 4 AufenthG; BAMF Trägerrundschreiben 02/26", "Zulassungen gibt es derzeit nicht.", ["44.TITEL"]),
    row("ZULASSUNG_GESPERRT", stop, "44.FRIST", "§ 44 Abs. 2, 4 AufenthG; BAMF Trägerrundschreiben 02/26", "Der Anspruch ist erloschen; Zulassungen gibt es derzeit nicht.", ["44.FRIST"]),
    row("ZULASSUNG_ERMESSEN", not(entitling), "44.TITEL", "§ 44 Abs. 4 AufenthG", "Das Bundesamt kann im Rahmen freier Plätze zulassen.", ["44.TITEL"]),
    row("ZULASSUNG_ERMESSEN", always, "44.FRIST", "§ 44 Abs. 2, 4 AufenthG", "Der Anspruch ist erloschen; das Bundesamt kann im Rahmen freier Plätze zulassen.", ["44.FRIST"]),
  ],
};
