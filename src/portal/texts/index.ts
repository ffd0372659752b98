import { PORTAL_LANGUAGES, type PortalLanguage } from "../views.ts";
import { ar } from "./ar.ts";
import { de, type Texts } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { prs } from "./prs.ts";
import { ru } from "./ru.ts";
import { ti } from "./ti.ts";
import { tr } from "./tr.ts";
import { uk } from "./uk.ts";

export type { Texts } from "./de.ts";
export const texts: Readonly<Record<PortalLanguage, Texts>> = { de, en, uk, ar, prs, tr, ti, ru, fr };
export const ownNames = PORTAL_LANGUAGES.map((language) => ({ language, own: texts[language].own, lang: texts[language].lang, dir: texts[language].dir }));
