import { mkdirSync, rmSync } from "node:fs";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { type CaseWorld, startCaseWorld } from "../cases/case-world.test-support.ts";
import { openPortalDatabase, type PortalDatabase, readLoginPasswords, roleNames } from "../db/index.ts";
import { csrfToken, parseSessionSecret } from "../http/index.ts";
import type { Vault } from "../vault/index.ts";
import { buildPortalServer } from "./process/server.ts";
import { openPortalVault, type PortalApp } from "./process/portal-app.ts";
import { portalRoutes } from "./portal.routes.ts";

/** What a telephone keeps. */
export class Phone {
  readonly cookies = new Map<string, string>();
  readonly #server: FastifyInstance;
  readonly #address: string;
  constructor(server: FastifyInstance, address: string) {
    this.#server = server;
    this.#address = address;
  }
  get secret(): string | undefined {
    return this.cookies.get("s");
  }
  async #send(method: "GET" | "POST", url: string, payload?: string, type = "application/x-www-form-urlencoded"): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await this.#server.inject({ method, url, remoteAddress: this.#address, headers: { cookie, ...(payload === undefined ? {} : { "content-type": type }) }, ...(payload === undefined ? {} : { payload }) });
    for (const { name, value } of answer.cookies) if (value === "") this.cookies.delete(name); else this.cookies.set(name, value);
    return answer;
  }
  get(url: string): Promise<LightMyRequestResponse> {
    return this.#send("GET", url);
  }
  post(url: string, fields: Record<string, string | readonly string[]>): Promise<LightMyRequestResponse> {
    const body = new URLSearchParams();
    const secret = parseSessionSecret(this.secret);
    if (secret !== null) body.set("_csrf", csrfToken(secret));
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.#send("POST", url, body.toString());
  }
  upload(url: string, fileName: string, bytes: Buffer): Promise<LightMyRequestResponse> {
    const secret = parseSessionSecret(this.secret);
    const edge = "----edge";
    const part = (head: string, content: string): string => `--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
    const body = `${part('name="_csrf"', secret === null ? "" : csrfToken(secret))}--${edge}\r\nContent-Disposition: form-data; name="paper"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n${bytes.toString("latin1")}\r\n--${edge}--\r\n`;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return this.#server.inject({ method: "POST", url, remoteAddress: this.#address, headers: { cookie, "content-type": `multipart/form-data; boundary=${edge}` }, payload: Buffer.from(body, "latin1") });
  }
}

export interface Given {
  readonly card: string;
  readonly pin: string;
}
export interface PortalWorld extends CaseWorld {
  readonly portal: FastifyInstance;
  readonly portalApp: PortalApp;
  readonly portalDb: PortalDatabase;
  readonly portalVault: Vault;
  phone(address?: string): Phone;
  /** through the staff's page, as it is done in the talk */
  give(caseId: string, personId: string, more?: Record<string, string>): Promise<Given>;
  /** from the code to the own PIN */
  signedIn(caseId: string, personId: string, address?: string): Promise<Phone>;
  accessOf(caseId: string, personId: string): Promise<string>;
}

export const OWN_PIN = "lampe 2718";

export async function startPortalWorld(): Promise<PortalWorld> {
  const it = await startCaseWorld();
  const { config, filesDir, log, clock } = it.app;
  mkdirSync(filesDir, { recursive: true });
  const { owner, connection, keyDir } = it.database;
  const template = roleNames("einklang_template", String(connection.user));
  const portalDb = openPortalDatabase({ host: String(connection.host), port: Number(connection.port), database: it.database.name, user: template.portal, password: readLoginPasswords(keyDir, "einklang_template")!.portal });
  const portalVault = await openPortalVault(config.portalKeyDir);
  const portalApp: PortalApp = { config, db: portalDb, vault: portalVault, filesDir, log, clock };
  const portal = await buildPortalServer(portalApp, portalRoutes, filesDir);
  const give: PortalWorld["give"] = async (caseId, personId, more = {}) => {
    const answer = await it.post(`/faelle/${caseId}/portal/einladen`, it.manager.secret, { personId, language: "de", ...more });
    const found = (name: string): string => new RegExp(`data-portal-${name}[^>]*>([^<]+)<`).exec(answer.body)?.[1] ?? "";
    if (answer.statusCode !== 200 || found("card") === "") throw new Error(`no access: ${answer.statusCode} ${answer.body.slice(0, 3000)}`);
    return { card: found("card"), pin: found("pin") };
  };
  const phone: PortalWorld["phone"] = (address = "192.0.2.1") => new Phone(portal, address);
  const signedIn: PortalWorld["signedIn"] = async (caseId, personId, address) => {
    const { card, pin } = await give(caseId, personId);
    const mine = phone(address);
    const entered = await mine.post("/start", { k: card, pin });
    if (entered.statusCode !== 303) throw new Error(`not let in: ${entered.statusCode} ${entered.body}`);
    const chosen = await mine.post("/pin", { pin: OWN_PIN, again: OWN_PIN });
    if (chosen.statusCode !== 303) throw new Error(`no own PIN: ${chosen.statusCode} ${chosen.body}`);
    return mine;
  };
  return {
    ...it, portal, portalApp, portalDb, portalVault, phone, give, signedIn,
    accessOf: async (caseId, personId) => (await owner.query<{ id: string }>("select id from app.portal_accesses where case_id = $1 and person_id = $2 and ended_at is null", [caseId, personId])).rows[0]!.id,
    close: async () => {
      await portal.close();
      await portalDb.close();
      portalVault.close();
      rmSync(config.portalKeyDir, { recursive: true, force: true });
      await it.close();
    },
  };
}
