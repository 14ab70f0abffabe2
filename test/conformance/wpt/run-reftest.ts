import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { drawPages, looksAlike, looksNear, type PdfPages } from "./compare-rasters.ts";
import type { Reftest } from "./find-reftests.ts";
import type { Renderer } from "./renderer.ts";

/**
 * How a test ended: "pass", "near" (edges alone are off, by a quarter of a px at most), "differs", or what the formatter said of one of
 * its pages.
 */
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

type Drawn = PdfPages | { readonly error: string };

/** References that many tests share are drawn once. */
const kept = 40;

export function createReftestRunner({ root, folder, renderer }: RunnerOptions): ReftestRunner {
  const references = new Map<string, Drawn>();
  let count = 0;

  async function draw(path: string, isPrint: boolean, out: string): Promise<Drawn> {
    // A reference may be a page with nothing on it.
    const text = path.endsWith("about:blank")
      ? "<!DOCTYPE html>"
      : await readFile(join(root, path), "utf8").catch(() => undefined);
    if (text === undefined) return { error: `${path} is not there` };
    const error = await renderer.render({ html: asHtml(text, path), path, css: isPrint ? printed : viewport, out });
    return error === undefined ? { pdf: out, pages: await drawPages(out) } : { error };
  }

  async function reference(path: string, isPrint: boolean): Promise<Drawn> {
    const key = `${path}|${isPrint}`;
    count += 1;
    const drawn = references.get(key) ?? (await draw(path, isPrint, join(folder, `reference${count}.pdf`)));
    references.delete(key);
    references.set(key, drawn);
    const [oldest] = references;
    if (references.size > kept && oldest) {
      references.delete(oldest[0]);
      if ("pdf" in oldest[1]) await rm(oldest[1].pdf);
    }
    return drawn;
  }

  return {
    async run({ path, references: all, fuzzy, isPrint }) {
      const test = await draw(path, isPrint, join(folder, "page.pdf"));
      if ("error" in test) return test.error;
      const found: Outcome[] = all.every(({ isMatch }) => !isMatch) ? ["pass"] : [];
      for (const each of all) {
        const drawn = await reference(each.path, isPrint);
        if ("error" in drawn) return drawn.error;
        const isAlike = looksAlike(test.pages, drawn.pages, fuzzy);
        const isNear = isAlike || (await looksNear(test, drawn));
        if (!each.isMatch && isNear) return "differs";
        if (each.isMatch && isNear) found.push(isAlike ? "pass" : "near");
      }
      return found.includes("pass") ? "pass" : (found[0] ?? "differs");
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
