import type { SubjectAccess } from "../../pdf/index.ts";
import type { MovePackage } from "./package-format.ts";
import { paperOf } from "./package-paper.ts";

type Entry = SubjectAccess["sections"][number]["entries"][number];
/** More than so many lines are a list of their own, as those of the register. */
const MOST_IN_A_LINE = 4;

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
  const [first, ...rest] = entry.lines;
  if (first === undefined || (entry.lines.length > MOST_IN_A_LINE && entry.texts.length === 0)) return <div class="package-entry"><Lines lines={[...entry.lines, ...entry.texts]} /></div>;
  return (
    <div class="package-entry">
      <p><strong><bdi>{first.value}</bdi></strong> <span class="line-note">{[...rest.map(({ label, value }) => `${label}: ${value}`), entry.day].filter((x) => x !== "").join(" · ")}</span></p>
      {entry.texts.length > 0 && <Lines lines={entry.texts} />}
    </div>
  );
}
const Lines = ({ lines }: { lines: Entry["lines"] }) => <dl class="facts facts-lines">{lines.map(({ label, value }) => <div><dt>{label}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl>;
