import { readFile, stat } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { BriefingError, createDiagnostics, type Diagnostic } from "../diagnostics/index.ts";
import { bundledFonts, createFontSet, type FontSet, readFontSpec } from "../fonts/index.ts";
import {
  type ElementArea,
  type ExplainedElement,
  type Leniency,
  leniencies,
  type RenderedPdf,
  renderPdf,
} from "../pdf/index.ts";
import type { ExitCode } from "./command-context.ts";
import { inputError, readingInput } from "./input-error.ts";
import { createLocalFiles, type LocalFiles } from "./local-files.ts";
import type { PdfOptions } from "./pdf-options.ts";
import { type HtmlFile, readHtmlFile } from "./read-html-file.ts";
import { readHtmlText } from "./read-html-text.ts";
import { readTextFile, whyUnreadable } from "./read-text-file.ts";
import { reportAll } from "./report.ts";
import { sourceDate } from "./source-date.ts";
import type { Terminal } from "./terminal.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/** Writes what `briefwright pdf` was asked for. Throws an `InputError` or a `BriefingError`. */
export async function writeHtmlAsPdf(file: string, options: PdfOptions, terminal: Terminal): Promise<ExitCode> {
  const css = await Promise.all(
    (options.css ?? []).map(async (name) => ({ text: await readTextFile(name), file: name })),
  );
  // Before the folders of what it names: without the file there is nothing to say of them.
  const { text, diagnostics: ofText } = await readHtmlText(file);
  const files = await grantedFiles(file, options);
  const html = await readHtmlFile(text, file, files);
  const date = options.date ?? sourceDate(terminal.env) ?? (await stat(file)).mtime;
  const { lang, title, pages, debug, explain, shrinkToFit } = options;
  const fonts = await readFonts(options.font ?? []);
  const lenient = lenientOf(options);
  const imagesMayBeMissing = lenient === true || lenient?.includes("unknown-image") === true;
  const ofImages = html.diagnostics.map((diagnostic) => (imagesMayBeMissing ? asWarning(diagnostic) : diagnostic));
  const found = [...ofText, ...ofImages];
  const pdf = await renderWithImages({ ...html, diagnostics: found }, (images) =>
    renderPdf(html.tree, {
      css,
      date,
      file,
      images: (src, from) => images(src) ?? backgroundFile(src, from ?? file, files),
      lenient,
      fonts,
      pages,
      debug,
      explain,
      shrinkToFit,
      fontFiles: async (url, stylesheet) => (await localFile(url, stylesheet ?? file, files))?.data,
      stylesheetFiles: async (url, from) => {
        const found = await localFile(url, from ?? file, files);
        return found && { text: new TextDecoder().decode(found.data), file: relative(process.cwd(), found.path) };
      },
      lang,
      title,
    }),
  );
  reportAll(terminal.err, [...found, ...pdf.diagnostics.filter(isNotSaid)]);
  writeFileAtomically(options.out, pdf.bytes);
  terminal.out.write(`${options.out}\n`);
  for (const element of pdf.explained) terminal.out.write(`\n${explanationText(element, file)}\n`);
  return 0;
}

/** What the HTML names is read below its folder or `--root`, what a stylesheet of `--css` names also below that one's. */
async function grantedFiles(file: string, { root, css = [] }: PdfOptions): Promise<LocalFiles> {
  const folders = [root ?? dirname(resolve(file)), ...css.map((name) => dirname(resolve(name)))];
  try {
    return await createLocalFiles(folders);
  } catch (error) {
    throw inputError({ code: "unreadable-file", message: whyUnreadable(error), source: { file: root ?? file } });
  }
}

/** Undefined if there is none that may be read: the formatter says so, with its place. */
async function localFile(url: string, from: string, files: LocalFiles) {
  const found = await files.read(url, from).catch(() => undefined);
  return found?.kind === "file" ? found : undefined;
}

/** What a style names, which is known only when it is met. */
function backgroundFile(url: string, from: string, files: LocalFiles): ReturnType<Images> {
  try {
    const found = files.readNow(url, from);
    return found.kind === "file" ? { kind: "raster", data: found.data } : undefined;
  } catch {
    // The formatter says that it is not there.
    return undefined;
  }
}

function lenientOf({ lenient, allow }: PdfOptions): true | readonly Leniency[] | undefined {
  if (lenient) return true;
  const codes = allow?.split(",").map((code) => code.trim());
  const unknown = codes?.find((code) => !(leniencies as readonly string[]).includes(code));
  if (unknown === undefined) return codes as readonly Leniency[] | undefined;
  throw inputError({
    code: "invalid-option",
    message: `--allow: "${unknown}" is nothing that can be let pass.`,
    hint: `These can: ${leniencies.join(", ")}.`,
  });
}

const asWarning = (diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  severity: "warning",
  hint: "A placeholder stands in for it.",
});

/** Where an image could not be read, the reason stands in for the formatter's "not there". */
const isNotSaid = ({ code }: Diagnostic) => code !== "unknown-image";

type Images = (src: string) => { readonly kind: "raster"; readonly data: Uint8Array } | undefined;

/** Renders, and throws all that is wrong with the file and with its images together. */
async function renderWithImages(
  { images, diagnostics: found }: HtmlFile,
  render: (images: Images) => Promise<RenderedPdf>,
): Promise<RenderedPdf> {
  const diagnostics = createDiagnostics();
  diagnostics.add(found);
  const pdf = await keepingErrors(diagnostics.add, () => render((src) => images.get(src)));
  diagnostics.throwIfErrors();
  if (!pdf) throw new Error("A document that does not render has said why.");
  return pdf;
}

async function keepingErrors<T>(
  add: (diagnostics: readonly Diagnostic[]) => void,
  run: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    add(error.diagnostics.filter(isNotSaid));
    return undefined;
  }
}

/** The fonts of the package, and those of these files before them. Throws an `InputError`. */
async function readFonts(files: readonly string[]): Promise<FontSet> {
  const bundled = createFontSet(await bundledFonts());
  if (files.length === 0) return bundled;
  return bundled.with(await Promise.all(files.map(readFont)));
}

async function readFont(file: string) {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw inputError({ code: "unreadable-file", message: whyUnreadable(error), source: { file } });
  }
  return readingInput(() => readFontSpec(bytes, file));
}

/** What `briefwright pdf --explain` says of one element, in lines. */
function explanationText({ name, location, style, areas, breaks }: ExplainedElement, file: string): string {
  const at = location ? `  ${file}:${location.line}:${location.column}` : "";
  const lines = [
    `${name}${at}`,
    ...(areas.length === 0 ? ["  It has no box."] : areas.map(areaText)),
    ...breaks.map(({ page, why }) => `  page ${page} ends: ${why}`),
    ...Array.from(style, ([property, value]) => `  ${property}: ${value}`),
  ];
  return lines.join("\n");
}

const areaText = ({ page, x, y, width, height }: ElementArea) =>
  `  page ${page}: ${pt(width)} × ${pt(height)} pt, ${pt(x)} from the left and ${pt(y)} from the top`;

const pt = (length: number) => String(Math.round(length * 10) / 10);
