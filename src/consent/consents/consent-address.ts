import { Readable } from "node:stream";
import { z } from "zod";
import { type Bytes, bytes } from "../../http/index.ts";
import { type Documents, makePdf, type TemplateName } from "../../pdf/index.ts";

export const ofConsent = z.object({ id: z.uuid(), consentId: z.uuid() });

/** A paper, made when the answer is sent: by then the transaction that read its data is over. */
export function pdfLater<T extends TemplateName>(template: T, data: Documents[T], now: Date, fileName: string): Bytes {
  const making = async function* (): AsyncGenerator<Uint8Array> {
    yield await makePdf(template, data, now);
  };
  return bytes(Readable.from(making(), { objectMode: false }), { "content-type": "application/pdf", "content-disposition": `attachment; filename="${fileName}"`, "x-content-type-options": "nosniff" });
}
