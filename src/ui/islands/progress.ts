interface State {
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
  readonly href?: string;
}

const number = new Intl.NumberFormat("de");

/** Moves the bar every second until the work is done, then goes where the answer says, or reloads. */
export function startProgress(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-progress-url]")) void poll(box);
}

async function poll(box: HTMLElement): Promise<void> {
  const bar = box.querySelector("progress");
  const label = box.querySelector("[data-progress-number]");
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    try {
      const response = await fetch(box.dataset["progressUrl"]!, { headers: { accept: "application/json" } });
      if (!response.ok) continue;
      const state = (await response.json()) as State;
      if (bar) Object.assign(bar, { value: state.done, max: Math.max(state.total, 1) });
      if (label) label.textContent = `${number.format(state.done)} von ${number.format(state.total)}`;
      if (state.finished) return state.href === undefined ? location.reload() : location.assign(state.href);
    } catch {
      // The network may come back; the bar simply stands still until then.
    }
  }
}
