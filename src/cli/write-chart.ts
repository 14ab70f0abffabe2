import { readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { h } from "hastscript";
import { fileName } from "../batch/index.ts";
import { type LoadResource, type RenderedChart, renderSpec } from "../charts/index.ts";
import { bundledFonts, createFontSet, type FontSet } from "../fonts/index.ts";
import type { ChartCommandOptions } from "./chart-options.ts";
import type { ExitCode } from "./command-context.ts";
import { inputError } from "./input-error.ts";
import { readTextFile } from "./read-text-file.ts";
import { reportAll } from "./report.ts";
import { sourceDate } from "./source-date.ts";
import type { Terminal } from "./terminal.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/** Draws and writes what `briefwright chart` was asked for. Throws an `InputError` or a `BriefingError`. */
export async function writeChart(file: string, options: ChartCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const spec = await readSpec(file);
  const name = basename(file).replace(/(\.v[lg])?\.json$/i, "");
  const title = options.title ?? titleOf(spec) ?? name;
  const { alt, lang, width, allow, trust = false } = options;
  const fonts = createFontSet(await bundledFonts());
  const chart = await renderSpec(spec, {
    fonts,
    file,
    id: fileName(name),
    title,
    lang,
    trusted: trust,
    limits: trust ? { rows: Infinity, marks: Infinity, milliseconds: Infinity } : undefined,
    load: allow === undefined ? undefined : readBelow(await existing(allow), file),
    alt,
    widthPx: width,
  });
  const isPdf = /\.pdf$/i.test(options.out);
  const content = isPdf
    ? await renderPage(chart, {
        fonts,
        title,
        lang,
        date: options.date ?? sourceDate(terminal.env) ?? (await stat(file)).mtime,
      })
    : { data: `<?xml version="1.0" encoding="UTF-8"?>\n${chart.svg}\n`, diagnostics: [] };
  reportAll(terminal.err, [...chart.diagnostics, ...content.diagnostics]);
  writeFileAtomically(options.out, content.data);
  if (options.text !== undefined) writeFileAtomically(options.text, chartAsText(title, chart));
  for (const written of [options.out, options.text]) if (written !== undefined) terminal.out.write(`${written}\n`);
  return 0;
}

async function existing(folders: readonly string[]): Promise<readonly string[]> {
  for (const folder of folders) {
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder)
      throw inputError({ code: "unreadable-file", message: "There is no such folder.", source: { file: folder } });
  }
  return folders;
}

async function readSpec(file: string): Promise<object> {
  const text = await readTextFile(file);
  try {
    return JSON.parse(text) as object;
  } catch (error) {
    const message = `The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
    throw inputError({ code: "invalid-json", message, source: { file } });
  }
}

/** A Vega-Lite title is a text, lines of text, or an object with either. */
function titleOf(spec: object): string | undefined {
  const { title } = spec as { readonly title?: unknown };
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : title;
  if (Array.isArray(text)) return text.join(" ");
  return typeof text === "string" && text !== "" ? text : undefined;
}

interface PageOptions {
  readonly fonts: FontSet;
  readonly title: string;
  readonly lang: string;
  readonly date: Date;
}

/** One page of the chart's size. */
async function renderPage(chart: RenderedChart, { fonts, title, lang, date }: PageOptions) {
  const { renderPdf } = await import("../pdf/index.ts");
  const { widthPx, heightPx, alt } = chart;
  const css = `@page { size: ${widthPx}px ${heightPx}px; margin: 0 } body, img { margin: 0; display: block }`;
  const pdf = await renderPdf(
    { type: "root", children: [h("body", h("img", { src: "chart", alt }))] },
    {
      css,
      fonts,
      title,
      lang,
      date,
      lenient: false,
      images: () => ({ kind: "drawing", widthPx, heightPx, draw: (context) => chart.draw(context) }),
    },
  );
  return { data: pdf.bytes, diagnostics: pdf.diagnostics };
}

/**
 * Reads files that a spec names, relative to the spec, from these folders and from nowhere else: not by `..`, not by a
 * link, not over the network.
 */
function readBelow(folders: readonly string[], specFile: string): LoadResource {
  const allowed = Promise.all(folders.map((folder) => realpath(folder)));
  return async (uri) => {
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(uri)) throw new Error("only files are read, and nothing from the network.");
    const path = uri.replace(/[?#].*$/, "");
    const file = await realpath(isAbsolute(path) ? path : join(dirname(resolve(specFile)), path)).catch(
      () => undefined,
    );
    const isAllowed = (folder: string) => file !== undefined && isBelow(file, folder);
    // A file elsewhere is not told from one that is not there.
    if (file === undefined || !(await allowed).some(isAllowed))
      throw new Error("there is no such file in an allowed folder.");
    return readFile(file);
  };
}

function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== "" && !path.startsWith("..") && !isAbsolute(path);
}

/** A chart without its picture, as Markdown: its alt text, its long description, and the table of its data. */
function chartAsText(title: string, { alt, longDescription, table }: RenderedChart): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = table.rows.map((row) => line(table.columns.map(({ id }) => cellText(row[id]))));
  const head = [line(table.columns.map(({ label }) => cellText(label))), line(table.columns.map(alignment))];
  const parts = [
    `# ${plainText(title)}`,
    plainText(alt),
    ...longDescription.split("\n").map(plainText),
    table.columns.length > 0 ? [...head, ...rows].join("\n") : "",
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const alignment = ({ numeric }: { readonly numeric: boolean }): string => (numeric ? "---:" : "---");

/** Text of data that Markdown leaves as it is, on one line. */
const plainText = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_{}[\]<>#|]/g, "\\$&")
    .trim();

const cellText = (cell: string | number | boolean | null | undefined): string =>
  cell === null || cell === undefined ? "" : plainText(String(cell));
