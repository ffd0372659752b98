import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, complaintsOf, overflow, type Product, startProduct } from "./product.ts";

const OWN_PIN = "48291735";
/** Set to a folder: pictures of every page on the way. */
const SHOTS = process.env["EINKLANG_SHOTS"];

let product: Product;
let site: string;
let staff: Page;
let caseUrl: string;
let card: { readonly code: string; readonly pin: string };
beforeAll(async () => {
  product = await startProduct();
  const { portal } = product.application;
  site = portal !== null && "address" in portal ? portal.address : "";
  staff = await product.signInAs("Sabine Kurz");
  ({ caseUrl, card } = await giveAccess());
}, 240_000);
afterAll(() => product.close());

/** In a case with steps of the person and consents, as it is done in the talk. */
async function giveAccess(): Promise<{ caseUrl: string; card: { code: string; pin: string } }> {
  await staff.goto(`${product.origin}/faelle?phase=implementation`);
  const urls = await staff.locator("a.row-link").evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
  for (const url of urls) {
    await staff.goto(`${url}/einwilligungen`);
    if ((await staff.getByText("gilt", { exact: true }).count()) === 0) continue;
    await staff.goto(`${url}/plan`);
    if ((await staff.getByText("die Person selbst").count()) === 0) continue;
    await staff.goto(`${url}/portal/einladen`);
    await staff.getByLabel("Sprache der Seite").selectOption("ar");
    await staff.getByRole("button", { name: "Code und PIN zeigen" }).click();
    const said = async (what: string): Promise<string> => ((await staff.locator(`[data-portal-${what}]`).textContent()) ?? "").trim();
    return { caseUrl: url, card: { code: await said("card"), pin: await said("pin") } };
  }
  throw new Error("no case of the invented Kreis has both a plan and consents");
}

/** An old phone. The exit is answered by the site itself; only the weather to which it leads is not asked in a test. */
async function phone(javaScriptEnabled: boolean): Promise<BrowserContext> {
  const context = await product.browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled, locale: "ar", acceptDownloads: true });
  await context.route(`${site}/weg`, async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 });
    const headers = answer.headers();
    expect([answer.status(), headers["location"], headers["clear-site-data"], headers["cache-control"]]).toEqual([303, expect.stringMatching(/^https:\/\/www\.dwd\.de\//), expect.stringContaining('"cache"'), "no-store"]);
    const { location: _elsewhere, ...rest } = headers;
    await route.fulfill({ status: 200, headers: { ...rest, "content-type": "text/html" }, body: "<!doctype html><title>Wetter</title><h1>Wetter</h1>" });
  });
  return context;
}
/** Away, and not back: neither by the address nor by the browser's button. */
async function leave(page: Page): Promise<void> {
  await page.getByRole("link", { name: "خروج سريع" }).click();
  await page.getByRole("heading", { name: "Wetter" }).waitFor();
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe("/start");
  await page.goto(`${site}/plan`);
  expect(new URL(page.url()).pathname).toBe("/start");
}
let seen = 0;
/** What every page keeps. Axe needs timers, which stand still where scripts are off: there the same pages go without. */
async function look(page: Page, name: string, hasScripts = true): Promise<void> {
  expect([name, await page.locator("html").getAttribute("dir")]).toEqual([name, "rtl"]);
  expect([name, await page.locator("h1").count()]).toEqual([name, 1]);
  if (hasScripts) expect([name, await axeViolations(page)]).toEqual([name, []]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect([name, await overflow(page)]).toEqual([name, 0]);
  await page.setViewportSize({ width: 360, height: 740 });
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/portal-${String((seen += 1)).padStart(2, "0")}-${name}.png` });
}
const click = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).first().click();
const open = async (page: Page, path: string, name: string): Promise<void> => {
  await page.goto(`${site}${path}`);
  await look(page, name);
};

/** What a telephone's camera gives is too much for a slow line. */
async function photographIsMadeSmaller(page: Page): Promise<void> {
  const before = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2600, 1300];
    const pen = canvas.getContext("2d")!;
    for (let i = 0; i < 40_000; i += 1) {
      pen.fillStyle = `hsl(${(i * 137) % 360} 80% ${20 + (i % 60)}%)`;
      pen.fillRect((i * 7919) % 2600, (i * 104_729) % 1300, 17, 13);
    }
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), "image/jpeg", 1));
    const carrier = new DataTransfer();
    carrier.items.add(new File([blob], "IMG_1.jpeg", { type: "image/jpeg" }));
    const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
    input.files = carrier.files;
    input.dispatchEvent(new Event("change"));
    return blob.size;
  });
  expect(before).toBeGreaterThan(600_000);
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>("input[type=file]")!.files![0]!.name === "IMG_1.jpg");
  expect(await page.evaluate(() => document.querySelector<HTMLInputElement>("input[type=file]")!.files![0]!.size)).toBeLessThan(before / 1.5);
}

test("in Arabic on a phone: from the code to the own PIN, a step ticked, a question, a paper, a consent taken back, everything taken along, and away", async () => {
  const context = await phone(true);
  const page = await context.newPage();
  const complaints = complaintsOf(context);
  await page.goto(`${site}/start?k=${card.code.replaceAll(" ", "")}`);
  expect(page.url()).not.toContain(card.code.slice(0, 4));
  await click(page, "العربية");
  await look(page, "start");
  await page.getByLabel("الرقم السري").fill(card.pin);
  await click(page, "فتح");
  await look(page, "own-pin");
  await page.getByLabel("الرقم الجديد", { exact: true }).fill(OWN_PIN);
  await page.getByLabel("الرقم الجديد مرة أخرى").fill(OWN_PIN);
  await click(page, "حفظ");
  await page.getByRole("heading", { name: "من يساعدني؟" }).waitFor();
  await look(page, "home");
  // by keyboard: past everything, home, and away
  for (const [name, target] of [["إلى المحتوى", "#inhalt"], ["صفحتي", "/"], ["خروج سريع", "/weg"]] as const) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => [document.activeElement?.textContent, document.activeElement?.getAttribute("href")])).toEqual([name, target]);
  }
  expect(await page.title()).toBe("صفحتي");

  await page.getByRole("navigation").getByRole("link", { name: "الخطة" }).click();
  await click(page, /^تمّ:/);
  await page.getByText("أحسنت. تم وضع العلامة.").waitFor();
  await look(page, "plan");
  await page.getByRole("status").getByRole("button", { name: "لم يتمّ بعد" }).click();
  await page.getByText("أصبح مفتوحًا من جديد.").waitFor();
  await click(page, /^تمّ:/);

  await open(page, "/frage", "question");
  await page.getByLabel("سؤالك").fill("هل يمكن تغيير الموعد؟");
  await click(page, "إرسال");
  await page.getByText("وصل سؤالك.").waitFor();
  await open(page, "/papier", "paper");
  await photographIsMadeSmaller(page);
  await page.getByLabel("التقاط صورة أو اختيار ملف").setInputFiles({ name: "bescheid.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF") });
  await click(page, "إرسال");
  await page.getByText("وصلت ورقتك.").waitFor();
  await open(page, "/daten", "data");
  await page.getByRole("link", { name: "هذا غير صحيح" }).first().click();
  await page.getByLabel("ما الصحيح؟").fill("الاسم مكتوب خطأ");
  await look(page, "wrong");
  await click(page, "إرسال");
  await page.getByText("شكرًا. سنراجع ذلك.").waitFor();

  await open(page, "/erlaubt", "consents");
  await page.getByRole("link", { name: "عرض أو سحب" }).first().click();
  await look(page, "consent");
  await page.getByLabel("كل شيء").check();
  await click(page, "التالي: ماذا يحدث بعدها؟");
  await look(page, "consequences");
  await click(page, "نعم، أسحب الموافقة");
  await page.getByRole("heading", { name: "تم السحب" }).waitFor();
  await look(page, "receipt");

  for (const [path, name] of [["/termine", "appointments"], ["/wer-hilft", "helpers"], ["/gesehen", "seen"], ["/weitergegeben", "passed-on"], ["/rechte", "rights"], ["/mehr", "more"], ["/sprache", "language"], ["/mitnehmen", "take-all"]] as const) await open(page, path, name);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("form.choices button").first().click()]);
  expect(download.suggestedFilename()).toMatch(/^meine-daten\.(pdf|html|json)$/);
  expect(complaints).toEqual([]);

  await leave(page);
  await context.close();
}, 180_000);

test("without scripts: the code typed by hand, a refusal that keeps it, the same pages, German for whoever helps, and away by a plain link", async () => {
  const context = await phone(false);
  const page = await context.newPage();
  await page.goto(`${site}/start?sprache=ar`);
  await page.getByLabel("الرمز المكتوب على ورقتك").fill(card.code.toLowerCase());
  await page.getByLabel("الرقم السري").fill("00000000");
  await click(page, "فتح");
  await page.getByText("الرقم السري غير صحيح.").first().waitFor();
  await look(page, "refused", false);
  if ((await page.getByLabel("الرمز المكتوب على ورقتك").count()) > 0) expect(await page.getByLabel("الرمز المكتوب على ورقتك").inputValue()).toBe(card.code.toLowerCase());
  await page.getByLabel("الرقم السري").fill(OWN_PIN);
  await click(page, "فتح");
  await page.getByRole("heading", { name: "من اطّلع على بياناتي؟" }).waitFor();
  await page.getByRole("link", { name: "عرض الكل" }).click();
  expect(await page.locator("h2.day").count()).toBeGreaterThan(0);
  await click(page, "Deutsch");
  expect(await page.locator("h1").textContent()).toBe("Wer meine Daten gesehen hat");
  await page.getByRole("link", { name: "Sprache", exact: true }).click();
  await click(page, "العربية");
  await leave(page);
  await context.close();
}, 120_000);

test("the office reads what was written, and closes the page at once without saying why", async () => {
  const context = await phone(false);
  const page = await context.newPage();
  await page.goto(`${site}/start?sprache=ar`);
  await page.getByLabel("الرمز المكتوب على ورقتك").fill(card.code);
  await page.getByLabel("الرقم السري").fill(OWN_PIN);
  await click(page, "فتح");
  await staff.goto(`${caseUrl}/portal`);
  for (const words of ["هل يمكن تغيير الموعد؟", "الاسم مكتوب خطأ"]) expect(await staff.getByText(words).count()).toBe(1);
  await staff.getByRole("button", { name: "Sofort sperren" }).first().click();
  await staff.getByLabel("Bedrohung oder Zwang").check();
  await staff.getByLabel("Was ist geschehen?", { exact: false }).fill("Gefährdung");
  await staff.getByRole("button", { name: "Grund speichern" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "الخطة" }).click();
  await page.getByRole("heading", { name: "مغلقة الآن" }).waitFor();
  expect(await page.textContent("body")).not.toContain("Gefährdung");
  await look(page, "frozen", false);
  await context.close();
}, 120_000);
