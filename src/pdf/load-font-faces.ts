import { createDiagnostic, createDiagnostics, type Diagnostic, type Diagnostics } from "../diagnostics/index.ts";
import { type FontFile, type FontFileSpec, type FontSet, probeFont, readFontFile } from "../fonts/index.ts";
import { readDataUri } from "../images/index.ts";
import type { FontFaceRule, FontSource } from "./css/font-face-rule.ts";
import type { FontResolver } from "./font-resolver.ts";

/** The fonts of a document: those of the formatter, and those of its `@font-face` rules. */
export interface DocumentFonts {
  readonly fonts: FontSet;
  /** A warning for each rule that finds no file (`unknown-font`), and for each variable font. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface LoadFontsOptions {
  readonly fonts: FontSet;
  readonly resolve: FontResolver | undefined;
}

/** Tries the sources of each rule in their order (CSS Fonts 4, 4.3). */
export async function loadFontFaces(
  rules: readonly FontFaceRule[],
  { fonts, resolve }: LoadFontsOptions,
): Promise<DocumentFonts> {
  const diagnostics = createDiagnostics();
  const specs: FontFileSpec[] = [];
  for (const rule of rules) {
    const file = await loadFile(rule, { fonts, resolve, diagnostics });
    if (file) specs.push(specOf(rule, file));
  }
  const all = specs.length > 0 ? fonts.with(specs) : fonts;
  await all.ready();
  return { fonts: all, diagnostics: diagnostics.all };
}

function specOf({ family, weights, style, unicodeRange, features }: FontFaceRule, { data }: FontFile): FontFileSpec {
  const [weight, lastWeight] = weights;
  return {
    family,
    weight,
    lastWeight: lastWeight === weight ? undefined : lastWeight,
    style,
    unicodeRange,
    features,
    data,
  };
}

type Loading = LoadFontsOptions & { readonly diagnostics: Diagnostics };

async function loadFile(rule: FontFaceRule, loading: Loading): Promise<FontFile | undefined> {
  const { diagnostics } = loading;
  const reasons: string[] = [];
  for (const source of rule.sources) {
    const file =
      source.kind === "local" ? localFile(source.name, loading.fonts) : await fileAt(source.url, rule, loading);
    if (typeof file === "string") {
      reasons.push(`${nameOf(source)}: ${file}`);
      continue;
    }
    if (file.isVariable) warnOfVariable(rule, source, diagnostics);
    return file;
  }
  diagnostics.warn({
    code: "unknown-font",
    message: `No file was found for the font "${rule.family}". ${reasons.join(" ") || "Its src names no format that is read."}`,
    hint: "Font files come from the resolver that is passed to the formatter, or from data: URIs; nothing is fetched. The next family is used.",
    source: rule.location,
  });
  return undefined;
}

async function fileAt(url: string, { location }: FontFaceRule, { resolve }: Loading): Promise<FontFile | string> {
  const bytes = readDataUri(url)?.bytes ?? (await resolve?.(url, location.file));
  return bytes ? readFontFile(bytes) : "It is not there.";
}

/** A face of the set by its full or PostScript name, whatever the case (CSS Fonts 4, 4.3.1). */
function localFile(name: string, { faces }: FontSet): FontFile | string {
  const wanted = name.toLowerCase();
  const face = faces.find(({ font }) =>
    [font.fullName, font.postscriptName].some((candidate) => candidate?.toLowerCase() === wanted),
  );
  return face ? { data: face.data, isVariable: false } : "The font set has no face of that name.";
}

function warnOfVariable({ weights, location }: FontFaceRule, source: FontSource, diagnostics: Diagnostics): void {
  const [first, last] = weights;
  diagnostics.warn({
    code: "variable-font",
    message: `${nameOf(source)} is a variable font: it is drawn as it is without variations${first === last ? "" : `, for all weights from ${first} to ${last}`}.`,
    hint: "Give a static file for each weight and style that is used.",
    source: location,
  });
}

function nameOf(source: FontSource): string {
  if (source.kind === "local") return `local("${source.name}")`;
  return `url("${source.url.length > 60 ? `${source.url.slice(0, 57)}…` : source.url}")`;
}

/** The face that cannot be drawn with, of fonts that something failed with; undefined if it is none of them. */
export function findDamagedFont(fonts: FontSet, rules: readonly FontFaceRule[]): Diagnostic | undefined {
  for (const face of fonts.faces) {
    try {
      probeFont(face.font, { isThorough: true });
    } catch (error) {
      const rule = rules.findLast(({ family }) => family.toLowerCase() === face.family.toLowerCase());
      return createDiagnostic(
        "error",
        {
          code: "damaged-font",
          message: `The file of the font "${face.family}" is damaged: ${error instanceof Error ? error.message : String(error)}.`,
          hint: "Get it again, or use another font.",
        },
        rule?.location,
      );
    }
  }
  return undefined;
}
