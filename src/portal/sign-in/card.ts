import { createHash, randomBytes, randomInt } from "node:crypto";

/** Letters and digits that nobody takes for another (Crockford): 80 random bits as sixteen signs, typed in groups of four. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const newCard = (): string => Array.from(randomBytes(16), (byte) => SIGNS[byte & 31]).join("");
/** Given by word of mouth, counts once. */
export const newFirstPin = (): string => String(randomInt(0, 1_000_000)).padStart(6, "0");
export const groupsOf = (card: string): string => card.match(/.{1,4}/g)?.join(" ") ?? card;

/** As it was meant: small letters, spaces and the signs that look alike. Null for what no card says. */
export function readCard(text: string): string | null {
  const card = text.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1").replaceAll("U", "V");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(card) ? card : null;
}
/** What the database keeps of it. */
export const cardHash = (card: string): Buffer => createHash("sha256").update(`einklang-card-1,${card}`).digest();
