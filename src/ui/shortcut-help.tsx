import { Dialog } from "./dialog.tsx";

export interface Shortcut {
  /** keys one after the other, with a blank: "n k" */
  readonly keys: string;
  readonly label: string;
  readonly href: string;
}

const BUILT_IN = [
  ["/", "Suchen"],
  ["Strg K", "Befehle und Suche von überall"],
  ["?", "Diese Übersicht"],
  ["Esc", "Schließen"],
] as const;

const Keys = ({ keys }: { keys: string }) => (
  <>
    {keys.split(" ").map((key) => (
      <>
        <kbd>{key}</kbd>{" "}
      </>
    ))}
  </>
);

/** Lists every shortcut of the page; its links are what the keyboard island follows. */
export function ShortcutHelp({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  return (
    <Dialog id="shortcut-help" title="Tastenkürzel">
      <dl class="shortcut-list">
        {BUILT_IN.map(([keys, label]) => (
          <div>
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
        {shortcuts.map((shortcut) => (
          <div>
            <dt>
              <Keys keys={shortcut.keys} />
            </dt>
            <dd>
              <a href={shortcut.href} data-keys={shortcut.keys}>
                {shortcut.label}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <p class="muted">Einzelne Tasten lassen sich unter „Konto“ abschalten.</p>
    </Dialog>
  );
}
