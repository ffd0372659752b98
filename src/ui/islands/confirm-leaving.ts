/** Asks before leaving a form with unsaved text. A kept draft counts as saved. */
export function startConfirmLeaving(): void {
  const unsaved = new Set<HTMLFormElement>();
  const formOf = (event: Event): HTMLFormElement | null => {
    const form = (event.target as HTMLInputElement).form ?? null;
    return form?.dataset["guard"] === undefined ? null : form;
  };
  document.addEventListener("input", (event) => {
    const form = formOf(event);
    if (form) unsaved.add(form);
  });
  document.addEventListener("draftkept", (event) => {
    const form = formOf(event);
    if (form) unsaved.delete(form);
  });
  document.addEventListener("submit", () => unsaved.clear());
  addEventListener("beforeunload", (event) => {
    if (unsaved.size > 0) event.preventDefault();
  });
}
