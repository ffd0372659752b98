import type { Documents, TemplateName } from "./documents.ts";
import { typst } from "./typst-process.ts";

const LONGEST_JSON = 5_000_000;

/** For people, or for an archive that keeps it for ever: PDF/A-2a is tagged too, but does not claim PDF/UA. */
export type PdfStandard = "ua-1" | "a-2a";

/**
 * Makes an accessible PDF (PDF/UA-1: tagged, with language and title) from a template and its data. Call it outside of a
 * transaction: the first one takes a second, and a connection would wait for it.
 */
export async function makePdf<T extends TemplateName>(template: T, data: Documents[T], now: Date = new Date(), standard: PdfStandard = "ua-1"): Promise<Uint8Array> {
  const json = JSON.stringify(data);
  if (json.length > LONGEST_JSON) throw new RangeError("more text than a paper can hold");
  return await typst.make(template, json, now, standard);
}
