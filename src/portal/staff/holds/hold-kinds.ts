/** What can be held off the page of a person, in the order in which it is offered. */
export const HOLD_KINDS = ["goal", "measure", "appointment", "document", "fact", "consent", "disclosure", "access"] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];
