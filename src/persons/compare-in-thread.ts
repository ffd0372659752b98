import { once } from "node:events";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { ToldToCompare } from "./compare-thread.ts";
import type { KnownPersons } from "./known-persons.ts";
import type { Pair } from "./matching/index.ts";

const LOADER = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const LIMITS = { maxOldGenerationSizeMb: 2048 };

/** Compares many persons with one another in a thread of its own: it takes as long as a minute, and pages are to be served meanwhile. */
export async function compareInThread(known: KnownPersons, signal: AbortSignal, taken: (count: number) => Promise<void>): Promise<readonly Pair[]> {
  const worker = new Worker(new URL("./compare-thread.ts", import.meta.url), { execArgv: ["--import", LOADER], resourceLimits: LIMITS });
  const stop = (): void => void worker.terminate();
  signal.addEventListener("abort", stop, { once: true });
  const ended = new Promise<never>((_, reject) => worker.once("exit", () => reject(new Error("the thread that compares persons ended"))));
  ended.catch(() => undefined);
  const ask = async (told: ToldToCompare): Promise<unknown> => {
    const answer = once(worker, "message") as Promise<[unknown]>;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage(told);
    return (await Promise.race([answer, ended]))[0];
  };
  try {
    let count = 0;
    for (let some = await known(); some.length > 0; some = await known()) {
      await ask({ persons: some });
      await taken((count += some.length));
    }
    return (await ask("pairs")) as readonly Pair[];
  } finally {
    signal.removeEventListener("abort", stop);
    await worker.terminate();
  }
}
