import type { ComponentChildren } from "preact";

export interface FooterLink {
  readonly href: string;
  readonly label: string;
}

export const SkipLink = () => (
  <a class="skip-link" href="#inhalt">
    Zum Inhalt
  </a>
);

export const Wordmark = ({ href }: { href: string }) => (
  <a class="wordmark" href={href} aria-label="Einklang, Startseite">
    Ein<span>klang</span>
  </a>
);

export function Footer({ links }: { links: readonly FooterLink[] }) {
  return (
    <footer class="footer">
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </footer>
  );
}

export interface PlainLayoutProps {
  readonly banner?: string | undefined;
  readonly footer: readonly FooterLink[];
  readonly flash?: ComponentChildren;
  /** forms are narrow, texts wider */
  readonly width?: "form" | "text" | "wide" | undefined;
  readonly children: ComponentChildren;
}

/** For pages before sign-in, errors and the first run: one column, nothing to distract. */
export function PlainLayout({ banner, footer, flash, width = "form", children }: PlainLayoutProps) {
  return (
    <div class="plain">
      <SkipLink />
      <header>
        {banner !== undefined && <p class="demo-banner">{banner}</p>}
        <div class="plain-head">
          <Wordmark href="/" />
        </div>
      </header>
      <main id="inhalt" class={`plain-main plain-${width}`} tabindex={-1}>
        {flash}
        {children}
      </main>
      <Footer links={footer} />
    </div>
  );
}
