import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client, type ClientConfig } from "pg";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { readPostmaster, runningPostmaster } from "./postmaster.ts";
import { type EmbeddedServer, startEmbedded } from "./start-embedded.ts";

// mkdtemp makes it 0700: nobody, who runs the server where we are root, must get through
const folder = mkdtempSync(join(tmpdir(), "einklang test "));
chmodSync(folder, 0o755);
const running: EmbeddedServer[] = [];

async function start(name: string, durable = false): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir: join(folder, name, "postgres"), durable });
  running.push(server);
  return server;
}

async function ask(config: ClientConfig, sql: string): Promise<unknown[][]> {
  const client = new Client(config);
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: "array" })).rows;
  } finally {
    await client.end();
  }
}

/** Another process that starts the server and waits, to be killed. */
async function startElsewhere(name: string): Promise<number> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "start-embedded.ts"))};
    await startEmbedded({ dataDir: ${JSON.stringify(join(folder, name, "postgres"))}, durable: true });
    console.log("ready");
    setInterval(() => {}, 1000);`;
  const file = join(folder, `${name}.mts`);
  writeFileSync(file, script);
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), file], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve, reject) => {
    child.stdout.once("data", resolve);
    child.once("exit", () => reject(new Error("ended before it was ready")));
  });
  return child.pid!;
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the embedded server", () => {
  test("starts on an empty folder, stops, and starts again with what was in it", async () => {
    const first = await start("cold");
    expect(first.wasRunning).toBe(false);
    const settings = await ask(first.superuser, "select current_setting('server_encoding'), lower('ÄÉЖ'), current_setting('listen_addresses')");
    expect(settings).toEqual([["UTF8", "äéж", ""]]);
    await ask(first.superuser, "create table kept (id int)");
    await first.stop();
    expect(runningPostmaster(first.dataDir)).toBeNull();
    const second = await start("cold");
    expect(second.wasRunning).toBe(false);
    expect(await ask(second.superuser, "select * from kept")).toEqual([]);
  });

  test("survives the kill of the process that started it, and the next start finds it and can end it", async () => {
    process.kill(await startElsewhere("orphan"), "SIGKILL");
    const server = await start("orphan", true);
    expect(server.wasRunning).toBe(true);
    expect(await ask(server.superuser, "select 1")).toEqual([[1]]);
    await server.stop();
    expect(runningPostmaster(server.dataDir)).toBeNull();
  });

  test("killed itself, it comes back with every acknowledged row", async () => {
    const server = await start("killed", true);
    await ask(server.superuser, "create table kept as select generate_series(1, 1000) as id");
    process.kill(readPostmaster(server.dataDir)!.pid, "SIGKILL");
    const again = await start("killed", true);
    expect(again.wasRunning).toBe(false);
    expect(await ask(again.superuser, "select count(*)::int from kept")).toEqual([[1000]]);
  });

  test("a left-over note whose process number now belongs to another process does not stop the start", async () => {
    const first = await start("stale");
    const note = readFileSync(join(first.dataDir, "postmaster.pid"), "utf8");
    await first.stop();
    writeFileSync(join(first.dataDir, "postmaster.pid"), note.replace(/^\d+/, String(process.ppid)));
    const second = await start("stale");
    expect(await ask(second.superuser, "select 1")).toEqual([[1]]);
  });

  test("two run side by side on folders of their own", async () => {
    const [one, two] = await Promise.all([start("one"), start("two")]);
    await ask(one.superuser, "create table only_in_one (id int)");
    await expect(ask(two.superuser, "select * from only_in_one")).rejects.toThrow("does not exist");
  });

  test("two starts on the same empty folder share one server, and the last to leave turns it off", async () => {
    const [one, two] = await Promise.all([start("shared"), start("shared")]);
    expect(one.dataDir).toBe(two.dataDir);
    await one.stop();
    expect(await ask(two.superuser, "select 1")).toEqual([[1]]);
    await two.stop();
    expect(runningPostmaster(two.dataDir)).toBeNull();
    expect(readdirSync(dirname(one.dataDir)).filter((name) => name.includes("neu"))).toEqual([]);
  });

  test("a first start broken off half way leaves nothing that stops the next", async () => {
    mkdirSync(join(folder, "broken", "postgres.neu-999999999"), { recursive: true });
    const server = await start("broken");
    expect(await ask(server.superuser, "select 1")).toEqual([[1]]);
    expect(existsSync(join(folder, "broken", "postgres.neu-999999999"))).toBe(false);
  });

  test("nobody else gets in: the folder is closed again, and a login without password is refused", async () => {
    const first = await start("closed");
    await first.stop();
    chmodSync(first.dataDir, 0o755);
    const server = await start("closed");
    expect(statSync(server.socketDir).mode & 0o077).toBe(0);
    await ask(server.superuser, "create role web_staff login password 'right'");
    await expect(ask({ ...server.superuser, user: "web_staff" }, "select 1")).rejects.toThrow(/password/);
    await expect(ask({ ...server.superuser, user: "web_staff", password: "wrong" }, "select 1")).rejects.toThrow(/password/);
    expect(await ask({ ...server.superuser, user: "web_staff", password: "right" }, "select current_user")).toEqual([["web_staff"]]);
  });

  test("a failed statement leaves none of its values in the server's log", async () => {
    const server = await start("silent");
    await ask(server.superuser, "create table people (name text primary key)");
    await ask(server.superuser, "insert into people values ('Amina Geheim')");
    await expect(ask(server.superuser, "insert into people values ('Amina Geheim')")).rejects.toThrow("duplicate");
    await expect(ask(server.superuser, "select 'Amina Geheim'::date")).rejects.toThrow("invalid input");
    const log = readFileSync(`${server.dataDir}.log`, "utf8");
    expect(log).toContain("ready to accept connections");
    expect(log).not.toContain("Geheim");
  });

  test("a path too long for a socket gets a short folder that only the server's user may enter, gone after the stop", async () => {
    const server = await start("n".repeat(100));
    expect(Buffer.byteLength(server.socketDir)).toBeLessThan(90);
    expect(statSync(server.socketDir).mode & 0o077).toBe(0);
    expect(await ask(server.superuser, "select 1")).toEqual([[1]]);
    await server.stop();
    expect(existsSync(server.socketDir)).toBe(false);
  });

  test("a database of another major version is refused in words", async () => {
    const first = await start("older");
    await first.stop();
    writeFileSync(join(first.dataDir, "PG_VERSION"), "14\n");
    await expect(start("older")).rejects.toThrow(/ist von PostgreSQL 14, mitgebracht wird PostgreSQL \d+\./);
  });

  test("a folder with other things in it is left alone", async () => {
    mkdirSync(join(folder, "other", "postgres"), { recursive: true });
    writeFileSync(join(folder, "other", "postgres", "letter.txt"), "keep");
    await expect(start("other")).rejects.toThrow(/nicht leer/);
    expect(readFileSync(join(folder, "other", "postgres", "letter.txt"), "utf8")).toBe("keep");
  });

  test.runIf(process.getuid?.() === 0)("as root, data below a closed home lie in /var/lib/einklang, and stay there when it opens", async () => {
    mkdirSync(join(folder, "home"), { mode: 0o700 });
    const first = await start("home/checkout");
    try {
      expect(first.dataDir).toMatch(/^\/var\/lib\/einklang\/[0-9a-f]{16}\/postgres$/);
      await first.stop();
      chmodSync(join(folder, "home"), 0o755);
      const second = await start("home/checkout");
      expect(second.dataDir).toBe(first.dataDir);
      await second.stop();
    } finally {
      await first.stop();
      rmSync(dirname(first.dataDir), { recursive: true });
    }
  });
});
