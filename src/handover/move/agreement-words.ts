import ar from "../../../data/move-agreement/ar.json" with { type: "json" };
import de from "../../../data/move-agreement/de.json" with { type: "json" };
import en from "../../../data/move-agreement/en.json" with { type: "json" };
import fr from "../../../data/move-agreement/fr.json" with { type: "json" };
import prs from "../../../data/move-agreement/prs.json" with { type: "json" };
import ru from "../../../data/move-agreement/ru.json" with { type: "json" };
import ti from "../../../data/move-agreement/ti.json" with { type: "json" };
import tr from "../../../data/move-agreement/tr.json" with { type: "json" };
import uk from "../../../data/move-agreement/uk.json" with { type: "json" };
import type { DocumentLanguage } from "../../pdf/index.ts";

export type MoveWords = typeof de;
/** Drafts of ours but for German: the sheet says so beside them. */
export const moveWords: Readonly<Record<DocumentLanguage, MoveWords>> = { de, en, uk, ar, prs, tr, ti, ru, fr };
