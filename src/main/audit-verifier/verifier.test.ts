import { execFile } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AccessRecord, appendAnchor, declareErasure, emptyChain, hashRecord, installationOf, lastStatement, makeAnchor, openEpoch, publishKey, type Statement } from "../../audit/sealing/index.ts";
import { forgeries } from "./forgeries.test-support.ts";
import { check, grow, id, ops, pair, rebuild, ROOMS, stranger, TENANT } from "./export.test-support.ts";

describe("an untouched record", () => {
  test("always agrees, whatever was written, anchored, erased by retention and restored", async () => {
    await fc.assert(
      fc.asyncProperty(ops, fc.nat(3), fc.nat(3), async (program, unanchored, unsealed) => {
        const world = grow(program);
        if (unanchored > 0) world.write(1, unanchored);
        world.unsealed = Array.from({ length: unsealed }, () => world.record(0));
        const report = await check(await world.lines(), world.anchors);
        expect(report.findings).toEqual([]);
        expect(report.agrees).toBe(true);
        expect(report.unsealed).toEqual({ count: unsealed, oldest: world.unsealed[0]?.at ?? null });
        expect(report.unanchored.count).toBe(unanchored);
        expect(report.sealed).toBe(world.chains.flat().reduce((n, link) => n + link.records.length, 0));
        expect(report.erased).toBe(world.chains.flat().reduce((n, link) => n + (link.records.length === 0 ? link.seal.count : 0), 0));
      }),
      { numRuns: 200 },
    );
  });

  test("an older export agrees with newer anchors, and says how many lie after it", async () => {
    const world = grow([]);
    const lines = await world.lines();
    world.hour += 2;
    world.write(0, 2);
    world.apply({ op: "anchor" });
    expect(await check(lines, world.anchors)).toMatchObject({ agrees: true, anchorsAfterExport: 1, uncoveredSince: null });
  });

  test("a restore is no forgery but is stated, with what it lost", async () => {
    const world = grow([{ op: "write", chain: 1, count: 2, action: "a" }, { op: "anchor" }, { op: "write", chain: 1, count: 2, action: "a" }, { op: "anchor" }, { op: "restore", chain: 1, keep: 1 }]);
    const report = await check(await world.lines(), world.anchors);
    expect(report).toMatchObject({ agrees: true, lostByRestore: [{ chain: `${TENANT}/${ROOMS[1]}`, from: 3, to: 4, epoch: 2 }] });
  });

  test("the time since the last anchor is stated", async () => {
    const world = grow([]);
    const anchored = world.statements.at(-1)!.at;
    world.hour += 30;
    expect(await check(await world.lines(), world.anchors)).toMatchObject({ agrees: true, uncoveredSince: anchored });
  });
});

describe("a forgery", () => {
  for (const [what, forge] of Object.entries(forgeries))
    test(`is found: ${what}`, async () => {
      await fc.assert(
        fc.asyncProperty(ops, fc.infiniteStream(fc.nat()), async (program, numbers) => {
          const world = grow(program);
          const lines = await world.lines();
          const pick = (n: number): number => numbers.next().value! % n;
          const forged = forge(lines, pick);
          fc.pre(forged.join("\n") !== lines.join("\n"));
          expect((await check(forged, world.anchors)).agrees).toBe(false);
        }),
        { numRuns: 100 },
      );
    });

  test("is found though the whole chain was computed anew, and even though later anchors sign the new one", async () => {
    await fc.assert(
      fc.asyncProperty(ops, fc.nat(), fc.constantFrom("change", "delete", "insert", "reverse"), fc.boolean(), async (program, n, how, anchoredAgain) => {
        const world = grow(program);
        const links = world.chains[0]!.flatMap((link, i) => (link.records.length > 0 ? [i] : []));
        const link = links[n % links.length]!;
        const before = JSON.stringify(world.chains[0]);
        const extra = world.record(0);
        rebuild(world, 0, link, (records) => {
          if (how === "change") return [{ ...records[0]!, account_id: id(3) }, ...records.slice(1)];
          if (how === "delete" && records.length > 1) return records.slice(1);
          return how === "insert" ? [...records, { ...extra, at: records[0]!.at }] : records.toReversed();
        });
        fc.pre(JSON.stringify(world.chains[0]) !== before);
        if (anchoredAgain) world.apply({ op: "anchor" });
        expect((await check(await world.lines(), world.anchors)).agrees).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test("is found in the anchors: one left out, exchanged, changed, or signed by another key", async () => {
    await fc.assert(
      fc.asyncProperty(ops, fc.nat(), fc.constantFrom("leave out", "exchange", "change head", "change time", "other key", "other key throughout"), async (program, n, how) => {
        const world = grow([...program, { op: "anchor" }]);
        const lines = await world.lines();
        const s = world.statements;
        // The very last one may be cut off unseen by the directory alone: the report states its number for that.
        const i = n % (s.length - 1);
        const [one, other] = [s[i]!, s[i + 1]!];
        if (how === "leave out") s.splice(i, 1);
        else if (how === "exchange") s.splice(i, 2, other, one);
        else if (how === "change head") s[i] = { ...one, heads: [...one.heads, { ...emptyChain(TENANT, id(55)), seq: 3 }] };
        else if (how === "change time") s[i] = { ...one, at: one.at.replace("2026", "2025") };
        else if (how === "other key") s[i] = makeAnchor({ previous: s[Math.max(0, i - 1)]!, privateKey: stranger, at: one.at }, one.heads);
        else s.splice(0, s.length, openEpoch(null, stranger, one.at, s.at(-1)!.heads, null));
        expect((await check(lines, world.anchors)).agrees).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test("is found though record, chain and all anchors were made anew in perfect order: only the signature is not to be had", async () => {
    const world = grow([{ op: "anchor" }]);
    rebuild(world, 0, 0, (records) => records.slice(1));
    const installation = installationOf(pair.privateKey);
    const forged: Statement[] = [];
    for (const { at } of world.statements) {
      const previous = forged.at(-1);
      const next = previous === undefined ? openEpoch(null, stranger, at, [], null) : makeAnchor({ previous, privateKey: stranger, at }, [world.head(0)]);
      forged.push({ ...next, installation });
    }
    const lines = await world.lines();
    const report = await check(lines, forged.map((s) => JSON.stringify(s)));
    expect(report.agrees).toBe(false);
    expect(report.findings.join()).toContain("Unterschrift");
    const borrowed = world.statements[0]!.signature;
    const others = forged.map((s) => JSON.stringify({ ...s, signature: borrowed }));
    expect((await check(lines, others)).agrees).toBe(false);
  });

  test("is found: an erasure that nobody signed, or that names another seal", async () => {
    const world = grow([]);
    const link = world.chains[0]![0]!;
    link.records = [];
    expect((await check(await world.lines(), world.anchors)).agrees).toBe(false);
    world.statements.push(declareErasure(world.context, [{ ...link.seal, hash: "0".repeat(64) }], null));
    expect((await check(await world.lines(), world.anchors)).agrees).toBe(false);
    world.statements.push(declareErasure(world.context, [link.seal], null));
    expect(await check(await world.lines(), world.anchors)).toMatchObject({ agrees: true, erased: 3 });
  });
});

describe("the program", () => {
  const run = async (...args: string[]): Promise<{ code: number; out: string }> => {
    const program = join(import.meta.dirname, "../audit-verify.ts");
    return await promisify(execFile)(process.execPath, ["--import", "tsx", program, ...args]).then(
      ({ stdout }) => ({ code: 0, out: stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, out: error.stdout }),
    );
  };

  test("reads files alone, survives a torn anchor line, and exits 0 for what agrees and 1 for what does not", async () => {
    const home = mkdtempSync(join(tmpdir(), "einklang audit-"));
    try {
      const world = grow([{ op: "write", chain: 2, count: 4, action: "a\u2028b" }, { op: "anchor" }]);
      const [anchors, exported, key] = [join(home, "anchors"), join(home, "export.ndjson"), join(home, "key.pem")];
      const pem = createPublicKey(pair.privateKey).export({ type: "spki", format: "pem" }).toString();
      await publishKey(anchors, pem);
      writeFileSync(key, pem);
      for (const [i, statement] of world.statements.entries()) {
        await appendAnchor(anchors, statement);
        const file = join(anchors, readdirSync(anchors).find((name) => name.startsWith("anchors-"))!);
        if (i === 0) appendFileSync(file, JSON.stringify(world.statements[1]).slice(0, 90));
      }
      expect(await lastStatement(anchors)).toEqual(world.statements.at(-1));
      writeFileSync(exported, `${(await world.lines()).join("\n")}\n`);
      const good = await run(exported, anchors, "--key", key);
      expect(good.out).toContain("STIMMT ÜBEREIN");
      expect(good.out).toContain("Abgerissene Anker-Zeilen: 1");
      expect(good.code).toBe(0);
      expect((await run(exported, anchors)).out).toContain("Der Schlüssel lag bei den Ankern");
      writeFileSync(exported, readFileSync(exported, "utf8").replace('"function":"case-manager"', '"function":"team-lead"'));
      const bad = await run(exported, anchors, "--key", key);
      expect(bad.out).toContain("STIMMT NICHT");
      expect(bad.code).toBe(1);
      expect((await run(exported)).code).toBe(1);
      expect((await run(join(home, "none"), anchors)).out).toContain("gibt es nicht");
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  test("shares no code with what it checks: only node's own modules and its own files", () => {
    const own = ["../audit-verify.ts", ...readdirSync(import.meta.dirname).filter((name) => /^[a-z]+\.ts$/.test(name))];
    expect(own).toHaveLength(4);
    for (const name of own)
      for (const [, from] of readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/\bfrom "([^"]+)"/g)) expect(from, name).toMatch(/^(node:|\.\/(?:audit-verifier\/)?[a-z]+\.ts$)/);
  });

  test("format 1 is frozen: this record has this hash for ever", () => {
    const record: AccessRecord = {
      tenant_id: id(1), room_id: null, id: id(2), at: "2026-11-22T09:30:00.123456Z", xid: "4711", account_id: null, function: "Prüferin", action: "case.read",
      object_kind: "case", object_ids: [id(3)], case_id: id(3), purpose: null, reason: "AAEC", session: null,
    };
    expect(hashRecord(record).toString("hex")).toBe("8f9d3b1c187f512ee6fd93555863c1594f4396a8e959f406c00ec73594b7735d");
    expect(() => hashRecord({ ...record, at: "2026-11-22T09:30:00Z" })).toThrow(RangeError);
    expect(() => hashRecord({ ...record, action: "\ud800" })).toThrow(RangeError);
  });
});
