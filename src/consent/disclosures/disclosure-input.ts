import { z } from "zod";
import { flag, list, optionalId, text } from "../../cases/index.ts";
import { EXCEPTIONS, type Exception } from "./disclosure-words.ts";

export const ofDisclosure = z.object({ id: z.uuid(), disclosureId: z.uuid() });

const exception = () => z.union([z.enum(Object.keys(EXCEPTIONS) as [Exception, ...Exception[]]), z.literal("")]).nullish().transform((e): Exception | null => (e === undefined || e === "" ? null : e));

/** Also of the API. What is missing is refused by decide-disclosure, all at once. */
export const disclosureBody = z.object({
  recipient: text(60),
  paperName: text(200),
  legalBasisId: text(60),
  consentId: optionalId(),
  purpose: text(500),
  necessity: text(500),
  exception: exception(),
  isAcute: flag(),
  requestItemId: optionalId(),
  correctsId: optionalId(),
});
export const fieldsBody = z.object({ fields: list(200), freeText: text(2000), freeTextAbout: text(80), freeTextPersonId: optionalId() });

const answer = () => z.union([z.enum(["yes", "no"]), z.literal("")]).nullish().transform((a) => (a === "" || a === null || a === undefined ? undefined : a));
export const check88Body = z.object({ isPublic: answer(), isSchool: answer(), isEntrusted: answer(), isSecret: answer(), isSocialData: answer(), is71: answer() });
/** Without what was not answered. */
export const answersOf = (body: z.output<typeof check88Body>) => Object.fromEntries(Object.entries(body).filter(([, a]) => a !== undefined));

export const verdictBody = z.object({
  agrees: z.union([z.enum(["ja", "nein"]), z.boolean()], "Stimmen Sie zu, oder lehnen Sie ab.").transform((a) => a === true || a === "ja"),
  note: text(1000),
});
