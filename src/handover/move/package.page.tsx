import type { SubjectAccess } from "../../pdf/index.ts";
import type { MovePackage } from "./package-format.ts";
import { paperOf } from "./package-paper.ts";

type Entry = SubjectAccess["sections"][number]["entries"][number];

/** What stands in a package, as on its paper: nothing is shown that does not go along, and nothing goes along unseen. */
export function PackageParts({ content }: { content: MovePackage }) {
  const paper = paperOf(content);
  return (
    <div class="package">
      {paper.sections.map((section) => (
        <section>
          <h3>{section.title}</h3>
          {section.entries.map((entry) => <Told entry={entry} />)}
        </section>
      ))}
      {content.documents.length > 0 && <section><h3>Dateien</h3><ul>{content.documents.map((d) => <li><bdi>{d.name}</bdi></li>)}</ul></section>}
      <section><h3>Nicht im Paket</h3><ul>{content.leftOut.map((what) => <li>{what}</li>)}</ul></section>
    </div>
  );
}

function Told({ entry }: { entry: Entry }) {
  return (
    <dl class="facts facts-lines package-entry">
      {entry.day !== "" && <div><dt>Tag</dt><dd>{entry.day}</dd></div>}
      {[...entry.lines, ...entry.texts].map(({ label, value }) => <div><dt>{label}</dt><dd><bdi>{value}</bdi></dd></div>)}
    </dl>
  );
}
