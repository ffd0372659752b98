import { readFileSync } from "node:fs";

let words: ReadonlySet<string> | undefined;

/** Lower case, ä as ae; read once. */
export function commonPasswords(): ReadonlySet<string> {
  words ??= new Set(
    readFileSync(new URL("../../../data/passwords/common-words.txt", import.meta.url), "utf8")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#")),
  );
  return words;
}
