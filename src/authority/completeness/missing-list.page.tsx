import { PrintSheet } from "../../ui/index.ts";
import type { MissingPaper } from "./missing-letter.ts";

export interface MissingListView {
  readonly norm: string;
  readonly title: string;
  readonly name: string;
  readonly missing: readonly MissingPaper[];
  readonly printedBy: string;
  readonly printedAt: string;
}

/** To hand over at the counter. */
export const MissingListPage = ({ norm, title, name, missing, printedBy, printedAt }: MissingListView) => (
  <PrintSheet title={<>Diese Unterlagen fehlen noch: <bdi>{name}</bdi></>} printedBy={printedBy} printedAt={printedAt}>
    <p>{title} ({norm})</p>
    {missing.length === 0 ? <p>Es fehlt nichts.</p> : missing.map((m) => (
      <section>
        <h2>{m.condition}</h2>
        <ul>{m.evidence.map((e) => <li>☐ {e}</li>)}</ul>
      </section>
    ))}
    <p>Diese Liste ist keine Entscheidung.</p>
  </PrintSheet>
);
