import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { Chip, type Column, DataTable, Day, EmptyState, Figure, FigureRow, FilterBar, type FilterChip, FilterChoices, LinkButton, Name, PageHead, Select, StateLabel, TextField } from "../../ui/index.ts";
import { normOf } from "../completeness/rights.ts";
import { cursorOf, officeAddress, type OfficeQuery } from "./office-address.ts";
import type { OfficeLine, OfficeList } from "./read-office-list.ts";

export interface OfficeListView {
  readonly query: OfficeQuery;
  readonly list: OfficeList;
  readonly rights: readonly { readonly id: string; readonly norm: string }[];
  readonly today: CalendarDay;
  readonly roomName: string;
}
const thousands = new Intl.NumberFormat("de");
const countWords = (n: number): string => (n === 1 ? "1 Vorgang" : `${thousands.format(n)} Vorgänge`);

export function OfficeListPage(view: OfficeListView) {
  const { query, list, today } = view;
  return (
    <>
      <PageHead title="Vorgänge" lead={`Alle Personen des Aktenbereichs ${view.roomName}, mit dem, was als Nächstes zu tun ist.`} actions={<><LinkButton href="/fristen">Fristenvorschau</LinkButton><LinkButton href="/personen/neu" kind="strong" keys="n p">Person aufnehmen</LinkButton></>} />
      <FigureRow>
        <Figure label="überfällig" value={thousands.format(list.room.overdue)} tone={list.room.overdue > 0 ? "danger" : "neutral"} href={officeAddress(query, { faellig: "ueberfaellig" })} />
        <Figure label="heute fällig" value={thousands.format(list.room.today - list.room.overdue)} href={officeAddress(query, { faellig: "heute" })} />
        <Figure label="Unterlagen fehlen" value={thousands.format(list.room.missing)} tone={list.room.missing > 0 ? "warning" : "neutral"} href={officeAddress(query, { pruefung: "fehlt" })} />
        <Figure label="Vorgänge" value={thousands.format(list.room.all)} href="/vorgaenge" />
      </FigureRow>
      <div class="choice-rows">
        <FilterChoices label="Fällig" choices={dueChoices(view)} />
        <FilterChoices label="Auswahl" choices={[{ label: "Meine", count: list.room.mine, href: officeAddress(query, { meine: query.meine === "ja" ? null : "ja" }), current: query.meine === "ja" }, { label: "Unterlagen fehlen", count: list.room.missing, href: officeAddress(query, { pruefung: query.pruefung === "fehlt" ? null : "fehlt" }), current: query.pruefung === "fehlt" }]} />
      </div>
      <Filters view={view} />
      <section class="card card-flush">
        <div class="card-body">
          <DataTable
            caption="Vorgänge"
            captionHidden
            cards
            rows={list.lines}
            columns={columnsOf(query, today)}
            rowHref={(line) => `/vorgaenge/${line.id}`}
            empty={<Empty query={query} />}
            paging={{
              summary: countWords(list.found.all),
              previousHref: list.previous === null ? undefined : officeAddress(query, { vor: cursorOf(list.previous) }),
              nextHref: list.next === null ? undefined : officeAddress(query, { nach: cursorOf(list.next) }),
            }}
          />
        </div>
      </section>
    </>
  );
}

const dueChoices = ({ query, list: { room } }: OfficeListView) => [
  { label: "Alle", count: room.all, href: officeAddress(query, { faellig: null }), current: query.faellig === undefined },
  { label: "Überfällig", count: room.overdue, href: officeAddress(query, { faellig: "ueberfaellig" }), current: query.faellig === "ueberfaellig" },
  { label: "Bis heute", count: room.today, href: officeAddress(query, { faellig: "heute" }), current: query.faellig === "heute" },
  { label: "Bis in 7 Tagen", count: room.week, href: officeAddress(query, { faellig: "woche" }), current: query.faellig === "woche" },
];

const UNTIL_WORDS = { "3": "in 3 Monaten", "6": "in 6 Monaten", "12": "in 12 Monaten" } as const;

function Filters({ view: { query, list, rights } }: { view: OfficeListView }) {
  const keep = Object.fromEntries((["faellig", "meine", "sortierung"] as const).flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));
  const chips: FilterChip[] = [
    ...(query.q ? [{ label: `gesucht: „${query.q}“`, removeHref: officeAddress(query, { q: null }) }] : []),
    ...(query.pruefung && query.pruefung !== "fehlt" ? [{ label: `Prüfung ${normOf(query.pruefung)}`, removeHref: officeAddress(query, { pruefung: null }) }] : []),
    ...(query.status ? [{ label: `Status: ${query.status}`, removeHref: officeAddress(query, { status: null }) }] : []),
    ...(query.ablauf ? [{ label: `Titel endet ${UNTIL_WORDS[query.ablauf]}`, removeHref: officeAddress(query, { ablauf: null }) }] : []),
  ];
  return (
    <FilterBar action="/vorgaenge" keep={keep} chips={chips} resetHref="/vorgaenge">
      <TextField name="q" label="Name oder Geburtsdatum" value={query.q} optional width="medium" dir="auto" />
      <Select name="status" label="Aufenthaltsstatus" optional empty="alle" width="medium" value={query.status} options={list.statuses.map((s) => ({ value: s.status, label: `${s.status} (${s.n})` }))} />
      <Select name="ablauf" label="Titel endet" optional empty="egal wann" width="medium" value={query.ablauf} options={Object.entries(UNTIL_WORDS).map(([value, label]) => ({ value, label }))} />
      <Select name="pruefung" label="Vollständigkeitsprüfung" optional empty="alle" width="medium" value={query.pruefung} options={[{ value: "fehlt", label: "Unterlagen fehlen" }, ...rights.map((r) => ({ value: r.id, label: r.norm }))]} />
    </FilterBar>
  );
}

function columnsOf(query: OfficeQuery, today: CalendarDay): Column<OfficeLine>[] {
  const sort = (word: OfficeQuery["sortierung"]) => ({ href: officeAddress(query, { sortierung: word }), ...(query.sortierung === word ? { direction: "ascending" as const } : {}) });
  return [
    { key: "name", header: "Name", rowHeader: true, sort: sort("name"), cell: (l) => <Name {...l.name} /> },
    { key: "birth", header: "Geboren", nowrap: true, card: "plain", cell: (l) => l.birth ?? "" },
    { key: "status", header: "Aufenthalt", card: "plain", cell: (l) => (l.status === "" ? <span class="quiet">nicht erfasst</span> : <bdi>{l.status}</bdi>) },
    { key: "until", header: "Titel bis", nowrap: true, sort: sort("titel"), cell: (l) => <Until line={l} today={today} /> },
    { key: "check", header: "Unterlagen", cell: (l) => papersOf(l) },
    { key: "appointment", header: "Termin", nowrap: true, card: "gone", cell: (l) => (l.nextAppointment === null ? "" : <Day day={l.nextAppointment} today={today} only="relative" />) },
    { key: "due", header: "Nächste Wiedervorlage", cardHeader: "Fällig", nowrap: true, sort: sort("faellig"), cell: (l) => <Due line={l} today={today} /> },
  ];
}

const SOON_MS = 90 * 86_400_000;
function Until({ line, today }: { line: OfficeLine; today: CalendarDay }) {
  if (line.until === null) return <span class="quiet">unbefristet</span>;
  if (line.until < today) return <StateLabel tone="danger" shape="triangle"><Day day={line.until} /></StateLabel>;
  return Date.parse(line.until) - Date.parse(today) <= SOON_MS ? <StateLabel tone="warning" shape="half"><Day day={line.until} /></StateLabel> : <Day day={line.until} />;
}

/** A cell without anything stays empty, so that a phone leaves it out. */
function papersOf(line: OfficeLine) {
  if (line.rules.length === 0) return null;
  return <>{line.rules.map((rule) => <Chip>{normOf(rule).replace(/ (AufenthG|StAG)$/, "")}</Chip>)} {line.missing > 0 ? <StateLabel tone="warning" shape="triangle">{line.missing} {line.missing === 1 ? "fehlt" : "fehlen"}</StateLabel> : <span class="quiet">nichts fehlt</span>}</>;
}

function Due({ line, today }: { line: OfficeLine; today: CalendarDay }) {
  if (line.nextDue === null) return <span class="quiet">nichts geplant</span>;
  const day = line.nextDue < today ? <StateLabel tone="danger" shape="triangle"><Day day={line.nextDue} /></StateLabel> : <Day day={line.nextDue} today={today} />;
  return <>{day}{line.open > 1 && <span class="quiet"> und {line.open - 1} weitere</span>}</>;
}

function Empty({ query }: { query: OfficeQuery }) {
  if (query.nach !== undefined || query.vor !== undefined) return <EmptyState title="Hier geht die Liste nicht weiter" action={{ href: officeAddress(query), label: "Zum Anfang der Liste" }}>Inzwischen hat sich etwas geändert.</EmptyState>;
  if (officeAddress(query, { sortierung: null }) !== "/vorgaenge") return <EmptyState title="Kein Vorgang passt dazu" action={{ href: "/vorgaenge", label: "Alle Vorgänge zeigen" }}>Nehmen Sie einen Filter weg.</EmptyState>;
  return <EmptyState title="Noch kein Vorgang" action={{ href: "/personen/neu", label: "Erste Person aufnehmen", strong: true }}>Jede Person, die Sie aufnehmen, steht hier mit ihren Wiedervorlagen.</EmptyState>;
}
