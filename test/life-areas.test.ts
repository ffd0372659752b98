import { expect, test } from "vitest";
import { LIFE_AREAS } from "../src/accounts/index.ts";
import { interpretLifeAreas, LIFE_AREA_WORDS } from "../src/intake/reading/index.ts";

// Lists are read before it is known which tenant they belong to: reading has meanings, a tenant has areas it may rename.
test("every life area that a tenant starts with is what one meaning of a list stands for, and no meaning is left over", () => {
  const meanings = LIFE_AREAS.map(([key]) => interpretLifeAreas(key).value?.areas ?? []);
  expect(meanings.filter((found) => found.length !== 1)).toEqual([]);
  expect(meanings.flat().sort()).toEqual(Object.keys(LIFE_AREA_WORDS).sort());
});

test("a tenant's first label of an area is read as the same meaning as its key", () => {
  for (const [key, label] of LIFE_AREAS) expect(interpretLifeAreas(label).value?.areas, label).toContain(interpretLifeAreas(key).value?.areas[0]);
});
