import { z } from "zod";
import { record } from "../../../audit/index.ts";
import { list, listLifeAreas } from "../../../cases/working/index.ts";
import type { WriteTx } from "../../../db/index.ts";
import { apiRead, apiWrite, type Asking, formRoute, json, page, redirect, type Route, written } from "../../../http/index.ts";
import { Refused } from "../../../kernel/errors.ts";
import { SensitiveAreasPage } from "./areas.page.tsx";
import { listSensitive, putSensitive } from "./areas.sql.ts";

const PATH = "/verwaltung/eigene-seite";
const allow = "tenant.administer";

/** What is off is in the record by its keys, so that what was on in between can be told. A retired area that was off stays off. */
async function setSensitive(tx: WriteTx, asking: Asking, keys: readonly string[]): Promise<void> {
  const [known, before] = [(await listLifeAreas(tx)).map((a) => a.key), await listSensitive(tx)];
  if (keys.some((key) => !known.includes(key))) throw new Refused([{ code: "life-area-unknown", field: "area", sentence: "Diesen Lebensbereich gibt es nicht." }]);
  const now = [...keys, ...before.filter((key) => !known.includes(key))];
  await putSensitive(tx, asking.session.tenantId, now);
  await record(tx, asking, { action: "setting.changed", objectKind: "setting", objectIds: [], purpose: `portal_off:${now.join("+")}` });
}

const areas = z.object({ areas: z.array(z.string()) });
export const areasRoutes: readonly Route[] = [
  formRoute({
    path: PATH, allow, record: "setting.changed", showRecord: { none: "life areas of the municipality, and no person" }, about: "Life areas that are off on the own pages until a person wants them.", body: z.object({ area: list() }),
    show: async (tx, _input, asking, form) => {
      const view = { areas: await listLifeAreas(tx), off: await listSensitive(tx), form, hidden: asking.form() };
      return page("Eigene Seite der Person", () => <SensitiveAreasPage view={view} />, { nav: "administration" });
    },
    submit: async (tx, { body }, asking) => {
      await setSensitive(tx, asking, body.area);
      return redirect(PATH, "Gespeichert. Es gilt sofort.");
    },
  }),
  apiRead({
    path: "/api/v1/settings/portal-sensitive-areas", allow, record: { none: "life areas of the municipality, and no person" }, about: "Life areas that are off on the own pages until a person wants them.", answer: areas, example: { areas: ["gesundheit", "familie"] },
    handle: async (tx) => json({ areas: await listSensitive(tx) }),
  }),
  apiWrite({
    path: "/api/v1/settings/portal-sensitive-areas", method: "PUT", allow, record: "setting.changed", about: "Sets the life areas that are off on the own pages.", body: areas, bodyExample: { areas: ["gesundheit", "familie"] }, answer: areas, example: { areas: ["gesundheit", "familie"] },
    handle: async (tx, { body }, asking) => {
      await setSensitive(tx, asking, [...new Set(body.areas)]);
      return written(asking.session.tenantId, { status: 200 });
    },
    show: async (tx) => json({ areas: await listSensitive(tx) }),
  }),
];
