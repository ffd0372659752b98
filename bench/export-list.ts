import { readFileSync } from "node:fs";
import { SESSION_COOKIE } from "../src/http/index.ts";
import type { Tenant } from "./place.ts";

export interface ExportFigures {
  readonly rows: number;
  readonly megabytes: number;
  readonly seconds: number;
  /** what the server process held when it began, and at most while it sent */
  readonly heldBefore: number;
  readonly heldAtMost: number;
}

const megabytesHeld = (pid: number): number => Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);

/** The whole list of the lead as CSV, read as fast as it comes. */
export async function measureExport(port: number, serverPid: number, tenant: Tenant): Promise<ExportFigures> {
  const heldBefore = megabytesHeld(serverPid);
  let heldAtMost = heldBefore;
  const watch = setInterval(() => (heldAtMost = Math.max(heldAtMost, megabytesHeld(serverPid))), 20);
  const began = performance.now();
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/faelle/liste.csv?stand=alle`, { headers: { cookie: `${SESSION_COOKIE}=${tenant.lead.secret}` } });
    if (!answer.ok || answer.body === null) throw new Error(`liste.csv: ${answer.status}`);
    let size = 0;
    let rows = -1;
    for await (const chunk of answer.body) {
      size += chunk.length;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
    }
    if (rows !== tenant.cases) throw new Error(`liste.csv has ${rows} rows of ${tenant.cases}`);
    return { rows, megabytes: Math.round(size / 1e5) / 10, seconds: Math.round(performance.now() - began) / 1000, heldBefore, heldAtMost };
  } finally {
    clearInterval(watch);
  }
}
