/** The key was destroyed on purpose: what it sealed is gone for good, and that is not an error of the data. */
export class KeyDestroyed extends Error {
  constructor() {
    super("key destroyed");
  }
}

/** The reference is well-formed but its batch is not in the key directory: restore the keys before serving. */
export class KeyMissing extends Error {
  constructor() {
    super("key missing");
  }
}

/** Ciphertext, binding or key do not belong together: changed, moved to another row, or an older version put back. */
export class Tampered extends Error {
  constructor() {
    super("ciphertext does not fit its place");
  }
}

/** The key directory cannot be used as it is; the message is a German sentence for the operator. */
export class VaultUnusable extends Error {}
