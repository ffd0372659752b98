/** Waiting that somebody else can end. A call that comes while nobody waits ends the next waiting at once. */
export class WakeUp {
  #called = false;
  #end: (() => void) | undefined;

  call(): void {
    this.#called = true;
    this.#end?.();
  }

  /** until called, stopped, or so long has passed */
  async wait(ms: number, stopping: AbortSignal): Promise<void> {
    if (!this.#called && !stopping.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#end = () => (clearTimeout(timer), resolve());
        stopping.addEventListener("abort", this.#end, { once: true });
      });
      if (this.#end !== undefined) stopping.removeEventListener("abort", this.#end);
      this.#end = undefined;
    }
    this.#called = false;
  }
}
