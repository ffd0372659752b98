import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { assetUrl } from "./assets.ts";

export interface DocumentProps {
  readonly title: string;
  readonly body: VNode;
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
  /** scripts by logical name; none where an empty list is given */
  readonly scripts?: readonly string[];
  readonly style?: string;
  /** what other sites learn of where somebody comes from; nothing where the page must not be told of at all */
  readonly referrer?: "same-origin" | "no-referrer";
  /** single-key shortcuts, which the account can switch off (WCAG 2.1.4) */
  readonly shortcuts?: "on" | "off";
  /** renews the page without scripts: for progress */
  readonly refreshSeconds?: number;
}

/** The whole page. No inline script or style anywhere, so `default-src 'self'` holds without nonces. */
export function renderDocument(props: DocumentProps): string {
  const { title, body, lang = "de", dir = "ltr", scripts = ["staff.js"], style = "staff", referrer = "same-origin", shortcuts = "on", refreshSeconds } = props;
  const page = (
    <html lang={lang} dir={dir} data-kern-theme="light">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content={referrer} />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Einklang`}</title>
        <link rel="icon" href={assetUrl("icon.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl(dir === "rtl" ? `${style}.rtl.css` : `${style}.css`)} />
        {scripts.map((name) => (
          <script type="module" src={assetUrl(name)} />
        ))}
        {refreshSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refreshSeconds)} />
          </noscript>
        )}
      </head>
      <body data-shortcuts={shortcuts}>{body}</body>
    </html>
  );
  return `<!doctype html>${renderToString(page)}`;
}
