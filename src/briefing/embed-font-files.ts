import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findAll, type Url } from "css-tree";
import { parseStylesheet } from "../stylesheet/index.ts";
import type { TemplateSource } from "../template/index.ts";
import type { FileReader } from "./file-reader.ts";

const mediaTypes: Readonly<Record<string, string>> = { woff2: "font/woff2", woff: "font/woff", otf: "font/otf" };

/**
 * A stylesheet with the files of its `@font-face` rules inside it as data: URIs, for both outputs: a page asks for nothing
 * from outside. Addresses are relative to the stylesheet's file. What cannot be read is left as it is: each output warns.
 */
export async function embedFontFiles(sheet: TemplateSource, files: FileReader): Promise<TemplateSource> {
  if (!/@font-face/i.test(sheet.text) || !files.readBytes) return sheet;
  const urls = fontUrls(sheet);
  const found = await Promise.all(urls.map((url) => dataUriOf(url.value, sheet.file, files)));
  let text = "";
  let from = 0;
  for (const [index, { loc }] of urls.entries()) {
    const uri = found[index];
    if (!loc || uri === undefined) continue;
    text += `${sheet.text.slice(from, loc.start.offset)}url("${uri}")`;
    from = loc.end.offset;
  }
  return { ...sheet, text: text + sheet.text.slice(from) };
}

function fontUrls(sheet: TemplateSource): readonly Url[] {
  return parseStylesheet(sheet).rules.flatMap((rule) =>
    rule.kind === "at-rule" && rule.node.name.toLowerCase() === "font-face"
      ? (findAll(rule.node, (node) => node.type === "Url") as Url[])
      : [],
  );
}

async function dataUriOf(url: string, sheet: string, { readBytes }: FileReader): Promise<string | undefined> {
  const path = pathOf(url, sheet);
  if (path === undefined) return undefined;
  try {
    const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
    const bytes = await readBytes?.(path);
    return bytes && `data:${mediaTypes[extension] ?? "font/ttf"};base64,${Buffer.from(bytes).toString("base64")}`;
  } catch {
    return undefined;
  }
}

/** Undefined for what is no file: data: URIs and the web. */
function pathOf(url: string, sheet: string): string | undefined {
  if (/^file:/i.test(url) && URL.canParse(url)) return fileURLToPath(url);
  if (/^([a-z][a-z0-9+.-]+:|\/\/|#)/i.test(url)) return undefined;
  return resolve(dirname(sheet), url.replace(/[?#].*$/, ""));
}
