import { describe, expect, test } from "vitest";
import { nameForm } from "./name-form.ts";
import { likenessOf } from "./name-likeness.ts";
import { queryKeys, searchKeys, searchLikeness } from "./search-keys.ts";

const ONE_NAME = [
  ["Al-Hussein", "الحسين"], ["Al Husain", "Alhussein"], ["Yousuf", "يوسف"], ["Youssef", "Yusuf"], ["Haile", "ሃይለ"], ["Ghebremedhin", "ገብረመድህን"],
  ["Kovalenko", "Коваленко"], ["Schewtschenko", "Шевченко"], ["Sevcenko", "Shevchenko"], ["Sergej", "Сергій"], ["Diallo", "Djallo"], ["Usman", "Ousmane"],
  ["Mohammad Javad", "محمدجواد"], ["Abdul Rahman", "عبد الرحمن"], ["Abdulrahman", "Abd al-Rahman"], ["Çağlar", "Caglar"], ["Derwisch", "درویش"],
  ["Derviş", "Darwish"], ["Osman", "Othman"], ["Khaled", "Halit"], ["Zhuk", "Жук"], ["Mohamed", "Maxamed"], ["Nguyễn", "Nguyen"], ["Müller", "Mueller"],
  ["Jamal", "Dschamal"], ["Ștefan", "Stefan"], ["MUHAMMED", "محمد"], ["Nataliiaa", "Наталія"], ["Çelik", "CELIK"], ["İSMAİL", "Ismail"],
] as const;

const TWO_NAMES = [
  ["Hassan", "Hussein"], ["حسن", "Hussein"], ["Karim", "Karima"], ["Mahmoud", "Mohammad"], ["محمود", "Mohammad"], ["Oleksandr", "Oleksandra"],
  ["Abdullah", "Abdulrahman"], ["Rahimi", "Karimi"], ["Omar", "Amr"], ["Jamal", "Kamal"], ["Ali", "Alia"],
] as const;

describe("a name in another script or spelling", () => {
  test.each(ONE_NAME)("%s and %s are the same name and share a search key", (a, b) => {
    expect(likenessOf(nameForm(a), nameForm(b))).toBe("same");
    expect(likenessOf(nameForm(b), nameForm(a))).toBe("same");
    const [x, y] = [searchKeys({ family: a, given: "" }), searchKeys({ family: b, given: "" })];
    expect(x.filter((key) => y.includes(key))).not.toEqual([]);
  });

  test.each(TWO_NAMES)("%s and %s are not the same name", (a, b) => {
    expect(likenessOf(nameForm(a), nameForm(b))).not.toBe("same");
  });

  test("one of two parts given is a partial likeness", () => {
    expect(likenessOf(nameForm("Mohammad"), nameForm("Mohammad Javad"))).toBe("part");
  });
});

describe("searching", () => {
  const found = (typed: string, family: string, given: string): boolean => {
    const keys = searchKeys({ family, given });
    return queryKeys(typed).every((group) => group.some((key) => keys.includes(key)));
  };

  test.each([
    ["يوسف", "Haddad", "Youssef"], ["Yusuf Haddad", "Haddad", "Youssef"], ["haddad yusuf", "حداد", "يوسف"], ["Alireza", "Rahimi", "Ali Reza"],
    ["Ali Reza", "Rahimi", "Alireza"], ["Rahman", "Al-Jasim", "Abdulrahman"], ["Khatib", "Al-Khatib", "Omar"], ["Шевченко", "Schewtschenko", "Olena"],
    ["Elena", "Шевченко", "Олена"], ["Mehmet", "Yıldız", "Muhammed"],
  ])("%s finds %s, %s", (typed, family, given) => {
    expect(found(typed, family, given)).toBe(true);
  });

  test("another name finds nothing", () => {
    expect(found("Kowalski", "Haddad", "Youssef")).toBe(false);
  });

  test("never more than twelve keys, and none for an empty name", () => {
    expect(searchKeys({ family: "Al-Sheikh Chahine Khalaf Jabbour", given: "Mohammad Ali Reza Jawad Khalid" }).length).toBeLessThanOrEqual(12);
    expect(searchKeys({ family: " - ", given: "" })).toEqual([]);
  });

  test("the nearer spelling ranks first", () => {
    const near = searchLikeness("Yusuf Haddad", { family: "Haddad", given: "Youssef" });
    expect(near).toBeGreaterThan(searchLikeness("Yusuf Haddad", { family: "Haddad", given: "Asif" }));
  });
});
