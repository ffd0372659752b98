import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

/**
 * Opened by scripts alone (`data-opens="id"` on a button, or links with `inDialog`): whatever it holds must
 * also be reachable as a page.
 */
export function Dialog({ id, title, children, footer }: { id: string; title: string; children?: ComponentChildren; footer?: ComponentChildren }) {
  return (
    <dialog id={id} class="kern-dialog dialog" aria-labelledby={`${id}-title`}>
      <div class="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <form method="dialog">
          <button class="icon-button" aria-label="Schließen">
            <Icon name="close" />
          </button>
        </form>
      </div>
      <div class="dialog-body">{children}</div>
      {footer !== undefined && <div class="dialog-foot">{footer}</div>}
    </dialog>
  );
}
