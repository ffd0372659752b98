import { parentPort, workerData } from "node:worker_threads";
import { Refused } from "../kernel/errors.ts";
import type { MatchInput } from "../persons/index.ts";
import { runListTask, type ListTask } from "./list-task.ts";
import type { Told } from "./work-on-list.ts";

/** The thread's side: one answer, then it waits until it is asked for the next, so that nothing piles up. */
async function serve(): Promise<void> {
  // oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin
  let give: (some: readonly MatchInput[]) => void = () => undefined;
  const known = (): Promise<readonly MatchInput[]> =>
    new Promise((resolve) => {
      give = resolve;
      parentPort?.postMessage({ wantsKnown: true });
    });
  const answers = runListTask(workerData as ListTask, known);
  parentPort?.on("message", (message: Told) => {
    if (message !== "next") return give(message.known);
    answers.next().then(
      (step) => parentPort?.postMessage(step.done === true ? { end: true } : { answer: step.value }),
      // an error's class does not survive the way between threads
      (error: unknown) => parentPort?.postMessage(error instanceof Refused ? { refusals: error.refusals } : { error: error instanceof Error ? error.stack : String(error) }),
    );
  });
}
await serve();
