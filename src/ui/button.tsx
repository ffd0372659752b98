import type { ComponentChildren } from "preact";
import { classNames } from "./class-names.ts";

/** `strong` once a page: the one thing that this page is for. */
export type ButtonKind = "strong" | "plain" | "quiet" | "danger";

interface Look {
  readonly kind?: ButtonKind;
  /** for rows of tables: 28 px high */
  readonly small?: boolean;
  readonly children: ComponentChildren;
}

export interface ButtonProps extends Look {
  readonly type?: "submit" | "button" | "reset";
  readonly name?: string;
  readonly value?: string;
  /** id of the form it submits, where it stands outside */
  readonly form?: string;
  readonly formAction?: string;
  readonly formNoValidate?: boolean;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly popovertarget?: string;
  /** what a screen reader hears where the visible word needs its row: "Zusammenführen, Zeile 5" */
  readonly label?: string;
}

export interface LinkButtonProps extends Look {
  readonly href: string;
  readonly label?: string;
  /** opens the target's form in a dialog where scripts run */
  readonly inDialog?: boolean;
  /** shortcut such as "n k" */
  readonly keys?: string;
}

const KERN: Record<ButtonKind, string> = {
  strong: "kern-btn--primary",
  plain: "kern-btn--secondary",
  quiet: "kern-btn--tertiary",
  danger: "kern-btn--secondary btn-danger",
};

const look = ({ kind = "plain", small }: Look) => classNames("kern-btn", "btn", KERN[kind], small && "btn-small");

export function Button({ type = "submit", label, pressed, kind, small, children, ...rest }: ButtonProps) {
  return (
    <button type={type} class={look({ ...(kind && { kind }), ...(small && { small }), children })} aria-label={label} aria-pressed={pressed} {...rest}>
      <span class="kern-label">{children}</span>
    </button>
  );
}

export function LinkButton({ href, label, inDialog, keys, kind, small, children }: LinkButtonProps) {
  return (
    <a
      href={href}
      class={look({ ...(kind && { kind }), ...(small && { small }), children })}
      aria-label={label}
      data-dialog={inDialog ? "" : undefined}
      data-keys={keys}
    >
      <span class="kern-label">{children}</span>
    </a>
  );
}

/** A row of buttons; wraps on narrow screens. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}
