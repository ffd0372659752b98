import { createHash } from "node:crypto";
import type { Writable } from "node:stream";
import type pg from "pg";
import { NotFound } from "../kernel/errors.ts";

/** A transaction that may read. The rows it sees are those its session may see. */
export interface ReadTx {
  query<R extends object>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** the one row; NotFound where there is none, which is also what "not yours" looks like */
  get<R extends object>(sql: string, params?: readonly unknown[]): Promise<R>;
  find<R extends object>(sql: string, params?: readonly unknown[]): Promise<R | undefined>;
  /** how many statements this transaction has sent, for the tests of statements per page */
  readonly statements: number;
}

/** A transaction that may also change things. Nothing differs at run time: the type keeps commands out of pages. */
export interface WriteTx extends ReadTx {
  /** rows touched */
  run(sql: string, params?: readonly unknown[]): Promise<number>;
  /** as run, and NotFound unless exactly one row was touched */
  runOne(sql: string, params?: readonly unknown[]): Promise<void>;
}

// Statements are few and fixed, so each is prepared once per connection under a name made of its text.
const names = new Map<string, string>();
function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = createHash("sha256").update(sql).digest("base64url").slice(0, 24);
    if (names.size < 5000) names.set(sql, name);
  }
  return name;
}

/** The driver's connection, which its types leave out. */
interface Wired {
  readonly connection?: { readonly stream?: Pick<Writable, "cork" | "uncork"> };
}
const corked = new WeakSet<object>();

/**
 * What is asked for in one go leaves in one write: a dozen statements of a page would else be a dozen system calls here, and wake
 * the server as often. The driver holds back each statement's own messages in the same way.
 */
export function inOneWrite(client: pg.ClientBase): void {
  const stream = (client as unknown as Wired).connection?.stream;
  if (stream === undefined || corked.has(stream)) return;
  corked.add(stream);
  stream.cork();
  process.nextTick(() => {
    corked.delete(stream);
    stream.uncork();
  });
}

export class Transaction implements WriteTx {
  statements = 0;
  readonly #client: pg.ClientBase;
  constructor(client: pg.ClientBase) {
    this.#client = client;
  }
  async #send<R extends object>(text: string, values: readonly unknown[]): Promise<pg.QueryResult<R>> {
    this.statements += 1;
    inOneWrite(this.#client);
    return this.#client.query<R>({ name: nameOf(text), text, values: [...values] });
  }
  async query<R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return (await this.#send<R>(sql, params)).rows;
  }
  async find<R extends object>(sql: string, params: readonly unknown[] = []): Promise<R | undefined> {
    return (await this.#send<R>(sql, params)).rows[0];
  }
  async get<R extends object>(sql: string, params: readonly unknown[] = []): Promise<R> {
    const row = await this.find<R>(sql, params);
    if (row === undefined) throw new NotFound();
    return row;
  }
  async run(sql: string, params: readonly unknown[] = []): Promise<number> {
    return (await this.#send(sql, params)).rowCount ?? 0;
  }
  async runOne(sql: string, params: readonly unknown[] = []): Promise<void> {
    if ((await this.run(sql, params)) !== 1) throw new NotFound();
  }
}
