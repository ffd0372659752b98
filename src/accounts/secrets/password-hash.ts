import { type Algorithm, hash, verify } from "@node-rs/argon2";

// argon2id with 64 MiB, 3 passes: above OWASP's least, about 60 ms here. Its enum is ambient, so the number stands here.
const ARGON2ID = 2 as Algorithm;
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** One spelling for the same typed text: keyboards differ in how they compose ä. */
const normalised = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normalised(password), OPTIONS));

let nobodys: Promise<string> | undefined;

/** Takes the same time where there is no account and where the password is wrong: then it is compared with nobody's. */
export async function isPassword(known: string | null | undefined, given: string): Promise<boolean> {
  nobodys ??= hash("nobody has this password", OPTIONS);
  const target = known ?? (await nobodys);
  const fits = await inTurn(() => verify(target, normalised(given.slice(0, 500))));
  return fits && known !== null && known !== undefined;
}

// Each check takes 64 MiB: a burst of sign-ins waits in line, instead of taking the machine's memory.
const AT_ONCE = 4;
const LONGEST_LINE = 200;
let running = 0;
const line: (() => void)[] = [];
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (line.length >= LONGEST_LINE) throw Object.assign(new Error("too many password checks at once"), { statusCode: 429 });
  if (running >= AT_ONCE) await new Promise<void>((resolve) => line.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
