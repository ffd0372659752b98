import type { ComponentChildren, VNode } from "preact";
import { assetUrl } from "../../ui/index.ts";
import { ownNames, texts } from "../texts/index.ts";
import { ADDRESS, type Frame, HARMLESS } from "../views.ts";
import { Icon, type PortalIcon } from "./icons.page.tsx";
import { DoneNotice } from "./parts.page.tsx";

/** The four places; a page belongs to one. */
export type Place = "start" | "plan" | "dates" | "more";

export interface PortalPageProps {
  readonly frame: Frame;
  readonly place: Place;
  /** null: the page says its heading itself, inside its form */
  readonly heading: ComponentChildren | null;
  /** the same in German, for whoever helps and reads no Tigrinya */
  readonly german?: string | undefined;
  /** where the page was come from, as seen from the top */
  readonly back?: string | undefined;
  /** tiles side by side where there is room */
  readonly isWide?: boolean;
  /** while nothing else may be opened yet */
  readonly isAlone?: boolean;
  /** something on it is for a telephone that knows finger or face */
  readonly asksPhone?: boolean;
  readonly children: ComponentChildren;
}

/**
 * The whole page. Its title is one of four harmless words: a list of visited pages, or somebody behind the shoulder, learns
 * nothing from it. No crest, no name of the municipality, nothing inline, and nothing of another site.
 */
export function PortalPage({ frame, place, heading, german, back, isWide = false, isAlone = false, asksPhone = false, children }: PortalPageProps): VNode {
  const t = texts[frame.language];
  return (
    <html lang={t.lang} dir={t.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="format-detection" content="telephone=no" />
        <title>{place === "start" ? t.site.name : `${t.site[place]} · ${t.site.name}`}</title>
        <link rel="icon" href={assetUrl("portal-icon.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl(t.dir === "rtl" ? "portal.rtl.css" : "portal.css")} />
        <script type="module" src={assetUrl("portal.js")} />
        {asksPhone && <script type="module" src={assetUrl("portal-passkey.js")} />}
      </head>
      <body class={frame.isSignedIn ? "inside" : "outside"}>
        <a class="skip" href="#inhalt">{t.site.skip}</a>
        <header class="head">
          <a class="home" href={frame.isSignedIn ? ADDRESS.home : ADDRESS.start}><span class="sun" aria-hidden="true" />{t.site.name}</a>
          <a class="exit" href={ADDRESS.exit} data-exit={HARMLESS} rel="noreferrer noopener"><Icon name="away" />{t.site.exit}</a>
        </header>
        {frame.isSignedIn && !isAlone && <Places frame={frame} current={place} />}
        <main id="inhalt" tabindex={-1} class={isWide ? "is-wide" : undefined}>
          {frame.isDemo && <p class="demo">{t.site.demo}</p>}
          <DoneNotice frame={frame} />
          {back !== undefined && <p class="back"><a href={back}>{t.site.back}</a></p>}
          {heading !== null && <h1>{heading}</h1>}
          {german !== undefined && frame.language !== "de" && <p class="german" lang="de" dir="ltr">{german}</p>}
          {children}
        </main>
        <Foot frame={frame} />
      </body>
    </html>
  );
}

const PLACES: readonly (readonly [Place, string, PortalIcon])[] = [["start", ADDRESS.home, "home"], ["plan", ADDRESS.plan, "steps"], ["dates", ADDRESS.appointments, "calendar"], ["more", ADDRESS.more, "more"]];
const Places = ({ frame, current }: { frame: Frame; current: Place }) => (
  <nav class="places" aria-label={texts[frame.language].site.menu}>
    {PLACES.map(([place, href, icon]) => (
      <a href={href} aria-current={frame.path === href ? "page" : place === current ? "true" : undefined}><Icon name={icon} /><span>{texts[frame.language].site[place]}</span></a>
    ))}
  </nav>
);

/** Where nobody is signed in the languages stand above the form instead. */
function Foot({ frame }: { frame: Frame }): VNode {
  const t = texts[frame.language];
  const others = ownNames.filter(({ language }) => language === "de" && frame.language !== "de");
  return (
    <footer class="foot">
      {frame.isSignedIn && (
        <form method="post" action={ADDRESS.language}>
          <input type="hidden" name="_csrf" value={frame.csrf} />
          <input type="hidden" name="_idempotency" value={frame.idempotencyKey} />
          <input type="hidden" name="zu" value={frame.path} />
          <Icon name="globe" />
          {others.map(({ language, own, lang, dir }) => <button class="link" name="language" value={language} lang={lang} dir={dir}>{own}</button>)}
          <a href={`${ADDRESS.language}?zu=${encodeURIComponent(frame.path)}`}>{t.site.language}</a>
        </form>
      )}
      {t.draft !== "" && <p>{t.draft}</p>}
    </footer>
  );
}
