import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// Whole fonts, because those for the web are cut in pieces that a PDF maker does not put together. Licence: OFL-1.1.
// Vazirmatn for Arabic and Dari, because Noto draws letters from parts: copied or read aloud, each part is a letter again.
const FILES = [
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/700Bold/NotoSans_700Bold.ttf",
  "vazirmatn/400Regular/Vazirmatn_400Regular.ttf",
  "vazirmatn/700Bold/Vazirmatn_700Bold.ttf",
  "noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf",
  "noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf",
] as const;

export function readFonts(): readonly Buffer[] {
  const find = createRequire(import.meta.url);
  return FILES.map((file) => readFileSync(find.resolve(`@expo-google-fonts/${file}`)));
}
