import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { startEmbedded } from "../db/embedded/index.ts";

// A name with a space, as people have it; the data lie where the server's own user may come.
const dir = mkdtempSync(join(tmpdir(), "einklang start "));
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  // what a killed product leaves running is found here and stopped
  await (await startEmbedded({ dataDir: join(dir, "data", "postgres"), durable: true })).stop();
  rmSync(dir, { recursive: true, force: true });
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly until: (text: string | RegExp) => Promise<string>;
  readonly ended: Promise<number | null>;
}
function start(port: number, ...args: string[]): Started {
  const env = { ...process.env, PORT: String(port), HOST: "127.0.0.1", EINKLANG_DATA_DIR: join(dir, "data"), EINKLANG_KEY_DIR: join(dir, "keys"), EINKLANG_ANCHOR_DIR: join(dir, "anchors"), EINKLANG_LOG_LEVEL: "silent" };
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "start.ts"), ...args], { env });
  children.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream!.on("data", (part: Buffer) => (said += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const until = async (text: string | RegExp): Promise<string> => {
    for (let i = 0; i < 1800; i += 1) {
      if (typeof text === "string" ? said.includes(text) : text.test(said)) return said;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never said ${String(text)}, but:\n${said}`);
  };
  return { child, said: () => said, until, ended };
}

test("an empty start gives one link, which is there once; a second start, a kill and a taken port end as they should", async () => {
  const port = await freePort();
  const first = start(port, "--empty", "--kommune", "Kreis Neuanfang", "--email", "erste@kreis.example");
  const said = await first.until("Beenden mit Strg-C");
  const link = /http:\/\/127\.0\.0\.1:\d+(\/einladung\/\S+)/.exec(said)![1]!;
  expect(said).toContain("erste@kreis.example");
  expect(said).toContain("nur zum Ausprobieren");
  const origin = `http://127.0.0.1:${port}`;
  expect((await fetch(origin + link)).status).toBe(200);
  // what one grants, the other confirms: so there are two of them
  expect(new Set(said.match(/\/einladung\/\S+/g)).size).toBe(2);
  expect((await fetch(origin, { redirect: "manual" })).headers.get("location")).toBe("/anmelden");
  expect(await (await fetch(`${origin}/healthz`)).json()).toMatchObject({ status: "ok", database: "reachable" });
  // the sealer publishes its key with its first anchor, a moment after the first page
  await vi.waitFor(() => expect(readFileSync(join(dir, "anchors", "public-key.pem"), "utf8")).toContain("PUBLIC KEY"), { timeout: 30_000, interval: 200 });

  const beside = start(port);
  expect(await beside.ended).toBe(1);
  expect(beside.said()).toContain(`Der Port ${port} ist schon vergeben`);

  first.child.kill("SIGKILL");
  await first.ended;
  const second = start(port, "--empty");
  const again = await second.until("Beenden mit Strg-C");
  expect(again).not.toContain("/einladung/");
  expect(again).toContain("Es gibt schon Daten");
  expect(again).toContain("Kommunen: Kreis Neuanfang");
  second.child.kill("SIGINT");
  expect(await second.ended).toBe(0);
  expect(second.said()).toContain("Beendet.");
}, 240_000);

test("a mistake in the call is a sentence with how to call it", async () => {
  const wrong = start(await freePort(), "--leer");
  expect(await wrong.ended).toBe(1);
  expect(wrong.said()).toContain("Aufruf: npm start");
  expect(wrong.said()).not.toContain("at ");
}, 120_000);
