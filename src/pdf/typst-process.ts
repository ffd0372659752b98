import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

export interface PdfOrder {
  readonly id: number;
  readonly template: string;
  readonly json: string;
  readonly atSeconds: number;
  readonly standard: string;
}
export type PdfAnswer = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly problem: string };

/** The paper could not be made. The message holds nothing of its contents. */
export class PdfFailed extends Error {}

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: PdfFailed) => void;
}

const IDLE_MS = 60_000;
const LONGEST_MS = 60_000;

/**
 * One process for all papers, begun with the first and ended after a minute without one. Not a thread: the compiler is
 * machine code, and what brings it down must not take the server along.
 */
class TypstProcess {
  #child: ChildProcess | null = null;
  #next = 1;
  #timer: NodeJS.Timeout | undefined;
  readonly #waiting = new Map<number, Waiting>();

  make(template: string, json: string, now: Date, standard: string): Promise<Uint8Array> {
    const child = (this.#child ??= this.#begin());
    const order: PdfOrder = { id: this.#next++, template, json, atSeconds: Math.floor(now.getTime() / 1000), standard };
    return new Promise((resolve, reject) => {
      this.#waiting.set(order.id, { resolve, reject });
      this.#watch(child);
      child.ref();
      child.channel?.ref();
      child.send(order, (error) => {
        if (error !== null) this.#settle(child, { id: order.id, problem: "the process took no order" });
      });
    });
  }

  #begin(): ChildProcess {
    // execArgv: nothing of the caller's; Node itself takes the types off, as the tests' own loader is not there
    const child = fork(join(import.meta.dirname, "typst-child.ts"), [], { serialization: "advanced", execArgv: [], env: {}, stdio: ["ignore", "ignore", "ignore", "ipc"] });
    child.on("message", (answer: PdfAnswer) => this.#settle(child, answer));
    child.on("error", () => this.#ended(child));
    child.on("exit", () => this.#ended(child));
    return child;
  }

  #settle(child: ChildProcess, answer: PdfAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ("pdf" in answer) waiting?.resolve(answer.pdf);
    else waiting?.reject(new PdfFailed(answer.problem));
    if (this.#waiting.size === 0) {
      // idle: it does not keep the program alive
      child.unref();
      child.channel?.unref();
    }
    this.#watch(child);
  }

  /** Ends a process that stands idle, and one that works on a single paper for too long. */
  #watch(child: ChildProcess): void {
    clearTimeout(this.#timer);
    const busy = this.#waiting.size > 0;
    this.#timer = setTimeout(() => {
      this.#ended(child);
      child.kill("SIGKILL");
    }, busy ? LONGEST_MS : IDLE_MS);
    if (!busy) this.#timer.unref();
  }

  #ended(child: ChildProcess): void {
    if (this.#child !== child) return;
    this.#child = null;
    clearTimeout(this.#timer);
    for (const { reject } of this.#waiting.values()) reject(new PdfFailed("the process that makes PDFs ended: too long a paper, or the compiler's package is not installed"));
    this.#waiting.clear();
  }
}

export const typst = new TypstProcess();
