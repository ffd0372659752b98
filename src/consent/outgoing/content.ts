import { z } from "zod";

/** What a dispatch holds, sealed: everything that the recipient will read, and nothing that leads back into the sender's file. */
const file = z.object({ name: z.string(), mediaType: z.string(), size: z.number() });
const item = z.object({ label: z.string(), value: z.string(), category: z.string(), person: z.string().default(""), file: z.number().nullable().default(null) });
const sender = z.object({ organisation: z.string(), person: z.string(), role: z.string() });

const disclosure = z.object({
  type: z.literal("disclosure"),
  sender,
  sentOn: z.string(),
  basis: z.string(),
  consentOf: z.string().nullable().default(null),
  exception: z.string().nullable().default(null),
  purpose: z.string(),
  necessity: z.string(),
  items: z.array(item),
  files: z.array(file).default([]),
  /** day on which what this corrects was sent */
  corrects: z.string().nullable().default(null),
});
/**
 * A field that was disclosed is another by now; what it says now is not in it. Or the person says that it is wrong (Art. 16), the
 * sender restricted using it (Art. 18), or granted an objection (Art. 21 DSGVO).
 */
const changeNotice = z.object({ type: z.literal("change_notice"), label: z.string(), sentOn: z.string(), why: z.enum(["changed", "wrong", "restricted", "objected"]).default("changed") });
export type ChangeReason = z.output<typeof changeNotice>["why"];
const withdrawal = z.object({ type: z.literal("withdrawal"), sender, person: z.string(), isWhole: z.boolean(), withdrawnOn: z.string(), categories: z.array(z.string()), note: z.string().default("") });
const request = z.object({ type: z.literal("request"), sender, sentOn: z.string(), about: z.string(), needed: z.string(), basis: z.string() });
const reply = z.object({ type: z.literal("reply"), sender, text: z.string() });
/** what the recipient says of a disclosure; the kind of the dispatch says which */
const answer = z.object({ type: z.literal("answer"), text: z.string().default("") });

export const content = z.discriminatedUnion("type", [disclosure, changeNotice, withdrawal, request, reply, answer]);
export type Content = z.output<typeof content>;
export type ContentOf<T extends Content["type"]> = Extract<Content, { type: T }>;

/** Only for the delivery: where the bytes of the files lie on the sender's side. Never copied to the recipient. */
export const dispatched = z.object({ content, sources: z.array(z.object({ documentId: z.string(), storedName: z.string() })).default([]) });
export type Dispatched = z.input<typeof dispatched>;
