import { readFile, realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { createDiagnostics, type Diagnostic, type Diagnostics, type PartialLocation } from "../diagnostics/index.ts";
import { findLocalFile } from "./find-local-file.ts";
import { readTextFile, whyUnreadable } from "./read-text-file.ts";

export interface HtmlFile {
  readonly tree: Root;
  /** The files that `<img>` elements name, by `src`. */
  readonly images: ReadonlyMap<string, { readonly kind: "raster"; readonly data: Uint8Array }>;
  /** Errors: images that cannot be had. Warnings: linked stylesheets, which are not followed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an HTML file, and the images that lie in its folder or below. Throws an `InputError` if there is no such file. */
export async function readHtmlFile(file: string): Promise<HtmlFile> {
  const tree = fromHtml(await readTextFile(file));
  const folder = await realpath(dirname(resolve(file)));
  const diagnostics = createDiagnostics({ file });
  const sources = new Map<string, PartialLocation>();
  visit(tree, "element", (element) => {
    const source = placeOf(element);
    if (isStylesheetLink(element)) reportLink(element, source, diagnostics);
    const src = element.tagName === "img" ? element.properties.src : undefined;
    if (typeof src === "string" && !/^data:/i.test(src) && !sources.has(src)) sources.set(src, source);
  });
  const images: [string, { kind: "raster"; data: Uint8Array }][] = [];
  for (const [src, source] of sources) {
    const data = await readImage(src, folder);
    if (typeof data === "string")
      diagnostics.error({
        code: "unreadable-image",
        message: data,
        hint: "With --lenient, or --allow unknown-image, a placeholder stands in for it.",
        source,
      });
    else images.push([src, { kind: "raster", data }]);
  }
  return { tree, images: new Map(images), diagnostics: diagnostics.all };
}

const placeOf = ({ position }: Element): PartialLocation => ({
  line: position?.start.line,
  column: position?.start.column,
});

const isStylesheetLink = ({ tagName, properties: { rel } }: Element): boolean =>
  tagName === "link" && Array.isArray(rel) && rel.includes("stylesheet");

function reportLink({ properties: { href } }: Element, source: PartialLocation, diagnostics: Diagnostics): void {
  diagnostics.warn({
    code: "stylesheet-not-followed",
    message: `The linked stylesheet "${String(href ?? "")}" is not read.`,
    hint: "Give the file: --css file.css.",
    source,
  });
}

/** The bytes of an image, or a sentence that says why there are none. */
async function readImage(src: string, folder: string): Promise<Uint8Array | string> {
  try {
    const found = await findLocalFile(src, folder);
    if (found.kind === "web") return `The image "${src}" is not a file: nothing is fetched.`;
    return found.kind === "file"
      ? await readFile(found.path)
      : `The image "${src}" is outside the folder of the HTML file, and is not read.`;
  } catch (error) {
    return `The image "${src}" cannot be used. ${whyUnreadable(error)}`;
  }
}
