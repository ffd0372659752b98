import { parentPort, workerData } from "node:worker_threads";
import { Refused } from "../kernel/errors.ts";
import { runListTask, type ListTask } from "./list-task.ts";

/** The thread's side: one answer, then it waits until it is asked for the next, so that nothing piles up. */
async function serve(): Promise<void> {
  // oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin
  const answers = runListTask(workerData as ListTask);
  parentPort?.on("message", () => {
    answers.next().then(
      (step) => parentPort?.postMessage(step.done === true ? { end: true } : { answer: step.value }),
      // an error's class does not survive the way between threads
      (error: unknown) => parentPort?.postMessage(error instanceof Refused ? { refusals: error.refusals } : { error: error instanceof Error ? error.stack : String(error) }),
    );
  });
}
await serve();
