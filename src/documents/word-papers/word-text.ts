import { NoXml, tagsOf, unzip, xmlText } from "../../files/index.ts";

/**
 * Places of a Word file, as its readers see them: Word cuts a place into runs wherever it likes, so each paragraph is read as one.
 * Every part is looked into, whatever it is called: the list of contents can make any of them a heading that is filled.
 */
export function placesOfWord(bytes: Buffer): string[] {
  const unpacked = unzip(bytes, 30_000_000);
  if ("problem" in unpacked) return [];
  return [...new Set(unpacked.entries.flatMap(({ content }) => paragraphsOf(content)).flatMap((text) => [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((m) => m[1]!)))];
}

function paragraphsOf(content: Buffer): string[] {
  const text = xmlText(content);
  // a picture is no XML, and most parts have no place
  if (text === null || !/[{]|&#/.test(text)) return [];
  const paragraphs = [""];
  try {
    for (const tag of tagsOf(text)) {
      if (tag.name === "t") paragraphs[paragraphs.length - 1] += tag.text;
      else if (tag.closes === "p") paragraphs.push("");
    }
  } catch (error) {
    if (!(error instanceof NoXml)) throw error;
  }
  return paragraphs;
}
