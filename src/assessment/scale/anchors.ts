import { readFileSync } from "node:fs";
import type { ReadTx } from "../../db/index.ts";
import { listScaleRows } from "./scales.sql.ts";

interface Shipped {
  readonly source: string;
  readonly version: string;
  /** one word a step, the same for every life area */
  readonly steps: readonly string[];
  readonly areas: Readonly<Record<string, readonly string[]>>;
  readonly other: readonly string[];
}
const FILE = new URL("../../../data/assessment/anchors.json", import.meta.url);
let shipped: Shipped | undefined;

/** The example that comes with the code: "Beispiel, nicht amtlich". */
export const shippedScale = (): Shipped => (shipped ??= JSON.parse(readFileSync(FILE, "utf8")) as Shipped);
export const stepWord = (level: number): string => shippedScale().steps[level - 1] ?? "";

export interface Anchor {
  readonly level: number;
  readonly sentence: string;
  /** the tenant's own words, or still the example */
  readonly isOwn: boolean;
  readonly version: number;
}
export type Scales = ReadonlyMap<string, readonly Anchor[]>;

/** Five sentences a life area: the tenant's own, and the example where it has none. */
export async function readScales(tx: ReadTx, lifeAreas: readonly string[]): Promise<Scales> {
  const own = new Map((await listScaleRows(tx)).map((row) => [`${row.life_area}/${row.level}`, row]));
  const { areas, other } = shippedScale();
  return new Map(lifeAreas.map((area) => [area, (areas[area] ?? other).map((sentence, i): Anchor => {
    const row = own.get(`${area}/${i + 1}`);
    return row === undefined ? { level: i + 1, sentence, isOwn: false, version: 0 } : { level: i + 1, sentence: row.sentence, isOwn: true, version: row.version };
  })]));
}
