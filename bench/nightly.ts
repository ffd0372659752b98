import type pg from "pg";
import { computeTonight } from "../src/perspectives/index.ts";
import { loadConfig } from "../src/config.ts";
import { loadTenant, openPlace, type Place, settle } from "./place.ts";

/** The run of the night: the rules, the database and what lies between them; one process, one core for the rules. */
export interface NightlyFigures {
  readonly persons: number;
  /** whose facts could not be read */
  readonly unread: number;
  readonly days: number;
  readonly first: { readonly seconds: number; readonly perSecond: number };
  /** the same night again, with nothing changed: what most nights are */
  readonly again: { readonly seconds: number; readonly perSecond: number };
}

/** Persons by the loader of the demo; those in a running case are looked ahead for, and everybody is made one of these. */
export async function measureNightly(cases: number, say: (text: string) => void): Promise<NightlyFigures> {
  const place = await openPlace();
  try {
    say(`${cases} Fälle werden geladen …`);
    await loadTenant(place, "Kreis Messung Nacht", cases, () => undefined);
    await makeAllCurrent(place.owner);
    await settle(place);
    say("Die Nacht beginnt …");
    const first = await night(place, 0);
    const again = await night(place, 1);
    const { rows } = await place.owner.query<{ days: number }>("select count(*)::integer as days from app.upcoming_days");
    return { persons: first.persons, unread: first.unread, days: rows[0]!.days, first: first.pace, again: again.pace };
  } finally {
    await place.close();
  }
}

// in bulk most cases are over, and over them the night passes without a question
const makeAllCurrent = async (owner: pg.Client): Promise<void> => {
  await owner.query("update app.cases set phase = 'implementation', closed_on = null where phase in ('closed', 'advised_onward', 'not_admitted')");
};

async function night(place: Place, later: number) {
  const clock = (): Date => new Date(Date.now() + later * 86_400_000);
  const began = performance.now();
  const { persons, unread } = await computeTonight({ db: place.store.db, vault: place.store.vault, config: loadConfig(place.env), clock });
  const seconds = (performance.now() - began) / 1000;
  return { persons, unread, pace: { seconds, perSecond: persons / seconds } };
}

const number = new Intl.NumberFormat("de", { maximumFractionDigits: 0 });
export const nightlyTable = (f: NightlyFigures): string =>
  [
    `Nächtlicher Lauf: ${number.format(f.persons)} Personen, ${number.format(f.days)} Fristen, ${f.unread} nicht lesbar`,
    `  erste Nacht: ${f.first.seconds.toFixed(1)} s, ${number.format(f.first.perSecond)} Personen je Sekunde, 1.000.000 in ${number.format(1_000_000 / f.first.perSecond / 60)} Minuten`,
    `  ohne Änderung: ${f.again.seconds.toFixed(1)} s, ${number.format(f.again.perSecond)} Personen je Sekunde, 1.000.000 in ${number.format(1_000_000 / f.again.perSecond / 60)} Minuten`,
  ].join("\n");
