import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Product } from "./product.ts";

/** What every step of the first day's journey uses. */
export interface Sought {
  readonly number: string;
  readonly path: string;
  readonly name: string;
  readonly phone: string;
}

export async function go(page: Page, product: Product, path: string): Promise<void> {
  page.setDefaultTimeout(10_000);
  const answer = await page.goto(`${product.origin}${path}`);
  expect(answer?.status(), path).toBe(200);
}

/** Waits until the field has the focus that the page promises. */
export const focusOn = (page: Page, name: string): Promise<unknown> => page.waitForFunction((wanted) => (document.activeElement as HTMLInputElement | null)?.name === wanted, name);

/** As somebody does who has the number on a slip of paper: typed into the search of the list. */
export async function openCaseByNumber(page: Page, product: Product, number: string): Promise<void> {
  await go(page, product, `/faelle?q=${number}`);
  await page.locator("tbody a.row-link").first().click();
  await page.waitForURL(/\/faelle\/[0-9a-f-]{36}/);
}

/** The line under the composer that says who can read what is about to be written. */
export const readersOf = async (page: Page): Promise<string> => (await page.locator(".readers-line, [data-readers-url]").first().innerText()).replaceAll(/\s+/g, " ");

const UNKNOWN = "01a1fc42-0000-7000-8000-000000000000";

/** Answers that may differ between two requests for reasons of their own: tokens, and what was typed. */
const plain = (body: string, typed: string): string => body.replaceAll(typed, "").replaceAll(/value="[^"]{20,}"/g, "").replaceAll(/nonce-?[^\s"';]*/g, "");

/**
 * Lists, search, suggestions and direct addresses, all the same as for a case that never was: status and words alike.
 * Asked with the session of the page, as a curious colleague would by typing addresses.
 */
export async function expectNothing(page: Page, product: Product, the: Sought): Promise<void> {
  const get = async (path: string) => {
    const answer = await page.request.get(`${product.origin}${path}`, { maxRedirects: 0 });
    return { status: answer.status(), body: await answer.text() };
  };
  const id = the.path.split("/").at(-1)!;
  for (const part of ["", "/dateien", "/team", "/personen", "/protokoll", "/fallblatt", "/kontakte/neu", "/phase", "/abschluss"]) {
    const [hers, nobodys] = await Promise.all([get(`/faelle/${id}${part}`), get(`/faelle/${UNKNOWN}${part}`)]);
    expect(hers.status, part).toBe(404);
    expect(plain(hers.body, id), part).toBe(plain(nobodys.body, UNKNOWN));
  }
  for (const path of ["", "/timeline", "/documents"]) {
    const [hers, nobodys] = await Promise.all([get(`/api/v1/cases/${id}${path}`), get(`/api/v1/cases/${UNKNOWN}${path}`)]);
    expect([hers.status, plain(hers.body, id)], path).toEqual([404, plain(nobodys.body, UNKNOWN)]);
  }
  for (const typed of [the.number, the.phone]) {
    const q = encodeURIComponent(typed);
    for (const path of [`/suche?q=${q}`, `/suche.json?q=${q}`, `/faelle?q=${q}`, `/personen?q=${q}`, `/api/v1/search?q=${q}`, `/api/v1/cases?q=${q}`]) {
      const { status, body } = await get(path);
      expect([200, 404], path).toContain(status);
      expect(body, path).not.toContain(id);
    }
  }
  for (const path of ["/mein-tag", "/faelle", "/faelle?stand=alle", `/suche?q=${encodeURIComponent(the.name)}`, "/personen"]) expect((await get(path)).body, path).not.toContain(id);
}

export async function recordPage(page: Page, product: Product, number: string, inLists = false): Promise<string> {
  await go(page, product, "/protokoll");
  await page.getByLabel("Fallnummer").fill(number);
  if (inLists) await page.getByLabel("auch Listen, in denen der Fall stand").check();
  await page.getByRole("button", { name: "Anzeigen" }).click();
  await page.waitForURL(/fall=/);
  let words = await page.locator("main tbody").innerText();
  // the whole of it, page after page
  const next = (): ReturnType<Page["getByRole"]> => page.locator("main").getByRole("link", { name: /Weiter|Ältere/ });
  for (let more = next(); (await more.count()) > 0; more = next()) {
    await more.first().click();
    await page.waitForLoadState();
    words += await page.locator("main tbody").innerText();
  }
  return words;
}

/** What each step must have left behind: of the case itself, and of the day around it. */
const OF_THE_CASE = ["case.read", "contact.added", "phase.moved", "case.closed", "case.reopened", "document.added", "document.read", "team.assigned", "team.handed_over", "emergency.begun"];
const OF_THE_DAY = ["import.started", "import.mapped", "import.decided", "import.ordered", "import.taken_over", "cases.reassigned", "cases.listed", "day.read", "advice.recorded", "persons.unmerged", "emergency.reviewed", "record.read"];

interface Exported {
  readonly kind: string;
  readonly action: string;
  readonly case_id: string | null;
  readonly at: string;
}

/** As the commands do it: exported beside the running product, checked by the independent program. */
export function expectSealedRecord(product: Product, the: Sought, since: Date): void {
  const { config } = product.application.app;
  const file = join(dirname(config.dataDir), "protokoll.ndjson");
  const env = { ...process.env, EINKLANG_DATA_DIR: config.dataDir, EINKLANG_KEY_DIR: config.keyDir, EINKLANG_ANCHOR_DIR: config.anchorDir };
  const run = (program: string, ...args: string[]) => spawnSync(process.execPath, ["--import", "tsx", join("src", "main", program), ...args], { env, encoding: "utf8", cwd: dirname(import.meta.dirname) });
  const exported = run("audit-export.ts", file);
  expect(exported.stderr + exported.stdout).toContain("Zeilen in");
  const verified = run("audit-verify.ts", file, config.anchorDir);
  expect(verified.status, verified.stdout + verified.stderr).toBe(0);
  const text = readFileSync(file, "utf8");
  const records = text.trimEnd().split("\n").map((line) => JSON.parse(line) as Exported).filter((line) => line.kind === "record" && new Date(line.at) >= since);
  const of = new Set(records.filter((line) => line.case_id === the.path.split("/").at(-1)).map((line) => line.action));
  const day = new Set(records.map((line) => line.action));
  expect(OF_THE_CASE.filter((step) => !of.has(step))).toEqual([]);
  expect(OF_THE_DAY.filter((step) => !day.has(step))).toEqual([]);
  // who, when, what and where: never what was written
  expect([the.number, the.name, "Sprachkurs"].filter((word) => text.includes(word))).toEqual([]);
}
