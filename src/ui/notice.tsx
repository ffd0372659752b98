import type { ComponentChildren } from "preact";
import { LinkButton } from "./button.tsx";
import { Icon } from "./icon.tsx";

export type NoticeKind = "info" | "success" | "warning" | "danger";

const WORDS: Record<NoticeKind, string> = { info: "Hinweis", success: "Erledigt", warning: "Achtung", danger: "Fehler" };

/** Something that the reader must know here. The kind is said by word and shape too. */
export function Notice({ kind = "info", title, children, actions }: { kind?: NoticeKind; title?: string; children?: ComponentChildren; actions?: ComponentChildren }) {
  return (
    <div class={`notice notice-${kind}`}>
      <Icon name={kind} label={WORDS[kind]} />
      <div class="notice-body">
        {title !== undefined && <p class="notice-title">{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div class="button-row">{actions}</div>}
      </div>
    </div>
  );
}

/** What the last action did, once, on top of the next page. Announced by screen readers. */
export function Flash({ kind = "success", children, undo }: { kind?: NoticeKind; children: ComponentChildren; undo?: { href: string; label: string } }) {
  return (
    <div class={`notice notice-${kind} flash`} role={kind === "danger" ? "alert" : "status"} tabindex={-1} data-flash="">
      <Icon name={kind} label={WORDS[kind]} />
      <div class="notice-body">
        <p>
          {children} {undo && <a href={undo.href}>{undo.label}</a>}
        </p>
      </div>
    </div>
  );
}

/** Nothing here yet: says what to do first, and does it with one click. */
export function EmptyState({ title, children, action }: { title: string; children?: ComponentChildren; action?: { href: string; label: string; strong?: boolean } }) {
  return (
    <div class="empty-state">
      <p class="empty-title">{title}</p>
      {children !== undefined && <p>{children}</p>}
      {action && (
        <LinkButton href={action.href} kind={action.strong ? "strong" : "plain"}>
          {action.label}
        </LinkButton>
      )}
    </div>
  );
}
