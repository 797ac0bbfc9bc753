import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join, normalize } from "node:path";
import type { FileContent } from "@sequitur/model";
import type { Findings, StudyOutline } from "@sequitur/study";
import { UsageError } from "./exit-code.ts";

/** What a page is about: the page fetches it as `content.json`. */
export type PageContent =
  | {
      readonly kind: "study";
      readonly study: StudyOutline;
      readonly files: Readonly<Record<string, string>>;
      readonly findings: Findings;
    }
  | ({ readonly kind: "model"; readonly file: string; readonly text: string } & BesidePage);

/** What stands beside a model, as plain data. */
interface BesidePage {
  readonly files: readonly (readonly [name: string, content: FileContent])[];
  readonly dataSets: readonly { readonly file: string; readonly text: string }[];
}

const firstPort = 4880;
const portsTried = 20;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

// The page computes in WebAssembly and in workers made from its own files; it asks nobody else for anything.
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Serves the page about `content` on the loopback, and gives its address. A port that was asked for and is taken is a `UsageError`. */
export async function servePage(content: PageContent, port?: number): Promise<string> {
  const root = pageFolder();
  const json = JSON.stringify(content);
  const server = createServer((request, response) => void answer(root, json, request, response));
  const wanted = port === undefined ? Array.from({ length: portsTried }, (_, i) => firstPort + i) : [port];
  for (const candidate of wanted) {
    const got = await listen(server, candidate);
    if (got !== undefined) return `http://127.0.0.1:${got}/`;
  }
  throw new UsageError(
    port === undefined
      ? `ports ${firstPort} to ${firstPort + portsTried - 1} are all taken. Give a free one with --port.`
      : `port ${port} is taken or may not be used. Give another with --port, or leave it out.`,
  );
}

/** The built page, beside this package in a clone and under node_modules when installed. */
function pageFolder(): string {
  const manifest = createRequire(import.meta.url).resolve("@sequitur/app/package.json");
  return join(dirname(manifest), "dist");
}

function listen(server: Server, port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      server.removeAllListeners("error");
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : undefined);
    });
  });
}

async function answer(root: string, json: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page elsewhere could point a name of its own at the loopback and read what is served here.
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? ""))
    return send(response, 403, ".html", "");
  const path = pathOf(request);
  if (path === undefined) return send(response, 400, ".html", "");
  if (path === "/content.json") return send(response, 200, ".json", json);
  const file = path === "/" ? "/index.html" : path;
  try {
    send(response, 200, extname(file), await readFile(join(root, file)));
  } catch {
    send(response, 404, ".html", "");
  }
}

/** The path asked for, made plain so that it cannot climb out of the folder; undefined where it is no path at all. */
function pathOf(request: IncomingMessage): string | undefined {
  try {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    return path.includes("\0") ? undefined : normalize(path).replaceAll("\\", "/");
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, ending: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    "Content-Type": types[ending] ?? "application/octet-stream",
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
  });
  response.end(body);
}
