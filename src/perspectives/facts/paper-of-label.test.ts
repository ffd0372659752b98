import { expect, test } from "vitest";
import { paperOfLabel } from "./paper-of-label.ts";

test("the word Absatz holds no Satz: refugees are not taken for those with subsidiary protection", () => {
  const told = ["§ 25 Absatz 2 AufenthG (Flüchtling)", "§ 25 Abs. 2 (Flüchtling)", "§ 25 Absatz 2 Satz 1 AufenthG", "§ 25 Absatz 2 AufenthG (subsidiärer Schutz)", "§ 25 Absatz 2 Satz 2 AufenthG", "§ 25 Absatz 2 Satz 1 zweite Alternative AufenthG", "§ 25 Abs. 2 S. 1 Alt. 2 AufenthG"];
  expect(told.map(paperOfLabel)).toEqual(["AE_25_2_1", "AE_25_2_1", "AE_25_2_1", "AE_25_2_2", "AE_25_2_2", "AE_25_2_2", "AE_25_2_2"]);
});

test("each kind of Duldung, of Fiktion and of unlimited title is known; what the rules do not know says nothing", () => {
  const told = ["über die Aussetzung der Abschiebung (Duldung) nach § 60a Absatz 2 Satz 3 AufenthG", "Duldung § 60b", "Duldung nach § 60c AufenthG", "Duldung § 60d", "Fiktionsbescheinigung nach § 81 Absatz 4 AufenthG", "§ 9 AufenthG (Niederlassungserlaubnis)", "§ 104c Absatz 1 Satz 1 AufenthG", "Freizügigkeit nach EU-Recht", "gar nichts"];
  expect(told.map(paperOfLabel)).toEqual(["DULDUNG_60A", "DULDUNG_60B", "DULDUNG_60C", "DULDUNG_60D", "FIKTION_81_4", "NE", "AE_104C", null, null]);
});
