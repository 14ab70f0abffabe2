import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { html, parse } from "parse5";
import { visit } from "unist-util-visit";
import { createDiagnostics, type Diagnostic, type PartialLocation } from "../diagnostics/index.ts";
import { inputError } from "./input-error.ts";
import type { LocalFiles } from "./local-files.ts";
import { whyUnreadable } from "./read-text-file.ts";

export interface HtmlFile {
  readonly tree: Root;
  /** The files that `<img>` elements name, by `src`. */
  readonly images: ReadonlyMap<string, { readonly kind: "raster"; readonly data: Uint8Array }>;
  /** Errors: images that cannot be had. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the text of an HTML file, and its images as far as they are granted. */
export async function readHtmlFile(text: string, file: string, files: LocalFiles): Promise<HtmlFile> {
  const tree = treeOf(text, file);
  const diagnostics = createDiagnostics({ file });
  const sources = new Map<string, PartialLocation>();
  visit(tree, "element", (element) => {
    const src = element.tagName === "img" ? element.properties.src : undefined;
    if (typeof src === "string" && !/^data:/i.test(src) && !sources.has(src)) sources.set(src, locationOf(element));
  });
  const images: [string, { kind: "raster"; data: Uint8Array }][] = [];
  for (const [src, source] of sources) {
    const data = await readImage(src, file, files);
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

/** The parser's tree is copied by recursion, which ends here some two thousand elements down. */
function treeOf(text: string, file: string): Root {
  try {
    const tree = fromHtml(text);
    return { ...tree, data: { ...tree.data, hasOldDoctype: hasOldDoctype(text) } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw inputError({
      code: "nested-too-deeply",
      message: "Elements are nested too deeply to be read.",
      hint: "Look for elements that are opened again and again and never closed.",
      source: { file },
    });
  }
}

/** Comments may stand before it; of what comes after it, nothing counts. */
function hasOldDoctype(text: string): boolean {
  const [upToDoctype = ""] = /^[\s\S]{0,4096}?<!doctype[^>]*>/i.exec(text) ?? [];
  return parse(upToDoctype).mode === html.DOCUMENT_MODE.QUIRKS;
}

const locationOf = ({ position }: Element): PartialLocation => ({
  line: position?.start.line,
  column: position?.start.column,
});

/** The bytes of an image, or a sentence that says why there are none. */
async function readImage(src: string, from: string, files: LocalFiles): Promise<Uint8Array | string> {
  try {
    const found = await files.read(src, from);
    if (found.kind === "web") return `The image "${src}" is not a file: nothing is fetched.`;
    return found.kind === "file"
      ? found.data
      : `The image "${src}" is outside the folder of the HTML file, and is not read (--root names a wider one).`;
  } catch (error) {
    return `The image "${src}" cannot be used. ${whyUnreadable(error)}`;
  }
}
