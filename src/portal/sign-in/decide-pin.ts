import type { PageRefusal } from "../views.ts";

const SHORTEST = 8;
const SEQUENCES = ["01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz", "qwertzuiop", "qwertyuiop"];

/** An own PIN: eight signs or more, digits alone are enough, since guesses are slowed; nothing that everybody tries first. */
export function decidePin(pin: string, again: string): PageRefusal[] {
  if (pin.length < SHORTEST || pin.length > 100) return [{ code: "pin_short", field: "pin" }];
  if (isSimple(pin.toLowerCase())) return [{ code: "pin_simple", field: "pin" }];
  return pin === again ? [] : [{ code: "pin_differs", field: "again" }];
}

function isSimple(pin: string): boolean {
  if (new Set(pin).size <= 2) return true;
  // the same piece again and again: 12341234
  for (let size = 1; size <= pin.length / 2; size += 1) if (pin.length % size === 0 && pin.slice(0, size).repeat(pin.length / size) === pin) return true;
  return SEQUENCES.some((s) => s.includes(pin));
}
