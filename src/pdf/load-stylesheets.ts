import type { Diagnostics, SourceLocation } from "../diagnostics/index.ts";
import { readDataUri } from "../images/index.ts";
import { matchesMediaText, type ParseStart, parseStylesheet, type Stylesheet } from "../stylesheet/index.ts";
import { importsOf } from "./css/import-rule.ts";
import { isStyleElement, styleElementText } from "./css/style-element.ts";
import { type DomElement, elementsIn } from "./dom/dom-node.ts";
import { sourceLocation } from "./dom/source-location.ts";
import type { StylesheetResolver } from "./stylesheet-resolver.ts";

/** A stylesheet, and where its text starts in its file. */
export interface LoadedStylesheet {
  readonly sheet: Stylesheet;
  readonly start: ParseStart;
}

export interface LoadStylesheetsOptions {
  readonly resolve: StylesheetResolver | undefined;
  readonly diagnostics: Diagnostics;
}

/** Imports in imports, and stylesheets in all, of one document; more than anybody writes. */
const deepest = 16;
const most = 512;

/** The stylesheets that a document names, `<style>` and `<link>` in its order, each after those that it imports. */
export async function loadDocumentStylesheets(
  html: DomElement,
  { file, ...options }: LoadStylesheetsOptions & { readonly file: string | undefined },
): Promise<readonly LoadedStylesheet[]> {
  const loader = createLoader(options);
  for (const element of elementsIn(html, isStyling)) {
    if (isStyleElement(element)) await loader.add(styleElementText(element, file), []);
    else {
      const location = sourceLocation(file, element.location);
      await loader.follow(element.attributes.href ?? "", { from: file, location, above: [] });
    }
  }
  return loader.loaded;
}

/** Stylesheets that a caller gives, each after those that it imports. */
export async function loadImports(
  sheets: readonly Stylesheet[],
  options: LoadStylesheetsOptions,
): Promise<readonly LoadedStylesheet[]> {
  const loader = createLoader(options);
  for (const sheet of sheets) await loader.add({ sheet, start: {} }, []);
  return loader.loaded;
}

/** One that is on at once, and for paper. */
function isStylesheetLink({ name, space, attributes }: DomElement): boolean {
  if (name !== "link" || space !== "html") return false;
  const relations = (attributes.rel ?? "").toLowerCase().split(/\s+/);
  const isCss = attributes.type === undefined || /^\s*(?:text\/css\b.*)?$/i.test(attributes.type);
  const isOn =
    relations.includes("stylesheet") && !relations.includes("alternate") && attributes.disabled === undefined;
  return isOn && isCss && matchesMediaText(attributes.media);
}

interface Asking {
  readonly from: string | undefined;
  readonly location: SourceLocation;
  /** The stylesheets that are being read, the outermost first, by name. */
  readonly above: readonly string[];
}

function createLoader({ resolve, diagnostics }: LoadStylesheetsOptions) {
  const loaded: LoadedStylesheet[] = [];
  let count = 0;

  async function add({ sheet, start }: LoadedStylesheet, above: readonly string[]): Promise<void> {
    if (!/@import/i.test(sheet.text)) {
      loaded.push({ sheet, start });
      return;
    }
    const parsed = parseStylesheet(sheet, start);
    for (const { url, location } of importsOf(parsed)) await follow(url, { from: sheet.file, location, above });
    loaded.push({ sheet: parsed, start });
  }

  async function follow(url: string, { from, location, above }: Asking): Promise<void> {
    const sheet = await find(url, from);
    if (!sheet) {
      diagnostics.warn({
        code: "unknown-stylesheet",
        message: `The stylesheet "${url.length > 60 ? `${url.slice(0, 57)}…` : url}" is not there.`,
        hint: resolve
          ? "It is left out. Nothing is fetched, and files outside the folder that is granted are not read."
          : "It is left out. Linked stylesheets come from the resolver that is passed to the formatter (stylesheetFiles).",
        source: location,
      });
      return;
    }
    const name = sheet.file ?? url;
    count += 1;
    const isCycle = above.includes(name);
    if (isCycle || above.length >= deepest || count > most) {
      diagnostics.warn({
        code: "stylesheet-not-followed",
        message: isCycle
          ? `The stylesheet "${name}" imports itself, through ${above.length} others at most.`
          : `More than ${count > most ? `${most} stylesheets are named` : `${deepest} stylesheets import one another`}.`,
        hint: "This one is left out.",
        source: location,
      });
      return;
    }
    await add({ sheet, start: {} }, [...above, name]);
  }

  async function find(url: string, from: string | undefined): Promise<Stylesheet | undefined> {
    const data = readDataUri(url);
    if (data) return { text: new TextDecoder().decode(data.bytes) };
    return url.trim() === "" ? undefined : await resolve?.(url, from);
  }

  return { add, follow, loaded };
}

const isStyling = (element: DomElement) => isStyleElement(element) || isStylesheetLink(element);
