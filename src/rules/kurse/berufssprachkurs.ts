import { anyOf, assumed, unless, where } from "../engine/expression.ts";
import { atLevel, given, reached } from "../engine/leaves.ts";
import type { RightRule } from "../engine/rule.ts";
import { matches } from "../leistungen/status-parts.ts";

const isDuldung = matches("title", /^DULDUNG_/, "Duldung");
const privileged = assumed(matches("title", /^DULDUNG_60(A_2_3|C|D)/, "Duldung nach § 60a Abs. 2 S. 3"), false);

/** § 45a AufenthG, § 4 DeuFöV */
export const berufssprachkurs: RightRule = {
  kind: "right",
  id: "BERUFSSPRACHKURS",
  title: "Berufssprachkurs",
  norm: "§ 45a AufenthG, § 4 DeuFöV",
  group: "kurs",
  gives: "Teilnahmeberechtigung für die berufsbezogene Deutschsprachförderung",
  since: "2019-08-01",
  consequence: "BERECHTIGUNG_MOEGLICH",
  conditions: [
    {
      id: "45a.B1",
      title: "Deutsch B1",
      sentence: "Sie haben Deutsch auf dem Niveau B1; Spezialkurse beginnen niedriger.",
      citation: "§ 4 Abs. 3, §§ 13 Abs. 2, 18a DeuFöV",
      holds: atLevel("german", "B1", "Deutsch B1"),
      evidence: ["Zertifikat B1"],
      remedy: "Nach Spezialberufssprachkursen fragen (§ 13 DeuFöV).",
    },
    {
      id: "45a.ANLASS",
      title: "Gemeldet, im Leistungsbezug oder beschäftigt",
      sentence: "Sie sind arbeitsuchend gemeldet, bekommen Leistungen vom Jobcenter oder arbeiten.",
      citation: "§ 4 Abs. 1 S. 1 Nr. 1 DeuFöV",
      holds: anyOf(given("registeredJobseeker", "gemeldet"), given("employed", "beschäftigt"), where(assumed(isDuldung, false), given("sgb2", "Leistungen nach dem SGB II"))),
      evidence: ["Bescheinigung der Agentur für Arbeit"],
      remedy: "Sich bei der Agentur für Arbeit melden.",
    },
    {
      id: "45a.6M",
      title: "Mit Duldung: seit sechs Monaten",
      sentence: "Mit einer Duldung leben Sie seit sechs Monaten geduldet hier; mit einer Duldung nach § 60a Abs. 2 S. 3 braucht es das nicht.",
      citation: "§ 4 Abs. 1 S. 2 DeuFöV",
      holds: where(isDuldung, unless(reached("duldungMonths", "45a.duldungMonths", "seit sechs Monaten geduldet"), privileged)),
      evidence: ["Duldungen"],
    },
  ],
};
