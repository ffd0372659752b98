import type { App } from "../http/index.ts";
import { lendKeys, lentKeys, openVault, takeBackKeys } from "../vault/index.ts";
import { listKeysInUse } from "./staff/staff.sql.ts";

/** Before the commit that lets somebody in: a crash leaves a key too many for some seconds, never a page without its keys. */
export async function lendToPortal(app: App, refs: readonly string[]): Promise<void> {
  await prepare(app);
  lendKeys(app.vault.dir, app.config.portalKeyDir, refs);
}

/** Zeros in the portal's directory; its process keeps no key in memory. */
export const takeBackFromPortal = (app: App, refs: readonly string[]): void => takeBackKeys(app.config.portalKeyDir, refs);

/** The directory holds the keys of those who have access and no other: what a crash, a death or a date left behind is put right. */
export async function settlePortalKeys(app: App): Promise<{ readonly lent: number; readonly takenBack: number }> {
  const wanted = new Set(await app.db.asSystem("keys of the own pages", listKeysInUse));
  const there = new Set<string>(lentKeys(app.config.portalKeyDir));
  const [missing, extra] = [[...wanted].filter((ref) => !there.has(ref)), [...there].filter((ref) => !wanted.has(ref))];
  takeBackFromPortal(app, extra);
  let lent = 0;
  for (const ref of missing) {
    try {
      await lendToPortal(app, [ref]);
      lent += 1;
    } catch (error) {
      // erased meanwhile: there is nothing to lend
      app.log.warn({ err: (error as Error).name }, "a key could not be lent to the own page");
    }
  }
  return { lent, takenBack: extra.length };
}

const prepared = new Set<string>();
async function prepare({ config }: App): Promise<void> {
  if (prepared.has(config.portalKeyDir)) return;
  (await openVault(config.portalKeyDir)).close();
  prepared.add(config.portalKeyDir);
}
