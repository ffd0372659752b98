import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as OTPAuth from "otpauth";
import { describe, expect, test } from "vitest";
import { openVault } from "../../vault/index.ts";
import { ownPath } from "../own-path.ts";
import { commonPasswords } from "./common-passwords.ts";
import { decidePassword } from "./decide-password.ts";
import { hashPassword, isPassword } from "./password-hash.ts";
import { openText, sealText } from "./sealed-text.ts";
import { newRecoveryCodes, newTotpSecret, openTotpSecret, qrPicture, recoveryHash, sealTotpSecret, stepOfCode, totpAddress } from "./second-factor.ts";

const vault = await openVault(mkdtempSync(join(tmpdir(), "einklang-secrets-")));
const whose = { tenantId: "t", accountId: "a" };

describe("which passwords are taken", () => {
  const codes = (password: string): string[] => decidePassword(password, commonPasswords(), ["Einklang", "Kreis Lindenau", "Brandt", "Katrin"]).map((r) => r.code);
  test.each(["Passwort2026!", "Sommer-2026-!!", "lindenau12345", "EinklangEinklang1", "KatrinBrandt1985", "P4ssw0rt!!!!!", "123456789012", "qwertzuiop123", "aaaaaaaaaaaaaa", "kaktus7kaktus7", "abcdefghijklmn", "Willkommen2026"])("%s is refused", (password) => {
    expect(codes(password)).toEqual(["password-common"]);
  });
  test.each(["vier pferde lesen moos", "Trödelkram-im-Fjord", "xK9#mQ2$vL7p", "nur kleine buchstaben zaehlen", "日本語の長い合言葉は十二文字"])("%s is taken, without rules of composition", (password) => {
    expect(codes(password)).toEqual([]);
  });
  test("eleven characters are too few, and 201 too many", () => {
    expect([codes("xK9#mQ2$vL7"), codes("xK9#mQ2$vL7p".repeat(20))]).toEqual([["password-too-short"], ["password-too-long"]]);
  });
});

test("a password fits however its umlauts were composed, and nobody's password fits no account", async () => {
  const known = await hashPassword("Trödelkram im Fjord");
  expect(known).toContain("$argon2id$");
  expect(await isPassword(known, "Tro\u0308delkram im Fjord")).toBe(true);
  expect(await isPassword(known, "Trodelkram im Fjord")).toBe(false);
  expect(await isPassword(null, "nobody has this password")).toBe(false);
});

test("a code belongs to its half minute and the ones beside it, and to no other", () => {
  const secret = newTotpSecret();
  const totp = new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) });
  const now = new Date("2026-11-22T10:00:00Z");
  const step = now.getTime() / 30_000;
  const at = (seconds: number): string => totp.generate({ timestamp: now.getTime() + seconds * 1000 });
  expect([-30, 0, 30].map((s) => stepOfCode(secret, at(s), now))).toEqual([step - 1, step, step + 1]);
  expect([stepOfCode(secret, at(-90), now), stepOfCode(secret, "12345", now), stepOfCode(secret, "abcdef", now)]).toEqual([null, null, null]);
  expect(totpAddress(secret, "k@example.org")).toMatch(/^otpauth:\/\/totp\/Einklang:k/);
});

test("a sealed secret opens only for its account and its purpose", () => {
  const secret = newTotpSecret();
  const sealed = sealTotpSecret({ vault }, whose, secret);
  expect(openTotpSecret({ vault }, whose, sealed)).toBe(secret);
  expect(openTotpSecret({ vault }, { ...whose, accountId: "b" }, sealed)).toBeNull();
  expect(openText({ vault }, "enrolment", sealed, "t a")).toBeNull();
  expect(openText({ vault }, "totp", sealText({ vault }, "totp", "x", "y").fill(0, 3, 5), "y")).toBeNull();
});

test("recovery codes are ten different ones, recognised however they are typed", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  expect(recoveryHash({ vault }, whose, codes[0]!)).toEqual(recoveryHash({ vault }, whose, ` ${codes[0]!.toUpperCase().replace("-", " ")}`));
});

test("the picture to scan has the finder patterns in three corners", () => {
  const { path, size } = qrPicture("otpauth://totp/Einklang:k?secret=ABC");
  expect([path.includes("M4 4h1"), path.includes(`M${size - 5} 4h1`), path.includes(`M4 ${size - 5}h1`), path.includes(`M${size - 5} ${size - 5}h1v1`)].slice(0, 3)).toEqual([true, true, true]);
});

test.each(["//evil.example", "/\\evil.example", "/\t/evil.example", "/\n/evil.example", "https://evil.example", "javascript:alert(1)", "", "evil", "/ /evil"])("the way on never leads elsewhere: %j", (text) => {
  expect(ownPath(text)).toBe("/");
});
test("the way on keeps paths of this server", () => {
  expect(ownPath("/faelle?phase=clearing#oben")).toBe("/faelle?phase=clearing#oben");
});
