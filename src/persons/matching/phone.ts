const ASCII_DIGIT = (digit: string): string => String((digit.codePointAt(0) ?? 0) & 0xf);

/** Arabic-Indic and Persian digits as 0–9. */
const plainDigits = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, ASCII_DIGIT);

/**
 * A telephone number as country code and digits without plus (`4915112345678`), whatever way it was typed; null where
 * there are fewer than six digits. A number without country code is taken for German.
 */
export function phoneKey(text: string): string | null {
  const typed = plainDigits(text.normalize("NFKC")).replace(/\(0\)/g, "");
  const digits = typed.replace(/\D/g, "");
  if (digits.length < 6 || digits.length > 17 || /^(\d)\1+$/.test(digits)) return null;
  if (/^\s*\+/.test(typed)) return digits.startsWith("490") ? `49${digits.slice(3)}` : digits;
  if (digits.startsWith("00")) return digits.startsWith("00490") ? `49${digits.slice(5)}` : digits.slice(2);
  if (digits.startsWith("0")) return `49${digits.slice(1)}`;
  // Excel drops the leading zero of numbers: 15112345678
  return digits.startsWith("49") && digits.length >= 11 ? digits : `49${digits}`;
}

/** One digit wrong, missing or too many, or two neighbours exchanged. */
export function isPhoneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || a.length < 9 || b.length < 9) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
