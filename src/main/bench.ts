// npm run bench: the figures of speed, on a database of its own that goes away afterwards. See bench/README.md.
import { relative } from "node:path";
import { measureNightly, nightlyTable } from "../../bench/nightly.ts";
import { parseOptions, USAGE } from "../../bench/options.ts";
import { tableOf, writeResult } from "../../bench/report.ts";
import { measureRules, rulesTable } from "../../bench/rules.ts";
import { runBench } from "../../bench/run.ts";
import { runCommand } from "./command.ts";
import { StartProblem } from "./postgres.ts";

await runCommand(async (_config, args, say) => {
  const began = new Date();
  const options = optionsOf(args);
  const isAlone = (key: string): boolean => options.only.length === 1 && options.only[0] === key;
  if (isAlone("nightly")) return say(nightlyTable(await measureNightly(options.sizes[0] ?? 1000, (text) => say(text))));
  if (isAlone("typing")) return say(await typing());
  // the rules need no database; with --only rules nothing else is measured
  say(rulesTable(measureRules()));
  if (isAlone("rules")) return;
  const result = await runBench(options, (text) => say(`[${((Date.now() - began.getTime()) / 1000).toFixed(0).padStart(3)} s] ${text}`));
  say(`\n${tableOf(result)}`);
  if (options.write) say(`\n${relative(process.cwd(), writeResult(result, options, began))}`);
});

function optionsOf(args: readonly string[]) {
  try {
    return parseOptions(args);
  } catch (error) {
    throw new StartProblem(`${(error as Error).message}\n${USAGE}`);
  }
}

/** By name alone, and loaded then: it needs a browser. */
async function typing(): Promise<string> {
  const { measureTyping, typingTable } = await import("../../bench/typing.ts");
  return typingTable(await measureTyping());
}
