import { type SharingWorld, startSharingWorld } from "../consent/sharing-world.test-support.ts";
import { actor, type Actor } from "../../test/world.ts";
import { newId } from "../kernel/id.ts";

/** Two officers of the immigration office, one of the naturalisation office, and persons of the first room. */
export interface AuthorityWorld extends SharingWorld {
  readonly officer: Actor;
  readonly second: Actor;
  readonly naturalisation: Actor;
  /** recorded through the page, by the first officer unless said otherwise */
  newOfficePerson(family: string, by?: Actor): Promise<string>;
  row<R extends object>(sql: string, params?: readonly unknown[]): Promise<R>;
  upload(path: string, as: Actor, fileName: string, content: Buffer | string, kind?: string): Promise<{ readonly statusCode: number; readonly body: string }>;
}

export async function startAuthorityWorld(): Promise<AuthorityWorld> {
  const it = await startSharingWorld();
  const officer = await actor(it.world, ["immigration_officer"], "immigration", "Amtmann");
  const second = await actor(it.world, ["immigration_officer"], "immigration", "Zweite");
  const naturalisation = await actor(it.world, ["naturalisation_officer"], "naturalisation", "Bürger");
  return {
    ...it, officer, second, naturalisation,
    newOfficePerson: async (family, by = officer) => {
      const made = await it.api("POST", "/api/v1/persons", by.secret, { names: [{ family, given: "Kim", kind: "passport" }], birth: "04.05.1990", residenceStatuses: [{ short: "Duldung", from: "01.02.2020" }], confirmed: true });
      if (made.statusCode !== 201) throw new Error(`no person: ${made.statusCode} ${made.body.slice(0, 1500)}`);
      return made.json<{ id: string }>().id;
    },
    row: async (sql, params = []) => (await it.world.owner.query(sql, [...params])).rows[0] as never,
    upload: async (path, as, fileName, content, kind = "other") => {
      const boundary = `----${newId()}`;
      const { csrfToken, SESSION_COOKIE } = await import("../http/index.ts");
      const field = (name: string, value: string): string => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
      const head = `${field("_csrf", csrfToken(as.secret))}${field("kind", kind)}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
      return it.server.inject({ method: "POST", url: path, headers: { cookie: `${SESSION_COOKIE}=${as.secret}`, "content-type": `multipart/form-data; boundary=${boundary}` }, payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]) });
    },
  };
}
