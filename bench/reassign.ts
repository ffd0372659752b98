import { randomUUID } from "node:crypto";
import { SESSION_COOKIE } from "../src/http/index.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { askOnce } from "./http-load.ts";
import type { Place, Tenant } from "./place.ts";

const AT_ONCE = 300;

/** Gives 300 cases to one manager, to the next, and so on: each time the lead's whole request with its record. */
export async function measureReassigning(place: Place, port: number, tenant: Tenant, times: number): Promise<Figures> {
  const { rows } = await place.owner.query<{ id: string }>("select id from app.cases where tenant_id = $1 and closed_on is null order by number limit $2", [tenant.id, AT_ONCE]);
  const began = performance.now();
  const latencies: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const body = { caseIds: rows.map((row) => row.id), toAccountId: tenant.managers[i % tenant.managers.length]!.accountId };
    const headers = { cookie: `${SESSION_COOKIE}=${tenant.lead.secret}`, "content-type": "application/json", "idempotency-key": randomUUID() };
    latencies.push(await askOnce(port, { method: "POST", path: "/api/v1/reassignments", headers, body: JSON.stringify(body) }));
  }
  return figuresOf([{ latencies: Float64Array.from(latencies), ms: performance.now() - began }]);
}
