import { readFileSync } from "node:fs";
import { json, publicRoute } from "../http/index.ts";

export const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
const WAIT_MS = 3000;

interface Lag {
  readonly seconds: number;
}

/** For whoever watches the server. It tells no count and no name: anybody may ask. */
export const healthRoute = publicRoute({
  method: "GET",
  path: "/healthz",
  about: "Whether the server runs and the database answers, and how far the sealing of the record lags.",
  handle: async ({ app }) => {
    const asked = app.db.asSystem("health", (tx) => tx.get<Lag>("select app.sealer_lag() as seconds"));
    const lag = await Promise.race([asked, new Promise<null>((resolve) => setTimeout(resolve, WAIT_MS, null).unref())]).catch(() => null);
    const body = { status: lag === null ? "unavailable" : "ok", version, database: lag === null ? "unreachable" : "reachable", sealerLagSeconds: lag?.seconds ?? null };
    return { ...json(body), status: lag === null ? 503 : 200 };
  },
});
