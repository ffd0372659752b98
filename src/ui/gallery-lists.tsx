import { type CalendarDay, addDays, calendarDay } from "../kernel/calendar-day.ts";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { type Shape, StateLabel, type Tone } from "./chip.tsx";
import { DataTable, SelectedCount } from "./data-table.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { Form } from "./form.tsx";
import { Day, Name } from "./name.tsx";
import { Select, TextField } from "./text-fields.tsx";

export const TODAY: CalendarDay = calendarDay("2026-11-22");

interface Line {
  readonly number: string;
  readonly latin: string;
  readonly own?: string;
  readonly lang?: string;
  readonly state: readonly [string, Shape, Tone];
  readonly due: number;
  readonly contacts: number;
}

const RUNNING = ["Umsetzung", "half", "accent"] as const;
const LINES: readonly Line[] = [
  { number: "2026-0417", latin: "Haddad, Amira", own: "أميرة حداد", lang: "ar", state: RUNNING, due: 0, contacts: 24 },
  { number: "2026-0398", latin: "Tekle, Rahwa", own: "ራህዋ ተክለ", lang: "ti", state: ["Klärung", "empty", "neutral"], due: 3, contacts: 2 },
  { number: "2026-0377", latin: "Бондаренко, Наталья", state: RUNNING, due: -4, contacts: 112 },
  { number: "2025-0211", latin: "Öztürk, Çiğdem", state: ["Abschluss", "check", "success"], due: 21, contacts: 9 },
  { number: "2025-0178", latin: "<script>alert(1)</script>", state: ["ruht", "square", "warning"], due: 40, contacts: 1 },
];

export function ListSection() {
  return (
    <Card title="Liste mit Filter, Auswahl und Sammelaktion" flush>
      <div class="card-body">
        <FilterBar
          action="/_galerie"
          chips={[{ label: "zuständig: Sie", removeHref: "?" }, { label: "fällig bis 30.11.2026", removeHref: "?" }]}
          resetHref="?"
          result="5 von 212"
          aside={<a href="#export">Liste herunterladen</a>}
        >
          <TextField name="ort" label="Ort" optional />
          <Select name="phase" label="Phase" optional empty="alle" options={[{ value: "a", label: "Umsetzung" }]} />
        </FilterBar>
      </div>
      <Form id="auswahl" csrf="galerie">
        <></>
      </Form>
      <DataTable
        caption="Fälle"
        captionHidden
        rows={LINES}
        rowHref={(row) => `#${row.number}`}
        selection={{ name: "fall", form: "auswahl", value: (row) => row.number, label: (row) => `Fall ${row.number}` }}
        toolbar={
          <>
            <Button small form="auswahl" name="aktion" value="zuweisen">Zuweisen</Button>
            <Button small form="auswahl" name="aktion" value="wiedervorlage">Wiedervorlage setzen</Button>
            <SelectedCount name="fall" />
          </>
        }
        paging={{ summary: "5 von 212", nextHref: "?nach=2025-0178" }}
        columns={[
          { key: "name", header: "Name", rowHeader: true, sort: { href: "?sortierung=name", direction: "ascending" }, cell: (row) => <Name latin={row.latin} own={row.own} lang={row.lang} /> },
          { key: "number", header: "Fall", nowrap: true, cell: (row) => row.number },
          { key: "state", header: "Phase", cell: ({ state: [word, shape, tone] }) => <StateLabel shape={shape} tone={tone}>{word}</StateLabel> },
          { key: "due", header: "Fällig", nowrap: true, sort: { href: "?sortierung=faellig" }, cell: (row) => <Day day={addDays(TODAY, row.due)} today={TODAY} /> },
          { key: "contacts", header: "Kontakte", numeric: true, cell: (row) => row.contacts },
        ]}
      />
    </Card>
  );
}
