import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { drawPages, looksAlike, type Raster } from "./compare-rasters.ts";
import type { Reftest } from "./find-reftests.ts";
import type { Renderer } from "./renderer.ts";

/** How a test ended: "pass", "differs", or what the formatter said of one of its pages. */
export type Outcome = string;

/** Runs reftests with one formatter. */
export interface ReftestRunner {
  run(test: Reftest): Promise<Outcome>;
}

export interface RunnerOptions {
  /** Of the checkout. */
  readonly root: string;
  /** Folder for PDFs and pictures. */
  readonly folder: string;
  readonly renderer: Renderer;
}

type Drawn = { readonly pages: readonly Raster[] } | { readonly error: string };

/** References that many tests share are drawn once. */
const kept = 40;

export function createReftestRunner({ root, folder, renderer }: RunnerOptions): ReftestRunner {
  const references = new Map<string, Drawn>();

  async function draw(path: string, isPrint: boolean): Promise<Drawn> {
    const text = await readFile(join(root, path), "utf8").catch(() => undefined);
    if (text === undefined) return { error: `${path} is not there` };
    const out = join(folder, "page.pdf");
    const error = await renderer.render({ html: asHtml(text, path), path, css: isPrint ? printed : viewport, out });
    return error === undefined ? { pages: await drawPages(out) } : { error };
  }

  async function reference(path: string, isPrint: boolean): Promise<Drawn> {
    const key = `${path}|${isPrint}`;
    const drawn = references.get(key) ?? (await draw(path, isPrint));
    references.delete(key);
    references.set(key, drawn);
    const [oldest] = references.keys();
    if (references.size > kept && oldest !== undefined) references.delete(oldest);
    return drawn;
  }

  return {
    async run({ path, references: all, fuzzy, isPrint }) {
      const test = await draw(path, isPrint);
      if ("error" in test) return test.error;
      let matches = all.every(({ isMatch }) => !isMatch);
      for (const each of all) {
        const drawn = await reference(each.path, isPrint);
        if ("error" in drawn) return drawn.error;
        const isAlike = looksAlike(test.pages, drawn.pages, fuzzy);
        if (!each.isMatch && isAlike) return "differs";
        if (each.isMatch && isAlike) matches = true;
      }
      return matches ? "pass" : "differs";
    },
  };
}

/** The window that WPT takes pictures of, and the paper that it prints on. */
const viewport = "@page { size: 800px 600px; margin: 0 }";
const printed = "@page { size: 5in 3in; margin: 0.5in }";

/** XHTML as HTML that means the same, for parsers of HTML. */
function asHtml(text: string, path: string): string {
  if (!/\.xht(?:ml)?$/.test(path)) return text;
  return text
    .replace(/^\s*<\?xml[^>]*\?>/, "")
    .replace(/<!\[CDATA\[|\]\]>/g, "")
    .replace(/<([a-z][\w-]*)((?:\s[^<>]*?)?)\/>/gi, (tag, name: string, attributes: string) =>
      isVoid.test(name) ? tag : `<${name}${attributes}></${name}>`,
    );
}

const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
