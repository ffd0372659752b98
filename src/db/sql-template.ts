import type { RoleNames } from "./logins.ts";

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Fills role names into the SQL of db/access: `{{staff}}` becomes the quoted role of this database, `{{jobs_name}}`
 * its bare name inside a string, and `{{#each a b}}…{{this}}…{{/each}}` repeats a block per table.
 */
export function fillSql(sql: string, roles: RoleNames): string {
  return sql
    .replace(/\{\{#each ([^}]+)\}\}\n([\s\S]*?)\{\{\/each\}\}\n?/g, (_all, names: string, body: string) =>
      names
        .trim()
        .split(/\s+/)
        .map((name) => body.replaceAll("{{this}}", name))
        .join(""),
    )
    .replace(/\{\{(\w+?)(_name)?\}\}/g, (all, role: string, bare: string | undefined) => {
      const name = roles[role as keyof RoleNames];
      if (name === undefined) throw new Error(`unknown role in SQL: ${all}`);
      return bare === undefined ? quoted(name) : name.replaceAll("'", "''");
    });
}
