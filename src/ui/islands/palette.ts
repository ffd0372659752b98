interface Item {
  readonly label: string;
  readonly href: string;
  readonly detail?: string;
}

interface Group {
  readonly label: string;
  readonly items: readonly Item[];
}

/** The command palette on Strg+K: a combobox in a dialog. `data-palette-url` answers `{groups: [{label, items}]}`. */
export function startPalette(): void {
  const url = document.querySelector<HTMLElement>("[data-palette-url]")?.dataset["paletteUrl"];
  if (url === undefined) return;
  let palette: ReturnType<typeof makePalette> | undefined;
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    palette ??= makePalette(url);
    palette.open();
  });
}

function makeElements() {
  const dialog = document.createElement("dialog");
  dialog.className = "kern-dialog dialog palette";
  dialog.setAttribute("aria-label", "Suchen und Befehle");
  const input = document.createElement("input");
  input.className = "palette-input";
  input.type = "text";
  input.autocomplete = "off";
  input.placeholder = "Wohin? Was tun?";
  const list = document.createElement("div");
  list.className = "palette-list";
  list.id = "palette-list";
  const status = document.createElement("p");
  status.className = "palette-status";
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", "aria-label": "Suchen und Befehle" })) {
    input.setAttribute(name, value);
  }
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Treffer");
  status.setAttribute("role", "status");
  dialog.append(input, list, status);
  document.body.append(dialog);
  return { dialog, input, list, status };
}

function optionOf(item: Item, index: number): HTMLElement {
  const option = document.createElement("div");
  option.className = "palette-option";
  option.id = `palette-option-${index}`;
  option.setAttribute("role", "option");
  option.dataset["href"] = item.href;
  const label = document.createElement("bdi");
  label.textContent = item.label;
  const detail = document.createElement("span");
  detail.className = "palette-detail";
  detail.textContent = item.detail ?? "";
  option.append(label, detail);
  return option;
}

function groupOf(group: Group, firstIndex: number): HTMLElement {
  const box = document.createElement("div");
  box.setAttribute("role", "group");
  const title = document.createElement("div");
  title.className = "palette-group";
  title.id = `palette-group-${firstIndex}`;
  title.textContent = group.label;
  box.setAttribute("aria-labelledby", title.id);
  box.append(title, ...group.items.map((item, i) => optionOf(item, firstIndex + i)));
  return box;
}

function makePalette(url: string) {
  const { dialog, input, list, status } = makeElements();
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const options = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];

  const choose = (option: HTMLElement | undefined) => {
    for (const other of options()) other.setAttribute("aria-selected", String(other === option));
    input.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  };
  const show = (groups: readonly Group[]) => {
    let index = 0;
    list.replaceChildren(...groups.filter((g) => g.items.length > 0).map((group) => groupOf(group, (index += group.items.length) - group.items.length)));
    input.setAttribute("aria-expanded", String(index > 0));
    status.textContent = index === 0 ? "Nichts gefunden" : `${index} Treffer`;
    choose(options()[0]);
  };
  const ask = async () => {
    const mine = ++asked;
    try {
      const response = await fetch(`${url}?q=${encodeURIComponent(input.value)}`, { headers: { accept: "application/json" } });
      if (!response.ok) throw new Error(String(response.status));
      const answer = (await response.json()) as { groups: readonly Group[] };
      if (mine === asked) show(answer.groups);
    } catch {
      if (mine === asked) status.textContent = "Die Suche ist gerade nicht erreichbar. Bitte versuchen Sie es noch einmal.";
    }
  };
  const go = (option: Element | null | undefined) => {
    const href = option instanceof HTMLElement ? option.dataset["href"] : undefined;
    if (href !== undefined) location.assign(href);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), 120);
  });
  input.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && all.length > 0) choose(all[(at + step + all.length) % all.length]);
    else if (event.key === "Enter") go(all[at]);
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => go((event.target as Element).closest("[role=option]")));

  return {
    open() {
      if (dialog.open) return;
      dialog.showModal();
      input.select();
      void ask();
    },
  };
}
