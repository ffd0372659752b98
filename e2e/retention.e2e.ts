import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintsOf, look, type Product, startProduct } from "./product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 180_000);
afterAll(() => product.close());

test("somebody asks what is held on them: every text is looked at, and the paper goes out", async () => {
  const page = await product.signInAs("Kurz");
  const complaints = complaintsOf(page.context());
  await page.goto(`${product.origin}/faelle?zustaendig=ich&phase=assessment`);
  await page.locator("tbody a.row-link").first().click();
  await page.waitForURL(/\/faelle\/[0-9a-f-]{36}$/);
  const base = page.url();
  await page.goto(`${base}/auskunft`);
  await look(page, "auskunft-beginnen");
  const who = page.getByLabel("Wer fragt?");
  await who.selectOption({ index: 1 });
  await page.getByRole("button", { name: "Beginnen" }).click();
  await page.waitForURL(/\/auskunft\/[0-9a-f-]{36}$/);
  await look(page, "auskunft");
  const toReview = page.getByRole("link", { name: /: prüfen$/ });
  // the first by hand, so that the form is seen; the rest as nobody would click forty times in a test
  await toReview.first().click();
  await look(page, "auskunft-text");
  await page.getByLabel("ganz herausgeben").check();
  await page.getByLabel("Grund").selectOption("");
  await page.getByRole("button", { name: "Entscheiden" }).click();
  await page.waitForURL(/\/auskunft\/[0-9a-f-]{36}#/);
  const plain = page.getByRole("button", { name: "Gelesen: ganz herausgeben" });
  if (await plain.count() === 1) await plain.click();
  for (let open = page.locator("a", { hasText: /^Prüfen$/ }); (await open.count()) > 0; open = page.locator("a", { hasText: /^Prüfen$/ })) {
    await open.first().click();
    await page.getByLabel("nicht herausgeben").check();
    await page.getByLabel("Grund").selectOption("others");
    await page.getByRole("button", { name: "Entscheiden" }).click();
    await page.waitForURL(/\/auskunft\/[0-9a-f-]{36}#/);
  }
  await page.getByRole("link", { name: "Ausgeben" }).click();
  await look(page, "auskunft-ausgeben");
  await page.getByLabel("Ausweis gesehen").check();
  await page.getByRole("button", { name: "Ausgeben" }).click();
  await page.waitForURL(/\/auskunft\/[0-9a-f-]{36}$/);
  await look(page, "auskunft-gegeben");
  const data = await page.request.get(`${page.url()}/daten.json`);
  expect((await data.json() as { format: string }).format).toBe("einklang-auskunft-1");
  const receipt = await page.request.get(`${page.url()}/empfang.pdf`);
  expect((await receipt.body()).subarray(0, 5).toString()).toBe("%PDF-");
  if (process.env["EINKLANG_SHOTS"] !== undefined) {
    await page.getByRole("link", { name: "Auskunft ansehen" }).click();
    await page.waitForLoadState();
  }
  expect(complaints).toEqual([]);
  await page.context().close();
}, 150_000);

test("a file that the archive took over: the lead joins its team, makes the package, fetches it and notes the receipt", async () => {
  const page = await product.signInAs("Decker");
  const complaints = complaintsOf(page.context());
  await page.goto(`${product.origin}/aufbewahrung`);
  await page.getByRole("link", { name: "übernommen: Paket fehlt noch" }).click();
  await page.waitForURL(/\/archiv$/);
  const archive = page.url();
  await page.getByRole("link", { name: "Mit Grund beitreten" }).click();
  await page.locator("[name=reason]").fill("Übergabe an das Archiv");
  await page.getByRole("button", { name: "Beitreten" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/beitreten"));
  await page.goto(archive);
  await page.getByRole("button", { name: "Paket erstellen" }).click();
  const link = page.getByRole("link", { name: "Herunterladen" });
  await link.waitFor();
  const packed = await page.request.get(new URL((await link.getAttribute("href"))!, archive).href);
  expect((await packed.body()).subarray(0, 2).toString()).toBe("PK");
  await page.reload();
  await look(page, "archiv");
  await page.getByRole("button", { name: "Empfang bestätigen" }).click();
  await page.getByText("Schreiben Sie, was das Archiv bestätigt hat.").first().waitFor();
  await page.getByLabel("Was das Archiv geschrieben hat").fill("Zugang 2026/112");
  await page.getByRole("button", { name: "Empfang bestätigen" }).click();
  await page.waitForURL(/\/aufbewahrung$/);
  await page.getByRole("link", { name: /übernommen: empfangen am/ }).waitFor();
  // the refusal of an empty field is a 422, and the browser says so
  expect(complaints.filter((c) => !c.includes("422"))).toEqual([]);
  await page.context().close();
}, 90_000);
