import type { ReadTx } from "../../../db/index.ts";
import { type CalendarDay, dayOf, germanDay } from "../../../kernel/calendar-day.ts";
import { readConsents, readPassedOn } from "../../person/read-consents.ts";
import { readData } from "../../person/read-data.ts";
import { readAppointments, readPlan } from "../../person/read-plan.ts";
import { deedOf, roleOf, thingOf, whyOf } from "../../person/read-seen.ts";
import { readPapers } from "../../person/read-sent.ts";
import { listSeen, type SeenRow } from "../../portal.sql.ts";
import type { Reading } from "../../process/portal-route.ts";
import { texts } from "../../texts/index.ts";
import { areaWords, displayName } from "../../texts/words.ts";
import type { DataItem } from "../../views.ts";
import type { HoldKind } from "./hold-kinds.ts";

/** One thing that stands on the page of a person and can be taken off it. */
export interface Thing {
  /** `kind:person:row`, of the first row */
  readonly value: string;
  readonly kind: HoldKind;
  readonly label: string;
  readonly note: string;
  /** all that go together: a line of who saw what is many records */
  readonly rows: readonly string[];
}
const cut = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
const one = (kind: HoldKind, personId: string, row: string, label: string, note = "", rows: readonly string[] = [row]): Thing => ({ value: `${kind}:${personId}:${row}`, kind, label: cut(label), note, rows });

/** What the person sees, by the person's own readers; what is held or off already is not among it. */
export async function listThings(tx: ReadTx, reading: Reading): Promise<Thing[]> {
  const person = reading.me.person_id;
  const { goals } = await readPlan(tx, reading);
  const [dates, consents, passedOn, papers, data] = [await readAppointments(tx, reading), await readConsents(tx, reading), await readPassedOn(tx, reading), await readPapers(tx, reading), await readData(tx, reading)];
  return [
    ...goals.map((g) => one("goal", person, g.id, (g.goal ?? g.wish)?.text ?? "", areaWords("de", g.lifeArea).text)),
    ...goals.flatMap((g) => g.measures.map((m) => one("measure", person, m.id, m.title.text, `bis ${germanDay(m.dueOn)}`))),
    ...[...dates.coming, ...dates.past].map((a) => one("appointment", person, a.id, a.subject?.text ?? a.withWhom ?? "Termin", `${germanDay(a.day)}, ${a.from} Uhr`)),
    ...papers.map((p) => one("document", person, p.id, p.name, germanDay(p.on))),
    ...data.groups.flatMap((g) => g.items.flatMap((item) => factOf(person, item))),
    ...[...consents.inForce, ...consents.ended].map((c) => one("consent", person, c.id, c.recipient, `${germanDay(c.givenOn)}, ${texts.de.consents.states[c.state]}`)),
    ...passedOn.items.map((p) => one("disclosure", person, p.id, p.recipient, `${germanDay(p.on)}: ${p.fields.join(", ")}`)),
    ...linesOf(person, await listSeen(tx, new Date(reading.now.getTime() + 1000), 200), reading.app.config.timeZone),
  ];
}

const ROW = /^[a-z_]+:([0-9a-f-]{36})$/;
/** Day of birth and day of entry are the person's own row: everybody knows the own. */
function factOf(person: string, item: DataItem): Thing[] {
  const row = ROW.exec(item.id)?.[1];
  if (row === undefined || row === person || item.value === null) return [];
  const { label, value } = item;
  const words = "day" in value ? germanDay(value.day) : "said" in value ? value.said.text : "yes" in value ? (value.yes ? "ja" : "nein") : "country" in value ? displayName("de", "region", value.country).text : displayName("de", "language", value.languageCode).text;
  return [one("fact", person, row, `${"code" in label ? texts.de.data.labels[label.code] : label.said.text}: ${words}`)];
}

/** As the page puts them together (read-seen.ts): whoever it was, on one day. The person's own acts stay. */
function linesOf(person: string, rows: readonly SeenRow[], timeZone: string): Thing[] {
  const lines = new Map<string, { day: CalendarDay; rows: SeenRow[] }>();
  for (const row of rows.filter((r) => roleOf(r) !== "you")) {
    const day = dayOf(row.at, timeZone);
    const key = [day, roleOf(row), row.office, whyOf(row)].join("|");
    lines.set(key, { day, rows: [...(lines.get(key)?.rows ?? []), row] });
  }
  return [...lines.values()].map(({ day, rows: same }) => {
    const [first] = same as [SeenRow, ...SeenRow[]];
    const deeds = [...new Set(same.map((r) => `${texts.de.seen.did[deedOf(r.action)]}: ${texts.de.seen.what[thingOf(r.action)]}`))];
    return one("access", person, first.id, [texts.de.seen.roles[roleOf(first)], first.office].filter((part) => part !== null).join(" · "), `${germanDay(day)} · ${cut(deeds.join("; "))}`, same.map((r) => r.id));
  });
}
