export const csrfOf = (form: HTMLFormElement | null): string => form?.querySelector<HTMLInputElement>("input[name=_csrf]")?.value ?? "";

/** The server answers scripts with 401; a redirect to the sign-in page means the same. */
export const isSignedOut = (response: Response): boolean => response.status === 401 || response.type === "opaqueredirect";

const signInHref = () => document.querySelector<HTMLElement>("[data-sign-in]")?.dataset["signIn"] ?? "/anmelden";

/**
 * The session ended while somebody was writing. The text stays in the page (never in the browser's storage:
 * the next person at this desk could read it); signing in happens in another tab, then `retry` runs.
 */
export function showSignIn(beside: HTMLElement, retry: () => void): void {
  if (document.querySelector("[data-session-ended]")) return;
  const box = document.createElement("div");
  box.className = "notice notice-warning";
  box.setAttribute("role", "alert");
  box.dataset["sessionEnded"] = "";
  const text = document.createElement("p");
  text.className = "notice-body";
  const link = document.createElement("a");
  link.href = signInHref();
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = "In einem neuen Fenster anmelden";
  text.append("Ihre Sitzung ist abgelaufen. Ihr Text steht noch hier. ", link, " und dann hier weiterschreiben.");
  box.append(text);
  (beside.closest(".field") ?? beside).after(box);
  addEventListener(
    "focus",
    () => {
      box.remove();
      retry();
    },
    { once: true },
  );
}
