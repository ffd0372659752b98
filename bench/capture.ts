import pg from "pg";

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** prepared under a name in the product, so also in the bare process */
  readonly isPrepared: boolean;
  /** sent while nothing was under way: what came before was waited for */
  readonly waits: boolean;
  readonly rows: number;
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
interface Noted {
  statements: Statement[];
  underWay: number;
}

/** The statements of the one transaction that `work` causes under a session; the driver is as it was before and after. */
export async function captureStatements(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const driver = pg.Client.prototype as unknown as { query: Query };
  const { query } = driver;
  const clients = new Map<pg.Client, Noted>();
  driver.query = function noting(this: pg.Client, ...args: unknown[]) {
    const noted = clients.get(this) ?? { statements: [], underWay: 0 };
    clients.set(this, noted);
    const [first, second] = args;
    const asked = typeof first === "string" ? { text: first, values: second as unknown[] | undefined, name: undefined } : (first as { text: string; values?: unknown[]; name?: string });
    const place = noted.statements.push({ text: asked.text, values: asked.values ?? [], isPrepared: asked.name !== undefined, waits: noted.underWay === 0, rows: 0 }) - 1;
    noted.underWay += 1;
    const answer = query.apply(this, args) as Promise<pg.QueryResult>;
    const note = (rows: number): void => {
      noted.underWay -= 1;
      noted.statements[place] = { ...noted.statements[place]!, rows };
    };
    answer.then((result) => note(result.rows?.length ?? 0), () => note(-1));
    return answer;
  };
  try {
    await work();
    // the commit's answer reaches the reader before our note of it
    await new Promise((resolve) => setTimeout(resolve, 2));
  } finally {
    driver.query = query;
  }
  // jobs and chores of the same process have transactions of their own; the request's is the one under a session
  const own = [...clients.values()].filter((noted) => noted.statements.some((s) => s.values[0] === "app.session"));
  if (own.length !== 1) throw new Error(`a request was expected to use one connection, and used ${own.length}`);
  // once a minute a session is marked as used: not what a request needs
  return own[0]!.statements.filter((s) => s.text !== "select app.touch_session()");
}
