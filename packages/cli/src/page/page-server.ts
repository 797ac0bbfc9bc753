import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { UsageError } from "../exit-code.ts";
import type { PageParts } from "./page-content.ts";
import { pageFolder } from "./page-folder.ts";
import { hostedPolicy } from "./security-policy.ts";

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

/** Serves a page on the loopback, and gives its address. A port that was asked for and is taken is a `UsageError`. */
export async function servePage({ content, outcomes }: PageParts, port?: number): Promise<string> {
  const root = pageFolder("dist");
  const handed = new Map([["/content.json", JSON.stringify(content)]]);
  if (outcomes !== undefined) handed.set("/outcomes.json", JSON.stringify(outcomes));
  const server = createServer((request, response) => void answer(root, handed, request, response));
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

async function answer(
  root: string,
  handed: ReadonlyMap<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A page elsewhere could point a name of its own at the loopback and read what is served here.
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? ""))
    return send(response, 403, ".html", "");
  const path = pathOf(request);
  if (path === undefined) return send(response, 400, ".html", "");
  const json = handed.get(path);
  if (json !== undefined) return send(response, 200, ".json", json);
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
    "Content-Security-Policy": hostedPolicy,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
  });
  response.end(body);
}
