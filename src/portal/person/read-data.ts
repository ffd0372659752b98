import type { ReadTx } from "../../db/index.ts";
import { type CalendarDay, dayOf } from "../../kernel/calendar-day.ts";
import { NATIONALITIES } from "../../persons/index.ts";
import type { Reading } from "../process/portal-route.ts";
import { type DataRow, listData, listMessages } from "../portal.sql.ts";
import { readFactItems } from "./read-facts.ts";
import type { DataGroup, DataItem, DataLabelCode, DataValue, DataView } from "../views.ts";

const GROUPS: readonly DataGroup[] = ["person", "reach", "language", "family", "residence", "facts", "strengths", "papers"];
const countries = new Map(NATIONALITIES.map((n) => [n.value, n.label]));

const valueOf = (row: DataRow): DataValue => {
  if (row.code === "birth" || row.code === "entered_on") return { day: row.value as CalendarDay };
  if (row.code === "nationality") return { said: { text: countries.get(row.value) ?? row.value, lang: "de" } };
  if (row.part === "language") return { languageCode: row.value };
  return { said: { text: row.value, lang: row.code === "name_own_script" ? "und" : "de" } };
};

export async function readData(tx: ReadTx, call: Reading): Promise<DataView> {
  const wrong = new Map((await listMessages(tx)).filter((m) => m.kind === "wrong" && m.state === "open").map((m) => [m.item, dayOf(m.sent_at, call.app.config.timeZone)]));
  const items = (await listData(tx)).map((row) => {
    const id = `${row.code}:${row.row_id}`;
    return { part: row.part, item: { id, label: { code: row.code as DataLabelCode }, value: valueOf(row), saidWrongOn: wrong.get(id) ?? null } satisfies DataItem };
  });
  const all: readonly { readonly part: string; readonly item: DataItem }[] = [...items, ...(await readFactItems(tx, call, wrong))];
  return { maySay: true, groups: GROUPS.map((code) => ({ code, items: all.filter((i) => i.part === code).map((i) => i.item) })).filter((g) => g.items.length > 0) };
}
