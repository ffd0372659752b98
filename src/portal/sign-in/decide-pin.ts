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
  return SEQUENCES.some((s) => s.includes(pin)) || isDay(pin);
}

/** A day of a life, whichever way round: it is known to everybody who lives with somebody. */
function isDay(pin: string): boolean {
  const digits = pin.replaceAll(/[\s./-]/g, "");
  if (!/^\d{8}$/.test(digits)) return false;
  const parts = [[4, 2, 0], [0, 4, 6], [4, 0, 2], [0, 6, 4]] as const;
  return parts.some(([year, month, day]) => {
    const [y, m, d] = [digits.slice(year, year + 4), digits.slice(month, month + 2), digits.slice(day, day + 2)].map(Number) as [number, number, number];
    const at = new Date(Date.UTC(y, m - 1, d));
    return y >= 1900 && y <= 2040 && at.getUTCMonth() === m - 1 && at.getUTCDate() === d;
  });
}
