import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type IncomingMessage, type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ASSET_PREFIX, buildAssets } from "../src/ui/index.ts";

export interface Answer {
  readonly body: string;
  readonly type?: string;
  readonly status?: number;
}

export interface UiServer {
  readonly origin: string;
  /** what browsers asked for, in order: "POST /entwurf text=…" */
  readonly asked: string[];
  close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const ASSET_TYPES: Record<string, string> = { css: "text/css", js: "text/javascript", woff2: "font/woff2" };

/** The parts alone, under the strictest content security policy, without a database. */
export async function serveUi(pageFor: (url: URL, method: string) => Answer | null): Promise<UiServer> {
  const folder = mkdtempSync(join(tmpdir(), "einklang-ui-"));
  await buildAssets(folder);
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? "/", "http://localhost");
      response.setHeader("content-security-policy", "default-src 'self'");
      const file = url.pathname.startsWith(ASSET_PREFIX) ? join(folder, url.pathname.slice(ASSET_PREFIX.length)) : null;
      if (file !== null && existsSync(file)) {
        return response.setHeader("content-type", ASSET_TYPES[file.split(".").at(-1)!] ?? "text/plain").end(readFileSync(file));
      }
      asked.push(`${request.method} ${url.pathname}${url.search} ${await bodyOf(request)}`.trim());
      const answer = pageFor(url, request.method ?? "GET") ?? { body: "", status: 404 };
      response.statusCode = answer.status ?? 200;
      return response.setHeader("content-type", answer.type ?? "text/html; charset=utf-8").end(answer.body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
