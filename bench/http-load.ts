import { connect, type Socket } from "node:net";
import type { HttpRequest } from "./server-process.ts";

/** What one slice of a measurement gave: how long each answer took, and how long the slice lasted. */
export interface Slice {
  readonly latencies: Float64Array;
  readonly ms: number;
}

const wire = (request: HttpRequest): string => {
  const body = request.body ?? "";
  const headers = Object.entries({ host: "127.0.0.1", ...request.headers, ...(request.body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }) });
  return `${request.method} ${request.path} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
};

/** One kept-alive connection. Bare sockets, because a full client would take the time that is to be measured. */
class Connection {
  readonly #socket: Socket;
  #got: Buffer = Buffer.alloc(0);
  #settle: { resolve(): void; reject(error: Error): void } | null = null;
  constructor(port: number) {
    this.#socket = connect(port, "127.0.0.1");
    this.#socket.setNoDelay(true);
    this.#socket.on("data", (chunk) => this.#take(chunk));
    this.#socket.on("error", (error) => this.#settle?.reject(error));
    this.#socket.on("close", () => this.#settle?.reject(new Error("the server closed the connection")));
  }
  ask(request: HttpRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(wire(request));
    });
  }
  #take(chunk: Buffer): void {
    this.#got = this.#got.length === 0 ? chunk : Buffer.concat([this.#got, chunk]);
    const head = this.#got.indexOf("\r\n\r\n");
    if (head < 0) return;
    const text = this.#got.toString("latin1", 0, head);
    const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
    if (length === undefined) return this.#settle?.reject(new Error(`an answer without a length: ${text}`));
    if (this.#got.length < head + 4 + Number(length)) return;
    const settle = this.#settle;
    this.#settle = null;
    if (/^HTTP\/1\.1 2\d\d/.test(text)) settle?.resolve();
    else settle?.reject(new Error(`${text.split("\r\n")[0]}: ${this.#got.toString("utf8", head + 4).slice(0, 300)}`));
    this.#got = Buffer.alloc(0);
  }
  close(): void {
    this.#settle = null;
    this.#socket.destroy();
  }
}

/** Each connection asks the next as soon as it has its answer, for so long. */
export async function loadFor(port: number, connections: number, ms: number, next: () => HttpRequest): Promise<Slice> {
  const latencies: number[] = [];
  const lines = Array.from({ length: connections }, () => new Connection(port));
  const began = performance.now();
  try {
    await Promise.all(lines.map(async (line) => {
      for (;;) {
        const at = performance.now();
        if (at - began >= ms) return;
        await line.ask(next());
        latencies.push(performance.now() - at);
      }
    }));
    return { latencies: Float64Array.from(latencies), ms: performance.now() - began };
  } finally {
    for (const line of lines) line.close();
  }
}

/** One request, for what is measured one by one. */
export async function askOnce(port: number, request: HttpRequest): Promise<number> {
  const line = new Connection(port);
  const at = performance.now();
  try {
    await line.ask(request);
    return performance.now() - at;
  } finally {
    line.close();
  }
}
