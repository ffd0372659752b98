import type pg from "pg";
import { PERMISSIONS, ROLES, type Role } from "../accounts/index.ts";
import { settingsTable } from "../config.ts";
import { describeAccess, describeSchema, type RoleNames, type TableAccess } from "../db/index.ts";
import { movePackageSchema } from "../handover/index.ts";
import { methodsOf, type Route } from "../http/index.ts";
import { roleConcept } from "./role-concept.ts";

/** Path in the repository to content, of every document that is made and not written. */
export type GeneratedDocuments = Readonly<Record<string, string>>;

/** What the database and the registry of routes say about themselves; a test compares it with what is committed. */
export async function generateDocuments(client: pg.ClientBase, roles: RoleNames, routes: readonly Route[]): Promise<GeneratedDocuments> {
  return {
    "db/schema.sql": await describeSchema(client, roles),
    "docs/access.md": await accessDocument(client, routes),
    "docs/datenschutz/rollenkonzept.md": await roleConcept(client),
    "docs/settings.md": settingsDocument(),
    // for whoever writes or reads such packages without Einklang
    "docs/einklang-move-1.schema.json": `${JSON.stringify(movePackageSchema(), null, 2)}\n`,
  };
}

const inCell = (text: string): string => text.replaceAll("|", "\\|");

function settingsDocument(): string {
  return [
    "# Settings",
    "",
    "Made by `npm run docs` from `src/config.ts`, and compared by a test. Do not edit by hand.",
    "Settings are environment variables. An empty one counts as unset. All mistakes are named at once, and the server does not start with one;",
    "a name that begins with `EINKLANG_` and that nobody reads is a mistake too. The descriptions are German, like the messages of the start.",
    "",
    "| Name | Bedeutung | ohne Angabe | Beispiel |",
    "|---|---|---|---|",
    ...settingsTable.map((s) => `| \`${s.name}\` | ${inCell(s.about)} | \`${inCell(s.unset)}\` | \`${inCell(s.example)}\` |`),
    "",
  ].join("\n");
}

async function accessDocument(client: pg.ClientBase, routes: readonly Route[]): Promise<string> {
  const tables = await describeAccess(client);
  const rows = routes.flatMap((route) => methodsOf(route).map((method) => routeLine(route, method))).sort();
  return [
    "# Who may see and do what",
    "",
    "Made by `npm run docs` from the policies of the database and the registry of routes, and compared by a test. Do not edit by hand.",
    "The words of the model, and why it is so, stand in [architecture.md](architecture.md); the tests hold both against a model of their own (`test/access/`).",
    "",
    "## Roles",
    "",
    "| Role | In the interface | Permissions |",
    "|---|---|---|",
    ...(Object.keys(ROLES) as Role[]).map((role) => `| \`${role}\` | ${ROLES[role]} | ${permissionsOf(role).map((p) => `\`${p}\``).join(" ")} |`),
    "",
    "## Routes",
    "",
    "A request answers only where the permission is one of the session's roles; otherwise it answers as for an address that does not exist.",
    "",
    "| Method | Address | Permission | Record | About |",
    "|---|---|---|---|---|",
    ...rows,
    "",
    "## Tables",
    "",
    "What the database lets a session of the staff see and do, independently of the routes.",
    "",
    ...tables.flatMap(aboutTable),
  ].join("\n");
}

const aboutTable = (t: TableAccess): string[] => [
  `### ${t.table}`,
  "",
  t.about,
  "",
  ...(t.policies.length === 0 ? ["- nobody of the staff"] : t.policies.map((p) => `- **${p.operation}**: ${p.name}`)),
  "",
];

const permissionsOf = (role: Role): string[] => Object.entries(PERMISSIONS).filter(([, roles]) => (roles as readonly Role[]).includes(role)).map(([p]) => p);

function routeLine(route: Route, method: string): string {
  const isPublic = route.kind === "public";
  const records = isPublic ? "" : method === "GET" && route.kind === "form" ? route.showRecord : route.record;
  const recorded = typeof records === "string" ? (records === "" ? "" : `\`${records}\``) : records === undefined ? "an empty form" : records.none;
  return `| ${method} | \`${route.path}\` | ${isPublic ? "anyone" : `\`${route.allow}\``} | ${recorded} | ${route.about} |`;
}
