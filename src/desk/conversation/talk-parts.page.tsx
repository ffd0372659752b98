import type { ComponentChildren } from "preact";
import { Both, inBoth } from "./both.page.tsx";
import type { TalkView } from "./read-talk.ts";

export const talkPath = (view: Pick<TalkView, "personId" | "language"> & { readonly head: { readonly id: string } }, part = ""): string => `/faelle/${view.head.id}/gespraech${part}?person=${view.personId}&sprache=${view.language}`;

export const Kept = ({ view, part, word }: { view: TalkView; part: TalkView["kept"]; word: "savedLevels" | "savedGoal" | "agreed" }) =>
  view.kept === part ? <p class="talk-kept" role="status"><Both language={view.language} said={inBoth(view.language, word)} /></p> : null;

export const Section = ({ id, heading, children }: { id: string; heading: ComponentChildren; children: ComponentChildren }) => (
  <section class="talk-section" id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{heading}</h2>
    {children}
  </section>
);
