import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Database } from "../db/index.ts";
import type { Vault } from "../vault/index.ts";

/** What every request may use. Made once in main; nothing here is global, so two instances run beside each other. */
export interface App {
  readonly config: Config;
  readonly db: Database;
  readonly vault: Vault;
  /** folder of the encrypted files */
  readonly filesDir: string;
  readonly log: Logger;
  /** the instant it is; tests set it */
  readonly clock: () => Date;
}
