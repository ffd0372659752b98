import type { Locator, Page } from "playwright-core";

/**
 * Seconds per operator of the keystroke-level model: Card, Moran, Newell, "The Keystroke-Level Model for User Performance Time with
 * Interactive Systems", Communications of the ACM 23 (1980) 7, 396–410. K: somebody who is no secretary and types 40 words a minute.
 */
export const SECONDS = { key: 0.28, point: 1.1, home: 0.4, think: 1.35 } as const;

export interface Effort {
  readonly step: string;
  keys: number;
  points: number;
  homes: number;
  thoughts: number;
  loads: number;
}
export const secondsOf = (e: Effort): number => e.keys * SECONDS.key + e.points * SECONDS.point + e.homes * SECONDS.home + e.thoughts * SECONDS.think;

// a capital, and what stands above a digit, takes a second key
const keysOf = (text: string): number => Array.from(text).reduce((sum, letter) => sum + (/[\p{Lu}!"§$%&/()=?*':;_„“]/u.test(letter) ? 2 : 1), 0);

/** One person at the keyboard of one page, who really types and clicks; every stroke is counted under the step it belongs to. */
export class Hand {
  readonly steps: Effort[] = [];
  readonly page: Page;
  #holds: "keys" | "mouse" = "mouse";
  constructor(page: Page) {
    this.page = page;
    page.on("framenavigated", (frame) => { if (frame === page.mainFrame() && this.steps.length > 0) this.#now.loads += 1; });
  }
  begin(step: string): void {
    this.steps.push({ step, keys: 0, points: 0, homes: 0, thoughts: 0, loads: 0 });
  }
  get #now(): Effort {
    return this.steps.at(-1)!;
  }
  #take(what: "keys" | "mouse"): void {
    if (this.#holds !== what) this.#now.homes += 1;
    this.#holds = what;
  }
  /** With the mouse: thinks, points, presses. */
  async click(target: Locator): Promise<void> {
    this.#take("mouse");
    this.#now.thoughts += 1;
    this.#now.points += 1;
    this.#now.keys += 1;
    await target.click();
  }
  /** Before a choice that takes no typing. */
  think(): void {
    this.#now.thoughts += 1;
  }
  async press(key: string, times = 1): Promise<void> {
    this.#take("keys");
    this.#now.keys += times * key.split("+").length;
    for (let i = 0; i < times; i += 1) await this.page.keyboard.press(key);
  }
  /** By the tabulator, however many presses that are. */
  async reach(target: Locator): Promise<void> {
    for (let i = 0; i < 120; i += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press("Tab");
    }
    throw new Error(`by the tabulator nobody comes to ${String(target)}`);
  }
  /** Reaches a field, thinks what to say, and types it. */
  async write(target: Locator, text: string): Promise<void> {
    await this.reach(target);
    await this.type(text);
  }
  async type(text: string): Promise<void> {
    this.#take("keys");
    this.#now.thoughts += 1;
    this.#now.keys += keysOf(text);
    await this.page.keyboard.type(text);
  }
}
