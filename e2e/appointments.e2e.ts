import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look, type Product, startProduct } from "./product.ts";

let it: Product;
beforeAll(async () => {
  it = await startProduct();
}, 180_000);
afterAll(() => it.close());

const germanDay = (days: number): string => new Intl.DateTimeFormat("de", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Europe/Berlin" }).format(new Date(Date.now() + days * 86_400_000));

test("an appointment with an interpreter asked too late, the own week, and a calendar program that reads it without names", async () => {
  const manager = await it.signInAs("Sabine Kurz");
  await manager.goto(`${it.origin}/mein-tag`);
  await look(manager, "day");
  await manager.goto(`${it.origin}/faelle`);
  const url = await manager.locator("a.row-link").first().evaluate((a) => (a as HTMLAnchorElement).href);
  await manager.goto(`${url}/termine`);
  await look(manager, "appointments");
  await manager.getByRole("link", { name: "Termin eintragen" }).first().click();
  await look(manager, "appointment-form");
  await manager.getByLabel("Tag", { exact: true }).fill(germanDay(2));
  await manager.getByLabel("Beginn").fill("10:15");
  await manager.getByLabel(/Worum geht es/).fill("Zeugnisse durchsehen");
  await manager.getByLabel("Sprache des Termins").selectOption("ti");
  await manager.getByLabel("Sprachmittlung").selectOption({ label: "Dolmetschbüro Morgenstern (Tigrinya, Amharisch, Somali, Arabisch)" });
  await manager.getByRole("button", { name: "Termin eintragen" }).click();
  await manager.getByText(/Vorlauf zu kurz/).first().waitFor();
  await manager.getByRole("link", { name: "Antwort eintragen" }).last().click();
  await look(manager, "interpreter");
  await manager.getByLabel("zugesagt", { exact: true }).check();
  await manager.getByLabel(/Wer hat zu- oder abgesagt/).fill("Frau Aydin");
  await manager.getByRole("button", { name: "Speichern" }).click();
  await manager.getByText("Zusage vermerkt.").waitFor();
  await manager.goto(`${it.origin}/kalender`);
  await look(manager, "week");
  await manager.goto(`${it.origin}/sprachmittlung`);
  await look(manager, "pool");
  await manager.goto(`${it.origin}/kalender/abonnement`);
  await manager.getByRole("button", { name: "Adresse einrichten" }).click();
  await look(manager, "feed");
  const address = (await manager.locator(".feed-address").textContent())!;
  const feed = await fetch(new URL(new URL(address).pathname, it.origin));
  const events = new ICAL.Component(ICAL.parse(await feed.text()) as never).getAllSubcomponents("vevent").map((e) => new ICAL.Event(e).summary);
  expect(events.length).toBeGreaterThan(0);
  expect(new Set(events)).toEqual(new Set(["Termin"]));
  await manager.getByRole("button", { name: "Adresse sperren" }).click();
  await manager.getByText("Die Adresse ist gesperrt.").waitFor();
  expect((await fetch(new URL(new URL(address).pathname, it.origin))).status).toBe(404);
}, 60_000);

test("a conference shows who would learn what before anybody learns it, and a consultation takes no name", async () => {
  const manager = await it.signInAs("Sabine Kurz");
  await manager.goto(`${it.origin}/faelle`);
  const row = manager.locator("a.row-link").first();
  const [url, name] = [await row.evaluate((a) => (a as HTMLAnchorElement).href), ((await row.textContent()) ?? "").split(",")[0]!.trim()];
  await manager.goto(`${url}/fallkonferenzen/neu`);
  await look(manager, "conference-form");
  await manager.getByLabel("Welche Frage soll geklärt werden?").fill("Wie geht es nach dem Kurs weiter?");
  await manager.getByLabel("Beginn").fill("14:00");
  await manager.getByText("Andere Stellen: ohne Einwilligung").click().catch(() => undefined);
  await manager.locator("input[name=organisationIds]").last().check({ force: true });
  await manager.getByLabel("Worüber wird gesprochen?").first().fill("Kurs und Prüfung");
  await manager.getByLabel("Lebensbereich").first().selectOption({ index: 1 });
  await manager.getByRole("button", { name: "Einberufen" }).click();
  await manager.getByText("gesperrt").first().waitFor();
  await look(manager, "conference");
  await manager.goto(`${it.origin}/fallberatungen/neu`);
  await manager.getByLabel("Lage und Frage").fill(`Was tun, wenn ${name} nicht kommt?`);
  await manager.getByRole("button", { name: "Speichern" }).click();
  await manager.getByText(`„${name}“`).first().waitFor();
  await look(manager, "peer-refused");
  await manager.getByLabel("Lage und Frage").fill("Was tun, wenn jemand nicht kommt?");
  await manager.getByRole("button", { name: "Speichern" }).click();
  await manager.getByRole("link", { name: "Drucken" }).waitFor();
  await manager.goto(`${it.origin}/fallberatungen`);
  await look(manager, "peers");
}, 60_000);
