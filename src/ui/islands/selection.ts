/** The box in a table's head ticks all rows of this page; a line says how many are ticked. */
export function startSelection(): void {
  for (const all of document.querySelectorAll<HTMLInputElement>("[data-select-all]")) {
    const name = all.dataset["selectAll"]!;
    all.addEventListener("change", () => {
      for (const box of boxes(name)) box.checked = all.checked;
      count(name, all);
    });
    document.addEventListener("change", (event) => {
      if ((event.target as HTMLInputElement).name === name) count(name, all);
    });
    count(name, all);
  }
}

const boxes = (name: string) => [...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${CSS.escape(name)}"]`)];

function count(name: string, all: HTMLInputElement): void {
  const each = boxes(name);
  const ticked = each.filter((box) => box.checked).length;
  all.checked = ticked > 0 && ticked === each.length;
  all.indeterminate = ticked > 0 && ticked < each.length;
  for (const line of document.querySelectorAll(`[data-selected-count="${CSS.escape(name)}"]`)) {
    line.textContent = ticked === 0 ? "nichts ausgewählt" : `${ticked} ausgewählt`;
  }
}
