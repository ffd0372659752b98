// npm run audit:verify -- EXPORT.ndjson ANCHOR_DIR [--key PUBLIC_KEY_FILE]
// Independent of the product: needs the export, the anchors, the public key, and these four files.
import { createPublicKey, type KeyObject } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Report, verify } from "./audit-verifier/verifier.ts";

async function* linesOf(path: string): AsyncGenerator<string> {
  // Not node:readline: it also ends a line at U+2028, which may stand inside a JSON text.
  let rest = "";
  for await (const part of createReadStream(path, "utf8")) {
    const lines = (rest + String(part)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

async function* anchorLines(dir: string): AsyncGenerator<string> {
  for (const name of readdirSync(dir).filter((n) => /^anchors-\d{4}-\d{2}\.ndjson$/.test(n)).sort()) yield* linesOf(join(dir, name));
}

/** The report in German, as it is printed. */
function describeReport(report: Report, keyBesideAnchors: boolean): string {
  const since = (oldest: string | null): string => (oldest === null ? "" : `, ältester vom ${oldest}`);
  const last = report.lastStatement;
  const lines = [
    report.agrees ? "STIMMT ÜBEREIN: Kein Zeichen, dass gesiegelte Einträge verändert wurden." : `STIMMT NICHT: ${report.findingCount} Befunde.`,
    ...report.findings.map((finding) => `  ! ${finding}`),
    `Stand des Exports:        ${report.exportAt ?? "unbekannt"}. Spätere Einträge sind nicht geprüft.`,
    `Geprüft:                  ${report.sealed} gesiegelte Einträge in ${report.chains} Ketten`,
    `Gelöscht nach Frist:      ${report.erased} Einträge, durch unterschriebene Löscherklärung belegt`,
    ...[...report.erasedBecause].map(([reason, count]) => `  ${count}: ${reason}`),
    `Noch nicht gesiegelt:     ${report.unsealed.count}${since(report.unsealed.oldest)}. Über diese sagt die Prüfung nichts.`,
    `Nach dem letzten Anker:   ${report.unanchored.count}${since(report.unanchored.oldest)}. Eine neu gerechnete Kette fiele hier nicht auf.`,
    last === null ? "Letzter Anker:            keiner" : `Letzter Anker:            Nr. ${last.number} vom ${last.at}, Epoche ${last.epoch}. Vergleichen Sie die Nummer mit einer anderen Kopie der Anker.`,
    ...(report.uncoveredSince === null ? [] : [`Zeit ohne Anker:          ${report.uncoveredSince} bis ${String(report.exportAt)}`]),
    ...(report.anchorsAfterExport === 0 ? [] : [`Anker nach dem Export:    ${report.anchorsAfterExport}, nicht prüfbar`]),
    ...(report.chainsNotInExport === 0 ? [] : [`Nicht in diesem Export:   ${report.chainsNotInExport} Ketten anderer Aktenbereiche`]),
    ...(report.tornLines === 0 ? [] : [`Abgerissene Anker-Zeilen: ${report.tornLines}`]),
    ...report.lostByRestore.map((loss) => `Wiederherstellung:        Epoche ${loss.epoch} gab in Kette ${loss.chain} die Einträge ${loss.from} bis ${loss.to} verloren.`),
    `Schlüssel:                ${report.key}`,
    ...(keyBesideAnchors ? ["  Der Schlüssel lag bei den Ankern. Wer beides austauschen kann, bleibt unbemerkt: Geben Sie mit --key einen anders erhaltenen an."] : []),
  ];
  return lines.join("\n");
}

function readKey(path: string): KeyObject {
  const key = createPublicKey(readFileSync(path));
  if (key.asymmetricKeyType !== "ed25519") throw new Error(`${path} ist kein Ed25519-Schlüssel.`);
  return key;
}

/** Returns the exit code: 0 agrees, 1 anything else. */
async function auditVerify(args: readonly string[], print: (text: string) => void): Promise<0 | 1> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { key: { type: "string" } }, allowPositionals: true });
    const [exported, anchors] = positionals;
    if (exported === undefined || anchors === undefined || positionals.length > 2) {
      print("Aufruf: npm run audit:verify -- EXPORT.ndjson ANKERVERZEICHNIS [--key ÖFFENTLICHER_SCHLÜSSEL.pem]");
      return 1;
    }
    for (const path of [exported, anchors]) if (!existsSync(path)) throw new Error(`${path} gibt es nicht.`);
    const report = await verify(linesOf(exported), anchorLines(anchors), readKey(values.key ?? join(anchors, "public-key.pem")));
    print(describeReport(report, values.key === undefined));
    return report.agrees ? 0 : 1;
  } catch (error) {
    print(`Die Prüfung war nicht möglich: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

// Always runs: a check whether it is the program could, in a linked directory, exit with 0 and nothing verified.
process.exitCode = await auditVerify(process.argv.slice(2), (text) => console.log(text));
