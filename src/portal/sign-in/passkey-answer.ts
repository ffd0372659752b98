import { z } from "zod";

const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,8000}$/);
const credential = z.object({ id: base64url, rawId: base64url, type: z.literal("public-key") });
const TRANSPORTS: ReadonlySet<string> = new Set(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]);

const added = credential.extend({
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url, transports: z.array(z.string()).default([]).transform((all) => all.filter((t) => TRANSPORTS.has(t))) }),
});
const opened = credential.extend({ response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url }) });

/** What the page's script made of the telephone's answer, as WebAuthn writes it in JSON. Null: it is none. */
export const readAdded = (text: string): z.output<typeof added> | null => read(added, text);
/** With the name under which the telephone keeps it: a passkey that does not say it is none that was set up here. */
export const readOpened = (text: string): z.output<typeof opened> | null => read(opened, text);

function read<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
