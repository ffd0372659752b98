import { writeFile } from "../files/index.ts";
import { addDays } from "../kernel/calendar-day.ts";
import type { Vault } from "../vault/index.ts";
import type { Caseload } from "./caseload.ts";
import { inventedPdf } from "./invented-pdf.ts";
import type { Placed } from "./caseload.ts";

export const PAPERS = [
  ["Zeugnis B1.pdf", "certificate", ["sprache"], "Zertifikat Deutsch B1: bestanden"],
  ["Mietvertrag.pdf", "contract", ["wohnen"], "Mietvertrag über eine Wohnung mit drei Zimmern"],
  ["Bescheid Jobcenter.pdf", "notice", ["leistungen"], "Bescheid über die Bewilligung von Leistungen"],
  ["Arbeitsvertrag.pdf", "contract", ["arbeit"], "Arbeitsvertrag, Beginn im nächsten Monat"],
  ["Schreiben der Schule.pdf", "letter", ["bildung"], "Einladung zum Gespräch in der Schule"],
  ["Aufenthaltstitel Kopie.pdf", "residence", ["aufenthalt"], "Kopie des elektronischen Aufenthaltstitels"],
] as const;

export type InventedPaper = readonly [name: string, kind: string, areas: readonly string[], words: string];

/** Some papers in every third file, sealed as the product seals them; the bytes lie in the data directory. */
export async function addDocuments(load: Caseload, cases: readonly Placed[], vault: Vault, dir: string): Promise<void> {
  const { random } = load;
  for (const [i, one] of cases.filter((c) => c.leadId !== null).entries()) {
    if (i % 3 !== 0) continue;
    for (const paper of random.pickSome(PAPERS, random.between(1, 3))) await addPaper(load, one, paper, vault, dir);
  }
}

/** One paper of a case; its id. */
export async function addPaper(load: Caseload, one: Placed, [name, kind, areas, words]: InventedPaper, vault: Vault, dir: string): Promise<string> {
  const { rows, random, tenantId, roomId, today } = load;
  const id = random.id();
  const on = addDays(today, -random.between(1, 80));
  const binding = { tenant: tenantId, table: "documents", column: "stored_name", row: id, version: 1 };
  const bytes = inventedPdf([words, "", "Erfunden, wie alles in dieser Vorführung."]);
  const stored = await writeFile(bytes, { keys: vault, keyRef: one.keyRef, binding, dir, maxBytes: 1_000_000, fileName: name });
  rows.add("documents", {
    tenant_id: tenantId, room_id: roomId, id, case_id: one.id, person_id: null, name_ct: load.seal(one.keyRef, name, "documents", "name_ct", id), kind, media_type: stored.kind!, size: stored.size, mac: stored.fingerprint,
    stored_name: stored.storedName, life_areas: areas, is_entrusted: false, author_id: one.leadId!, created_at: `${on} 11:20`,
  });
  return id;
}
