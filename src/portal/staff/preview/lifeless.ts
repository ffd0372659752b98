import { type ComponentChildren, h, type VNode } from "preact";

type Props = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren };

/**
 * A page of the person's as it looks, with nothing in it that acts: forms are boxes, fields and buttons are off, hidden fields and
 * scripts are gone, and a link leads to the preview of what it leads to, or nowhere. Pages are pure functions, so they are simply called.
 */
export function lifeless(node: ComponentChildren, leadsTo: (href: string) => string | null): ComponentChildren {
  if (Array.isArray(node)) return node.map((child) => lifeless(child as ComponentChildren, leadsTo));
  if (typeof node !== "object" || node === null) return node;
  const { type, props } = node as VNode<Props>;
  if (typeof type === "function") return lifeless((type as (props: Props) => ComponentChildren)(props), leadsTo);
  const children = lifeless(props.children, leadsTo);
  if (type === "script" || (type === "input" && props["type"] === "hidden")) return null;
  if (type === "form") return h("div", { class: ["was-form", props["class"]].filter(Boolean).join(" ") }, children);
  if (type === "button" || type === "input" || type === "textarea" || type === "select") return h(type, { ...props, name: undefined, disabled: true }, children);
  if (type !== "a") return h(type as string, { ...props }, children);
  const { href } = props;
  const to = typeof href === "string" ? leadsTo(href) : null;
  return to === null ? h("a", { class: props["class"] as string | undefined, role: "link", "aria-disabled": "true" }, children) : h("a", { ...props, href: to }, children);
}
