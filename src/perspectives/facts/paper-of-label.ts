/**
 * The id by which the rules know a residence paper, from the label of the AZR or a short one; null where it says nothing that
 * they know. Since 12.6.2026 § 25 Abs. 2 S. 1 AufenthG is refugee status and S. 2 subsidiary protection (before: S. 1 Alt. 1, 2).
 */
export function paperOfLabel(label: string): string | null {
  if (/freizügigkeit/i.test(label)) return null;
  if (/gestattung/i.test(label)) return "GESTATTUNG";
  if (/Duldung|Aussetzung der Abschiebung/i.test(label)) return duldungOf(label);
  if (/Fiktion/i.test(label)) return /§ 24/.test(label) ? "FIKTION_24" : /(Absatz|Abs\.) 4/.test(label) ? "FIKTION_81_4" : "FIKTION_81_3";
  if (/Grenzübertritt|GÜB/i.test(label)) return "GUEB";
  if (/vollziehbar ausreisepflichtig/i.test(label)) return "VOLLZIEHBAR_AUSREISEPFLICHTIG";
  if (isUnlimited(label)) return "NE";
  const [, number, letter = "", clause] = /§ (\d+)([a-z]?)(?: (?:Absatz|Abs\.) (\d+))?/.exec(label) ?? [];
  if (number === undefined) return null;
  if (number === "25" && letter === "" && clause === "2") return /subsidi|\bSatz 2|zweite|Alt\. 2/i.test(label) ? "AE_25_2_2" : "AE_25_2_1";
  const plain = `AE_${number}${letter.toUpperCase()}`;
  // the rules know these by their paragraph alone
  return clause === undefined || ["104c", "24", "18a", "18b", "18g"].includes(number + letter) ? plain : `${plain}_${clause}`;
}

const isUnlimited = (label: string): boolean =>
  /Niederlassungserlaubnis|Daueraufenthalt|^NE\b|§ 9a? |§ 18c |§ 26 (Absatz|Abs\.) [34]|§ 28 (Absatz|Abs\.) 2|§ 31 (Absatz|Abs\.) 3|§ 35 |§ 38 Absatz 1 Nummer 1/.test(label) && !/Kindesnachzug/.test(label);

function duldungOf(label: string): string {
  const [, letter] = /§ 60([bcd])/.exec(label) ?? [];
  return letter === undefined ? "DULDUNG_60A" : `DULDUNG_60${letter.toUpperCase()}`;
}
