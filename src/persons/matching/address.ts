import { foldLetters } from "./sounds.ts";

export interface Address {
  readonly street: string;
  readonly postcode: string;
}

/** `romerstr|101|47475`: street, house number and postcode, whatever the spelling; null where the street is empty. */
export function addressKey(address: Address): string | null {
  const folded = foldLetters(address.street)
    .replaceAll("ß", "ss").replaceAll("ä", "a").replaceAll("ö", "o").replaceAll("ü", "u")
    .replace(/(?<=[aou])e(?=[^aeiou])/g, "")
    .normalize("NFD").replace(/\p{M}/gu, "");
  const match = /^(.*?)(\d+)\s*([a-z])?\b.*$/.exec(folded);
  const name = (match?.[1] ?? folded).replace(/str(asse|\.)?(?=[\s\d]|$)|strasse/g, "str").replace(/[^\p{L}]/gu, "");
  if (name === "") return null;
  return `${name}|${match?.[2] ?? ""}${match?.[3] ?? ""}|${address.postcode.replace(/\D/g, "")}`;
}
