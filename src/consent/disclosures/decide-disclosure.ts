import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import type { Exception } from "./disclosure-words.ts";

export interface DisclosureInput {
  /** `o:<organisation>` or `t:<municipality>`, or `paper` with the name of whoever is not in the list */
  readonly recipient: string;
  readonly paperName: string;
  readonly legalBasisId: string;
  readonly consentId: string | null;
  readonly purpose: string;
  readonly necessity: string;
  readonly exception: Exception | null;
  readonly isAcute: boolean;
}

export interface DisclosureFacts {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly has_room: boolean }[];
  readonly municipalities: readonly { readonly id: string; readonly name: string }[];
  readonly bases: readonly string[];
  /** those among them that are a consent */
  readonly consentBases: readonly string[];
  readonly consents: readonly { readonly id: string; readonly recipient_id: string; readonly direction: string }[];
}

export interface DecidedDisclosure {
  readonly recipientId: string | null;
  readonly recipientTenantId: string | null;
  readonly recipientName: string;
  readonly channel: "inbox" | "paper";
}

/** Who gets it and on what ground; what may be in it is judged item by item, by the database. */
export function decideDisclosure(input: DisclosureInput, facts: DisclosureFacts): Decision<DecidedDisclosure> {
  const refusals: Refusal[] = [];
  const recipient = recipientOf(input, facts);
  if (recipient === null)
    refusals.push(
      input.recipient === "paper"
        ? { code: "recipient-name-missing", field: "paperName", sentence: "Nennen Sie die Stelle, die das Schreiben bekommt." }
        : { code: "recipient-missing", field: "recipient", sentence: "Wählen Sie, wer die Angaben bekommt." },
    );
  if (!facts.bases.includes(input.legalBasisId)) refusals.push({ code: "basis-missing", field: "legalBasisId", sentence: "Wählen Sie die Rechtsgrundlage aus dem Verzeichnis." });
  if (input.purpose === "") refusals.push({ code: "purpose-missing", field: "purpose", sentence: "Schreiben Sie, wofür die Stelle die Angaben braucht." });
  if (input.necessity === "") refusals.push({ code: "necessity-missing", field: "necessity", sentence: "Schreiben Sie in einem Satz, warum es ohne diese Angaben nicht geht.", norm: "Art. 5 Abs. 1 Buchst. c DSGVO" });
  if (input.isAcute && input.exception === null) refusals.push({ code: "exception-missing", field: "exception", sentence: "Bei akuter Gefahr: Wählen Sie die Ausnahme.", norm: "§ 4 KKG, §§ 34, 138 StGB" });
  if (input.consentId === null && facts.consentBases.includes(input.legalBasisId))
    refusals.push({ code: "consent-missing", field: "consentId", sentence: "Die Rechtsgrundlage ist eine Einwilligung: Wählen Sie, welche, oder eine andere Grundlage." });
  const consent = facts.consents.find((c) => c.id === input.consentId);
  if (input.consentId !== null && recipient !== null && (consent === undefined || consent.recipient_id !== recipient.recipientId))
    refusals.push({ code: "consent-names-another", field: "consentId", sentence: "Diese Einwilligung nennt eine andere Stelle. Wählen Sie eine passende oder keine." });
  else if (consent?.direction === "from_recipient") refusals.push({ code: "consent-wrong-direction", field: "consentId", sentence: "Diese Einwilligung erlaubt nur, von der Stelle etwas zu erfahren." });
  return decide(refusals, () => recipient!);
}

function recipientOf({ recipient, paperName }: DisclosureInput, facts: DisclosureFacts): DecidedDisclosure | null {
  const nobody = { recipientId: null, recipientTenantId: null };
  if (recipient === "paper") return paperName === "" ? null : { ...nobody, recipientName: paperName, channel: "paper" };
  const id = recipient.slice(2);
  const organisation = recipient.startsWith("o:") ? facts.organisations.find((o) => o.id === id) : undefined;
  if (organisation !== undefined) return { ...nobody, recipientId: id, recipientName: organisation.name, channel: organisation.has_room ? "inbox" : "paper" };
  const municipality = recipient.startsWith("t:") ? facts.municipalities.find((m) => m.id === id) : undefined;
  return municipality === undefined ? null : { ...nobody, recipientTenantId: id, recipientName: municipality.name, channel: "inbox" };
}
