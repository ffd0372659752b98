import type { ComponentChildren } from "preact";
import { classNames } from "./class-names.ts";
import { Pagination, type Paging } from "./navigation.tsx";

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** numbers stand right-aligned, in figures of equal width */
  readonly numeric?: boolean;
  /** names the row: read out with every cell, and carries the row's link */
  readonly rowHeader?: boolean;
  readonly sort?: { readonly href: string; readonly direction?: "ascending" | "descending" };
  /** muted ground, as for "stood in the list" */
  readonly quiet?: boolean;
  /** a column of buttons: in one row, as narrow as they are */
  readonly actions?: boolean;
  /** the header is only read out, where it would say nothing to the eye */
  readonly headerHidden?: boolean;
  /** dates, numbers, codes: never broken over lines */
  readonly nowrap?: boolean;
  /** on a phone's card: "corner" beside the name, "plain" a word that needs no heading, "gone" left out */
  /** a shorter heading for the card */
  readonly cardHeader?: string;
  readonly card?: "corner" | "plain" | "gone";
}

export interface Selection<Row> {
  readonly name: string;
  /** id of the form that the checkboxes belong to; its buttons may stand anywhere */
  readonly form: string;
  readonly value: (row: Row) => string;
  readonly label: (row: Row) => string;
  readonly isSelected?: (row: Row) => boolean;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowHref?: (row: Row) => string | undefined;
  readonly rowId?: (row: Row) => string;
  readonly selection?: Selection<Row>;
  /** one line of 32 px per row; without it rows grow with their content */
  readonly dense?: boolean;
  /** on a phone a row is a card of two or three lines instead of a line per column */
  readonly cards?: boolean;
  /** above the rows: bulk actions */
  readonly toolbar?: ComponentChildren;
  readonly empty?: ComponentChildren;
  readonly paging?: Paging;
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { sort, header } = column;
  const mark = sort?.direction && (sort.direction === "ascending" ? " ↑" : " ↓");
  return (
    <th scope="col" class={classNames(column.numeric && "is-numeric", column.quiet && "is-quiet")} aria-sort={sort?.direction}>
      {sort === undefined ? (
        <span class={column.headerHidden ? "kern-sr-only" : undefined}>{header}</span>
      ) : (
        <a class="sort-link" href={sort.href}>
          {header}
          {mark && <span aria-hidden="true">{mark}</span>}
        </a>
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href: string | undefined }) {
  const content = column.cell(row);
  const classes = classNames(column.numeric && "is-numeric", column.quiet && "is-quiet", column.nowrap && "is-nowrap", column.actions && "is-actions", column.card && `card-${column.card}`);
  const props = { class: classes === "" ? undefined : classes, "data-label": column.headerHidden ? undefined : column.header, "data-card-label": column.cardHeader };
  if (!column.rowHeader) return <td {...props}>{content}</td>;
  return (
    <th scope="row" {...props}>
      {href === undefined ? content : <a class="row-link" href={href}>{content}</a>}
    </th>
  );
}

/** The table of everything that people compare. On narrow screens each row becomes a block of labelled lines. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowHref, rowId, selection, dense = true, cards, toolbar, empty, paging } = props;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div class={classNames("datatable", dense && "is-dense", cards && "is-cards")}>
      {toolbar !== undefined && <div class="datatable-toolbar">{toolbar}</div>}
      <div class="datatable-scroll">
        <table>
          <caption class={captionHidden ? "kern-sr-only" : undefined}>{caption}</caption>
          <thead>
            <tr>
              {selection && (
                <th scope="col" class="is-selection">
                  <input type="checkbox" aria-label="Alle auf dieser Seite auswählen" data-select-all={selection.name} data-scripted="" hidden />
                  <span class="kern-sr-only">Auswahl</span>
                </th>
              )}
              {columns.map((column) => (
                <HeadCell column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr id={rowId?.(row)} class={rowHref?.(row) === undefined ? undefined : "has-link"}>
                {selection && <SelectionCell row={row} selection={selection} />}
                {columns.map((column) => (
                  <BodyCell column={column} row={row} href={rowHref?.(row)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {paging && <Pagination {...paging} />}
    </div>
  );
}

function SelectionCell<Row>({ row, selection }: { row: Row; selection: Selection<Row> }) {
  return (
    <td class="is-selection">
      <input
        type="checkbox"
        name={selection.name}
        form={selection.form}
        value={selection.value(row)}
        checked={selection.isSelected?.(row)}
        aria-label={`${selection.label(row)} auswählen`}
      />
    </td>
  );
}

/** Says how many rows are ticked; kept up to date where scripts run. */
export function SelectedCount({ name }: { name: string }) {
  return (
    <span class="selected-count" role="status" data-selected-count={name} data-scripted="" hidden>
      nichts ausgewählt
    </span>
  );
}
