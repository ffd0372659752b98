import ar from "../../../data/conversation/ar.json" with { type: "json" };
import de from "../../../data/conversation/de.json" with { type: "json" };
import en from "../../../data/conversation/en.json" with { type: "json" };
import fr from "../../../data/conversation/fr.json" with { type: "json" };
import prs from "../../../data/conversation/prs.json" with { type: "json" };
import ru from "../../../data/conversation/ru.json" with { type: "json" };
import ti from "../../../data/conversation/ti.json" with { type: "json" };
import tr from "../../../data/conversation/tr.json" with { type: "json" };
import uk from "../../../data/conversation/uk.json" with { type: "json" };
import type { SheetLanguage } from "../../consent/index.ts";

export type TalkText = typeof de;
export const talkText: Readonly<Record<SheetLanguage, TalkText>> = { de, en, uk, ar, prs, tr, ti, ru, fr };
