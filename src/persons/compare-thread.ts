import { parentPort } from "node:worker_threads";
import { type MatchInput, PairFinder } from "./matching/index.ts";

/** The thread's side of compare-in-thread.ts: takes persons in portions, then says the pairs. */
export type ToldToCompare = { readonly persons: readonly MatchInput[] } | "pairs";

const finder = new PairFinder();
parentPort?.on("message", (told: ToldToCompare) => {
  // oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin
  if (told === "pairs") parentPort?.postMessage(finder.pairs());
  else {
    for (const person of told.persons) finder.add(person);
    parentPort?.postMessage("next");
  }
});
