/**
 * Links with `data-dialog` open their page's main content in a dialog. Sending the form there is an ordinary
 * page change, so that refusals come as the page that they are.
 */
export function startDialogs(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    closeMenus(target);
    const link = target.closest<HTMLAnchorElement>("a[data-dialog]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void open(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector<HTMLDetailsElement>("details.menu[open]");
    if (menu === null) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}

function closeMenus(target: Element): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
}

async function open(link: HTMLAnchorElement): Promise<void> {
  try {
    const response = await fetch(link.href, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const main = page.querySelector("main");
    if (!response.ok || response.redirected || main === null) throw new Error("not a page to show");
    show(main, page.querySelector("h1"), link.href);
  } catch {
    location.assign(link.href);
  }
}

function show(main: Element, heading: Element | null, address: string): void {
  const dialog = document.createElement("dialog");
  dialog.className = "kern-dialog dialog";
  dialog.setAttribute("aria-label", heading?.textContent ?? "Formular");
  const head = document.createElement("div");
  head.className = "dialog-head";
  const close = document.createElement("button");
  close.className = "icon-button";
  close.textContent = "✕";
  close.setAttribute("aria-label", "Schließen");
  close.addEventListener("click", () => dialog.close());
  const title = document.createElement("h2");
  title.textContent = heading?.textContent ?? "";
  heading?.remove();
  head.append(title, close);
  const body = document.createElement("div");
  body.className = "dialog-body";
  body.append(...main.childNodes);
  // A form without action posts to its own page, which here is not the page shown.
  for (const form of body.querySelectorAll("form:not([action])")) form.setAttribute("action", address);
  dialog.append(head, body);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  body.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select")?.focus();
}
