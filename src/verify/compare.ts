import { defined } from "../diagnostics/index.ts";
import { figuresIn, stylesheetFigures, writtenProperties } from "../document/index.ts";
import { plainType } from "../language/index.ts";
import { sha256, type VerificationData } from "../record/index.ts";
import type { ReadFile } from "./read-file.ts";
import type { Recomputed } from "./recompute.ts";
import type { VerificationFinding } from "./verification.ts";

/** Holds what a file shows against what its record says it shows. */
export function compareFile(
  file: ReadFile,
  data: VerificationData,
  recomputed: Pick<Recomputed, "claims" | "cells">,
): readonly VerificationFinding[] {
  if (!file.hasMarks) {
    const message = "Other software saved it without the marks that say what is which figure: none could be read.";
    return [{ code: "saved-again", message }, ...compareAttachments(file, data)];
  }
  return [
    ...comparePages(file, data),
    ...data.figures.flatMap((figure) => compareFigure(file, figure)),
    ...compareOrder(file, data),
    ...compareStylesheet(file, data),
    ...data.figures.flatMap((figure) => compareWithClaim(figure, recomputed)),
    ...data.figures.flatMap((figure) => compareWithEarlier(figure, data)),
    ...data.charts.flatMap((chart) => compareChart(file, chart)),
    ...compareOthers(file, data),
    ...compareAlternatives(file, data),
    ...compareAttachments(file, data),
    ...strangersIn(file),
  ];
}

/** What may show something else than is read leaves open what is shown, whatever the hash says. */
const strangersIn = ({ strangers }: ReadFile): readonly VerificationFinding[] =>
  strangers.length === 0
    ? []
    : [
        {
          code: "saved-again",
          message: `It holds ${strangers.join(", ")}: it was not written with that, and may show something else than was read.`,
        },
      ];

function comparePages({ pageCount }: ReadFile, data: VerificationData): readonly VerificationFinding[] {
  if (pageCount === null || pageCount === data.pageCount) return [];
  return [{ code: "page-missing", message: `It has ${pageCount} pages, and was written with ${data.pageCount}.` }];
}

type TracedText = VerificationData["figures"][number];

/** `rise`, or `a label` of none. */
const nameOf = ({ kind, of }: TracedText): string =>
  of === undefined ? ({ literal: "a literal", period: "a period" }[kind as string] ?? "a label") : `${kind} ${of}`;

const pageOf = ({ markedContent }: Pick<TracedText, "markedContent">) =>
  markedContent?.[0] ? { page: markedContent[0].page } : {};

function compareFigure(file: ReadFile, figure: TracedText): readonly VerificationFinding[] {
  const found = file.textAt(figure);
  // White space alone is drawn nowhere, nor is what a stylesheet hides in print.
  if (plain(figure.text) === "" || (file.format === "pdf" && figure.markedContent?.length === 0)) return [];
  const where = { id: figure.of ?? figure.id, ...pageOf(figure) };
  const name = `${nameOf(figure)}${where.page === undefined ? "" : ` on page ${where.page}`} (${figure.id})`;
  if (found === undefined) {
    return [{ code: "figure-missing", message: `"${figure.text}", ${name}, is not there.`, ...where }];
  }
  if (sameText(found, figure.text) && (file.format === "pdf" || sameDigits(found, figure.text))) return [];
  const message = `Where the record has "${figure.text}", ${name}, the file shows "${found.trim()}".`;
  return [{ code: "figure-differs", message, ...where }];
}

/** A text that stands for a claim says none but that claim's figures. */
function compareWithClaim(
  { id, kind, of, text }: TracedText,
  { claims, cells }: Pick<Recomputed, "claims" | "cells">,
): readonly VerificationFinding[] {
  const claim = kind === "claim" ? (claims.get(of ?? "") ?? cells.get(of ?? "")) : undefined;
  if (!claim) return [];
  const said = new Set(figuresIn(Object.values(claim.words).join(" ")));
  const stranger = figuresIn(text).find((figure) => !said.has(figure));
  if (stranger === undefined) return [];
  const message = `"${text}" (${id}) stands for ${of}, which the data gives no figure "${stranger}".`;
  return [{ code: "figure-of-another", message, id: of ?? id }];
}

/** A figure of an earlier edition is the one that the record tells of it. */
function compareWithEarlier(
  { id, kind, of, text }: TracedText,
  { record }: VerificationData,
): readonly VerificationFinding[] {
  if (kind !== "earlier") return [];
  const told = record.corrections?.find(({ claim }) => claim === of);
  if (told && sameText(text, told.value)) return [];
  const message = `"${text}" (${id}) stands for what an earlier edition printed of ${of}, and the record tells ${told ? `"${told.value}"` : "nothing"} of that.`;
  return [{ code: "figure-of-another", message, id: of ?? id }];
}

/** Rows that changed places stand beside other neighbours, and in another rank, than they were written. */
function compareOrder({ order }: ReadFile, { figures }: VerificationData): readonly VerificationFinding[] {
  if (!order) return [];
  const recorded = new Map(figures.map((figure) => [figure.id, figure]));
  const found = order.flatMap((id) => recorded.get(id) ?? []);
  const present = new Set(found);
  const expected = figures.filter((figure) => present.has(figure));
  const at = expected.findIndex((figure, index) => figure !== found[index]);
  const [first, other] = [expected[at], found[at]];
  if (!first || !other) return [];
  const name = (figure: TracedText) => `"${figure.text}", ${nameOf(figure)} (${figure.id})`;
  const message = `Where the record has ${name(first)}, stands ${name(other)}: they changed places.`;
  return [{ code: "order-differs", message, id: first.of ?? first.id }];
}

/** A stylesheet that is not the one that it was written with, and writes figures. */
function compareStylesheet({ stylesheet }: ReadFile, data: VerificationData): readonly VerificationFinding[] {
  if (stylesheet === null || data.stylesheet === undefined || sha256(stylesheet) === data.stylesheet) return [];
  if (nestsDeeplyIn(stylesheet)) {
    return [{ code: "saved-again", message: "Its stylesheet was changed, and nests too deep to be read." }];
  }
  const sheet = { text: stylesheet };
  const written = stylesheetFigures(sheet, writtenProperties([sheet])).map(({ what }) => ({
    code: "figure-unrecorded" as const,
    message: `Its stylesheet was changed, and now ${what}.`,
  }));
  if (written.length > 0) return written;
  return [{ code: "saved-again", message: "Its stylesheet was changed: it may hide, move or add to what is read." }];
}

/** Rules in rules in rules: each takes the reader through all that is in it once more. */
function nestsDeeplyIn(css: string): boolean {
  let depth = 0;
  for (const [bracket] of css.matchAll(/[{}]/g)) {
    depth += bracket === "{" ? 1 : -1;
    if (depth > 100) return true;
  }
  return false;
}

function compareChart(file: ReadFile, chart: VerificationData["charts"][number]): readonly VerificationFinding[] {
  const found = file.textAt(chart);
  const where = { id: chart.chart, ...pageOf(chart) };
  if (found === undefined) {
    if (chart.texts.length === 0) return [];
    return [{ code: "chart-differs", message: `The chart ${chart.chart} is not there.`, ...where }];
  }
  const difference = firstDifference(chart.texts, found);
  if (!difference) return [];
  const message = `The chart ${chart.chart} shows "${difference.found}" where the record has "${difference.text}".`;
  return [{ code: "chart-differs", message, ...where }];
}

/** A number that counts items or pages. */
const counted = /^\d{1,4}$/;

/** A stylesheet writes into a PDF what no text of the record has. */
const isOfStyles = ({ format }: ReadFile, { stylesWrite }: VerificationData, figure: string): boolean =>
  format === "pdf" && (stylesWrite === "figures" || (stylesWrite === "counters" && counted.test(figure)));

function compareOthers(file: ReadFile, data: VerificationData): readonly VerificationFinding[] {
  const { figures, others, charts } = data;
  const left = countEach(others);
  const anywhere = new Set([...figures.flatMap(({ text }) => figuresIn(text)), ...others]);
  return file.figuresOutside([...figures, ...charts]).flatMap(({ figure, page, context, repeats }) => {
    if (repeats && anywhere.has(figure)) return [];
    const count = left.get(figure) ?? 0;
    left.set(figure, count - 1);
    if (count > 0 || isOfStyles(file, data, figure)) return [];
    const onPage = page === null ? "" : ` on page ${page}`;
    const message = `The figure "${figure}"${onPage} is in no record: "${context}".`;
    return [defined({ code: "figure-unrecorded", message, page: page ?? undefined })];
  });
}

function countEach(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

const compareAlternatives = (file: ReadFile, data: VerificationData): readonly VerificationFinding[] => [
  ...compareLists(data.alternatives, file.alternatives, "text alternative"),
  ...compareLists(data.labels, file.labels, "attribute"),
];

function compareLists(
  ofRecord: readonly string[],
  ofFile: readonly string[],
  what: string,
): readonly VerificationFinding[] {
  const count = Math.max(ofRecord.length, ofFile.length);
  return Array.from({ length: count }, (_, index) => [ofRecord[index] ?? "", ofFile[index] ?? ""] as const)
    .filter(([recorded, found]) => !sameText(recorded, found))
    .map(([recorded, found]) => ({
      code: "alternative-differs",
      message: `Where the record has the ${what} "${recorded}", the file has "${found}".`,
    }));
}

function compareAttachments(file: ReadFile, data: VerificationData): readonly VerificationFinding[] {
  const recorded = new Map(data.attachments.map(({ name, sha256 }) => [name, sha256]));
  const names = new Set([...recorded.keys(), ...file.attachments.keys()]);
  return [...names].flatMap((name) => {
    const bytes = file.attachments.get(name);
    const found = bytes && sha256(bytes);
    if (found !== undefined && found === recorded.get(name)) return [];
    const what =
      bytes === undefined
        ? "is not there"
        : recorded.has(name)
          ? "is not the one that it was written with"
          : "is not in the record";
    return [{ code: "attachment-differs" as const, message: `Its ${name} ${what}.`, id: name }];
  });
}

/**
 * Two texts as readers compare them: white space, and hyphens that a line break put between letters, do not count; nor do
 * capitals, which a stylesheet may write, nor whether quotation marks and dashes are as typed.
 */
const sameText = (a: string, b: string): boolean => plain(a) === plain(b);

/** Whether two texts write the same numbers: "2 74" is read as two. A page of HTML is not broken within a number, and a line of a PDF may be. */
const sameDigits = (a: string, b: string): boolean => numbersIn(a) === numbersIn(b);

const numbersIn = (text: string): string =>
  (
    text
      .normalize("NFKC")
      .replaceAll(/[\u00AD\u200B-\u200F\u2028-\u202E\u2066-\u2069]/gu, "")
      .match(/\p{N}+/gu) ?? []
  ).join(" ");

const plain = (text: string): string =>
  plainType(text)
    .normalize("NFKC")
    .replaceAll(/[\s\u00AD\u200B-\u200F\u2028-\u202E\u2066-\u2069]+/gu, "")
    .replaceAll(/(?<=\p{L})-(?=\p{L})/gu, "")
    .toLowerCase();

/** The first text of a list that does not stand in a longer one where it should; undefined where all do. */
function firstDifference(texts: readonly string[], whole: string): { text: string; found: string } | undefined {
  const drawn = plain(whole);
  let at = 0;
  for (const text of texts) {
    const expected = plain(text);
    if (!drawn.startsWith(expected, at)) return { text, found: drawn.slice(at, at + Math.max(expected.length, 8)) };
    at += expected.length;
  }
  return at === drawn.length ? undefined : { text: "", found: drawn.slice(at, at + 24) };
}
