/** As on the sheets of consents: `prs` is Dari. */
export const PORTAL_LANGUAGES = ["de", "en", "uk", "ar", "prs", "tr", "ti", "ru", "fr"] as const;
export type PortalLanguage = (typeof PORTAL_LANGUAGES)[number];
/** Whatever else comes is German; Persian is shown as Dari. */
export const portalLanguageOf = (code: string | null | undefined): PortalLanguage => PORTAL_LANGUAGES.find((known) => known === code) ?? (code?.split("-")[0] === "fa" ? "prs" : "de");

export type RightKind = "restrict" | "object";

/** Neutral on purpose: what stands in an address bar or in a browser's history tells nobody anything. */
export const ADDRESS = {
  home: "/",
  /** `?k=` the invitation's secret, as the QR code holds it; `?sprache=` */
  start: "/start",
  ownPin: "/pin",
  plan: "/plan",
  /** POST `measure`, `done` (`yes`/`no`) */
  tick: "/plan/erledigt",
  /** GET, application/pdf: what was told when the case ended */
  closingLetter: (id: string) => `/plan/brief/${id}.pdf`,
  appointments: "/termine",
  /** GET, text/calendar; the title in it is neutral */
  calendar: (id: string) => `/termine/${id}.ics`,
  helpers: "/wer-hilft",
  consents: "/erlaubt",
  /** GET one; POST `scope` (`whole`/`part`), `cells`* to `…/folgen` shows what happens then and changes nothing */
  consent: (id: string) => `/erlaubt/${id}`,
  consequences: (id: string) => `/erlaubt/${id}/folgen`,
  /** POST the same fields; then 303 to the receipt */
  withdraw: (id: string) => `/erlaubt/${id}/ende`,
  receipt: (id: string) => `/erlaubt/${id}/beleg`,
  seen: "/gesehen",
  passedOn: "/weitergegeben",
  data: "/daten",
  /** GET `?punkt=` item, POST `item`, `text` */
  wrong: "/daten/falsch",
  /** GET `?was=` key of a fact, or all to choose from; POST `key`, `value`, `text` */
  sayFact: "/daten/sagen",
  rights: "/rechte",
  /** GET form and POST `text`: kind is `restrict` or `object` */
  right: (kind: RightKind) => `/rechte/${kind === "restrict" ? "einschraenken" : "widersprechen"}`,
  question: "/frage",
  /** POST multipart `paper`, `text` */
  paper: "/papier",
  /** POST `format` (`html`/`json`) answers with the file */
  takeAll: "/mitnehmen",
  /** GET `?zu=` where to go back to; POST `language`, `zu` */
  language: "/sprache",
  more: "/mehr",
  signOut: "/abmelden",
  /** GET without any token: ends the session, Clear-Site-Data, 303 to a harmless site */
  exit: "/weg",
  /** own passkeys; POST `pin` shows the one button that asks the telephone */
  passkeys: "/ohne-pin",
  /** POST `answer` of the telephone */
  passkeyAdd: "/ohne-pin/neu",
  /** POST `passkey` */
  passkeyRemove: "/ohne-pin/entfernen",
  /** POST, before signing in: the question as JSON */
  passkeyOptions: "/start/frage",
  /** POST `answer` */
  passkeyAnswer: "/start/handy",
} as const;

/** A page of the authority that tells everybody's weather: where the quick exit leads. */
export const HARMLESS = "https://www.dwd.de/DE/wetter/wetter_node.html";
