import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import { Footer, type FooterLink, SkipLink, Wordmark } from "./page-frame.tsx";
import { type Shortcut, ShortcutHelp } from "./shortcut-help.tsx";

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly count?: number;
  /** what the count counts, read out: "fällig" */
  readonly countUnit?: string;
  readonly current?: boolean;
  /** shortcut such as "g t" */
  readonly keys?: string;
}

export interface StaffLayoutProps {
  /** "Vorführung · alles ist erfunden": a line on top of every page of a demo */
  readonly banner?: string | undefined;
  /** groups with a rule between them */
  readonly navigation: readonly (readonly NavItem[])[];
  readonly search: { readonly action: string; readonly hint: string; readonly value?: string; readonly paletteUrl?: string };
  /** for whom one acts */
  readonly room?: { readonly label: string; readonly name: string; readonly switchHref?: string };
  readonly account: {
    readonly name: string;
    readonly detail?: string;
    readonly links: readonly { readonly href: string; readonly label: string }[];
    readonly signOut: { readonly action: string; readonly csrf: string };
  };
  readonly footer: readonly FooterLink[];
  /** beyond those of the navigation */
  readonly shortcuts?: readonly Shortcut[];
  readonly signInHref?: string;
  /** what the last action did: a <Flash> */
  readonly flash?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The shell of every page for staff. The navigation is a popover on narrow screens: a sheet, without scripts. */
export function StaffLayout(props: StaffLayoutProps) {
  const { banner, navigation, footer, shortcuts = [], flash, children, search } = props;
  const fromNav = navigation.flat().flatMap(({ keys, href, label }) => (keys === undefined ? [] : [{ keys, href, label }]));
  return (
    <div class="shell" data-palette-url={search.paletteUrl} data-sign-in={props.signInHref ?? "/anmelden"}>
      <SkipLink />
      <header>
        {banner !== undefined && <p class="demo-banner">{banner}</p>}
        <TopBar {...props} />
      </header>
      <div class="shell-body">
        <SideNavigation navigation={navigation} />
        <main id="inhalt" class="main" tabindex={-1}>
          {flash}
          {children}
        </main>
      </div>
      <Footer links={footer} />
      <ShortcutHelp shortcuts={[...fromNav, ...shortcuts]} />
    </div>
  );
}

function TopBar({ search, room, account }: StaffLayoutProps) {
  return (
    <div class="top-bar">
      <button type="button" class="icon-button nav-toggle" popovertarget="navigation" aria-label="Menü">
        <Icon name="menu" />
      </button>
      <Wordmark href="/" />
      <form class="search" role="search" method="get" action={search.action} aria-label="Suche">
        <Icon name="search" />
        <input type="search" name="q" aria-label={search.hint} placeholder={search.hint} value={search.value} autocomplete="off" data-search="" />
        <kbd aria-hidden="true">/</kbd>
      </form>
      {room && (
        <p class="room">
          <span class="room-label">{room.label}</span> {room.switchHref === undefined ? <b>{room.name}</b> : <RoomSwitch name={room.name} href={room.switchHref} />}
        </p>
      )}
      <AccountMenu account={account} />
    </div>
  );
}

function RoomSwitch({ name, href }: { name: string; href: string }) {
  return (
    <a href={href} class="room-switch">
      <b>{name}</b> <span class="kern-sr-only">(wechseln)</span>
      <Icon name="chevron-down" />
    </a>
  );
}

function AccountMenu({ account }: Pick<StaffLayoutProps, "account">) {
  return (
    <details class="menu account-menu">
      <summary>
        <Icon name="account" label="Konto:" />
        <span class="account-name">
          <bdi>{account.name}</bdi>
          {account.detail !== undefined && <span class="account-detail"> · {account.detail}</span>}
        </span>
      </summary>
      <div class="menu-body">
        {account.links.map((link) => (
          <a href={link.href}>{link.label}</a>
        ))}
        <form method="post" action={account.signOut.action}>
          <input type="hidden" name="_csrf" value={account.signOut.csrf} />
          <button>Abmelden</button>
        </form>
      </div>
    </details>
  );
}

function NavCount({ count, unit }: { count: number; unit: string | undefined }) {
  return (
    <span class="nav-count" title={unit === undefined ? undefined : `${count > 999 ? "mehr als 999" : count} ${unit}`}>
      {count > 999 ? "999+" : count}
      {unit !== undefined && <span class="kern-sr-only"> {unit}</span>}
    </span>
  );
}

function SideNavigation({ navigation }: Pick<StaffLayoutProps, "navigation">) {
  return (
    <nav class="side-nav" id="navigation" popover="auto" aria-label="Hauptnavigation">
      <button type="button" class="icon-button nav-close" popovertarget="navigation" popovertargetaction="hide" aria-label="Menü schließen">
        <Icon name="close" />
      </button>
      {navigation.map((group) => (
        <ul>
          {group.map((item) => (
            <li>
              <a href={item.href} aria-current={item.current ? "page" : undefined} data-keys={item.keys}>
                <span>{item.label}</span>
                {item.count !== undefined && <NavCount count={item.count} unit={item.countUnit} />}
              </a>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
