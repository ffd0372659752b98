import type { Refusal } from "./refusal.ts";

/** "Not there" and "not yours" are this same error on purpose: nobody may tell them apart. */
export class NotFound extends Error {
  constructor() {
    super("not found");
  }
}

/** Nobody is signed in, or the session ended. */
export class NotSignedIn extends Error {
  constructor() {
    super("not signed in");
  }
}

/** A command was refused for stated reasons; pages show them beside the fields and keep what was typed. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((r) => r.code).join(", "));
    this.refusals = refusals;
  }
}

/** The entry changed since the reader loaded it. `current` is what it says now, for the comparison. */
export class Stale extends Error {
  readonly current: Readonly<Record<string, unknown>>;
  constructor(current: Readonly<Record<string, unknown>>) {
    super("stale");
    this.current = current;
  }
}
