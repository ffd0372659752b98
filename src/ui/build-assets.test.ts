import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type AssetManifest, ASSET_PREFIX, assetUrl, useAssets } from "./assets.ts";
import { buildAssets } from "./build-assets.ts";

let folder: string;
let manifest: AssetManifest;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "einklang-assets-"));
  manifest = await buildAssets(folder);
});

const css = (name: string): string => readFileSync(join(folder, manifest[name]!), "utf8");

test("every asset carries a hash in its name, and pages link that", () => {
  expect(Object.keys(manifest).toSorted()).toEqual(["icon.svg", "portal-icon.svg", "portal-passkey.js", "portal-preview.css", "portal-preview.rtl.css", "portal.css", "portal.js", "portal.rtl.css", "quick-check.css", "quick-check.rtl.css", "staff.css", "staff.js", "staff.rtl.css"]);
  for (const [name, file] of Object.entries(manifest)) {
    expect(file).toMatch(/-[A-Z0-9]{8}\.(css|js|svg)$/);
    expect(assetUrl(name)).toBe(ASSET_PREFIX + file);
  }
});

test("a name that no build made is an error, not a broken link", () => {
  useAssets(manifest);
  expect(() => assetUrl("nicht-da.css")).toThrow("no such asset");
});

test.each(["staff.css", "staff.rtl.css"])("%s loads only files that are there, and nothing that the policy refuses", (name) => {
  const urls = [...css(name).matchAll(/url\(["']?([^"')]+)/g)].map(([, url]) => url!);
  expect(urls.length).toBeGreaterThanOrEqual(8);
  for (const url of urls) {
    expect(url.startsWith(ASSET_PREFIX)).toBe(true);
    expect(existsSync(join(folder, url.slice(ASSET_PREFIX.length)))).toBe(true);
  }
});

test("of KERN the tokens and the parts in use are there, the rest is not", () => {
  expect(css("staff.css")).toContain("--kern-color-action-default");
  expect(css("staff.css")).toContain(".kern-btn--primary");
  expect(css("staff.css")).not.toMatch(/\.kern-(grid|icon--|mt-)/);
});

test("our own rules need no mirror: they hold no left and no right", () => {
  const all = css("staff.css");
  const own = all.slice(all.indexOf("@layer base{"));
  expect(own.length).toBeGreaterThan(20_000);
  expect(own.match(/(?:margin|padding|border)-(?:left|right)\b|[;{](?:left|right):|text-align:(?:left|right)/g) ?? []).toEqual([]);
});

test("unchanged sources are not built again", async () => {
  const file = join(folder, manifest["staff.css"]!);
  const before = statSync(file).mtimeMs;
  expect(await buildAssets(folder)).toEqual(manifest);
  expect(statSync(file).mtimeMs).toBe(before);
});

test("a new build leaves the files of the last one, from which a running server still serves", async () => {
  const shared = mkdtempSync(join(tmpdir(), "einklang-assets-"));
  writeFileSync(join(shared, "staff-BEFORE00.css"), "");
  await buildAssets(shared);
  expect(existsSync(join(shared, "staff-BEFORE00.css"))).toBe(true);
  expect(existsSync(join(shared, manifest["staff.css"]!))).toBe(true);
});
