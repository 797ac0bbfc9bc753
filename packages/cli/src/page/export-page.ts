import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { UsageError } from "../exit-code.ts";
import { cannotRead } from "../file/model-file.ts";
import type { PageParts } from "./page-content.ts";
import { pageFolder } from "./page-folder.ts";
import { hostedPolicy, oneFilePolicy } from "./security-policy.ts";

/** The page with everything in it: it opens from disk, and asks for nothing. */
export async function oneFilePage({ content, outcomes }: PageParts): Promise<string> {
  const root = pageFolder("dist-one-file");
  const assets = await readdir(join(root, "assets"));
  const [script, style] = await Promise.all(
    [".js", ".css"].map((ending) => readFile(join(root, "assets", only(assets, ending)), "utf8")),
  );
  const code = insideScript(script!);
  const policy = oneFilePolicy(createHash("sha256").update(code).digest("base64"));
  const page = (await readFile(join(root, "index.html"), "utf8"))
    .replace(/\s*<(?:script|link)\b[^>]*(?:src|href)="[^"]*"[^>]*>(?:<\/script>)?/g, "")
    .replace("<head>", () => `<head>\n    ${policyTag(policy)}`)
    .replace("</head>", () => `<style>${style}</style></head>`)
    .replace(
      "</body>",
      () =>
        `${dataTag("content", content)}${dataTag("outcomes", outcomes)}<script type="module">${code}</script></body>`,
    );
  return page;
}

/** Writes the page as a folder, for any host of files. */
export async function writeSite({ content, outcomes }: PageParts, folder: string): Promise<void> {
  const root = pageFolder("dist");
  try {
    await mkdir(folder, { recursive: true });
    await cp(root, folder, { recursive: true });
    const page = await readFile(join(root, "index.html"), "utf8");
    await writeFile(
      join(folder, "index.html"),
      page.replace("<head>", () => `<head>\n    ${policyTag(hostedPolicy)}`),
    );
    await writeFile(join(folder, "content.json"), JSON.stringify(content));
    if (outcomes !== undefined) await writeFile(join(folder, "outcomes.json"), JSON.stringify(outcomes));
  } catch (error) {
    throw new UsageError(cannotRead(folder, error));
  }
}

function policyTag(policy: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
}

/** Packed, to a quarter; and a study's texts may hold anything, also the end of a script. */
function dataTag<Name extends keyof PageParts>(name: Name, data: PageParts[Name]): string {
  if (data === undefined) return "";
  const packed = gzipSync(JSON.stringify(data), { level: 9 }).toString("base64");
  return `<script type="application/gzip" id="${name}">${packed}</script>`;
}

/** What would end a script in a page stands only in texts and patterns of the code, which may say the first sign by its number. */
function insideScript(code: string): string {
  return code.replaceAll("</script", "\\x3c/script").replaceAll("<!--", "\\x3c!--");
}

function only(names: readonly string[], ending: string): string {
  const found = names.filter((name) => name.endsWith(ending));
  if (found.length !== 1) throw new Error(`The built page has ${found.length} files that end in ${ending}, not one.`);
  return found[0]!;
}
