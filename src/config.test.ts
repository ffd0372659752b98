import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, loadConfig, settingsTable } from "./config.ts";

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

/** What has to be said with it. */
const TOGETHER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  HOST: { EINKLANG_ORIGIN: "https://e.example" }, SMTP_URL: { MAIL_FROM: "kreis@e.example" }, MAIL_FROM: { SMTP_URL: "smtps://mail.e.example" },
};

describe("settings", () => {
  test("an empty environment gives a server for this machine alone on the embedded database", () => {
    const config = loadConfig({ PATH: "/bin", PORT: " " });
    expect(config).toMatchObject({ port: 8080, host: "127.0.0.1", isLoopback: true, origin: "http://127.0.0.1:8080", databaseUrl: null });
    expect(config.dataDir).toMatch(/\/\.einklang\/data$/);
  });

  test("all mistakes are reported at once, each with its name and what is allowed", () => {
    const problems = problemsOf({
      PORT: "0x50",
      EINKLANG_SESSION_HOURS: "-1",
      EINKLANG_ALLOW_OLD_POSTGRES: "ja",
      EINKLANG_TIME_ZONE: "Berlin",
      EINKLANG_LOG_LEVEL: "laut",
      EINKLANG_ORIGIN: "einklang.example/pfad",
    });
    expect(problems).toHaveLength(6);
    expect(problems.join("\n")).toContain("PORT („0x50“): erwartet wird eine ganze Zahl von 1 bis 65535.");
  });

  test("an unknown name is refused with the name that was probably meant", () => {
    expect(problemsOf({ EINKLANG_KEYS_DIR: "/k" })).toEqual(["EINKLANG_KEYS_DIR gibt es nicht. Meinten Sie EINKLANG_KEY_DIR?"]);
    expect(problemsOf({ EINKLANG_XYZ: "1" })).toEqual(["EINKLANG_XYZ gibt es nicht."]);
  });

  test("a wrong DATABASE_URL is refused without repeating the password in it", () => {
    const [problem] = problemsOf({ DATABASE_URL: "mysql://a:geheim@b/c" });
    expect(problem).toContain("DATABASE_URL");
    expect(problem).not.toContain("geheim");
  });

  test("keys inside the data folder are refused, also through a link and the other way round", () => {
    const place = mkdtempSync(join(tmpdir(), "einklang config "));
    try {
      symlinkSync(place, `${place}-link`);
      expect(problemsOf({ EINKLANG_DATA_DIR: place, EINKLANG_KEY_DIR: `${place}-link/keys` })).toHaveLength(1);
      expect(problemsOf({ EINKLANG_DATA_DIR: `${place}/data`, EINKLANG_KEY_DIR: place })).toHaveLength(1);
      expect(problemsOf({ EINKLANG_DATA_DIR: `${place}/data`, EINKLANG_KEY_DIR: `${place}/data-keys` })).toEqual([]);
    } finally {
      rmSync(place, { recursive: true });
      rmSync(`${place}-link`);
    }
  });

  test("a server that others can reach needs its public address, and that address is encrypted", () => {
    expect(problemsOf({ HOST: "0.0.0.0" }).join()).toContain("EINKLANG_ORIGIN fehlt");
    expect(problemsOf({ HOST: "0.0.0.0", EINKLANG_ORIGIN: "http://einklang.example" }).join()).toContain("https://");
    expect(loadConfig({ HOST: "0.0.0.0", EINKLANG_ORIGIN: "https://einklang.example/" }).origin).toBe("https://einklang.example");
    expect(loadConfig({ HOST: "::1", PORT: "9000" }).origin).toBe("http://[::1]:9000");
  });

  test("every setting is documented, and its example is a value that it accepts", () => {
    expect(settingsTable.length).toBeGreaterThan(12);
    for (const { name, about, unset, example } of settingsTable) {
      expect(about.length, name).toBeGreaterThan(10);
      expect(unset, name).not.toBe("");
      expect(problemsOf({ ...TOGETHER[name], [name]: example }), name).toEqual([]);
    }
  });
});

test("proxies are addresses or networks, and never everybody", () => {
  expect(loadConfig({ EINKLANG_TRUSTED_PROXIES: "10.0.0.5, fd00::/64" }).trustedProxies).toEqual(["10.0.0.5", "fd00::/64"]);
  expect(loadConfig({}).trustedProxies).toEqual([]);
  for (const wrong of ["true", "0.0.0.0/0", "::/0", "10.0.0.5/33", "proxy.example", "1"]) expect(() => loadConfig({ EINKLANG_TRUSTED_PROXIES: wrong }), wrong).toThrow("EINKLANG_TRUSTED_PROXIES");
});
