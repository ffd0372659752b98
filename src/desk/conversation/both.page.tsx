import { SHEET_LANGUAGES, type SheetLanguage } from "../../consent/index.ts";
import { talkText, type TalkText } from "./talk-words.ts";

export interface Spoken {
  readonly language: SheetLanguage;
}
export interface Said {
  readonly de: string;
  readonly other: string;
}

/** German beside the person's language, each in its own direction; German alone where that is the language. */
export function Both({ language, said, small }: Spoken & { said: Said; small?: boolean }) {
  const { lang, dir } = SHEET_LANGUAGES[language];
  if (language === "de" || said.other === "" || said.other === said.de) return <span class="talk-both is-alone"><span lang="de"><bdi>{said.de}</bdi></span></span>;
  return (
    <span class={small ? "talk-both is-small" : "talk-both"}>
      <span lang="de"><bdi>{said.de}</bdi></span>
      <span lang={lang} dir={dir}>{said.other}</span>
    </span>
  );
}
/** In one line, for a word or two: a name or a day stands once. */
export function Inline({ language, said, after }: Spoken & { said: Said; after?: string }) {
  const { lang, dir } = SHEET_LANGUAGES[language];
  return (
    <span>
      <bdi lang="de">{said.de}</bdi>
      {said.other !== said.de && said.other !== "" && <> · <bdi lang={lang} dir={dir}>{said.other}</bdi></>}
      {after !== undefined && <> <bdi>{after}</bdi></>}
    </span>
  );
}
type Word = Exclude<keyof TalkText, "steps">;
export const inBoth = (language: SheetLanguage, word: Word): Said => ({ de: talkText.de[word], other: talkText[language][word] });
export const stepInBoth = (language: SheetLanguage, level: number): Said => ({ de: talkText.de.steps[level - 1] ?? "", other: talkText[language].steps[level - 1] ?? "" });
