import { z } from "zod";
import { record } from "../../audit/index.ts";
import { actionRoute, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { newId } from "../../kernel/id.ts";
import { listAccounts } from "./accounts.sql.ts";
import { inWords } from "./constraints.ts";
import { listWaitingRecoveries, listWaitingRoles } from "./memberships.sql.ts";
import { listRooms } from "./offices.sql.ts";
import { LegalBasesPage, OverviewPage, SettingsPage, WordsPage } from "./settings.page.tsx";
import { completeLegalBasis, insertLegalBasis, insertWord, listLegalBases, listWords, putSetting, retireLegalBasis, updateWord, type WordList } from "./settings.sql.ts";
import { getTenantSettings, settingsSchema } from "./tenant-settings.ts";

const NAV = { nav: "administration" };
const allow = "tenant.administer";

const overview = pageRoute({ path: "/verwaltung", allow, record: { none: "links, and no person" }, about: "What there is to administer.", handle: async (tx, _input, asking) => {
  const waiting = (await listWaitingRoles(tx)).filter((r) => r.may_confirm).length + (await listWaitingRecoveries(tx)).filter((r) => r.may_confirm && !r.confirmed).length;
  const { tenantId, tenantName } = asking.session;
  const steps = { hasRoom: (await listRooms(tx, tenantId)).length > 0, hasStaff: (await listAccounts(tx, tenantId)).some((account) => account.side !== "neutral") };
  const isNew = !steps.hasRoom || !steps.hasStaff;
  return page("Verwaltung", () => <OverviewPage tenantName={tenantName} waiting={waiting} {...(isNew ? { firstSteps: steps } : {})} />, NAV);
} });

const settings = formRoute({
  path: "/verwaltung/einstellungen",
  allow,
  record: "setting.changed",
  about: "Settings of the tenant.",
  body: settingsSchema,
  show: async (tx, _input, asking, form) => {
    const now = await getTenantSettings(tx, asking.session.tenantId);
    return page("Einstellungen", () => <SettingsPage settings={now} form={form} fields={asking.form()} />, NAV);
  },
  submit: async (tx, { body }, asking) => {
    for (const [key, value] of Object.entries(body)) await putSetting(tx, asking.session.tenantId, key, value);
    await record(tx, asking, { action: "setting.changed", objectKind: "setting", objectIds: [] });
    return redirect("/verwaltung/einstellungen", "Die Einstellungen sind gespeichert.");
  },
});

/** `Ausbildung und Arbeit` → `ausbildung_und_arbeit`: stands in links and exports, and stays when the label changes. */
const keyOf = (label: string): string =>
  label.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss").replace(/[^a-z]+/g, "_").replace(/^_+|_+$/g, "").slice(0, 40) || "eintrag";

function wordRoutes(list: WordList, path: string, title: string, lead: string, thing: "life_area" | "criterion", longest: number): Route[] {
  const label = z.string().trim().min(1, "Geben Sie eine Bezeichnung ein.").max(longest, `Höchstens ${longest} Zeichen.`);
  const show = formRoute({
    path,
    allow,
    record: `${thing}.added`,
    about: `The ${list.replace("_", " ")} of the tenant; adds one.`,
    body: z.object({ label }),
    show: async (tx, _input, asking, form) => {
      const words = await listWords(tx, list, asking.session.tenantId);
      return page(title, () => <WordsPage title={title} lead={lead} path={path} words={words} form={form} fields={asking.form()} />, NAV);
    },
    submit: async (tx, { body }, asking) => {
      await inWords(insertWord(tx, list, asking.session.tenantId, keyOf(body.label), body.label));
      await record(tx, asking, { action: `${thing}.added`, objectKind: thing, objectIds: [] });
      return redirect(path, "Hinzugefügt.");
    },
  });
  const change = actionRoute({
    path: `${path}/:key`,
    allow,
    record: `${thing}.changed`,
    about: `Changes label, position or retirement of one of the ${list.replace("_", " ")}.`,
    params: z.object({ key: z.string().regex(/^[a-z_]{1,40}$/) }),
    body: z.object({ label, position: z.coerce.number("Geben Sie eine Zahl ein.").int().min(0).max(10_000), retired: z.string().optional() }),
    handle: async (tx, { params, body }, asking) => {
      await updateWord(tx, list, asking.session.tenantId, params.key, body.label, body.position, body.retired !== undefined);
      await record(tx, asking, { action: `${thing}.changed`, objectKind: thing, objectIds: [] });
      return redirect(path, "Gespeichert.");
    },
  });
  return [show, change];
}

const optional = z.string().trim().max(500, "Höchstens 500 Zeichen.").default("");
const bases = formRoute({
  path: "/verwaltung/rechtsgrundlagen",
  allow,
  record: "legal_basis.added",
  about: "Legal bases of the tenant; adds one.",
  body: z.object({
    kind: z.enum(["statutory_task", "consent"], "Wählen Sie die Art."),
    citation: z.string().trim().min(1, "Nennen Sie die Grundlage mit Fundstelle.").max(300, "Höchstens 300 Zeichen."),
    purpose: z.string().trim().min(1, "Nennen Sie den Zweck.").max(500, "Höchstens 500 Zeichen."),
    recipients: optional,
    retention: optional,
  }),
  show: async (tx, _input, asking, form) => {
    const rows = await listLegalBases(tx, asking.session.tenantId);
    return page("Rechtsgrundlagen", () => <LegalBasesPage bases={rows} form={form} fields={asking.form()} />, NAV);
  },
  submit: async (tx, { body }, asking) => {
    const id = newId();
    await insertLegalBasis(tx, asking.session.tenantId, id, body.kind, body);
    await record(tx, asking, { action: "legal_basis.added", objectKind: "legal_basis", objectIds: [id] });
    return redirect("/verwaltung/rechtsgrundlagen", "Die Rechtsgrundlage ist hinzugefügt.");
  },
});
const retire = actionRoute({ path: "/verwaltung/rechtsgrundlagen/:id/stilllegen", allow, record: "legal_basis.retired", about: "Retires a legal basis.", params: z.object({ id: z.uuid() }), handle: async (tx, { params }, asking) => {
  await retireLegalBasis(tx, asking.session.tenantId, params.id);
  await record(tx, asking, { action: "legal_basis.retired", objectKind: "legal_basis", objectIds: [params.id] });
  return redirect("/verwaltung/rechtsgrundlagen", "Die Rechtsgrundlage ist stillgelegt.");
} });

const complete = actionRoute({
  path: "/verwaltung/rechtsgrundlagen/:id/ergaenzen", allow, record: "legal_basis.changed", about: "Fills in recipients and retention where a legal basis lacks them.", params: z.object({ id: z.uuid() }), body: z.object({ recipients: optional, retention: optional }),
  handle: async (tx, { params, body }, asking) => {
    await completeLegalBasis(tx, asking.session.tenantId, params.id, body.recipients, body.retention);
    await record(tx, asking, { action: "legal_basis.changed", objectKind: "legal_basis", objectIds: [params.id] });
    return redirect("/verwaltung/rechtsgrundlagen", "Ergänzt.");
  },
});

export const settingsRoutes: readonly Route[] = [
  overview,
  settings,
  ...wordRoutes("life_areas", "/verwaltung/lebensbereiche", "Lebensbereiche", "Wonach Einträge, Ziele und Freigaben geordnet sind.", "life_area", 80),
  ...wordRoutes("admission_criteria", "/verwaltung/aufnahmekriterien", "Aufnahmekriterien", "Was für die Aufnahme ins Case Management geprüft wird. Kommunen entscheiden das verschieden.", "criterion", 300),
  bases,
  complete,
  retire,
];
