import { wordOf } from "../engine/facts.ts";
import { isInForce, leaf, not, unless } from "../engine/expression.ts";
import { given } from "../engine/leaves.ts";
import type { RightRule } from "../engine/rule.ts";
import { noIntentionalCrime } from "../residence/convictions.ts";
import { isDuldung, isPermittedOrTolerated } from "../residence/status.ts";
import { uninterruptedStay } from "../residence/uninterrupted-stay.ts";

// once repealed, its conditions are still told by the last text that was in force
const stay = uninterruptedStay({
  says: "am 31.10.2022 seit fünf Jahren hier",
  counts: isPermittedOrTolerated,
  parameter: "104c.stayYears",
  unit: "years",
  gapParameter: "104c.gapToleranceMonths",
  oneGapOnly: true,
  counts60b: () => true,
  day: { parameter: "104c.referenceDay" },
});

const isTolerated = leaf({
  says: "Duldung",
  facts: ["status"],
  judge: (at) => {
    const status = at.facts.get("status");
    return status === undefined || status === null ? status : isDuldung(wordOf(status));
  },
});

/** § 104c Abs. 1 AufenthG as it stood until the end of 2025; no longer granted */
export const chancenaufenthalt: RightRule = {
  kind: "right",
  id: "AUFENTHG_104C_1",
  title: "Chancen-Aufenthaltsrecht (ausgelaufen)",
  norm: "§ 104c Abs. 1 AufenthG aF",
  group: "aufenthalt",
  gives: "Aufenthaltserlaubnis für 18 Monate, nicht verlängerbar",
  consequence: "SOLL",
  conditions: [
    {
      id: "104c.AUSSER_KRAFT",
      title: "Wird noch erteilt",
      sentence: "Das Chancen-Aufenthaltsrecht wird seit dem 31.12.2025 nicht mehr erteilt.",
      citation: "§ 104c AufenthG nF",
      holds: leaf({
        says: "§ 104c aF ist in Kraft",
        facts: [],
        parameters: [],
        optional: ["104c.available"],
        judge: (at) => isInForce(at.book.find("104c.available", at.law)),
      }),
      evidence: [],
    },
    {
      id: "104c.P",
      title: "Duldung",
      sentence: "Sie haben eine Duldung. Eine Grenzübertrittsbescheinigung genügt nicht, ein Anspruch auf Duldung schon.",
      citation: "§ 104c Abs. 1 S. 1 AufenthG aF; OVG NRW 18 B 103/23",
      holds: unless(isTolerated, given("duldungEntitlement", "Anspruch auf Duldung")),
      evidence: ["Duldung"],
    },
    {
      id: "104c.STICHTAG",
      title: "Am 31.10.2022 seit fünf Jahren hier",
      sentence: "Am 31.10.2022 lebten Sie seit fünf Jahren ohne Unterbrechung geduldet, gestattet oder mit Aufenthaltserlaubnis hier. Zeiten mit einer Duldung nach § 60b zählten mit.",
      citation: "§ 104c Abs. 1 S. 1, 3 AufenthG aF",
      holds: stay,
      evidence: ["Auszug aus dem AZR"],
    },
    {
      id: "104c.FDGO",
      title: "Bekenntnis zur Grundordnung",
      sentence: "Sie bekennen sich zur freiheitlichen demokratischen Grundordnung.",
      citation: "§ 104c Abs. 1 S. 1 Nr. 1 AufenthG aF",
      holds: given("fdgoDeclaration", "Bekenntnis abgegeben"),
      evidence: ["unterschriebenes Formblatt"],
    },
    {
      id: "104c.STRAF",
      title: "Keine vorsätzliche Straftat",
      sentence: "Sie wurden nicht wegen einer vorsätzlichen Straftat verurteilt. Geldstrafen bis 50 Tagessätze zählen nicht, bei Taten, die nur Ausländer begehen können, bis 90.",
      citation: "§ 104c Abs. 1 S. 1 Nr. 2 AufenthG aF",
      holds: noIntentionalCrime("104c.fineDays", "104c.fineDaysForeignersOnly", "keine vorsätzliche Straftat über den Grenzen"),
      evidence: ["Auszug aus dem Bundeszentralregister"],
    },
    {
      id: "104c.TAEUSCHUNG",
      title: "Keine wiederholten falschen Angaben",
      sentence: "Sie verhindern die Abschiebung nicht durch wiederholte, vorsätzlich falsche Angaben.",
      citation: "§ 104c Abs. 1 S. 2 AufenthG aF",
      holds: not(given("repeatedIntentionalFalseStatements", "wiederholte, vorsätzlich falsche Angaben")),
      evidence: [],
    },
    {
      id: "104c.EINMALIG",
      title: "Nur einmal",
      sentence: "Sie hatten noch keine Aufenthaltserlaubnis nach § 104c.",
      citation: "NRW-Erlass vom 15.8.2024",
      holds: not(given("previous104c", "schon einmal § 104c")),
      evidence: [],
    },
    {
      id: "104c.ASYLFOLGE",
      title: "Kein laufender Folgeantrag",
      sentence: "Es läuft kein Asylfolgeantrag.",
      citation: "NRW-Erlass vom 15.8.2024",
      holds: not(given("followUpAsylumPending", "Folgeantrag läuft")),
      evidence: [],
    },
  ],
};
