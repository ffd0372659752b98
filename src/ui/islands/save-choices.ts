import { csrfOf, isSignedOut, showSignIn } from "./session.ts";

/** What the server answers to one choice. `name` is the field's new name, since it holds the version that was just left behind. */
interface Answer {
  readonly isSaved: boolean;
  readonly name: string;
  readonly value: string;
  /** why not, in words */
  readonly sentence?: string;
  /** texts of elements `data-live="key"` that follow from the choice */
  readonly live: Readonly<Record<string, string>>;
  readonly disabled: Readonly<Record<string, boolean>>;
}

/** Every choice in a form with `data-choice-url` is saved as it is made, one after the other per group; its button is for those without scripts. */
export function startSavingChoices(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-choice-url]")) watch(form);
}

function watch(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>("[data-choice-status]");
  const waiting = new WeakMap<Element, Promise<void>>();
  const button = (hidden: boolean): void => {
    for (const part of form.querySelectorAll<HTMLElement>("[data-unscripted]")) part.hidden = hidden;
  };
  button(true);
  form.addEventListener("change", (event) => {
    const group = (event.target as Element).closest("fieldset");
    if (group === null) return;
    const save = async (): Promise<void> => {
      const said = await saveChoice(form, group);
      say(group, status, said);
      if (said.isFailed) button(false);
    };
    waiting.set(group, (waiting.get(group) ?? Promise.resolve()).then(save));
  });
}

interface Said {
  readonly text: string;
  readonly isFailed: boolean;
}

async function saveChoice(form: HTMLFormElement, group: HTMLFieldSetElement): Promise<Said> {
  const chosen = group.querySelector<HTMLInputElement>("input:checked");
  if (chosen === null) return { text: "", isFailed: false };
  try {
    const response = await fetch(form.dataset["choiceUrl"]!, {
      method: "POST", headers: { accept: "application/json" }, redirect: "manual",
      body: new URLSearchParams({ _csrf: csrfOf(form), name: chosen.name, value: chosen.value }),
    });
    if (isSignedOut(response)) {
      showSignIn(group, () => void group.dispatchEvent(new Event("change", { bubbles: true })));
      return { text: "Noch nicht gespeichert.", isFailed: false };
    }
    if (!response.ok) throw new Error(String(response.status));
    const answer = (await response.json()) as Answer;
    follow(group, answer);
    return answer.isSaved ? { text: "Gespeichert.", isFailed: false } : { text: answer.sentence ?? "Nicht gespeichert.", isFailed: false };
  } catch {
    return { text: "Nicht gespeichert. Bitte speichern Sie die Seite mit dem Knopf.", isFailed: true };
  }
}

/** The group takes over what holds now: its own choice, or the one that somebody else made before. */
function follow(group: HTMLFieldSetElement, answer: Answer): void {
  for (const input of group.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
    input.name = answer.name;
    if (!answer.isSaved) input.checked = input.value === answer.value;
  }
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const key = part.dataset["live"]!;
    if (answer.live[key] !== undefined) part.textContent = answer.live[key];
    const button = part.closest("button");
    if (button !== null && answer.disabled[key] !== undefined) button.disabled = answer.disabled[key];
  }
}

function say(group: HTMLFieldSetElement, status: HTMLElement | null, { text, isFailed }: Said): void {
  let line = group.querySelector<HTMLElement>(".choice-said");
  if (line === null) {
    line = document.createElement("span");
    line.className = "choice-said cell-note";
    group.append(line);
  }
  line.textContent = text;
  line.classList.toggle("tone-danger", isFailed);
  // read out once for the whole form: a row of live regions would talk over each other
  if (status !== null) status.textContent = `${group.querySelector("legend")?.firstChild?.textContent?.trim() ?? ""}: ${text}`;
}
