/** What leaves a room: its content, sealed and dispatched. For disclosures, inbox, requests, and the withdrawal of consents. */
export { type ChangeReason, type Content, content, type ContentOf } from "./content.ts";
export { dispatch, type Outgoing, senderOf } from "./dispatch.ts";
export { type DispatchKind, findOwnOrganisation, listMunicipalities, listRecipients, type Recipient } from "./outgoing.sql.ts";
export { Letter, type LetterItem, type LetterView } from "./letter.page.tsx";
export { openDispatch, openInRow, openItem, sealDispatch, sealInRow, sealItem } from "./seal-content.ts";
