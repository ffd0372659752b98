import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, complaintsOf, look, overflow, type Product, startProduct } from "./product.ts";

/** The staff's side of the own page: what it looks like to the person, what stays off it, what the municipality sets. */
let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 180_000);
afterAll(() => product.close());

test("looked at as the person sees it, in two directions; a goal is taken off, is gone there, and comes back", async () => {
  const staff = await product.signInAs("Sabine Kurz");
  const complaints = complaintsOf(staff.context());
  await staff.goto(`${product.origin}/faelle?phase=planning`);
  await staff.locator("a.row-link").first().click();
  const portal = `${staff.url()}/portal`;
  await staff.goto(`${portal}/einladen`);
  await staff.getByRole("button", { name: "Code und PIN zeigen" }).click();
  await staff.getByRole("link", { name: "Fertig" }).click();
  await staff.getByRole("link", { name: "Vorschau", exact: true }).first().click();
  await look(staff, "portal-preview-home");
  await staff.locator("nav.places a").nth(1).click();
  const wishes = await staff.locator(".goal h2").allTextContents();
  expect(wishes.length).toBeGreaterThan(0);
  expect(await staff.locator("form, script, button:not([disabled])").count(), "nothing acts").toBe(0);
  await look(staff, "portal-preview-plan");
  await staff.getByRole("link", { name: "العربية" }).click();
  expect(await staff.locator("html").getAttribute("dir")).toBe("rtl");
  await look(staff, "portal-preview-plan-ar");
  const preview = staff.url().replace(/\/plan\?.*$/, "");
  for (const page of ["termine", "wer-hilft", "erlaubt", "gesehen", "weitergegeben", "daten", "rechte", "frage", "papier", "mitnehmen", "mehr"]) {
    await staff.goto(`${preview}/${page}`);
    expect([page, await axeViolations(staff), await overflow(staff)]).toEqual([page, [], 0]);
  }
  await staff.getByRole("link", { name: "Zurück zum Fall" }).click();

  await staff.getByRole("link", { name: "Ansehen und ändern" }).click();
  const goals = staff.getByRole("group", { name: "Ziele" });
  await goals.getByRole("checkbox").first().check();
  await staff.getByRole("button", { name: "Von der Seite nehmen" }).click();
  await staff.getByText("Ohne Grund bleibt es auf der Seite.").first().waitFor();
  await look(staff, "portal-holds");
  await staff.getByRole("textbox", { name: "Warum?" }).fill("Die Familie liest auf diesem Handy mit.");
  await staff.getByRole("button", { name: "Von der Seite nehmen" }).click();
  await staff.getByText("Die Familie liest auf diesem Handy mit.").waitFor();
  await staff.goto(portal);
  await look(staff, "portal-staff-held");
  await staff.getByRole("link", { name: "Vorschau", exact: true }).first().click();
  await staff.locator("nav.places a").nth(1).click();
  expect(await staff.locator(".goal h2").count()).toBe(wishes.length - 1);
  await staff.goto(`${portal}/zurueckhalten`);
  await staff.getByRole("button", { name: /^Wieder zeigen/ }).first().click();
  await staff.getByText("Steht wieder auf der Seite der Person.").waitFor();
  expect(complaints.filter((c) => !c.includes("422"))).toEqual([]);
}, 120_000);

test("whoever administers says which life areas are off at first", async () => {
  const page = await product.signInAs("Vogt");
  await page.goto(`${product.origin}/verwaltung`);
  await page.getByRole("link", { name: "Eigene Seite der Person" }).click();
  expect(await page.getByLabel("Gesundheit").isChecked()).toBe(true);
  await page.getByLabel("Wohnen").check();
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByText("Gespeichert. Es gilt sofort.").waitFor();
  expect(await page.getByLabel("Wohnen").isChecked()).toBe(true);
  await look(page, "portal-sensitive-areas");
}, 60_000);
