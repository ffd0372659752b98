import pg from "pg";

export interface Listening {
  stop(): Promise<void>;
}

const AGAIN_MS = 5_000;

/**
 * A connection of its own that hears a channel. It may break, or a pooler may drop what is said: it is made anew, and whoever
 * listens keeps looking by itself from time to time. `heard` is also called at each beginning: what was said before is lost.
 */
export function listenTo(connection: pg.ClientConfig, channel: string, heard: () => void): Listening {
  let stopped = false;
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;
  const begin = async (): Promise<void> => {
    const made = new pg.Client(connection);
    client = made;
    let isOver = false;
    const over = (): void => {
      if (isOver || stopped) return;
      isOver = true;
      void made.end().catch(() => undefined);
      again = setTimeout(() => void begin(), AGAIN_MS);
    };
    made.on("error", over);
    made.on("end", over);
    made.on("notification", heard);
    try {
      await made.connect();
      await made.query(`listen ${channel}`);
      heard();
    } catch {
      over();
    }
  };
  const begun = begin();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(again);
      await begun;
      await client?.end().catch(() => undefined);
    },
  };
}
