import type { VNode } from "preact";
import type { ReadTx } from "../db/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import { Flash, type NavItem, Notice, PlainLayout, renderDocument, StaffLayout } from "../ui/index.ts";
import type { FlashLink, Page } from "./route.ts";
import type { Session } from "./session.ts";

export interface NavigationCount {
  readonly count: number;
  readonly unit: string;
}
export type NavigationCounts = Readonly<Record<string, NavigationCount>>;

export interface FlashMessage {
  readonly text: string;
  readonly link?: FlashLink;
}

/** What stands around every page; main decides the entries by the roles of the session. */
export interface Chrome {
  navigation(session: Session, current: string | undefined, counts?: NavigationCounts): readonly (readonly NavItem[])[];
  /** numbers beside the entries, by their ids: read in the page's own transaction, under the same rights */
  countForNavigation?(tx: ReadTx, session: Session, today: CalendarDay): Promise<NavigationCounts>;
  mayUse(session: Session, permission: string): boolean;
}

const FOOTER = [
  { href: "/hilfe", label: "Hilfe und Handbuch" },
  { href: "/barrierefreiheit", label: "Barrierefreiheit" },
  { href: "/datenschutz", label: "Datenschutz" },
];

const bannerOf = (tenant: string): string => `Vorführung: ${tenant} und alle Personen sind erfunden`;

export interface StaffSession {
  readonly session: Session;
  readonly csrf: string;
  readonly chrome: Chrome;
  readonly counts?: NavigationCounts;
}

export function renderStaffPage(page: Page, { session, csrf, chrome, counts }: StaffSession, flash: FlashMessage | undefined): string {
  const room = session.roomName === null ? {} : { room: { label: "Aktenbereich", name: session.roomName, switchHref: "/konto/aktenbereich" } };
  const body = page.bare ? (
    page.body()
  ) : (
    <StaffLayout
      banner={session.isDemo ? bannerOf(session.tenantName) : undefined}
      navigation={chrome.navigation(session, page.nav, counts)}
      search={{ action: "/suche", hint: chrome.mayUse(session, "person.search") ? "Suchen: Name, Geburtsdatum, Telefon, Fall" : "Suchen: Seiten", paletteUrl: "/suche.json" }}
      {...room}
      account={{
        name: `${session.givenName} ${session.familyName}`,
        detail: session.organisation,
        links: [
          { href: "/konto", label: "Konto" },
          { href: "/konto/sitzungen", label: "Sitzungen" },
        ],
        signOut: { action: "/abmelden", csrf },
      }}
      footer={FOOTER}
      flash={flash === undefined ? undefined : <Said {...flash} />}
    >
      {page.body()}
    </StaffLayout>
  );
  return documentOf(page, body, session.shortcuts);
}

export function renderPlainPage(page: Page, flash: FlashMessage | undefined): string {
  const body = page.bare ? page.body() : (
    <PlainLayout banner={page.banner} width={page.width} footer={FOOTER} flash={flash === undefined ? undefined : <Said {...flash} />}>
      {page.body()}
    </PlainLayout>
  );
  return documentOf(page, body, false);
}

const Said = ({ text, link }: FlashMessage) => <Flash {...(link === undefined ? {} : { undo: link })}>{text}</Flash>;

function documentOf(page: Page, body: VNode, shortcuts: boolean): string {
  return renderDocument({
    title: page.title,
    body,
    shortcuts: shortcuts ? "on" : "off",
    ...(page.lang === undefined ? {} : { lang: page.lang }),
    ...(page.dir === undefined ? {} : { dir: page.dir }),
    ...(page.refreshSeconds === undefined ? {} : { refreshSeconds: page.refreshSeconds }),
  });
}

/** Says what is wrong and where to go on; the id leads to the log where the cause is unknown. */
export const errorBody = (title: string, status: number, requestId: string | undefined, sentences: readonly string[] = []): VNode => (
  <>
    <h1>{status === 404 ? "Nicht gefunden" : "Das hat nicht geklappt"}</h1>
    <Notice kind={status >= 500 ? "danger" : "info"} title={title}>
      {sentences.slice(1).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {requestId !== undefined && <p>Kennung für die Fehlersuche: {requestId}</p>}
    </Notice>
    <p>
      <a href="/">Zur Startseite</a>
    </p>
  </>
);
