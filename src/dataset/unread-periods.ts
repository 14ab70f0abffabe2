import { createPeriodReader, type PeriodReaderOptions } from "./period-reader.ts";

const shownLabels = 5;

/**
 * Says which labels of a column are no periods, all of them at once, and the format that would read them, where they are
 * periods with words around.
 */
export function sayUnreadPeriods(labels: readonly string[], options: PeriodReaderOptions): string {
  const shown = labels.slice(0, shownLabels).map((label) => JSON.stringify(label));
  const rest = labels.length - shown.length;
  const listed = `${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  const what =
    labels.length === 1
      ? `${listed} is not a period that can be read, such as 2018/19, 2014, 2018-03 or Apr-Sep 2017.`
      : `${labels.length} labels of ${options.dimension} are not periods that can be read: ${listed}.`;
  const found = suggestFormat(labels, options);
  if (!found || found.count < Math.min(2, labels.length)) return what;
  const all = labels.length === 1 ? "It is" : "They are";
  const which = found.count === labels.length ? all : `${found.count} of them are`;
  const { format: own = [] } = options;
  const formats = [...(typeof own === "string" ? [own] : own), found.format];
  const said = formats.length === 1 ? JSON.stringify(found.format) : JSON.stringify(formats).replaceAll('","', '", "');
  return `${what} ${which} read with format: ${said} in dimensions.${options.dimension}.`;
}

/** What a label may say of time, and the hole for it; the first that is found in a place takes it. */
const holes: readonly (readonly [pattern: RegExp, hole: string])[] = [
  [/(?<!\d)((?:1[6-9]|20)\d{2})([-/])(\d{2})(?!\d)/, "{yyyy}$2{yy}"],
  [/(?<!\d)(?:1[6-9]|20)\d{2}(?!\d)/, "{yyyy}"],
  [/(?<!\p{L})q(?=[1-4](?!\d))[1-4]/iu, "Q{q}"],
  [/(?<=(?<!\p{L})(?:week|wk|w)\s?)\d{1,2}(?!\d)/iu, "{ww}"],
];

/** So many labels are tried: a column of other things may hold a million. */
const triedLabels = 1000;
const triedFormats = 50;

/** The format of most of some labels, taken from one of them, and how many of all it reads. */
function suggestFormat(
  labels: readonly string[],
  options: PeriodReaderOptions,
): { readonly format: string; readonly count: number } | undefined {
  const countOf = (format: string, of: readonly string[]): number => {
    const { reader } = createPeriodReader([], { ...options, format: format as "{yyyy}" });
    return of.filter((label) => reader.readings(label).length === 1).length;
  };
  const tried = labels.slice(0, triedLabels);
  const formats = [...new Set(tried.slice(0, triedFormats).flatMap(formatsOf))];
  const counts = formats.map((format) => ({ format, count: countOf(format, tried) }));
  const [best] = counts.sort((a, b) => b.count - a.count);
  return best && { format: best.format, count: countOf(best.format, labels) };
}

function formatsOf(label: string): readonly string[] {
  if (/[{}]/.test(label)) return [];
  // Two digits from 30 to 69 are read as no year: nobody agrees on the century.
  if (/^\p{L}{3,}\.?[-\s/][3-6]\d$/u.test(label)) return ["{month}-{19yy}", "{month} {19yy}", "{month}/{19yy}"];
  const format = holes.reduce((text, [pattern, hole]) => text.replace(pattern, hole), label.trim());
  return format === label.trim() ? [] : [format];
}
