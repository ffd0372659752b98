import { LawBook } from "./engine/parameters.ts";
import { parameterRows } from "./law-book.ts";

/** Law that parliament has before it and that is not in force: off, visible, and to be tried by whoever plans. */
export const pendingLaw = [
  {
    id: "pending.leistungsrechtsanpassung",
    title: "Leistungsrechtsanpassungsgesetz",
    sentence: "Wer nach dem 31.3.2025 erstmals einen Titel oder eine Fiktion nach § 24 bekam, bekäme AsylbLG statt SGB II. Am 19.8.2026 nicht in Kraft; vor jeder Nutzung zu prüfen.",
    source: "https://www.sgb2.info/DE/Service/Publikationen/Flucht/publikationen-Flucht/rechtskreiswechsel-faq-art.html",
  },
] as const;
export type PendingLaw = (typeof pendingLaw)[number]["id"];

/** The law as it would be with some pending law in force. */
export const lawBookWith = (pending: readonly PendingLaw[]): LawBook =>
  new LawBook(parameterRows.map((row) => ((pending as readonly string[]).includes(row.id) ? Object.assign({}, row, { value: true }) : row)));
