import { ConfigError, loadConfig, type Config } from "../config.ts";
import { EmbeddedProblem } from "../db/embedded/index.ts";
import { VaultUnusable } from "../vault/index.ts";
import { StartProblem } from "./postgres.ts";

export type Say = (text: string) => void;

/** Runs a command of the product: settings from the environment, sentences on the screen, exit code 1 where it failed. */
export async function runCommand(work: (config: Config, args: readonly string[], say: Say) => Promise<void>): Promise<void> {
  // what a library will drop one day is for its users to read, not for whoever starts the product
  process.noDeprecation = true;
  try {
    await work(loadConfig(process.env), process.argv.slice(2), (text) => console.log(text));
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

/** Foreseen problems carry a sentence for the reader; of any other the whole trace is what helps. */
function sentenceOf(error: unknown): string {
  const isForeseen = error instanceof StartProblem || error instanceof ConfigError || error instanceof EmbeddedProblem || error instanceof VaultUnusable;
  if (isForeseen) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
