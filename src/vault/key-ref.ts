import { isId } from "../kernel/id.ts";

export const SLOTS_PER_BATCH = 1024;

/** `<batch uuid>:<slot>`: what the database stores in place of a key. */
export type KeyRef = string & { readonly __keyRef: true };

const SLOT = /^(0|[1-9]\d{0,3})$/;

export const makeKeyRef = (batch: string, slot: number): KeyRef => `${batch}:${slot}` as KeyRef;

/** Null for anything that is not exactly a reference; also the guard against paths in a stored reference. */
export function parseKeyRef(text: string): { batch: string; slot: number } | null {
  const batch = text.slice(0, 36);
  const slot = text.slice(37);
  if (text[36] !== ":" || !isId(batch) || !SLOT.test(slot) || Number(slot) >= SLOTS_PER_BATCH) return null;
  return { batch, slot: Number(slot) };
}
