import { z } from "zod";
import { record } from "../../audit/index.ts";
import { listLifeAreas } from "../../cases/index.ts";
import { text } from "../../cases/working/index.ts";
import { formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { readScales, shippedScale } from "./anchors.ts";
import { ScalePage, ScalesPage, SCALES_PATH, versionOf } from "./scales.page.tsx";
import { deleteScaleRow, putScaleRow } from "./scales.sql.ts";

const NAV = { nav: "administration" };
const LEVELS = ["s1", "s2", "s3", "s4", "s5"] as const;
const sentence = () => text(240);

export const scaleRoutes: readonly Route[] = [
  pageRoute({
    path: SCALES_PATH, allow: "tenant.administer", record: { none: "sentences of a scale, and no person" }, about: "The anchored sentences of the assessment, per life area.",
    handle: async (tx) => {
      const areas = await listLifeAreas(tx);
      const view = { areas, scales: await readScales(tx, areas.map((a) => a.key)), source: shippedScale().source };
      return page("Stufen der Einschätzung", () => <ScalesPage {...view} />, NAV);
    },
  }),
  formRoute({
    path: `${SCALES_PATH}/:area`, allow: "tenant.administer", record: "setting.changed", showRecord: { none: "sentences of a scale, and no person" }, about: "Changes the sentences of one life area; an empty one returns to the example that is shipped.",
    params: z.object({ area: z.string().regex(/^[a-z_]{1,40}$/) }), body: z.object({ s1: sentence(), s2: sentence(), s3: sentence(), s4: sentence(), s5: sentence() }),
    show: async (tx, { params }, asking, form) => {
      const area = (await listLifeAreas(tx)).find((a) => a.key === params.area);
      if (area === undefined) throw new NotFound();
      const view = { area, anchors: (await readScales(tx, [area.key])).get(area.key) ?? [], examples: shippedScale().areas[area.key] ?? shippedScale().other, form, hidden: asking.form() };
      return page(area.label, () => <ScalePage {...view} />, NAV);
    },
    submit: async (tx, { params, body, version }, asking) => {
      const anchors = (await readScales(tx, [params.area])).get(params.area)!;
      if (!(await listLifeAreas(tx)).some((a) => a.key === params.area)) throw new NotFound();
      if (versionOf(anchors) !== version) throw new Stale({ changed: true });
      const examples = shippedScale().areas[params.area] ?? shippedScale().other;
      const tooShort = LEVELS.filter((name) => body[name] !== "" && body[name].length < 3);
      if (tooShort.length > 0) throw new Refused(tooShort.map((field) => ({ code: "sentence-too-short", field, sentence: "Schreiben Sie einen ganzen Satz, an dem die Stufe zu erkennen ist." })));
      for (const [i, name] of LEVELS.entries()) {
        const said = body[name];
        if (said === "" || said === examples[i]) await deleteScaleRow(tx, params.area, i + 1);
        else if (said !== anchors[i]!.sentence) await putScaleRow(tx, asking.session.tenantId, params.area, i + 1, said);
      }
      await record(tx, asking, { action: "setting.changed", objectKind: "setting", objectIds: [] });
      return redirect(SCALES_PATH, "Die Stufen sind gespeichert.");
    },
  }),
];
