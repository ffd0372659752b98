import { createHash } from "node:crypto";
import { unzip } from "../../../files/index.ts";
import { type Decision, accept, refuse, type Refusal } from "../../../kernel/refusal.ts";
import { FORMAT, type MovePackage, movePackage, PACKAGE_FILE, PAPER_FILE } from "../package-format.ts";

export const MOST_BYTES = 60 * 1_048_576;
const MOST_CONTENT = 5 * 1_048_576;
const MOST_UNPACKED = 80 * 1_048_576;

export interface ReadPackage {
  readonly content: MovePackage;
  readonly paper: Buffer | null;
  readonly files: ReadonlyMap<string, Buffer>;
}
const no = (code: string, sentence: string): Decision<never> => refuse({ code, field: "file", sentence } satisfies Refusal);

/** Reads what somebody brought: nothing in it is believed. Files that the list does not name, or whose sums differ, make it refused. */
export function readPackage(bytes: Buffer): Decision<ReadPackage> {
  const unpacked = unzip(bytes, MOST_UNPACKED);
  if ("problem" in unpacked) return unpacked.problem === "too-large" ? no("package-too-large", "Entpackt ist dieses Paket zu groß. Lassen Sie es sich ohne Dateien geben.") : no("no-package", "Das ist kein Paket aus Einklang. Wählen Sie die ZIP-Datei, die Sie bekommen haben.");
  const entries = new Map(unpacked.entries.map((e) => [e.name, e.content]));
  const json = entries.get(PACKAGE_FILE);
  if (json === undefined) return no("no-package", "Das ist kein Paket aus Einklang: paket.json fehlt darin.");
  if (json.length > MOST_CONTENT) return no("package-too-large", "In diesem Paket steht zu viel Text. Lassen Sie es sich noch einmal geben.");
  const raw = parsed(json);
  if (raw === undefined) return no("package-unreadable", "Der Inhalt dieses Pakets ist nicht lesbar. Lassen Sie es sich noch einmal geben.");
  const version = typeof raw === "object" && raw !== null && "format" in raw ? String(raw.format).slice(0, 40) : "";
  if (version !== FORMAT) return no("other-version", `Dieses Paket hat das Format „${version === "" ? "unbekannt" : version}“. Gelesen wird „${FORMAT}“. Das PDF darin können Sie trotzdem lesen und den Fall von Hand anlegen.`);
  const read = movePackage.safeParse(raw);
  if (!read.success) return no("package-damaged", `Das Paket ist nicht so aufgebaut, wie es sein muss (${read.error.issues[0]?.path.join(".") ?? ""}). Lassen Sie es sich noch einmal geben.`);
  const files = new Map<string, Buffer>();
  for (const d of read.data.documents) {
    const content = entries.get(d.path);
    if (content === undefined || content.length !== d.size || createHash("sha256").update(content).digest("hex") !== d.sha256) return no("file-changed", `Die Datei „${d.name}“ im Paket fehlt oder wurde verändert. Lassen Sie es sich noch einmal geben.`);
    files.set(d.path, content);
  }
  return accept({ content: read.data, paper: entries.get(PAPER_FILE) ?? null, files });
}
function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString("utf8"));
  } catch {
    return undefined;
  }
}
