import type { App } from "../../http/index.ts";
import { eraseDueInboxItems } from "./delivery.sql.ts";

const AT_ONCE = 500;

/**
 * Copies whose time is over go, each with its key and its files (the chore "keys of what ended" destroys them).
 * Portions of their own transactions: a break loses nothing that was done.
 */
export async function eraseDueItems(app: App): Promise<{ erased: number; held: number }> {
  for (let erased = 0; ; ) {
    const portion = await app.db.asSystem("copies in inboxes whose time is over", (tx) => eraseDueInboxItems(tx, AT_ONCE));
    erased += portion.erased;
    // held threads stand last: a portion without a deletion has none left
    if (portion.erased === 0) {
      if (erased > 0) app.log.info({ copies: erased, heldThreads: portion.held }, "copies in inboxes were deleted, their time is over");
      return { erased, held: portion.held };
    }
  }
}
