import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { Refused } from "../kernel/errors.ts";
import type { Refusal } from "../kernel/refusal.ts";
import type { KnownPersons, MatchInput } from "../persons/index.ts";
import type { ListAnswer, ListTask } from "./list-task.ts";

/** What the thread is told: go on, or some of the records that were there before. */
export type Told = "next" | { readonly known: readonly MatchInput[] };

interface Message {
  readonly end?: true;
  readonly wantsKnown?: true;
  readonly answer?: ListAnswer;
  readonly refusals?: readonly Refusal[];
  readonly error?: string;
}

const LOADER = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** A hostile list may want more memory than is there: the thread then ends, and the server does not. */
const LIMITS = { maxOldGenerationSizeMb: 1536 };
const NOBODY: KnownPersons = () => Promise.resolve([]);

/**
 * Works on a list in a thread of its own, answer by answer, so that neither side piles anything up. Throws Refused with the sentence
 * for a file that cannot be read. The bytes of a list to be checked go over to the thread.
 */
export async function* workOnList(task: ListTask, known: KnownPersons = NOBODY, signal?: AbortSignal): AsyncGenerator<ListAnswer> {
  const { buffer, byteLength } = task.bytes;
  const transferList = task.kind === "check" && buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
  const worker = new Worker(new URL("./list-thread.ts", import.meta.url), { workerData: task, transferList, execArgv: ["--import", LOADER], resourceLimits: LIMITS });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    for (;;) {
      let message = await ask(worker, "next");
      while (message.wantsKnown === true) message = await ask(worker, { known: await known() });
      if (message.end === true) return;
      if (message.refusals !== undefined) throw new Refused(message.refusals);
      if (message.answer === undefined) throw new Error(`the thread that reads lists failed: ${message.error ?? ""}`);
      yield message.answer;
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    await worker.terminate();
  }
}

const TOO_BIG: Refusal = { code: "file-too-large", field: "file", sentence: "Die Datei braucht beim Lesen zu viel Speicher. Bitte teilen Sie die Liste." };

function ask(worker: Worker, told: Told): Promise<Message> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const on = (event: "message" | "error" | "exit", then: (value: unknown) => void): void => {
      const listener = (value: unknown): void => (done.abort(), then(value));
      worker.once(event, listener);
      done.signal.addEventListener("abort", () => worker.off(event, listener), { once: true });
    };
    on("message", (message) => resolve(message as Message));
    on("error", (error) => ((error as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve({ refusals: [TOO_BIG] }) : reject(error as Error)));
    on("exit", () => reject(new Error("the thread that reads lists ended")));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage(told);
  });
}

/** The first answer of a task that has one. */
export async function firstAnswer(task: ListTask): Promise<ListAnswer> {
  for await (const answer of workOnList(task)) return answer;
  throw new Error("the thread that reads lists said nothing");
}
