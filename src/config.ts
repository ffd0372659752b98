import { isIP } from "node:net";
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { nearestName } from "./nearest-name.ts";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

export interface Config {
  readonly port: number;
  readonly host: string;
  /** only this machine can reach the server */
  readonly isLoopback: boolean;
  readonly origin: string;
  readonly dataDir: string;
  readonly keyDir: string;
  readonly anchorDir: string;
  /** the person's own page: its port, its address (null: not started here), and the keys of those who have access */
  readonly portalPort: number;
  readonly portalOrigin: string | null;
  readonly portalKeyDir: string;
  /** null: the embedded PostgreSQL is used */
  readonly databaseUrl: string | null;
  readonly allowOldPostgres: boolean;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  readonly timeZone: string;
  readonly logLevel: (typeof logLevels)[number];
  /** null: no mail is ever sent */
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** reverse proxies before the server, whose X-Forwarded-For says who really asks */
  readonly trustedProxies: readonly string[];
}

interface Setting<T> {
  readonly name: string;
  /** what it means, for the documentation */
  readonly about: string;
  /** what it is when unset, as the documentation says it */
  readonly unset: string;
  readonly example: string;
  /** throws a sentence that says what is allowed */
  readonly parse: (text: string) => T;
}

/** Every mistake in the settings at once, in sentences for the person who starts the server. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Die Einstellungen stimmen nicht:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

const checkout = dirname(import.meta.dirname);
const inCheckout = (name: string) => join(checkout, ".einklang", name);
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;

const expected = (what: string): Error => new Error(`erwartet wird ${what}`);

const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw expected(`eine ganze Zahl von ${least} bis ${most}`);
  return value;
};

function yesOrNo(text: string): boolean {
  if (text !== "yes" && text !== "no") throw expected("yes oder no");
  return text === "yes";
}

function host(text: string): string {
  if (!/^[A-Za-z0-9.:_-]+$/.test(text)) throw expected("ein Rechnername oder eine Adresse, ohne http:// und ohne Port");
  return text;
}

function databaseUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw expected("eine Adresse wie postgres://benutzer:kennwort@rechner:5432/einklang");
  }
  return text;
}

function origin(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || (url.origin !== text && `${url.origin}/` !== text)) {
    throw expected("eine Adresse ohne Pfad wie https://einklang.kreis-lindenau.example");
  }
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) {
    throw expected("https://, denn ohne Verschlüsselung läsen andere im Netz mit; http:// geht nur auf localhost");
  }
  return url.origin;
}

function smtpUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "") throw expected("eine Adresse wie smtps://benutzer:kennwort@mail.kreis-lindenau.example:465");
  if (url.protocol === "smtp:" && url.username !== "" && !LOOPBACK.test(url.hostname) && url.searchParams.get("requireTLS") !== "true") {
    throw expected("smtps:// oder smtp://…?requireTLS=true, denn sonst läsen andere im Netz das Kennwort mit");
  }
  return text;
}

function mailAddress(text: string): string {
  if (!/^(?:[^<>\r\n"]{1,80} <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(text)) throw expected("eine Adresse wie Kreisverwaltung <noreply@kreis-lindenau.example>");
  return text;
}

function timeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat("de", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw expected("der Name einer Zeitzone wie Europe/Berlin");
  }
}

function logLevel(text: string): Config["logLevel"] {
  const level = logLevels.find((known) => known === text);
  if (level === undefined) throw expected(`eines von ${logLevels.join(", ")}`);
  return level;
}

/** Addresses or networks, and never everybody: whoever is believed says whose address counts against guessing. */
function proxies(text: string): readonly string[] {
  const list = text.split(",").map((one) => one.trim()).filter(Boolean);
  for (const one of list) {
    const [address = "", bits, ...more] = one.split("/");
    const most = isIP(address) === 4 ? 32 : 128;
    if (isIP(address) === 0 || more.length > 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= most))) {
      throw expected("eine oder mehrere Adressen oder Netze (ab /8), durch Komma getrennt, wie 10.0.0.5,fd00::/64");
    }
  }
  return list;
}

const folder = (text: string): string => (isAbsolute(text) ? text : resolve(text));

const setting = <T>(name: string, about: string, unset: string, example: string, parse: (text: string) => T): Setting<T> => ({
  name,
  about,
  unset,
  example,
  parse,
});

const settings = {
  port: setting("PORT", "Port, auf dem der Server antwortet", "8080", "8081", wholeNumber(1, 65_535)),
  host: setting("HOST", "Adresse, auf der der Server antwortet; 0.0.0.0 für alle", "127.0.0.1", "0.0.0.0", host),
  origin: setting(
    "EINKLANG_ORIGIN",
    "Öffentliche Adresse: für Links, Cookies und den Schutz vor fremden Formularen; nötig, sobald HOST nicht localhost ist",
    "http://HOST:PORT",
    "https://einklang.kreis-lindenau.example",
    origin,
  ),
  dataDir: setting("EINKLANG_DATA_DIR", "Ordner für die eingebettete Datenbank und für Dateien", ".einklang/data", "/srv/einklang/data", folder),
  keyDir: setting(
    "EINKLANG_KEY_DIR",
    "Ordner für Schlüssel und Kennwörter der Datenbank; muss außerhalb des Datenordners liegen und getrennt gesichert werden",
    ".einklang/keys",
    "/srv/einklang-keys",
    folder,
  ),
  anchorDir: setting("EINKLANG_ANCHOR_DIR", "Ordner für die Anker des Zugriffsprotokolls; am besten auf einem anderen Rechner", ".einklang/anchors", "/mnt/anker", folder),
  portalPort: setting("PORTAL_PORT", "Port der eigenen Seite der Personen; 0: hier nicht gestartet", "PORT + 1", "8090", wholeNumber(0, 65_535)),
  portalOrigin: setting("PORTAL_ORIGIN", "Öffentliche Adresse der eigenen Seite; sagt am besten nichts darüber, was sie ist. Nötig, sobald HOST nicht localhost ist, sonst startet sie nicht", "http://localhost:PORTAL_PORT", "https://meine-seite.example", origin),
  portalKeyDir: setting("EINKLANG_PORTAL_KEY_DIR", "Ordner für die Schlüssel der Personen mit Zugang zur eigenen Seite; außerhalb der anderen Ordner", "EINKLANG_KEY_DIR mit -portal am Ende", "/srv/einklang-portal-keys", folder),
  databaseUrl: setting(
    "DATABASE_URL",
    "Eigenes PostgreSQL (ab 15, mit den Sicherheitskorrekturen vom November 2026) statt des eingebetteten",
    "eingebettetes PostgreSQL",
    "postgres://einklang_owner:…@db:5432/einklang",
    databaseUrl,
  ),
  allowOldPostgres: setting("EINKLANG_ALLOW_OLD_POSTGRES", "yes: auch ein PostgreSQL ohne diese Sicherheitskorrekturen benutzen", "no", "yes", yesOrNo),
  sessionIdleMinutes: setting("EINKLANG_SESSION_IDLE_MINUTES", "Abmeldung nach so vielen Minuten ohne Eingabe", "30", "15", wholeNumber(1, 1440)),
  sessionHours: setting("EINKLANG_SESSION_HOURS", "Abmeldung spätestens nach so vielen Stunden", "10", "8", wholeNumber(1, 168)),
  timeZone: setting("EINKLANG_TIME_ZONE", "Zeitzone der Kommune: welcher Tag heute ist", "Europe/Berlin", "Europe/Berlin", timeZone),
  trustedProxies: setting("EINKLANG_TRUSTED_PROXIES", "Adressen der Reverse-Proxys davor; nur ihnen wird geglaubt, wer anfragt (X-Forwarded-For)", "keine", "127.0.0.1", proxies),
  smtpUrl: setting("SMTP_URL", "Mailserver der Kommune für Erinnerungen; ohne ihn geht keine Mail hinaus", "keiner", "smtps://einklang:…@mail.kreis-lindenau.example:465", smtpUrl),
  mailFrom: setting("MAIL_FROM", "Absender der Mails; so neutral, dass er nichts verrät", "keiner", "Kreisverwaltung <noreply@kreis-lindenau.example>", mailAddress),
  logLevel: setting("EINKLANG_LOG_LEVEL", `Wie viel ins Protokoll kommt: ${logLevels.join(", ")}`, "info", "warn", logLevel),
} satisfies Record<string, Setting<unknown>>;

/** Read by the tests alone, and no mistake where the server sees them. */
const testSettings = [
  setting("EINKLANG_TEST_PG_BIN", "Nur Tests: Ordner mit initdb und postgres, gegen die statt der eingebetteten geprüft wird", "eingebettet", "/usr/lib/postgresql/15/bin", folder),
  setting("EINKLANG_TEST_SEED", "Nur Tests: womit erfundene Eingaben beginnen; random für jedes Mal andere", "20261122", "random", (text) => text),
  setting("EINKLANG_TEST_BROWSER", "Nur Tests: Pfad eines Chromium statt des mitgebrachten", "mitgebracht", "/usr/bin/chromium", folder),
];

/** All settings with their meaning, for the documentation. */
export const settingsTable: readonly Pick<Setting<unknown>, "name" | "about" | "unset" | "example">[] = [
  ...Object.values(settings),
  ...testSettings,
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Names nobody reads are refused: a misspelt EINKLANG_KEY_DIR would otherwise put the keys somewhere else, silently. */
function unknownNames(env: Environment): string[] {
  const known = settingsTable.map(({ name }) => name);
  return Object.keys(env)
    .filter((name) => name.startsWith("EINKLANG_") && !known.includes(name))
    .map((name) => {
      const nearest = nearestName(name, known);
      return `${name} gibt es nicht.${nearest === null ? "" : ` Meinten Sie ${nearest}?`}`;
    });
}

/** The real place of a folder that may not exist yet: links above it are followed. */
function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(realPlace(above), basename(path));
}

function isInside(inner: string, outer: string): boolean {
  const way = relative(realPlace(outer), realPlace(inner));
  return way === "" || (way !== ".." && !way.startsWith("../") && !isAbsolute(way));
}

/** Reads every setting from the environment; throws ConfigError with all mistakes at once. Empty counts as unset. */
export function loadConfig(env: Environment): Config {
  const problems = unknownNames(env);
  const read = <T, D>({ name, parse }: Setting<T>, unset: D): T | D => {
    const text = env[name]?.trim() ?? "";
    if (text === "") return unset;
    try {
      return parse(text);
    } catch (error) {
      // an address with a password in it must not land in a log
      const shown = name === "DATABASE_URL" || name === "SMTP_URL" ? "" : ` („${text}“)`;
      problems.push(`${name}${shown}: ${(error as Error).message}.`);
      return unset;
    }
  };
  const port = read(settings.port, 8080);
  const address = read(settings.host, "127.0.0.1");
  const isLoopback = LOOPBACK.test(address);
  const localAt = (at: number): string => `http://${address.includes(":") ? `[${address}]` : address}:${at}`;
  // passkeys belong to a name: browsers take localhost for one, and 127.0.0.1 for none; the last port of all has none after it
  const portalPort = read(settings.portalPort, port === 65_535 ? 0 : port + 1);
  const keyDir = read(settings.keyDir, inCheckout("keys"));
  const config: Config = {
    port,
    host: address,
    isLoopback,
    origin: read(settings.origin, localAt(port)),
    dataDir: read(settings.dataDir, inCheckout("data")),
    keyDir,
    anchorDir: read(settings.anchorDir, inCheckout("anchors")),
    portalPort,
    portalOrigin: portalPort === 0 ? null : read(settings.portalOrigin, isLoopback ? localAt(portalPort).replace(/\/\/(127\.0\.0\.1|\[::1\]):/, "//localhost:") : null),
    portalKeyDir: read(settings.portalKeyDir, `${keyDir}-portal`),
    databaseUrl: read(settings.databaseUrl, null),
    allowOldPostgres: read(settings.allowOldPostgres, false),
    sessionIdleMinutes: read(settings.sessionIdleMinutes, 30),
    sessionHours: read(settings.sessionHours, 10),
    timeZone: read(settings.timeZone, "Europe/Berlin"),
    smtpUrl: read(settings.smtpUrl, null),
    mailFrom: read(settings.mailFrom, null),
    logLevel: read(settings.logLevel, "info"),
    trustedProxies: read(settings.trustedProxies, []),
  };
  problems.push(...contradictions(config, env));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** What is right for itself and wrong together. */
function contradictions(config: Config, env: Environment): string[] {
  const problems: string[] = [];
  if (!config.isLoopback && (env["EINKLANG_ORIGIN"] ?? "").trim() === "") {
    problems.push(`EINKLANG_ORIGIN fehlt: Der Server soll auf ${config.host} antworten; nennen Sie die Adresse (https://…), unter der er im Netz erreichbar ist.`);
  }
  if (isInside(config.keyDir, config.dataDir) || isInside(config.dataDir, config.keyDir)) {
    problems.push(
      `EINKLANG_KEY_DIR (${config.keyDir}) und EINKLANG_DATA_DIR (${config.dataDir}) dürfen nicht ineinander liegen: Wer die Daten sichert oder stiehlt, hätte sonst die Schlüssel dazu.`,
    );
  }
  // by itself it lies beside the other keys, wherever these are
  if ((env["EINKLANG_PORTAL_KEY_DIR"] ?? "").trim() !== "" && [config.keyDir, config.dataDir].some((other) => isInside(config.portalKeyDir, other) || isInside(other, config.portalKeyDir))) {
    problems.push(`EINKLANG_PORTAL_KEY_DIR (${config.portalKeyDir}) darf nicht im Ordner der anderen Schlüssel oder der Daten liegen: Der Prozess der eigenen Seite hätte sonst die Schlüssel aller.`);
  }
  if (config.portalPort === config.port) problems.push("PORTAL_PORT und PORT sind gleich: Die eigene Seite der Personen braucht einen eigenen Port.");
  if ((config.smtpUrl === null) !== (config.mailFrom === null)) {
    problems.push("SMTP_URL und MAIL_FROM gehören zusammen: Setzen Sie beide oder keine von beiden.");
  }
  if (isInside(config.anchorDir, config.dataDir)) {
    problems.push(`EINKLANG_ANCHOR_DIR (${config.anchorDir}) darf nicht im Datenordner (${config.dataDir}) liegen: Die Anker sollen die Datenbank prüfen können.`);
  }
  if (config.sessionIdleMinutes > config.sessionHours * 60) {
    problems.push("EINKLANG_SESSION_IDLE_MINUTES ist länger als EINKLANG_SESSION_HOURS: Die Abmeldung ohne Eingabe käme nie.");
  }
  return problems;
}
