import { z } from "zod";
import { apiRead, page, pageRoute, json, type Route } from "../../http/index.ts";
import { record } from "../record.ts";
import { AdministrationRecordPage } from "./administration.page.tsx";
import { type AdministrationLine, listAdministeredAccounts, listAdministeredPlaces, listAdministration } from "./administration.sql.ts";

const LINES = 50;
const ID = "0190a0a0-0000-7000-8000-000000000001";
const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const keyOf = (cursor: string | undefined): { at: string; id: string } | null => {
  const found = CURSOR.exec(cursor ?? "");
  return found === null ? null : { at: found[1]!, id: found[2]! };
};
const idsIn = (lines: readonly AdministrationLine[]): string[] => [...new Set(lines.flatMap((line) => [...(line.account_id === null ? [] : [line.account_id]), ...line.object_ids.slice(0, 3)]))];

const shown = pageRoute({
  path: "/verwaltung/protokoll",
  allow: "administration.review",
  record: "record.read",
  about: "What administrators changed, for the other administrators and the data protection officers.",
  query: z.object({ nach: z.string().max(100).catch("").default("") }),
  handle: async (tx, { query }, asking) => {
    const after = keyOf(query.nach);
    const found = await listAdministration(tx, asking.session.tenantId, after, LINES + 1);
    const lines = found.slice(0, LINES);
    const [accounts, places] = await Promise.all([listAdministeredAccounts(tx, idsIn(lines)), listAdministeredPlaces(tx, asking.session.tenantId, idsIn(lines))]);
    const names = new Map([...accounts.map((a) => [a.id, `${a.family_name}, ${a.given_name} (${a.organisation})`] as const), ...places.map((p) => [p.id, p.name] as const)]);
    await record(tx, asking, { action: "record.read", objectKind: "access_record", objectIds: lines.map((line) => line.id), purpose: "administration" });
    const words = new Intl.DateTimeFormat("de-DE", { dateStyle: "medium", timeStyle: "medium", timeZone: asking.app.config.timeZone });
    const last = lines.at(-1);
    const view = {
      lines,
      whenOf: (line: AdministrationLine) => words.format(new Date(line.at)),
      whoOf: (line: AdministrationLine) => (line.account_id === null ? "Betrieb der Installation" : (names.get(line.account_id) ?? "anderes Konto")),
      aboutOf: (line: AdministrationLine) => line.object_ids.map((id) => names.get(id)).find((name) => name !== undefined) ?? "–",
      isLater: after !== null,
      ...(found.length > LINES && last !== undefined ? { nextHref: `/verwaltung/protokoll?${new URLSearchParams({ nach: `${last.at}~${last.id}` }).toString()}` } : {}),
    };
    return page("Protokoll der Verwaltung", () => <AdministrationRecordPage {...view} />, { nav: "administration-record" });
  },
});

const api = apiRead({
  path: "/api/v1/administration-records",
  allow: "administration.review",
  record: "record.read",
  about: "What administrators changed, the latest first. Signing in and files are not among it.",
  query: z.object({ cursor: z.string().regex(CURSOR).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ items: z.array(z.object({ id: z.uuid(), at: z.string(), accountId: z.uuid().nullable(), action: z.string(), objectIds: z.array(z.string()), isSealed: z.boolean() })), next: z.string().nullable() }),
  example: { items: [{ id: ID, at: "2026-11-20T14:00:00.000000Z", accountId: ID, action: "role.granted", objectIds: [ID], isSealed: true }], next: null },
  handle: async (tx, { query }, asking) => {
    const found = await listAdministration(tx, asking.session.tenantId, keyOf(query.cursor), query.limit + 1);
    const lines = found.slice(0, query.limit);
    const last = lines.at(-1);
    await record(tx, asking, { action: "record.read", objectKind: "access_record", objectIds: lines.map((line) => line.id), purpose: "administration" });
    const items = lines.map((line) => ({ id: line.id, at: line.at, accountId: line.account_id, action: line.action, objectIds: [...line.object_ids], isSealed: line.is_sealed }));
    return json({ items, next: found.length > query.limit && last !== undefined ? `${last.at}~${last.id}` : null });
  },
});

export const administrationRecordRoutes: readonly Route[] = [shown, api];
