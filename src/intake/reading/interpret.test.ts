import { describe, expect, test } from "vitest";
import { calendarDay } from "../../kernel/calendar-day.ts";
import type { Cell } from "./cell.ts";
import { interpretBirth, interpretDate } from "./interpret-date.ts";
import { interpretLifeAreas } from "./interpret-life-areas.ts";
import { matchManager, parseManager } from "./interpret-manager.ts";
import { interpretNamePart, interpretWholeName } from "./interpret-name.ts";
import { interpretNationality } from "./interpret-nationality.ts";
import { interpretRemark } from "./interpret-remark.ts";
import { interpretAddress, interpretEmail, interpretGender, interpretLanguage, interpretPhone, interpretPostcode } from "./interpret-simple.ts";
import { interpretStatus } from "./interpret-status.ts";

const today = calendarDay("2026-11-22");
const cell = (text: string): Cell => ({ kind: "text", text });

describe("birth dates", () => {
  test.each([
    ["13.8.69", "1969-08-13", "day", "clear"], ["13.08.1969 ", "1969-08-13", "day", "clear"], ["1969-08-13", "1969-08-13", "day", "clear"], ["13. August 1969", "1969-08-13", "day", "clear"],
    ["8.11.26", "2026-11-08", "day", "clear"], ["24.12.26", "1926-12-24", "day", "check"], ["1985?", "1985", "estimated", "clear"], ["ca. 1985", "1985", "estimated", "clear"],
    ["Mai 2019", "2019-05", "month", "clear"], ["5/2019", "2019-05", "month", "clear"], ["1985", "1985", "year", "clear"], ["31.02.1998", "1998", "year", "check"], ["45789", "2025-05-12", "day", "check"],
    ["٠١/٠٢/١٩٩٠", "1990-02-01", "day", "clear"], ["12/31/1998", "1998-12-31", "day", "check"], ["1990-01-02 00:00:00", "1990-01-02", "day", "clear"],
  ])("%s is %s (%s, %s)", (text, expected, precision, certainty) => {
    const read = interpretBirth(cell(text), today);
    const { year, month, day } = read.value ?? { year: 0, month: null, day: null };
    expect([year, month, day].filter((n) => n !== null).map((n) => String(n).padStart(2, "0")).join("-")).toBe(expected);
    expect(read.value?.precision).toBe(precision);
    expect(read).toMatchObject({ certainty, original: text });
  });

  test("1 January is pointed out as a likely placeholder", () => {
    expect(interpretBirth(cell("01.01.2002 "), today)).toMatchObject({ certainty: "clear", value: { placeholder: true }, note: expect.stringContaining("möglicherweise") });
  });

  test.each(["quatsch", "24.12.2027", "3.4.", "99.99.9999999", "13.13"])("%s is unreadable, with a sentence", (text) => {
    expect(interpretBirth(cell(text), today)).toMatchObject({ value: null, certainty: "unreadable", note: expect.any(String) });
  });

  test.each(["", "-", "unbekannt", " ", "k.A."])("%j is an empty cell", (text) => {
    expect(interpretBirth(cell(text), today)).toMatchObject({ value: null, certainty: "clear" });
  });
});

describe("other dates", () => {
  test("a follow-up lies in the future where the year is short or missing", () => {
    expect(interpretDate(cell("24.12.26"), "follow-up", today)).toMatchObject({ certainty: "clear", value: { on: "2026-12-24" } });
    expect(interpretDate(cell("3.4."), "follow-up", today)).toMatchObject({ certainty: "check", value: { on: "2027-04-03" }, note: expect.stringContaining("2027 angenommen") });
  });

  test("a past date in the future is to be checked", () => {
    expect(interpretDate(cell("24.12.26"), "past", today)).toMatchObject({ certainty: "check", value: { on: "2026-12-24" } });
  });

  test("a month without day is kept and to be checked", () => {
    expect(interpretDate(cell("Mai 2019"), "past", today)).toMatchObject({ certainty: "check", value: { year: 2019, month: 5, on: null } });
  });
});

describe("residence status", () => {
  test.each([
    ["§25(2) subs.", "aufenthaltserlaubnis", "§ 25 Abs. 2 Satz 1 Alt. 2 AufenthG (subsidiärer Schutz)", 0], ["GFK", "aufenthaltserlaubnis", "§ 25 Abs. 2 Satz 1 Alt. 1 AufenthG (Flüchtlingseigenschaft)", 0],
    ["§ 25 Abs. 2 S. 1", "aufenthaltserlaubnis", "§ 25 Abs. 2 Satz 1 AufenthG", 0], ["25b", "aufenthaltserlaubnis", "§ 25b AufenthG", 3], ["Paragraf 24", "aufenthaltserlaubnis", "§ 24 AufenthG", 1],
    ["AE 24", "aufenthaltserlaubnis", "§ 24 AufenthG", 1], ["Fiktion § 24", "fiktionsbescheinigung", "Fiktionsbescheinigung zu § 24 AufenthG", 0], ["NE", "niederlassungserlaubnis", "Niederlassungserlaubnis", 0],
    ["NE § 26", "niederlassungserlaubnis", "Niederlassungserlaubnis § 26 AufenthG", 6], ["Duldung", "duldung", "Duldung", 0], ["BeschäftigungsDuldung 60d", "duldung", "Beschäftigungsduldung, § 60d AufenthG", 5],
    ["Ausbildungsduldung § 60c", "duldung", "Ausbildungsduldung, § 60c AufenthG", 4], ["Gestattung", "gestattung", "Aufenthaltsgestattung, § 55 AsylG", 0], ["Einbürgerung beantragt", "einbuergerung-beantragt", "Einbürgerung beantragt", 0],
    ["104c", "aufenthaltserlaubnis", "§ 104c AufenthG", 4], ["AE §25 III", "aufenthaltserlaubnis", "§ 25 Abs. 3 AufenthG", 1], ["§25 (3)", "aufenthaltserlaubnis", "§ 25 Abs. 3 AufenthG", 1], ["25 V", "aufenthaltserlaubnis", "§ 25 Abs. 5 AufenthG", 1],
    ["Familiennachzug § 36a", "aufenthaltserlaubnis", "§ 36a AufenthG", 3],
  ])("%s: %s, %s", (text, kind, short, labels) => {
    const read = interpretStatus(text);
    expect(read).toMatchObject({ certainty: "clear", value: { kind, short }, original: text });
    expect(read.value?.azrLabels).toHaveLength(labels);
  });

  test("§ 25 without Absatz is to be checked, an unknown provision unreadable", () => {
    expect(interpretStatus("AE § 25").certainty).toBe("check");
    expect(interpretStatus("§ 99")).toMatchObject({ value: null, certainty: "unreadable" });
    expect(interpretStatus("weiß nicht")).toMatchObject({ value: null, certainty: "unreadable" });
  });
});

describe("nationality, gender, language, life areas", () => {
  test.each([["Ukr.", "166"], ["UKRAINE", "166"], ["SYR", "475"], ["türkisch", "163"], ["Russland", "160"], ["staatenlos", "997"], ["ungeklärt", "998"], ["Elfenbeinküste", "231"]])("%s is %s", (text, code) => {
    expect(interpretNationality(text)).toMatchObject({ certainty: "clear", value: { code } });
  });

  test("what may mean two states has no value: Ira.", () => {
    expect(interpretNationality("Ira.")).toMatchObject({ value: null, certainty: "check", note: expect.stringMatching(/Irak oder Iran/) });
    expect(interpretNationality("Mar.")).toMatchObject({ value: { label: "Marokko" }, certainty: "check" });
    expect(interpretNationality("Atlantis")).toMatchObject({ value: null, certainty: "unreadable" });
  });

  test.each([["w", "female"], ["weibl.", "female"], ["Frau", "female"], ["männl.", "male"], ["Herr", "male"], ["d", "diverse"]])("gender %s is %s", (text, gender) => {
    expect(interpretGender(text)).toMatchObject({ certainty: "clear", value: gender });
  });

  test("languages are BCP 47 codes; Kurdish alone is not enough for an interpreter", () => {
    expect(interpretLanguage("Dari, Tigrinya").value).toEqual(["fa-AF", "ti"]);
    expect(interpretLanguage("Kurdisch (Kurmanci)").value).toEqual(["kmr"]);
    expect(interpretLanguage("Kurdisch")).toMatchObject({ value: null, certainty: "unreadable" });
  });

  test.each([
    ["Leistungen (JC) / Aufenthalt / Schule/Kita", ["subsistence", "residence", "education"]], ["Schule/Kita; Arbeit; Aufenthalt", ["education", "work", "residence"]], ["Sprache\nArbeit\nEinbürgerung", ["language", "work", "naturalisation"]],
    ["Schule/Kita/Arbeit", ["education", "work"]], ["Wohnen + Gesundheit", ["housing", "health"]], ["Familie und Teilhabe", ["family", "participation"]],
  ])("life areas %j", (text, areas) => {
    expect(interpretLifeAreas(text)).toMatchObject({ certainty: "clear", value: { areas, unknown: [] } });
  });

  test("a word that is no life area is named, not dropped", () => {
    expect(interpretLifeAreas("Wohnen, Hund")).toMatchObject({ certainty: "check", value: { areas: ["housing"], unknown: ["Hund"] } });
  });
});

describe("names, addresses, numbers", () => {
  test("Nachname, Vorname in one cell", () => {
    expect(interpretWholeName("Al-Khatib, Omar")).toMatchObject({ certainty: "clear", value: { family: "Al-Khatib", given: "Omar" } });
    expect(interpretWholeName("Omar Al-Khatib")).toMatchObject({ certainty: "check", value: { family: "Al-Khatib", given: "Omar" } });
  });

  test("a name in capitals is softened, in its own script untouched, a number no name", () => {
    expect(interpretNamePart("AL-KHATIB").value).toBe("Al-Khatib");
    expect(interpretNamePart("عبد الله").value).toBe("عبد الله");
    expect(interpretNamePart("123")).toMatchObject({ certainty: "unreadable" });
  });

  test("telephone, e-mail, postcode, address in one cell", () => {
    expect(interpretPhone("0155/10901858")).toMatchObject({ certainty: "clear", value: "+4915510901858" });
    expect(interpretPhone("nur WhatsApp").certainty).toBe("unreadable");
    expect(interpretEmail("mailto: A.B@Example.org").value).toBe("a.b@example.org");
    expect(interpretPostcode("1067")).toMatchObject({ certainty: "check", value: "01067" });
    expect(interpretAddress("Römerstr. 1, 47441 Moers").value).toEqual({ street: "Römerstr. 1", postcode: "47441", town: "Moers" });
  });
});

describe("case managers", () => {
  const accounts = [{ id: "brandt", family: "Brandt", given: "Maria" }, { id: "kowalski", family: "Kowalski", given: "Ewa", employer: "Caritas" }, { id: "yilmaz", family: "Yılmaz", given: "Emre" }, { id: "nadia", family: "Haddad", given: "Nadia", employer: "AWO" }, { id: "karim", family: "Haddad", given: "Karim", employer: "Stadt" }];

  test.each([["Brandt", "brandt"], ["Fr. Brandt", "brandt"], ["M. Brandt", "brandt"], ["Brandt, Maria", "brandt"], ["Fr. Kowalski (Caritas)", "kowalski"], ["Hr. Yılmaz", "yilmaz"], ["YILMAZ", "yilmaz"], ["N. Haddad (AWO)", "nadia"], ["Haddad (Stadt)", "karim"]])("%s is %s", (text, id) => {
    expect(matchManager(text, accounts)).toMatchObject({ value: id, certainty: "clear" });
  });

  test("a surname that two have, a wrong initial, an unknown name: never clear, never guessed", () => {
    expect(matchManager("Haddad", accounts)).toMatchObject({ value: null, certainty: "check", candidates: ["nadia", "karim"] });
    expect(matchManager("K. Brandt", accounts)).toMatchObject({ value: null, certainty: "check" });
    expect(matchManager("Meier", accounts)).toMatchObject({ value: null, certainty: "check", candidates: [] });
    expect(matchManager("Brandt (Caritas)", [{ id: "brandt", family: "Brandt", given: "Maria", employer: "Stadt" }])).toMatchObject({ value: "brandt", certainty: "check" });
  });

  test("a title that contradicts the only account, or leaves it open, is a question: nobody is chosen", () => {
    const martin = [{ id: "martin", family: "Brandt", given: "Martin", employer: "Stadt" }];
    expect(matchManager("Fr. Brandt", martin)).toMatchObject({ value: null, certainty: "check", candidates: ["martin"], note: expect.stringContaining("Martin Brandt") });
    expect(matchManager("Frau Dr. Brandt (Stadt)", martin)).toMatchObject({ value: null, certainty: "check" });
    expect(matchManager("Hr. Brandt", martin)).toMatchObject({ value: "martin", certainty: "clear" });
    const deniz = [{ id: "deniz", family: "Yılmaz", given: "Deniz", employer: "Stadt" }];
    expect(matchManager("Hr. Yılmaz", deniz)).toMatchObject({ value: null, certainty: "check", candidates: ["deniz"] });
    expect(matchManager("Hr. Yılmaz (Stadt)", deniz)).toMatchObject({ value: "deniz", certainty: "clear" });
    expect(matchManager("Dr. Yılmaz", deniz)).toMatchObject({ value: "deniz", certainty: "clear" });
  });

  test("a spelling is taken apart", () => {
    expect(parseManager("Fr. Dr. E. Kowalski (Caritas)")).toMatchObject({ surname: "Kowalski", initial: "E", title: "Fr. Dr.", employer: "Caritas" });
    expect(parseManager("???")).toBeNull();
  });
});

describe("remarks", () => {
  test("every remark is entrusted; nicht an ABH is marked in its spellings", () => {
    for (const text of ["nicht an ABH!!! (vertraulich)", "bitte nichts an die Ausländerbehörde", "ABH darf nichts wissen", "keine Info an ABH"]) expect(interpretRemark(text)).toMatchObject({ entrusted: true, notToAbh: true, text });
    expect(interpretRemark("Termin bei ABH am 3.4.")).toMatchObject({ entrusted: true, notToAbh: false });
  });

  test("interpreter, WhatsApp, formulas", () => {
    expect(interpretRemark("braucht Dolmetscher")?.needsInterpreter).toBe(true);
    expect(interpretRemark("+49 nur WhatsApp")).toMatchObject({ onlyWhatsApp: true, looksLikeFormula: true, text: "+49 nur WhatsApp" });
    expect(interpretRemark("=SUMME(A1:A9)")).toMatchObject({ looksLikeFormula: true, text: "=SUMME(A1:A9)" });
  });

  test.each([["Warteliste", "yes"], ["Warteliste KIM seit Mai", "yes"], ["auf Warteliste", "yes"], ["Warteliste Kita", "no"], ["Kind in Kita angemeldet;\nWarteliste", "perhaps"], ["umgezogen?", "no"]])("%j: waiting list %s", (text, expected) => {
    expect(interpretRemark(text)?.waitingList).toBe(expected);
  });
});
