const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"));

const helpDialog = () => document.querySelector<HTMLDialogElement>("#shortcut-help");

/** Keys come from the page's links (`data-keys="g t"`); none are known here but `/` and `?`. */
export function startShortcuts(): void {
  if (document.body.dataset["shortcuts"] === "off") return;
  let pressed = "";
  let forget: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]") || event.key.length !== 1) return;
    clearTimeout(forget);
    pressed = `${pressed} ${event.key}`.trim().slice(-3);
    if (follow(event.key) || follow(pressed)) {
      event.preventDefault();
      pressed = "";
      return;
    }
    forget = setTimeout(() => (pressed = ""), 1200);
  });
}

/** True where the keys meant something. */
function follow(keys: string): boolean {
  if (keys === "/") {
    const search = document.querySelector<HTMLInputElement>("[data-search]");
    search?.focus();
    search?.select();
    return search !== null;
  }
  if (keys === "?") {
    helpDialog()?.showModal();
    return true;
  }
  const link = [...document.querySelectorAll<HTMLElement>("[data-keys]")].find((l) => l.dataset["keys"] === keys);
  link?.click();
  return link !== undefined;
}
