import type { WriteTx } from "../../db/index.ts";
import type { Place } from "./result.page.tsx";

/** Offices whose work is to be asked, by name alone: what hangs in every town hall. Nobody needs to be signed in. */
export const listCounsellingPlaces = (tx: WriteTx): Promise<Place[]> => tx.query("select tenant, name, municipality from app.public_counselling_places()");
