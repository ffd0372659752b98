import { z } from "zod";
import { flag, list, readDay, text } from "../../cases/index.ts";
import type { FormState } from "../../http/index.ts";
import type { ConsentInput } from "./consent-input.ts";

/** `ja` and `nein` of the form, a boolean of the API, and empty where nobody said: silence releases from nothing. */
const yesOrNo = z.preprocess((raw) => (raw === true ? "ja" : raw === false ? "nein" : raw), text(10));

/** Takes whatever was typed; what is missing is said by the decision, all at once and not in two rounds. */
export const consentBody = z.object({
  personId: text(40), recipientId: text(40), categories: list(200), purpose: text(40), purposeText: text(500), direction: text(40), releasesSecrecy: yesOrNo,
  givenOn: text(40), expiresOn: text(40), givenBy: text(40), capacityNoted: flag(), representative: text(300), representedUntilOn: text(40),
  form: text(40), oralNote: text(2000), language: text(20), interpreter: text(200), textVersion: text(80),
});
export type ConsentBody = z.output<typeof consentBody>;

export function consentInput(body: ConsentBody): ConsentInput {
  const days = { givenOn: readDay(body.givenOn), expiresOn: readDay(body.expiresOn), representedUntilOn: readDay(body.representedUntilOn) };
  const unreadable = (["givenOn", "expiresOn", "representedUntilOn"] as const).filter((name) => body[name] !== "" && days[name] === null);
  return { ...body, ...days, unreadable };
}

/** The fields as they were typed, for carrying them over a page; with the version of the text that is read on it. */
export const typedAgain = ({ capacityNoted, ...rest }: ConsentBody, textVersion: string): FormState["values"] => ({ ...rest, ...(capacityNoted ? { capacityNoted: "ja" } : {}), textVersion });
