import type { Asking } from "../../http/index.ts";
import { openText, type SealedPlace } from "../sealing.ts";

/** A sealed text of a case, for pages that read the case's head beside it. */
export const openCaseText = (asking: Pick<Asking, "app" | "session">, keyRef: string, place: SealedPlace, row: string, sealed: Buffer | null): string =>
  openText(asking, keyRef, place, row, sealed);
