import { z } from "zod";
import { day, flag, list, oneOf, optionalId, optionalTime, text } from "../cases/working/index.ts";
import { PLACE_KINDS, TYPED_KINDS } from "./appointment-words.ts";

const language = () => z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Wählen Sie eine Sprache.").default("de");
export const timeFields = { on: day(), from: optionalTime(), until: optionalTime() };
export const detailFields = {
  kind: oneOf(TYPED_KINDS, "Wählen Sie die Art des Termins.").default("talk"),
  personIds: list(), placeKind: oneOf(PLACE_KINDS, "Wählen Sie, wo der Termin ist.").default("office"), place: text(200), subject: text(200), language: language(),
  withAccountId: optionalId(), withOrganisationId: optionalId(), wantsReminder: flag(), isEntrusted: flag(), isOnPortal: flag(),
};
/** `none`: not needed; `open`: needed, nobody chosen yet; else an id of the pool. */
export const interpreterChoice = () => z.union([z.enum(["none", "open"]), z.uuid("Wählen Sie jemanden aus dem Pool.")]).default("none");
export const interpreterOf = (choice: string): { interpreterId?: string | null } => (choice === "none" ? {} : { interpreterId: choice === "open" ? null : choice });
