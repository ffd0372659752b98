import { expect, test } from "vitest";
import { checkServerVersion, versionName } from "./server-version.ts";

const codeOf = (num: number, allowOld = false) => {
  const decision = checkServerVersion(num, { allowOld });
  return decision.ok ? (decision.value.warning === null ? "fine" : "warned") : decision.refusals[0]?.code;
};

test("a server is fine from its patched minor version on, and from newer majors on", () => {
  expect([150_020, 160_016, 170_012, 180_006, 180_007, 190_000].map((num) => codeOf(num))).toEqual(Array(6).fill("fine"));
});

test("one minor version earlier it is refused, unless the setting allows it", () => {
  for (const num of [150_019, 160_015, 170_011, 180_005]) {
    expect(codeOf(num)).toBe("postgres-unpatched");
    expect(codeOf(num, true)).toBe("warned");
  }
});

test("below 15 no setting helps", () => {
  expect(codeOf(140_022, true)).toBe("postgres-too-old");
});

test("the embedded server is used with a warning that names what it lacks", () => {
  const decision = checkServerVersion(180_004, { allowOld: false, embedded: true });
  expect(decision.ok && decision.value.warning).toContain("PostgreSQL 18.4 fehlen die Sicherheitskorrekturen");
  expect(versionName(180_004)).toBe("18.4");
});
