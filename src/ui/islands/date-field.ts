const GERMAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** A button beside the text opens the browser's own calendar. Typing stays the first way. */
export function startDateFields(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-date]")) addPicker(field);
}

function addPicker(field: HTMLInputElement): void {
  const native = document.createElement("input");
  if (!("showPicker" in native)) return;
  native.type = "date";
  native.className = "date-native";
  native.tabIndex = -1;
  native.setAttribute("aria-hidden", "true");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "icon-button date-picker";
  button.setAttribute("aria-label", `Kalender öffnen: ${field.labels?.[0]?.textContent ?? "Datum"}`);
  button.append(calendarIcon());
  button.addEventListener("click", () => {
    const [, day, month, year] = GERMAN.exec(field.value.trim()) ?? [];
    native.value = day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : "";
    native.showPicker();
  });
  native.addEventListener("change", () => {
    const [year, month, day] = native.value.split("-");
    if (day !== undefined) field.value = `${day}.${month}.${year}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
  field.after(button, native);
}

function calendarIcon(): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [name, value] of Object.entries({ class: "icon", viewBox: "0 0 16 16", fill: "none", stroke: "currentColor", "stroke-width": "1.5", "aria-hidden": "true" })) {
    svg.setAttribute(name, value);
  }
  path.setAttribute("d", "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5");
  svg.append(path);
  return svg;
}
