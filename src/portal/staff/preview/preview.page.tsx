import type { ComponentChildren, VNode } from "preact";
import { assetUrl } from "../../../ui/index.ts";
import { ownNames } from "../../texts/index.ts";
import type { PortalLanguage } from "../../views.ts";
import { lifeless } from "./lifeless.ts";

export interface PreviewFrame {
  /** `/faelle/:id/portal` */
  readonly back: string;
  /** `/faelle/:id/portal/vorschau/:access` */
  readonly base: string;
  /** the person's address of this page */
  readonly address: string;
  readonly language: PortalLanguage;
  /** an own choice of whoever looks; the person's stays as it is */
  readonly chosen: PortalLanguage | null;
  /** the access is frozen, not used yet, …: the person sees none of this now */
  readonly closed: string | null;
}

/** Addresses of the person's that can be looked at; all others do something. */
export const PREVIEWED = ["/", "/plan", "/termine", "/wer-hilft", "/erlaubt", "/gesehen", "/weitergegeben", "/daten", "/rechte", "/frage", "/papier", "/mitnehmen", "/mehr"] as const;
export const previewPath = (base: string, address: string, language: PortalLanguage | null): string => `${base}${address === "/" ? "" : address}${language === null ? "" : `?sprache=${language}`}`;

interface Host {
  readonly type: string;
  readonly props: { readonly children?: ComponentChildren; readonly class?: string; readonly lang: string; readonly dir: "ltr" | "rtl" };
}
const childrenOf = (node: Host): ComponentChildren[] => [node.props.children].flat() as ComponentChildren[];
const isHost = (node: ComponentChildren, type: string): boolean => typeof node === "object" && node !== null && "type" in node && node.type === type;
function partOf(node: Host, type: string): Host {
  const found = childrenOf(node).find((child) => isHost(child, type));
  if (found === undefined) throw new Error(`a page without ${type}`);
  return found as unknown as Host;
}

/** The person's own document, in a frame of a telephone's width, under a line that says what this is. */
export function PreviewPage({ frame, page }: { frame: PreviewFrame; page: VNode }): VNode {
  const leadsTo = (href: string): string | null => {
    if (href.startsWith("#")) return href;
    const [address = ""] = href.split("?");
    return (PREVIEWED as readonly string[]).includes(address) ? previewPath(frame.base, address, frame.chosen) : null;
  };
  const html = lifeless(page, leadsTo) as unknown as Host;
  const body = partOf(html, "body");
  // the way past everything comes first, as on every page
  const inside = childrenOf(body);
  return (
    <html lang={html.props.lang} dir={html.props.dir}>
      <head>
        {childrenOf(partOf(html, "head")).filter((node) => !isHost(node, "title"))}
        <link rel="stylesheet" href={assetUrl("portal-preview.css")} />
        <title>Vorschau der eigenen Seite</title>
      </head>
      <body>
        {inside.filter((node) => isHost(node, "a"))}
        <PreviewLine frame={frame} />
        <div class="preview-phone">
          <div class={`preview-screen ${body.props.class ?? ""}`}>{inside.filter((node) => !isHost(node, "a"))}</div>
        </div>
      </body>
    </html>
  );
}

function PreviewLine({ frame }: { frame: PreviewFrame }): VNode {
  return (
    <div class="preview-line" role="region" aria-label="Vorschau" lang="de" dir="ltr">
      <p><b>Vorschau.</b> So sieht die Person ihre Seite. Knöpfe und Felder wirken hier nicht. <a href={frame.back}>Zurück zum Fall</a></p>
      {frame.closed !== null && <p class="preview-closed">{frame.closed}</p>}
      <p class="preview-tongues">
        {ownNames.map(({ language, own, lang, dir }) => language === frame.language
          ? <b lang={lang} dir={dir} aria-current="true">{own}</b>
          : <a href={previewPath(frame.base, frame.address, language)} lang={lang} dir={dir}>{own}</a>)}
      </p>
    </div>
  );
}
