import { existsSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { createInterface } from "node:readline";
import { bundledFonts, createFontSet, readFontSpec } from "../../../src/fonts/index.ts";
import { renderPdf } from "../../../src/pdf/index.ts";
import type { RenderJob } from "./renderer.ts";

const [root = "."] = process.argv.slice(2);
/** Tests count on it being installed. */
const ahem = ["fonts/Ahem.ttf", "css/fonts/ahem/ahem.ttf"]
  .map((path) => join(root, path))
  .find((path) => existsSync(path));
const fonts = createFontSet([
  ...(await bundledFonts()),
  ...(ahem === undefined ? [] : [await readFontSpec(readFileSync(ahem), ahem)]),
]);

/** A URL of a page as a path below the checkout. */
const pathOf = (url: string, from: string) =>
  join(root, posix.join(url.startsWith("/") ? "/" : posix.dirname(`/${from}`), decodeURI(url.replace(/[?#].*$/s, ""))));

function pictureOf(url: string, from: string) {
  try {
    return { kind: "raster", data: readFileSync(pathOf(url, from)) } as const;
  } catch {
    return undefined;
  }
}

const textOf = (url: string, from: string) =>
  readFile(pathOf(url, from), "utf8").then(
    (text) => ({ text, file: posix.join(url.startsWith("/") ? "" : posix.dirname(from), url) }),
    () => undefined,
  );

async function render({ html, path, css, out }: RenderJob): Promise<void> {
  const { bytes } = await renderPdf(html, {
    css,
    fonts,
    title: path,
    lang: "en",
    file: path,
    date: new Date(0),
    lenient: true,
    images: (src) => pictureOf(src, path),
    fontFiles: (url, from) => readFile(pathOf(url, from ?? path)).catch(() => undefined),
    stylesheetFiles: (url, from) => textOf(url, from ?? path),
  });
  await writeFile(out, bytes);
}

for await (const line of createInterface({ input: process.stdin })) {
  const error = await render(JSON.parse(line)).then(
    () => null,
    (reason: Error) => reason.message.slice(0, 300),
  );
  process.stdout.write(`${JSON.stringify({ error })}\n`);
}
