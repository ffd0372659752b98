import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

export interface Reader {
  readonly name: string;
  /** "Abwesenheitsvertretung", "über die Freigabe Arbeit" */
  readonly why?: string;
}

export interface ReadersLineProps {
  readonly readers: readonly Reader[];
  readonly notReaders?: readonly Reader[];
  /** beside the sentence: usually the button that saves */
  readonly children?: ComponentChildren;
}

function Listed({ people, strong }: { people: readonly Reader[]; strong?: boolean }) {
  return (
    <>
      {people.map((person, i) => (
        <>
          {i > 0 && ", "}
          {strong ? <b>{person.name}</b> : person.name}
          {person.why !== undefined && ` (${person.why})`}
        </>
      ))}
    </>
  );
}

/** Who will be able to read it, said before it is written. The island asks again whenever a choice changes. */
export function ReadersLine({ readers, notReaders = [] }: Omit<ReadersLineProps, "children">) {
  return (
    <p class="readers" role="status" data-readers-line="">
      <Icon name="eye" />
      <span>
        Lesen können das: <Listed people={readers} strong />.
        {notReaders.length > 0 && (
          <>
            {" "}
            Nicht: <Listed people={notReaders} />.
          </>
        )}
      </span>
    </p>
  );
}

/** The line and the button that it decides about, side by side. */
export function ReadersFoot({ children, ...line }: ReadersLineProps) {
  return (
    <div class="readers-foot">
      <ReadersLine {...line} />
      {children}
    </div>
  );
}
