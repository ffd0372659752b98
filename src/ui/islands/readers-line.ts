/**
 * Asks anew who will be able to read an entry whenever a choice in its form changes. Only choices are sent
 * (checkboxes, radios, selects), never what is typed: addresses end up in logs.
 */
export function startReadersLines(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-readers-url]")) {
    form.addEventListener("change", (event) => {
      if ((event.target as Element).matches("select, [type=checkbox], [type=radio]")) void refresh(form);
    });
  }
}

function choicesOf(form: HTMLFormElement): URLSearchParams {
  const params = new URLSearchParams();
  for (const input of form.querySelectorAll<HTMLInputElement>("input:checked")) params.append(input.name, input.value);
  for (const select of form.querySelectorAll("select")) params.append(select.name, select.value);
  return params;
}

const latest = new WeakMap<HTMLFormElement, number>();

async function refresh(form: HTMLFormElement): Promise<void> {
  const line = form.querySelector("[data-readers-line]");
  const mine = (latest.get(form) ?? 0) + 1;
  latest.set(form, mine);
  try {
    const response = await fetch(`${form.dataset["readersUrl"]!}?${choicesOf(form).toString()}`, { headers: { accept: "text/html" } });
    if (!response.ok) throw new Error(String(response.status));
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-readers-line]");
    if (fresh === null) throw new Error("no line in the answer");
    // Content is replaced inside the live region, so that it is announced.
    if (latest.get(form) === mine) line?.replaceChildren(...fresh.childNodes);
  } catch {
    // A line that may be wrong is worse than none.
    if (latest.get(form) === mine) line?.replaceChildren("Wer das lesen kann, ist gerade nicht zu ermitteln. Bitte laden Sie die Seite neu, bevor Sie speichern.");
  }
}
