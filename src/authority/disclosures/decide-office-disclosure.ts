import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";

export interface OfficeDisclosureInput {
  readonly recipientId: string;
  readonly legalBasisId: string;
  readonly purpose: string;
  readonly necessity: string;
  readonly fields: readonly string[];
  readonly freeText: string;
}
export interface OfficeDisclosureFacts {
  readonly recipients: readonly { readonly id: string; readonly name: string; readonly has_room: boolean }[];
  /** bases in force that are no consent: an authority has none */
  readonly bases: readonly string[];
  /** fields that there is something to say about */
  readonly fields: readonly string[];
  /** whoever asked, where it answers a request: nobody else gets the answer */
  readonly askedBy: string | null;
}
export interface DecidedOfficeDisclosure extends OfficeDisclosureInput {
  readonly recipientName: string;
  readonly channel: "inbox" | "paper";
}

export function decideOfficeDisclosure(input: OfficeDisclosureInput, facts: OfficeDisclosureFacts): Decision<DecidedOfficeDisclosure> {
  const refusals: Refusal[] = [];
  const recipient = facts.recipients.find((r) => r.id === input.recipientId);
  if (recipient === undefined) refusals.push({ code: "recipient-missing", field: "recipientId", sentence: "Wählen Sie, wer die Angaben bekommt." });
  else if (facts.askedBy !== null && facts.askedBy !== recipient.id) refusals.push({ code: "recipient-did-not-ask", field: "recipientId", sentence: "Die Antwort geht an die Stelle, die gefragt hat." });
  if (!facts.bases.includes(input.legalBasisId)) refusals.push({ code: "basis-missing", field: "legalBasisId", sentence: "Wählen Sie die Rechtsgrundlage aus dem Verzeichnis." });
  if (input.purpose === "") refusals.push({ code: "purpose-missing", field: "purpose", sentence: "Schreiben Sie, wofür die Stelle die Angaben braucht." });
  if (input.necessity === "") refusals.push({ code: "necessity-missing", field: "necessity", sentence: "Schreiben Sie in einem Satz, warum es ohne diese Angaben nicht geht.", norm: "Art. 5 Abs. 1 Buchst. c DSGVO" });
  if (input.fields.length === 0 && input.freeText === "") refusals.push({ code: "no-fields", field: "fields", sentence: "Wählen Sie mindestens eine Angabe." });
  if (input.fields.some((f) => !facts.fields.includes(f))) refusals.push({ code: "field-unknown", field: "fields", sentence: "Eine dieser Angaben gibt es hier nicht. Wählen Sie aus der Liste." });
  return decide(refusals, () => ({ ...input, recipientName: recipient!.name, channel: recipient!.has_room ? "inbox" : "paper" }));
}
