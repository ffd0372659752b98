import type { VNode } from "preact";
import { describedBy, FieldError, FieldHint, fieldId } from "../ui/index.ts";
import { CATEGORY_WORDS, cellOf, ENTRY_KINDS, type EntryKind, FACT_KINDS, type FactKind } from "./consent-words.ts";

export interface GridArea {
  readonly key: string;
  readonly label: string;
}
export interface GridCell {
  readonly lifeArea: string;
  readonly kind: string;
  readonly withdrawn?: boolean;
}
const SHORT: Readonly<Record<EntryKind, string>> = { contact: "Kontakte", task: "Aufgaben", papers: "Ausweise", notices: "Bescheide", certificates: "Zeugnisse" };
/** always in this order, whatever order they come in */
const KINDS = Object.keys(ENTRY_KINDS) as EntryKind[];

/** What a consent or a share covers, drawn: life areas down, kinds across; facts about the person below. Only rows and columns that say something. */
export function CategoryGrid({ cells, areas, caption }: { cells: readonly GridCell[]; areas: readonly GridArea[]; caption: string }) {
  const labelOf = (key: string): string => areas.find((a) => a.key === key)?.label ?? key;
  const ofEntries = cells.filter((c) => c.lifeArea !== "");
  const facts = cells.filter((c) => c.lifeArea === "");
  const rows = [...new Set([...areas.map((a) => a.key), ...ofEntries.map((c) => c.lifeArea)])].filter((key) => ofEntries.some((c) => c.lifeArea === key));
  const columns = KINDS.filter((kind) => ofEntries.some((c) => c.kind === kind));
  if (cells.length === 0) return <p class="muted">Nichts.</p>;
  return (
    <div class="category-box">
      {rows.length > 0 && (
        <table class="category-grid is-drawn">
          <caption class="kern-sr-only">{caption}</caption>
          <thead>
            <tr>
              <td />
              {columns.map((kind) => <th scope="col"><abbr title={ENTRY_KINDS[kind]}>{SHORT[kind]}</abbr></th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((area) => (
              <tr>
                <th scope="row">{labelOf(area)}</th>
                {columns.map((kind) => <DrawnCell word={SHORT[kind]} cell={ofEntries.find((c) => c.lifeArea === area && c.kind === kind)} />)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {facts.length > 0 && (
        <p class="category-facts">
          Zur Person: {facts.map((fact, i) => <>{i > 0 && " · "}{fact.withdrawn ? <s>{CATEGORY_WORDS[fact.kind as FactKind]}</s> : CATEGORY_WORDS[fact.kind as FactKind]}</>)}
        </p>
      )}
    </div>
  );
}

/** Where narrow, the column's word stands in the cell and the empty ones go. */
const DrawnCell = ({ cell, word }: { cell: GridCell | undefined; word: string }) =>
  cell === undefined ? <td class="is-out"><span class="kern-sr-only">nein</span></td>
  : cell.withdrawn ? <td class="is-withdrawn"><span aria-hidden="true">× <s class="category-word">{word}</s></span><span class="kern-sr-only">widerrufen</span></td>
  : <td class="is-in"><span aria-hidden="true">✓ <span class="category-word">{word}</span></span><span class="kern-sr-only">ja</span></td>;

export interface CategoryFieldProps {
  readonly name: string;
  readonly areas: readonly GridArea[];
  readonly chosen: readonly string[];
  readonly error?: string;
  /** only these can be ticked: what a consent covers, or what a withdrawal may still take back */
  readonly only?: readonly string[];
  /** life areas that lie folded below: those that the case is not about */
  readonly folded?: readonly string[];
  readonly legend: string;
  readonly hint?: string;
}

/** The same grid to tick. Each box is named by its row and column; where narrow, the column's word stands beside it. */
export function CategoryField({ name, areas, chosen, error, only, folded = [], legend, hint }: CategoryFieldProps) {
  const field = { name, label: legend, ...(error === undefined ? {} : { error }), ...(hint === undefined ? {} : { hint }) };
  const isOffered = (cell: string): boolean => only === undefined || only.includes(cell);
  const rows = areas.filter((area) => KINDS.some((kind) => isOffered(`${area.key}.${kind}`)));
  // what the case is about stands open; everything else lies one click away
  const isNear = (area: GridArea): boolean => !folded.includes(area.key);
  const [near, far] = [rows.filter(isNear), rows.filter((area) => !isNear(area))];
  const facts = (Object.keys(FACT_KINDS) as FactKind[]).filter((kind) => isOffered(`.${kind}`));
  const first = [...near.flatMap((area) => KINDS.map((kind) => `${area.key}.${kind}`)), ...facts.map((kind) => `.${kind}`)].find(isOffered);
  // the first box carries the field's id, so that an error's link lands on something that can be used
  const idOf = (cell: string): string => (cell === first ? fieldId(field) : `${fieldId(field)}-${cell.replace(".", "-")}`);
  const box = (cell: string, label?: string) => (
    <input type="checkbox" id={idOf(cell)} name={name} value={cell} checked={chosen.includes(cell)} aria-label={label} aria-invalid={error === undefined ? undefined : "true"} />
  );
  return (
    <fieldset class={error === undefined ? "choices" : "choices has-error"} aria-describedby={describedBy(field)}>
      <legend class="field-label">{legend}</legend>
      <FieldHint field={field} />
      {near.length + facts.length === 0 && far.length === 0 && <p class="muted">Nichts.</p>}
      <div class="category-box">
        {near.length > 0 && <ChoiceTable rows={near} isOffered={isOffered} box={box} />}
        {far.length > 0 && (
          <details class="category-far" open={far.some((area) => chosen.some((cell) => cell.startsWith(`${area.key}.`)))}>
            <summary>Weitere Lebensbereiche</summary>
            <ChoiceTable rows={far} isOffered={isOffered} box={box} />
          </details>
        )}
        {facts.length > 0 && (
          <div role="group" aria-labelledby={`${name}-facts`}>
            <p class="category-subhead" id={`${name}-facts`}>Angaben zur Person</p>
            <div class="choices-body category-fact-choices">
              {facts.map((kind) => (
                <div class="check">
                  {box(cellOf({ lifeArea: "", kind }))}
                  <label for={idOf(`.${kind}`)}>{FACT_KINDS[kind]}</label>
                </div>
              ))}
            </div>
          </div>
        )}
      </div>
      <FieldError field={field} />
    </fieldset>
  );
}

function ChoiceTable({ rows, isOffered, box }: { rows: readonly GridArea[]; isOffered: (cell: string) => boolean; box: (cell: string, label: string) => VNode }) {
  const columns = KINDS.filter((kind) => rows.some((area) => isOffered(`${area.key}.${kind}`)));
  return (
    <table class="category-grid is-choice">
      <thead><tr><td />{columns.map((kind) => <th scope="col">{ENTRY_KINDS[kind]}</th>)}</tr></thead>
      <tbody>
        {rows.map((area) => (
          <tr>
            <th scope="row">{area.label}</th>
            {columns.map((kind) =>
              isOffered(`${area.key}.${kind}`)
                ? <td><label class="category-cell">{box(`${area.key}.${kind}`, `${area.label}: ${ENTRY_KINDS[kind]}`)}<span class="category-word" aria-hidden="true">{SHORT[kind]}</span></label></td>
                : <td class="is-out"><span class="kern-sr-only">nicht wählbar</span></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
