import { PORTAL_LANGUAGES, type PortalLanguage } from "../views.ts";
import { de, type Texts } from "./de.ts";

export type { Texts } from "./de.ts";
export const texts: Readonly<Record<PortalLanguage, Texts>> = { de, en: de, uk: de, ar: de, prs: de, tr: de, ti: de, ru: de, fr: de };
export const ownNames = PORTAL_LANGUAGES.map((language) => ({ language, own: texts[language].own, lang: texts[language].lang, dir: texts[language].dir }));
