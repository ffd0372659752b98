/** The id by which the rules know a residence paper, from the label of the AZR; null where it says nothing that they know. */
export function paperOfLabel(label: string): string | null {
  if (/gestattung/i.test(label)) return "GESTATTUNG";
  if (/Duldung|Aussetzung der Abschiebung/i.test(label)) return duldungOf(label);
  if (/Fiktion/i.test(label)) return /§ 24/.test(label) ? "FIKTION_24" : /Absatz 4/.test(label) ? "FIKTION_81_4" : "FIKTION_81_3";
  if (/Grenzübertritt/i.test(label)) return "GUEB";
  if (/vollziehbar ausreisepflichtig/i.test(label)) return "VOLLZIEHBAR_AUSREISEPFLICHTIG";
  if (/Niederlassungserlaubnis|§ 9 |§ 26 Absatz [34]|§ 28 Absatz 2|§ 35 /.test(label) && !/Kindesnachzug/.test(label)) return "NE";
  const [, number, letter = "", clause] = /§ (\d+)([a-z]?)(?: Absatz (\d+))?/.exec(label) ?? [];
  if (number === undefined) return null;
  if (number === "25" && letter === "" && clause === "2") return /subsidi/i.test(label) || /Satz 2|zweite/i.test(label) ? "AE_25_2_2" : "AE_25_2_1";
  const plain = `AE_${number}${letter.toUpperCase()}`;
  // the rules know these by their paragraph alone
  return clause === undefined || ["104c", "24", "18a", "18b", "18g"].includes(number + letter) ? plain : `${plain}_${clause}`;
}

function duldungOf(label: string): string {
  const [, letter] = /§ 60([bcd])/.exec(label) ?? [];
  return letter === undefined ? "DULDUNG_60A" : `DULDUNG_60${letter.toUpperCase()}`;
}
