import { MOST_AT_ONCE, PHASE_KEYS, phaseLabel } from "../../cases/index.ts";
import { type CaseLine, type CasePage, type ColleagueRow, isEnded, MOST_COUNTED, nameOf, type CaseSort } from "../../cases/reading/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import {
  Button, Checkbox, CheckboxGroup, type Column, DataTable, Day, EmptyState, FilterBar, type FilterChip, FilterChoices, Form, LinkButton, Name, PageHead, Select, SelectedCount, StateLabel, TextField,
} from "../../ui/index.ts";
import { SaveForm } from "../saved-views/saved-views.page.tsx";
import type { SavedView } from "../saved-views/saved-views.sql.ts";
import { ALL_RUNNING, columnsOf, cursorOf, LIST_COLUMNS, listAddress, type ListColumn, type ListQuery, sortOf, sortWord } from "./list-address.ts";

export interface CaseListView {
  readonly query: ListQuery;
  readonly page: CasePage;
  readonly count: number;
  readonly colleagues: readonly ColleagueRow[];
  readonly today: CalendarDay;
  readonly me: string;
  readonly mayAssign: boolean;
  readonly mayOpen: boolean;
  readonly roomName: string;
  readonly views: readonly SavedView[];
  readonly form: { readonly csrf: string; readonly idempotencyKey: string };
}

const thousands = new Intl.NumberFormat("de");
const countWords = (n: number): string => (n > MOST_COUNTED ? `mehr als ${thousands.format(MOST_COUNTED)} Fälle` : n === 1 ? "1 Fall" : `${thousands.format(n)} Fälle`);

export function CaseListPage(view: CaseListView) {
  const { query, page, count, mayAssign, mayOpen, form } = view;
  return (
    <>
      <PageHead
        title="Fälle"
        lead={mayAssign ? `Alle Fälle des Aktenbereichs ${view.roomName}: Kopf, Stand und Zuständigkeit. Den Inhalt liest das Fallteam.` : "Die Fälle, an denen Sie arbeiten."}
        actions={mayOpen && <LinkButton href="/faelle/neu" kind="strong" keys="n f">Neuer Fall</LinkButton>}
      />
      {view.views.length > 0 && <Views query={query} views={view.views} />}
      <div class="choice-rows">
        <FilterChoices label="Stand" choices={statesOf(query)} />
        <FilterChoices label="Auswahl" choices={choicesOf(view)} />
      </div>
      <Filters view={view} />
      {mayAssign && (
        <Form {...form} id="auswahl" action="/faelle/zuweisen" label="Ausgewählte Fälle zuweisen">
          <></>
        </Form>
      )}
      <section class="card card-flush">
        <div class="card-body">
          <DataTable
            caption="Fälle"
            captionHidden
            cards
            rows={page.lines}
            columns={columns(view)}
            rowHref={(line) => `/faelle/${line.id}`}
            {...(mayAssign
              ? {
                  selection: { name: "caseIds", form: "auswahl", value: (line: CaseLine) => line.id, label: (line: CaseLine) => `Fall ${line.number}` },
                  ...(page.lines.length === 0 ? {} : { toolbar: <AssignBar view={view} /> }),
                }
              : {})}
            empty={<Empty view={view} />}
            paging={{
              summary: countWords(count),
              previousHref: page.previous === null ? undefined : listAddress(query, { vor: cursorOf(page.previous) }),
              nextHref: page.next === null ? undefined : listAddress(query, { nach: cursorOf(page.next) }),
            }}
          />
        </div>
      </section>
    </>
  );
}

const statesOf = (query: ListQuery) => [
    { label: "Laufend", href: listAddress(query, { stand: null }), current: query.stand === "laufend" },
    { label: "Beendet", href: listAddress(query, { stand: "beendet" }), current: query.stand === "beendet" },
    { label: "Alle", href: listAddress(query, { stand: "alle" }), current: query.stand === "alle" },
];

function choicesOf({ query, mayAssign }: CaseListView) {
  const mine = { label: "Meine", href: listAddress(query, { zustaendig: query.zustaendig === "ich" ? null : "ich", vertretung: null }), current: query.zustaendig === "ich" };
  const standing = { label: "In Vertretung", href: listAddress(query, { vertretung: query.vertretung === "ja" ? null : "ja", zustaendig: null }), current: query.vertretung === "ja" };
  const late = { label: "Überfällig", href: listAddress(query, { ueberfaellig: query.ueberfaellig === "ja" ? null : "ja" }), current: query.ueberfaellig === "ja" };
  const nobody = { label: "Ohne Zuständige", href: listAddress(query, { zustaendig: query.zustaendig === "niemand" ? null : "niemand", vertretung: null }), current: query.zustaendig === "niemand" };
  return [mine, standing, late, ...(mayAssign ? [nobody] : [])];
}

function Filters({ view }: { view: CaseListView }) {
  const { query, colleagues, mayAssign } = view;
  const keep = Object.fromEntries((["stand", "vertretung", "sortierung", "ab"] as const).flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));
  const chips = chipsOf(view);
  return (
    <FilterBar action="/faelle" keep={keep} chips={chips} resetHref={ALL_RUNNING} aside={<Aside view={view} />}>
      <TextField name="q" label="Name oder Fallnummer" value={query.q} optional width="medium" dir="auto" />
      <Select name="phase" label="Phase" optional empty="alle" value={query.phase} width="medium" options={PHASE_KEYS.map((value) => ({ value, label: phaseLabel(value) }))} />
      {mayAssign && (
        <Select
          name="zustaendig"
          label="Zuständig"
          optional
          empty="alle"
          value={query.zustaendig}
          width="medium"
          options={[{ value: "ich", label: "Sie" }, { value: "niemand", label: "niemand" }, ...colleagues.map((c) => ({ value: c.id, label: nameOf(c.given_name, c.family_name) }))]}
        />
      )}
      <Checkbox name="ueberfaellig" label="überfällig" checked={query.ueberfaellig === "ja"} />
      <CheckboxGroup name="spalten" label="Spalten" optional look="inline" values={columnsOf(query)} choices={(Object.keys(LIST_COLUMNS) as ListColumn[]).map((value) => ({ value, label: LIST_COLUMNS[value] }))} />
    </FilterBar>
  );
}

const Views = ({ query, views }: { query: ListQuery; views: readonly SavedView[] }) => {
  const shown = listAddress(query).slice("/faelle?".length);
  return (
    <div class="view-row">
      <span class="quiet" aria-hidden="true">Ansichten</span>
      <FilterChoices label="Ihre Ansichten" choices={views.map((saved) => ({ label: saved.name, href: `/faelle?${saved.query}`, current: saved.query === shown }))} />
      <a href="/faelle/ansichten">Ansichten ordnen</a>
    </div>
  );
};

function Aside({ view }: { view: CaseListView }) {
  const address = listAddress(view.query).slice("/faelle?".length);
  return (
    <>
      {!view.views.some((saved) => saved.query === address) && (
        <details class="view-save">
          <summary>Ansicht speichern</summary>
          <SaveForm hidden={view.form} query={address} />
        </details>
      )}
      <a href={listAddress(view.query, {}, "/faelle/liste.csv")}>Liste herunterladen (CSV)</a>
    </>
  );
}

function chipsOf({ query, colleagues }: CaseListView): FilterChip[] {
  const chips: FilterChip[] = [];
  if (query.q) chips.push({ label: `enthält „${query.q}“`, removeHref: listAddress(query, { q: null }) });
  if (query.phase !== undefined) chips.push({ label: `Phase ${phaseLabel(query.phase)}`, removeHref: listAddress(query, { phase: null }) });
  if (query.zustaendig !== undefined && query.zustaendig !== "ich" && query.zustaendig !== "niemand") {
    const who = colleagues.find((c) => c.id === query.zustaendig);
    chips.push({ label: `zuständig: ${who === undefined ? "unbekannt" : nameOf(who.given_name, who.family_name)}`, removeHref: listAddress(query, { zustaendig: null }) });
  }
  return chips;
}

function columns(view: CaseListView): Column<CaseLine>[] {
  const { query, today, me } = view;
  const { sort, descending } = sortOf(query);
  const sortBy = (by: CaseSort) => ({
    href: listAddress(query, { sortierung: sortWord(by), ab: sort === by && !descending ? "ja" : null }),
    ...(sort === by ? { direction: descending ? ("descending" as const) : ("ascending" as const) } : {}),
  });
  const all: Record<ListColumn, Column<CaseLine>> = {
    number: { key: "number", header: LIST_COLUMNS.number, nowrap: true, card: "plain", cell: (line) => line.number },
    phase: { key: "phase", header: LIST_COLUMNS.phase, card: "corner", cell: (line) => <PhaseWord phase={line.phase} /> },
    persons: { key: "persons", header: LIST_COLUMNS.persons, card: "gone", numeric: true, cell: (line) => line.personCount },
    born: { key: "born", header: LIST_COLUMNS.born, numeric: true, cell: (line) => line.birthYear ?? "" },
    lead: { key: "lead", header: LIST_COLUMNS.lead, card: "plain", cell: (line) => (line.leadId === null ? <StateLabel shape="triangle" tone="warning">niemand</StateLabel> : line.leadId === me ? "Sie" : <bdi>{line.leadName}</bdi>) },
    due: { key: "due", header: LIST_COLUMNS.due, nowrap: true, sort: sortBy("due"), cell: (line) => <DueCell day={line.nextDueOn as CalendarDay | null} today={today} /> },
    contact: { key: "contact", header: LIST_COLUMNS.contact, cardHeader: "Kontakt", nowrap: true, sort: sortBy("contact"), cell: (line) => (line.lastContactOn === null ? <span class="quiet">noch keiner</span> : <Day day={line.lastContactOn as CalendarDay} today={today} only="relative" />) },
    opened: { key: "opened", header: LIST_COLUMNS.opened, nowrap: true, cell: (line) => <Day day={line.openedOn as CalendarDay} /> },
  };
  const name: Column<CaseLine> = { key: "name", header: "Name", rowHeader: true, sort: sortBy("name"), cell: (line) => <Name latin={line.name} own={line.nameOwn} /> };
  return [name, ...columnsOf(query).map((column) => all[column])];
}

const PhaseWord = ({ phase }: { phase: string }) =>
  isEnded(phase) ? <StateLabel shape="check" tone="neutral">{phaseLabel(phase)}</StateLabel> : <StateLabel shape={phase === "enquiry" ? "empty" : phase === "dormant" ? "square" : "half"} tone={phase === "dormant" ? "warning" : "accent"}>{phaseLabel(phase)}</StateLabel>;

const DueCell = ({ day, today }: { day: CalendarDay | null; today: CalendarDay }) =>
  day === null ? <span class="quiet">nichts geplant</span> : day < today ? <StateLabel shape="triangle" tone="danger"><Day day={day} /></StateLabel> : <Day day={day} today={today} />;

function AssignBar({ view: { colleagues, query, page, count } }: { view: CaseListView }) {
  return (
    <>
      <label class="assign-label" for="f-zuweisen">Ausgewählte zuweisen an</label>
      <div class="assign-select select">
        <select id="f-zuweisen" name="toAccountId" form="auswahl" class="kern-form-input__input control">
          <option value="">bitte wählen</option>
          {colleagues.filter((c) => c.works_here).map((c) => <option value={c.id}>{nameOf(c.given_name, c.family_name)}</option>)}
        </select>
      </div>
      <Button small form="auswahl">Zuweisen</Button>
      <SelectedCount name="caseIds" />
      {count > page.lines.length && (
        <a class="toolbar-end" href={listAddress(query, {}, "/faelle/treffer-zuweisen")}>
          {count > MOST_AT_ONCE ? `Die ersten ${MOST_AT_ONCE} Treffer zuweisen` : `Alle ${count} Treffer zuweisen`}
        </a>
      )}
    </>
  );
}

function Empty({ view }: { view: CaseListView }) {
  const { query, mayOpen, mayAssign } = view;
  if (query.nach !== undefined || query.vor !== undefined) return <EmptyState title="Hier geht die Liste nicht weiter" action={{ href: listAddress(query), label: "Zum Anfang der Liste" }}>Inzwischen hat sich etwas geändert.</EmptyState>;
  const isFiltered = listAddress(query, { sortierung: null, ab: null, spalten: null }) !== ALL_RUNNING;
  if (isFiltered) return <EmptyState title="Kein Fall passt dazu" action={{ href: ALL_RUNNING, label: "Alle laufenden Fälle zeigen" }}>Nehmen Sie einen Filter weg.</EmptyState>;
  return (
    <EmptyState title="Noch keine Fälle" {...(mayOpen ? { action: { href: mayAssign ? "/import" : "/faelle/neu", label: mayAssign ? "Liste importieren" : "Ersten Fall anlegen" } } : {})}>
      {mayAssign ? "Übernehmen Sie die Liste, die Ihr Team bisher führt, oder legen Sie einen Fall an." : "Sobald Ihnen ein Fall zugewiesen wird, steht er hier."}
    </EmptyState>
  );
}
