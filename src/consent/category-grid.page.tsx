import { type Category, cellOf, ENTRY_KINDS, type EntryKind } from "./consent-words.ts";

export interface GridArea {
  readonly key: string;
  readonly label: string;
}
export interface CategoryGridProps {
  readonly caption: string;
  readonly areas: readonly GridArea[];
  readonly kinds?: readonly EntryKind[];
  /** as `lifeArea.kind` */
  readonly chosen: readonly string[];
  /** set: checkboxes of this name; absent: to look at */
  readonly name?: string;
  /** cells that may be chosen; absent: all */
  readonly offered?: readonly string[];
  readonly error?: string;
}

/** Life areas × kinds. To look at it shows only the life areas in which something is chosen. */
export function CategoryGrid({ caption, areas, kinds: wanted = Object.keys(ENTRY_KINDS) as EntryKind[], chosen, name, offered, error }: CategoryGridProps) {
  // always in the same order, whatever order they come in
  const kinds = (Object.keys(ENTRY_KINDS) as EntryKind[]).filter((kind) => wanted.includes(kind));
  const may = (cell: string): boolean => offered === undefined || offered.includes(cell);
  const rows = areas.filter((area) => kinds.some((kind) => (name === undefined ? chosen : offered ?? [cellOf({ lifeArea: area.key, kind })]).includes(cellOf({ lifeArea: area.key, kind }))));
  const columns = kinds.filter((kind) => name !== undefined || rows.some((area) => chosen.includes(cellOf({ lifeArea: area.key, kind }))));
  if (rows.length === 0) return <p class="muted">Nichts.</p>;
  return (
    <div class={`category-grid${error === undefined ? "" : " has-error"}`}>
      {error !== undefined && <p class="kern-error" id={`${name}-error`}>{error}</p>}
      <div class="category-grid-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption class="kern-sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Lebensbereich</th>
              {columns.map((kind) => <th scope="col">{ENTRY_KINDS[kind]}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((area) => (
              <tr>
                <th scope="row">{area.label}</th>
                {columns.map((kind) => <Cell cell={cellOf({ lifeArea: area.key, kind } satisfies Category)} kind={ENTRY_KINDS[kind]} label={`${ENTRY_KINDS[kind]}: ${area.label}`} chosen={chosen} name={name} may={may} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Cell({ cell, kind, label, chosen, name, may }: { cell: string; kind: string; label: string; chosen: readonly string[]; name: string | undefined; may: (cell: string) => boolean }) {
  const isChosen = chosen.includes(cell);
  if (name === undefined) {
    return <td data-label={kind}>{isChosen ? <><span aria-hidden="true">✓</span><span class="kern-sr-only">ja</span></> : <><span aria-hidden="true" class="muted">–</span><span class="kern-sr-only">nein</span></>}</td>;
  }
  if (!may(cell)) return <td data-label={kind} class="is-closed"><span aria-hidden="true" class="muted">–</span><span class="kern-sr-only">nicht von der Einwilligung gedeckt</span></td>;
  return (
    <td data-label={kind}>
      <label class="category-cell">
        <input type="checkbox" name={name} value={cell} checked={isChosen} aria-label={label} />
      </label>
    </td>
  );
}
