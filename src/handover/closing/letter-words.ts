import ar from "../../../data/closing-letter/ar.json" with { type: "json" };
import de from "../../../data/closing-letter/de.json" with { type: "json" };
import en from "../../../data/closing-letter/en.json" with { type: "json" };
import fr from "../../../data/closing-letter/fr.json" with { type: "json" };
import prs from "../../../data/closing-letter/prs.json" with { type: "json" };
import ru from "../../../data/closing-letter/ru.json" with { type: "json" };
import ti from "../../../data/closing-letter/ti.json" with { type: "json" };
import tr from "../../../data/closing-letter/tr.json" with { type: "json" };
import uk from "../../../data/closing-letter/uk.json" with { type: "json" };
import type { DocumentLanguage } from "../../pdf/index.ts";

export type LetterWords = typeof de;
/** Drafts of ours but for German: the letter says so beside them. */
export const letterWords: Readonly<Record<DocumentLanguage, LetterWords>> = { de, en, uk, ar, prs, tr, ti, ru, fr };
