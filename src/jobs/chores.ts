/** What is due by the clock and for nobody: sealing the record, deleting what is over. */
export interface Chore {
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<unknown>;
}

/** Runs each at once and then again so long after it ended, never twice at a time. Stopping waits for what runs. */
export function startChores(chores: readonly Chore[], log: { error(fields: object, text: string): void }): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const loops = chores.map(async (chore) => {
    while (!stopping.signal.aborted) {
      await chore.run().catch((error: unknown) => log.error({ chore: chore.name, err: describe(error) }, "a chore failed"));
      await sleep(chore.everyMs, stopping.signal);
    }
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });

/** Without the message: a database error quotes the row it failed on. */
const describe = (error: unknown): object => (error instanceof Error ? { code: (error as { code?: string }).code, stack: error.stack?.split("\n").slice(1, 6).join("\n") } : {});
