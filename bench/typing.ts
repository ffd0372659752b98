import { minutesOf, walkFirstAssessment } from "../e2e/first-assessment-steps.ts";
import { type Effort, SECONDS, secondsOf } from "../e2e/hand.ts";
import { startProduct } from "../e2e/product.ts";

/** What a first assessment costs of typing, by the keystroke-level model: counted in a browser, so no clock has a part in it. */
export async function measureTyping(): Promise<readonly Effort[]> {
  const product = await startProduct();
  try {
    const page = await product.signInAs("Sabine Kurz");
    return (await walkFirstAssessment(page, product)).steps;
  } finally {
    await product.close();
  }
}

const number = (value: number, digits = 0): string => value.toFixed(digits).replace(".", ",");

export function typingTable(steps: readonly Effort[]): string {
  const rows = steps.map((e) => [e.step, e.keys, e.points, e.homes, e.thoughts, e.loads, number(secondsOf(e) / 60, 1)]);
  const sum = (of: (e: Effort) => number): number => steps.reduce((total, e) => total + of(e), 0);
  const all = ["zusammen", sum((e) => e.keys), sum((e) => e.points), sum((e) => e.homes), sum((e) => e.thoughts), sum((e) => e.loads), number(minutesOf(steps), 1)];
  const lines = [["", "Tasten", "Zeigen", "Greifen", "Denken", "Seiten", "Minuten"], ...rows, all].map(([name, ...cells]) => `${String(name).padEnd(38)}${cells.map((cell) => String(cell).padStart(9)).join("")}`);
  const seconds = Object.values(SECONDS).map((s) => `${number(s, 2)} s`).join(", ");
  return `${lines.join("\n")}\n\nTaste, Zeigen, Greifen, Denken: ${seconds} (Card, Moran, Newell 1980, ungeübtes Tippen). Wartezeiten sind nicht dabei. Ziel: höchstens 15 Minuten.`;
}
