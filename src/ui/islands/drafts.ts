import { csrfOf, isSignedOut, showSignIn } from "./session.ts";

const PAUSE = 1200;
const clock = new Intl.DateTimeFormat("de", { hour: "2-digit", minute: "2-digit" });

/**
 * Keeps long texts on the server while they are typed (POST of `text` to `data-draft-url`). A kept draft comes
 * back as the field's value with the next page, so restoring needs no script.
 */
export function startDrafts(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft-url]")) watch(area);
}

function watch(area: HTMLTextAreaElement): void {
  const url = area.dataset["draftUrl"]!;
  const status = document.querySelector<HTMLElement>(`[data-draft-status="${CSS.escape(area.id)}"]`);
  let kept = area.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let submitting = false;
  const say = (text: string) => {
    if (status) status.textContent = text;
  };
  const keep = async () => {
    const text = area.value;
    if (text === kept || submitting) return;
    try {
      const response = await send(url, area, text);
      if (isSignedOut(response)) return showSignIn(area, () => void keep());
      if (!response.ok) throw new Error(String(response.status));
      kept = text;
      area.dispatchEvent(new Event("draftkept", { bubbles: true }));
      say(text === "" ? "" : `Entwurf gespeichert, ${clock.format(new Date())}`);
    } catch {
      say("Der Entwurf konnte nicht gespeichert werden. Ihr Text steht weiter hier.");
      timer = setTimeout(() => void keep(), 10_000);
    }
  };
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), PAUSE);
  });
  area.addEventListener("blur", () => void keep());
  area.form?.addEventListener("submit", () => {
    submitting = true;
    clearTimeout(timer);
  });
  // Coming back with the browser's own button shows the page as it was left: it may be saved from again.
  addEventListener("pageshow", () => (submitting = false));
}

const send = (url: string, area: HTMLTextAreaElement, text: string): Promise<Response> =>
  fetch(url, {
    method: "POST",
    headers: { accept: "application/json", "x-csrf-token": csrfOf(area.form) },
    body: new URLSearchParams({ _csrf: csrfOf(area.form), field: area.name, text }),
    redirect: "manual",
  });
