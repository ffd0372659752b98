import { describe, expect, test } from "vitest";
import { addressKey } from "./address.ts";
import { birthKeys, birthLikeness, type BirthDate } from "./birth.ts";
import { comparePersons } from "./compare-persons.ts";
import { phoneKey } from "./phone.ts";
import type { MatchInput } from "./prepare.ts";

const born = (year: number, month: number | null = null, day: number | null = null, estimated = false): BirthDate => ({ year, month, day, estimated });
const person = (id: string, more: Partial<MatchInput> = {}): MatchInput => ({
  id, family: "Tesfay", given: "Rahwa", birth: born(1991, 4, 7), gender: "female", nationalities: ["224"], phones: ["0151 2345678"], addresses: [{ street: "Lindenallee 4", postcode: "59001" }], ...more,
});
const sentences = (a: MatchInput, b: MatchInput): string[] => comparePersons(a, b).reasons.map((reason) => reason.sentence);

describe("comparing two persons", () => {
  test("the same name in another script, the same birth date: likely the same, with reasons in words", () => {
    const other = person("2", { family: "ተስፋይ", given: "ራህዋ", phones: [], addresses: [] });
    expect(comparePersons(person("1"), other).verdict).toBe("same-likely");
    expect(sentences(person("1"), other)).toEqual(["gleicher Name in anderer Schrift", "gleiches Geburtsdatum", "gleiche Staatsangehörigkeit"]);
  });

  test("swapped names, swapped day and month and a move are seen through and named", () => {
    const other = person("2", { family: "Rahwa", given: "Tesfai", birth: born(1991, 7, 4), addresses: [{ street: "Parkweg 9", postcode: "59002" }] });
    const comparison = comparePersons(person("1"), other);
    expect(comparison.verdict).toBe("same-likely");
    expect(sentences(person("1"), other)).toEqual(expect.arrayContaining(["Vor- und Nachname vertauscht", "Tag und Monat vertauscht", "gleiche Telefonnummer", "andere Anschrift (umgezogen?)"]));
  });

  test("twins with one telephone and one address are two persons", () => {
    expect(comparePersons(person("1"), person("2", { given: "Feven" })).verdict).toBe("different");
  });

  test("father and son of one name, one address, one telephone are two persons", () => {
    expect(comparePersons(person("1"), person("2", { birth: born(2012, 9, 20) })).verdict).toBe("different");
  });

  test("a common name with nothing else proves nothing", () => {
    const bare = { birth: null, phones: [], addresses: [], nationalities: [], gender: null };
    expect(comparePersons(person("1", bare), person("2", bare)).verdict).toBe("different");
  });

  test("the order of the two does not matter", () => {
    const other = person("2", { family: "Tesfai", birth: born(1991) });
    expect(comparePersons(person("1"), other).score).toBeCloseTo(comparePersons(other, person("1")).score, 9);
  });
});

describe("birth dates, telephone numbers, addresses", () => {
  test.each([
    [born(1990, 5, 7), born(1990, 7, 5), "swapped"], [born(1990, 1, 1), born(1990, 8, 3), "year-only"], [born(1990, 1, 1), born(1990, 1, 1), "same-placeholder"],
    [born(1990, 5, 7), born(1991, 5, 7), "other-year"], [born(1990, null, null, true), born(1991, 5, 7), "near-year"], [born(1990, 5, 7), born(1979, 2, 9), "different"],
  ] as const)("%o and %o: %s", (a, b, likeness) => {
    expect(birthLikeness(a, b)).toBe(likeness);
    expect(birthLikeness(b, a)).toBe(likeness);
  });

  test("a swapped day and month has the same key", () => {
    expect(birthKeys(born(1990, 5, 7))).toEqual(birthKeys(born(1990, 7, 5)));
  });

  test.each(["+49 151 2345678", "0049151/2345678", "0151-2345678", "(0151) 2345678", "+49 (0)151 2345678", "1512345678", "٠١٥١٢٣٤٥٦٧٨", "4915112345678".replace("11", "1")])("%s is one number", (text) => {
    expect(phoneKey(text)).toBe("491512345678");
  });

  test.each(["", "12345", "nur WhatsApp", "000000000"])("%s is no number", (text) => {
    expect(phoneKey(text)).toBeNull();
  });

  test("Straße, Str. and strasse are one address, another number is not", () => {
    const keys = ["Römerstraße 12a", "Römerstr. 12 a", "ROEMERSTRASSE 12A"].map((street) => addressKey({ street, postcode: "47475" }));
    expect(new Set(keys).size).toBe(1);
    expect(addressKey({ street: "Römerstr. 13", postcode: "47475" })).not.toBe(keys[0]);
  });
});
