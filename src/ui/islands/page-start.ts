/** Shows the parts that only make sense with scripts; the server sends them hidden. */
export function startScriptedParts(root: ParentNode = document): void {
  for (const part of root.querySelectorAll<HTMLElement>("[data-scripted]")) part.hidden = false;
  for (const button of root.querySelectorAll<HTMLElement>("[data-print]")) button.addEventListener("click", () => window.print());
}

/** Errors and comparisons take the focus when the page opens, so that they are read out first. */
export function startFocus(): void {
  document.querySelector<HTMLElement>("[data-focus]")?.focus();
}
