import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { Product } from "./product.ts";

export const PICTURES = join(dirname(import.meta.dirname), "docs", "handbuch", "bilder");
const WIDTH = 1280;
const MOST_BYTES = 250_000;

/** Where a picture begins and ends: from the page's top, or around a part of it. */
export interface Crop {
  readonly of?: Locator;
  /** at most so many pixels; what is longer is cut off */
  readonly height?: number;
  /** of a telephone's page */
  readonly width?: number;
  /** a part shown within the whole width of the page */
  readonly wide?: boolean;
}

/** The folder of the handbook's pictures: emptied first, so that none stays that nothing makes any more. */
export function emptyAlbum(): void {
  mkdirSync(PICTURES, { recursive: true });
  for (const name of readdirSync(PICTURES)) rmSync(join(PICTURES, name));
}

export async function picture(page: Page, name: string, { of, height = 760, width = WIDTH, wide = false }: Crop = {}): Promise<void> {
  await page.evaluate(async () => void (await document.fonts.ready));
  const box = of === undefined ? null : await boxIn(page, of);
  const margin = 16;
  const clip =
    box === null
      ? { x: 0, y: 0, width, height: Math.min(height, await heightOf(page)) }
      : { x: wide ? 0 : Math.max(0, box.x - margin), y: Math.max(0, box.y - margin), width: wide ? WIDTH : Math.min(WIDTH, box.width + 2 * margin), height: Math.min(height, box.height + 2 * margin) };
  const bytes = await page.screenshot({ clip, fullPage: true, animations: "disabled" });
  if (bytes.byteLength > MOST_BYTES) throw new Error(`${name}: ${bytes.byteLength} Byte; ein Bild des Handbuchs hat höchstens ${MOST_BYTES}`);
  writeFileSync(join(PICTURES, `${name}.png`), bytes);
}

const heightOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

/** In coordinates of the whole page: the locator's own box counts from the visible part. */
async function boxIn(page: Page, of: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error("was abgebildet werden soll, ist nicht zu sehen");
  const scrolled = await page.evaluate(() => [scrollX, scrollY] as const);
  return { ...box, x: box.x + scrolled[0], y: box.y + scrolled[1] };
}

export const bytesOfAlbum = (): number => readdirSync(PICTURES).reduce((sum, name) => sum + statSync(join(PICTURES, name)).size, 0);

export async function open(page: Page, { origin }: Product, path: string): Promise<void> {
  page.setDefaultTimeout(20_000);
  const answer = await page.goto(`${origin}${path}`);
  if (answer?.status() !== 200) throw new Error(`${path}: ${answer?.status()}`);
}

/** By its number, as from a slip of paper. */
export async function openCase(page: Page, product: Product, number: string): Promise<string> {
  await open(page, product, `/faelle?q=${number}`);
  await page.locator("tbody a.row-link").first().click();
  await page.waitForURL(/\/faelle\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}
