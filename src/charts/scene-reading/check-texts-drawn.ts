import { drawsOtherSigns } from "../../fonts/index.ts";
import { type FigureAffixes, hasNumeral } from "../../language/index.ts";
import type { ChartRow } from "../chart-row.ts";
import { isObject } from "../json.ts";
import type { NumberWriting } from "../number-writing.ts";
import { listedRows } from "../recipes/figure-label.ts";
import { figureSpans, typedFigures } from "../spec/typed-figures.ts";
import { readUtcDate } from "../spec/utc-dates.ts";
import { isOfKeyLetters } from "./check-key-letters.ts";
import { isOfReferenceMap } from "./check-reference-map.ts";
import { affixBeside, affixInTitle, affixWritten, meaningsOf } from "./drawn-affixes.ts";
import type { FieldMeaning, MeaningOf } from "./field-meaning.ts";
import { isOfNames } from "./px.ts";
import type { ReadMark, SceneItem, SceneScale } from "./read-scene.ts";
import type { ScaleFields } from "./scale-fields.ts";
import type { DatumTracer, TracedDatum } from "./traced-datum.ts";
import { readsAs, type WrittenFigure, writtenFigures } from "./written-figure.ts";

export interface TextContext {
  readonly tracer: DatumTracer;
  readonly meaningOf: MeaningOf;
  readonly signs: NumberWriting;
  readonly literals: readonly string[];
  /** Every text of the rows: names of periods and areas, which titles may say. */
  readonly names: ReadonlySet<string>;
  /** Names in a label that the figure beside them is of, in whichever row it stands. */
  readonly namesBeside: (item: SceneItem) => readonly string[];
  /** Years that the rows say in numbers. */
  readonly years: ReadonlySet<string>;
  /** The rows that marks stand for, some of them more than once. */
  readonly rowsDrawn: () => Iterable<ChartRow>;
  /** What the ticks of a scale are figures of. */
  readonly fieldsOf: ScaleFields;
  /** Of all scales. */
  readonly allFields: () => readonly string[];
  readonly affixWords: FigureAffixes;
  /** All that figures of the rows, and what is worked out of them, may be of. */
  readonly figureFields: readonly string[];
  /** Labels that are right by their own row, by its figures. */
  readonly rightLabels: Map<TracedDatum["own"], Set<string>>;
  /** Fonts that were met, and whether they draw pictures: nearly all texts are in the same one. */
  readonly fontsOfPictures: Map<string, boolean>;
  /** Whether a word is the name of a month or of a day, or stands beside numbers in dates (`week`). */
  readonly isDateWord: (word: string) => boolean;
  /** What is drawn of a text: all of it where absent. */
  readonly drawnTextOf?: (item: SceneItem) => string;
}

/** A text whose figure is not of what it stands for. */
export interface UntracedText {
  readonly text: string;
  readonly figure: string;
  /** `a tick that stands at 50`, `the title`, `a label of {"area":"Kent"}`. */
  readonly of: string;
  /** It has no figure, and names something else than it stands at. */
  readonly isName?: boolean;
  /** The figure is one of the data, and this stands beside it. */
  readonly affix?: string;
}

/** The figures of a text mark's items that are none of their data, of their tick, of a period or a literal. */
export function checkTextsDrawn(mark: ReadMark, context: TextContext): readonly UntracedText[] {
  const { guideScale, role } = mark;
  const scale = guideScale === undefined ? undefined : mark.scaleOf(guideScale);
  const isGuide = guides.test(role);
  const saysTick = tickOf(scale, context);
  const isOfOther = entriesOf(scale);
  // What a number of a key stands for is asked by itself.
  const isOfKey = isOfKeyLetters(mark) || (mark.role === "mark" && isOfReferenceMap(mark));
  const found: UntracedText[] = [];
  for (const item of mark.items) {
    const text = context.drawnTextOf?.(item) ?? [item.text ?? ""].flat().join("\n");
    const own = guideValue(item.datum);
    // Most labels of guides are the words of their own value.
    if (isGuide && (text === own || saysEntriesLeft(text, item.datum, scale))) continue;
    // A label that an expression writes, and that is the name of another one of the same axis or legend.
    const isAnother = typeof own === "string" && isOfOther(own, text);
    if (isAnother) found.push({ text, figure: text, of: `the label of ${JSON.stringify(own)}`, isName: true });
    if (isAnother || item.opacity === 0) continue;
    if (losesDigits(item) || (hasNumeral(text) && isOfPictures(item, context.fontsOfPictures)))
      found.push({ text, figure: text.replaceAll("\n", " "), of: "a label" });
    else if (!isOfKey) found.push(...wrongIn(mark, item, text, context, isGuide && saysTick));
  }
  return found;
}

/** What a text says that is not so, as a title or by its figures. A label with a figure is no title. */
function wrongIn(
  mark: ReadMark,
  item: SceneItem,
  text: string,
  context: TextContext,
  saysTick: ReturnType<typeof tickOf> | false,
): readonly UntracedText[] {
  const hasFigure = hasNumeral(text);
  if (mark.role === "mark") return (hasFigure ? untracedInLabel : readTitle)(mark, item, text, context);
  if (hasFigure && saysTick !== false && saysTick(guideValue(item.datum), text)) return [];
  const said = titles.test(mark.role) ? readTitle(mark, item, text, context) : [];
  return hasFigure ? [...said, ...untracedIn(mark, item, text, context)] : said;
}

/** Whether a text is what a tick says of its value. */
const tickOf = (scale: SceneScale | undefined, context: TextContext): ((value: unknown, text: string) => boolean) =>
  isTimeScale(scale) ? saysYear : (value, text) => saysValue(value, text, context);

/**
 * The same of a label of the data: most are one figure of their row, or its name. What is right by the figures and names of its own row is so at each width: what else a datum may say
 * was not asked for.
 */
function untracedInLabel(mark: ReadMark, item: SceneItem, text: string, context: TextContext): readonly UntracedText[] {
  if (saysItsOwn(item, text, context)) return [];
  const traced = context.tracer.trace(item.datum);
  if (!traced) return untracedIn(mark, item, text, context);
  if (saysNameAndFigure(text, traced, context)) return [];
  const right = context.rightLabels.get(traced.own);
  if (right?.has(text)) return [];
  const found = untracedIn(mark, item, text, context);
  if (found.length === 0 && !traced.hasFurther) {
    if (right) right.add(text);
    else context.rightLabels.set(traced.own, new Set([text]));
  }
  return found;
}

/** What Vega writes in place of the entries that a long legend has no room for. */
const saysEntriesLeft = (text: string, datum: unknown, scale: SceneScale | undefined): boolean =>
  text.startsWith("…") &&
  scale !== undefined &&
  isObject(datum) &&
  text === `…${scale.domain().length - Number(datum.index)} entries`;

/** Its lines end at a digit, which is not drawn. */
const losesDigits = ({ text, lineBreak }: SceneItem): boolean =>
  lineBreak !== undefined && hasNumeral(lineBreak) && String(text).includes(lineBreak);

/** Whether a text is the name of another entry of an axis or a legend than its own. */
function entriesOf(scale: SceneScale | undefined): (own: string, text: string) => boolean {
  let known: ReadonlySet<unknown> | undefined;
  return (own, text) => {
    if (own === text) return false;
    known ??= new Set(scale?.domain());
    return known.has(own) && known.has(text);
  };
}

/** Whether a text is in a font that draws pictures where it has digits. */
function isOfPictures({ font }: SceneItem, fonts: TextContext["fontsOfPictures"]): boolean {
  if (font === undefined) return false;
  const known = fonts.get(font) ?? drawsOtherSigns(font);
  fonts.set(font, known);
  return known;
}

/** The figures in a text that are none of its own, and those beside which something stands. */
function untracedIn(mark: ReadMark, item: SceneItem, text: string, context: TextContext): readonly UntracedText[] {
  if (typedFigures(text, context.literals).length === 0) return [];
  const beside = besideNames(text, sourceOf(mark, item, context), context);
  const { source } = beside;
  return typedFigures(beside.text, context.literals).flatMap((figure) => {
    const covered = cover({ text: beside.text, figure }, source, context);
    if (covered === undefined) return [{ text, figure, of: source.of }];
    return covered === "alone" ? [] : [{ text, figure, of: source.of, affix: covered }];
  });
}

const oneFigure = /^\d+(?:[.,]\d+)*$/;

/** Whether a label of a mark is one figure of its row, written in full, or the name of its row: so are most of them. */
function saysItsOwn({ datum }: SceneItem, text: string, { tracer, signs, meaningOf }: TextContext): boolean {
  const traced = tracer.trace(datum);
  if (!traced) return false;
  if (!oneFigure.test(text)) return traced.names.has(text);
  if (traced.own.has(plainNumber(text, signs))) return true;
  const [written] = writtenFigures(text, signs);
  if (!written) return false;
  for (const [value, fields] of traced.own) if (readsAs(written, value, { fields, meaningOf })) return true;
  return false;
}

/** Whether it is a name of its row and a figure of it behind that, of which the name makes no other one: `Kent 274`. */
function saysNameAndFigure(
  text: string,
  { own, names }: TracedDatum,
  { signs, meaningOf, affixWords: words }: TextContext,
): boolean {
  const at = Math.max(text.lastIndexOf(" "), text.lastIndexOf("\n"));
  // A name that has no room in one line stands in several.
  const [name, figure] = [text.slice(0, at).replaceAll("\n", " "), text.slice(at + 1)];
  if (at < 0 || !oneFigure.test(figure) || hasNumeral(name) || !names.has(name)) return false;
  const fields = own.get(plainNumber(figure, signs));
  if (!fields) return false;
  const meanings = meaningsOf(fields, meaningOf);
  return !meanings || affixBeside({ left: `${name} `, right: "" }, { meanings, words }) === undefined;
}

/** The same of a tick. */
const saysValue = (value: unknown, text: string, { signs }: TextContext): boolean =>
  typeof value === "number" && oneFigure.test(text) && plainNumber(text, signs) === value;

const fourDigits = /^\d{4}$/;

/** The same of a tick that is a date: its year, as the labels of years are. */
const saysYear = (value: unknown, text: string): boolean =>
  fourDigits.test(text) &&
  (typeof value === "number" || value instanceof Date) &&
  new Date(value).getUTCFullYear() === Number(text);

const isTimeScale = (scale: SceneScale | undefined): boolean => scale?.type === "time" || scale?.type === "utc";

/** Most are written as they are in code. */
const plainNumber = (figure: string, { thousands, decimal }: NumberWriting): number =>
  Number(
    decimal === "." && !figure.includes(thousands) ? figure : figure.replaceAll(thousands, "").replace(decimal, "."),
  );

/** What a text may say. */
type TextFigures = Pick<TracedDatum, "own" | "figures">;

interface TextSource {
  readonly of: string;
  readonly figures: () => TextFigures;
  /** Whether a value is one of its figures: for ticks, whose fields are not looked for unless something stands beside them. */
  readonly isFigure: (value: number) => boolean;
  readonly names: Iterable<string>;
  /** Its own and those of names. Worked out where a text may be a part of one. */
  readonly dates: (names: Iterable<string>) => readonly number[];
  /** It is a tick of a scale of time. */
  readonly isTime: boolean;
  /** It is a label of an axis or a legend, which may say a part of a name. */
  readonly isGuide: boolean;
  /** It is what a mark of the data says. */
  readonly isLabel: boolean;
}

const titles = /^(?:axis-title$|legend-title$|title-)/;
const guides = /^(?:axis-label|legend-label|axis-tick)/;

/** What the title of a chart, an axis or a legend says of the figures below it, and they are not. */
function readTitle(
  { role, guideScale }: ReadMark,
  { datum }: SceneItem,
  text: string,
  { meaningOf, names, figureFields, fieldsOf, allFields, affixWords: words }: TextContext,
): readonly UntracedText[] {
  if (text === "" || names.has(text)) return [];
  const isOfScale = role === "axis-title" || role === "legend-title";
  const isOfChart = /^title-/.test(role) || (role === "mark" && !hasNumeral(text) && !hasText(datum, text));
  if (!isOfScale && !isOfChart) return [];
  // What a title says of no field needs no look at which one it is above.
  const saysOf = (field: string) => {
    const meaning = meaningOf(field);
    return meaning !== undefined && affixInTitle(text, { meanings: [meaning], words, isOfScale }) !== undefined;
  };
  if (!figureFields.some(saysOf)) return [];
  const fields = isOfScale ? (guideScale === undefined ? [] : fieldsOf(guideScale)) : allFields();
  const meanings = meaningsOf(fields, meaningOf);
  const affix = meanings && affixInTitle(text, { meanings, words, isOfScale });
  if (affix === undefined) return [];
  const figure = meaningsOf(fields, meaningOf)?.[0]?.label ?? "the chart";
  return [{ text, figure, of: isOfScale ? "the title of an axis or a legend" : "a title", affix }];
}

/** It is a text of its data. */
const hasText = (datum: unknown, text: string): boolean => isObject(datum) && Object.values(datum).includes(text);

/** The figures in a title that is heard or stands in a table, and is not drawn. */
export function checkTitle(text: string, context: TextContext): readonly UntracedText[] {
  if (typedFigures(text, context.literals).length === 0) return [];
  const beside = besideNames(text, titleSource([], context), context);
  return typedFigures(beside.text, context.literals).flatMap((figure) =>
    cover({ text: beside.text, figure }, beside.source, context) === undefined ? [{ text, figure, of: "a title" }] : [],
  );
}

function titleSource(panel: readonly unknown[], { names, years }: TextContext): TextSource {
  const numbers = panel.filter((value) => typeof value === "number");
  const times = panel.flatMap((value) => (value instanceof Date ? [Number(value)] : []));
  return {
    of: "a title",
    figures: () => asOwn(new Map(numbers.map((value) => [value, [""]]))),
    isFigure: (value) => numbers.includes(value),
    names: [...names, ...years, ...panel.filter((value) => typeof value === "string")],
    dates: () => [...numbers, ...times],
    isTime: false,
    isGuide: false,
    isLabel: false,
  };
}

function sourceOf(mark: ReadMark, item: SceneItem, context: TextContext): TextSource {
  const { tracer, namesBeside } = context;
  const { role } = mark;
  if (guides.test(role)) return guideSource(mark, item, context);
  if (role !== "mark") return titleSource(isObject(mark.panel) ? Object.values(mark.panel) : [], context);
  const traced = tracer.trace(item.datum);
  return {
    of: traced ? "a label" : "a text",
    figures: () => traced ?? asOwn(new Map()),
    isFigure: (value) => traced !== undefined && (traced.own.has(value) || traced.figures.has(value)),
    names: traced ? [...namesFor(traced, item.datum, tracer), ...namesBeside(item)] : [],
    dates: datesOf,
    isTime: false,
    isGuide: false,
    isLabel: traced !== undefined,
  };
}

/** The names of a label's own row, and those of the rows that a recipe lists beside it. */
function namesFor(own: TracedDatum, datum: unknown, tracer: DatumTracer): Iterable<string> {
  const listed = isObject(datum) ? datum[listedRows] : undefined;
  if (!Array.isArray(listed)) return own.names;
  return [...own.names, ...listed.flatMap((row: unknown) => [...(tracer.trace(row)?.names ?? [])])];
}

const asOwn = (figures: TracedDatum["own"]): TextFigures => ({ own: figures, figures });

const guideValue = (datum: unknown): unknown => (isObject(datum) ? datum.value : undefined);

function guideSource(
  { guideScale, scaleOf }: ReadMark,
  { datum }: SceneItem,
  { fieldsOf, rowsDrawn }: TextContext,
): TextSource {
  const value = guideValue(datum);
  const scale = guideScale === undefined ? undefined : scaleOf(guideScale);
  const isTime = isTimeScale(scale) || value instanceof Date;
  const isOfWords = scale !== undefined && isOfNames(scale);
  const number = typeof value === "number" || value instanceof Date ? Number(value) : undefined;
  const figures = isTime
    ? []
    : [number, classEnd(scale, value), outermost(scale, value, () => fieldsOf(guideScale ?? ""), rowsDrawn)].filter(
        (each): each is number => typeof each === "number",
      );
  return {
    of: number === undefined ? `the label of ${JSON.stringify(value)}` : `a tick at ${number}`,
    isFigure: (value) => figures.includes(value),
    figures: () => {
      const fields = guideScale === undefined ? [] : fieldsOf(guideScale);
      return asOwn(new Map(figures.map((each) => [each, fields.length > 0 ? fields : [""]])));
    },
    names: typeof value === "string" ? [value] : [],
    // Dates are also set side by side as words are.
    dates: () => (number !== undefined && (isTime || isOfWords) ? [number] : []),
    isTime,
    isGuide: true,
    isLabel: false,
  };
}

/** A class of a legend is from one figure to the next; the first one has none that it begins with. */
function classEnd(scale: SceneScale | undefined, start: unknown): unknown {
  const { bins } = scale ?? {};
  if (isObject(bins) && typeof bins.step === "number" && typeof start === "number") return start + bins.step;
  if (Array.isArray(bins) && typeof start === "number") return bins.find((each) => Number(each) > start);
  if (!scale || !["threshold", "quantize", "quantile", "bin-ordinal"].includes(scale.type)) return undefined;
  const limits = scale.quantiles?.() ?? scale.thresholds?.() ?? scale.domain();
  return typeof start === "number" ? limits.find((limit) => Number(limit) > start) : limits[0];
}

/** What an open class of a legend ends with: the highest figure that is drawn, or begins with: the lowest. */
function outermost(
  scale: SceneScale | undefined,
  start: unknown,
  fields: () => readonly string[],
  rowsDrawn: TextContext["rowsDrawn"],
): number | undefined {
  if (scale?.type !== "threshold") return undefined;
  const limits = scale.domain();
  const isLast = start === limits.at(-1);
  if (!isLast && limits.includes(start)) return undefined;
  let end: number | undefined;
  const asked = fields();
  for (const row of rowsDrawn())
    for (const field of asked) {
      const figure = row[field];
      if (typeof figure === "number" && (end === undefined || (isLast ? figure > end : figure < end))) end = figure;
    }
  return end;
}

/** A year. */
const looksDated = /\d{4}/;

const datesOf = (names: Iterable<string>): readonly number[] =>
  [...names].flatMap((name) => (looksDated.test(name) ? [readUtcDate(name)] : [])).filter(Number.isFinite);

/** Stands for a digit of a name: no numeral, no letter and no space, so that nothing is read across it. */
const nameDigit = "\u{FFFC}";

/**
 * A text in which the digits of the names that it says in full are none, and the names that it may say parts of yet. A name
 * accounts for the digits that it is written with, and for no figure beside it: `4  Ward 4` is a place and a name.
 */
function besideNames(
  text: string,
  source: TextSource,
  { signs }: TextContext,
): { readonly text: string; readonly source: TextSource } {
  const unsaid: string[] = [];
  const said: string[] = [];
  for (const name of source.names) (hasNumeral(name) && mayBeSaid(text, name) ? said : unsaid).push(name);
  let rest = text;
  for (const name of said.toSorted((a, b) => b.length - a.length)) {
    const left = withoutName(rest, name, { signs, isRepeated: source.of === "a title" || /\p{L}/u.test(name) });
    if (left === rest) unsaid.push(name);
    rest = left;
  }
  return { text: rest, source: { ...source, names: unsaid } };
}

/** A quick look: lines end at spaces and after hyphens, and are drawn without the spaces around them. */
const mayBeSaid = (text: string, name: string): boolean =>
  text.includes(name.trim()) || (text.includes("\n") && inOneLine(text).includes(inOneLine(name)));

const inOneLine = (text: string): string => text.replaceAll(/[\s-]/gu, "");

/** A name in lines: one ends at a space, or within a word, which a hyphen may tell. */
const inLines = (name: string): RegExp =>
  new RegExp(
    name
      .trim()
      .split(/\s+/u)
      .map((word) => [...word].map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&")).join("(?:-?\n)?"))
      .join("\\s+"),
    "gu",
  );

interface WithoutNameOptions {
  readonly signs: NumberWriting;
  readonly isRepeated: boolean;
}

/** What has no letter is said once: the second `4` of `4  4` is another figure. A part of a longer figure is no name. */
function withoutName(text: string, name: string, { signs, isRepeated }: WithoutNameOptions): string {
  // Where thousands stand apart by a space, too.
  const spans = figureSpans(text.replaceAll(signs.thousands, "."));
  const isWithin = (at: number) => spans.some(({ start, end }) => start < at && at < end);
  let isSaid = false;
  return text.replaceAll(inLines(name), (found: string, at: number) => {
    if ((isSaid && !isRepeated) || isWithin(at) || isWithin(at + found.length)) return found;
    isSaid = true;
    return found.replaceAll(/\p{N}/gu, nameDigit);
  });
}

interface Said {
  readonly text: string;
  readonly figure: string;
}

/** Whether a figure is one that the text may say: undefined where it is not, else what stands beside it, or that nothing does. */
function cover({ text, figure }: Said, source: TextSource, context: TextContext): string | undefined {
  const { signs, meaningOf, affixWords: words } = context;
  // Most labels are one figure, written in full.
  if (text === figure && source.isFigure(plainNumber(figure, signs))) return "alone";
  const plain = figure.replaceAll(/^\p{Sc}|[%‰]$/gu, "");
  for (const name of source.names) if (isOfName({ text, figure }, plain, name, source.isGuide)) return "alone";
  const years = yearSpan.exec(plain);
  if (years?.slice(1).every((year) => hasYear(year, source.names))) return "alone";
  // A label that had no room ends in an ellipsis.
  if (text.includes(`${plain}…`)) for (const name of source.names) if (name.includes(plain)) return "alone";
  // In a label a number that might be a day is one of a date only beside a month or a year.
  const isDate = plain === figure && (source.isTime || looksLikeDate(text, context.isDateWord));
  const isOf = (date: number) => isPartOfDate(plain, date) && (!source.isLabel || isDatedBy(text, plain, date));
  if (isDate && source.dates(source.names).some(isOf)) return "alone";
  const places = placesOf(plain, text);
  const written = writtenFigures(text, signs).filter(({ index, text: found }) =>
    places.some((at) => at < index + found.length && index < at + plain.length),
  );
  if (!isCovered(plain, places, written)) return undefined;
  let affix = "alone";
  for (const each of written) {
    const read = [each.multiplied, each].flatMap((form) =>
      form ? [{ form, fields: fieldsRead(form, source, meaningOf) }] : [],
    );
    const own = read.find(({ fields }) => fields.length > 0);
    if (!own) return undefined;
    const meanings = meaningsOf(own.fields, meaningOf);
    affix =
      (meanings &&
        (affixWritten(text, own.form, { meanings, words }) ?? affixInLabel(text, source, meanings, words))) ??
      affix;
  }
  return written.length > 0 ? affix : undefined;
}

/** Whether numbers that are read have all digits of a figure: a power or a fraction that touches one makes another of it (`274²`, `274½`). */
function isCovered(figure: string, places: readonly number[], written: readonly WrittenFigure[]): boolean {
  const isRead = (at: number) => written.some(({ index, text: found }) => index <= at && at < index + found.length);
  return places.every((from) => [...figure.matchAll(/\p{N}/gu)].every(({ index }) => isRead(from + index)));
}

/** What the words of a mark's label say of its figure, besides the names of its row: `Share in per cent 274`. */
function affixInLabel(
  text: string,
  { isLabel, names }: TextSource,
  meanings: readonly FieldMeaning[],
  words: FigureAffixes,
): string | undefined {
  if (!isLabel || !/\p{L}|%|\p{Sc}/u.test(text)) return undefined;
  let said = text;
  for (const name of names) said = said.replaceAll(name, " ");
  // A sign at its figure is read with it.
  return affixInTitle(said.replaceAll(/\p{Sc}?\p{N}[\p{N}.,]*\s?[%‰]?/gu, " "), { meanings, words, isOfScale: false });
}

/** `2012-2015`, of which both years are told by names. */
const yearSpan = /^((?:1[5-9]|20)\d\d)[-–/]((?:1[5-9]|20)\d\d)$/;

function hasYear(year: string, names: Iterable<string>): boolean {
  for (const name of names) if (hasToken(name, year)) return true;
  return false;
}

/** The fields of its figures that a number in a text is one of: its own row's, and else what is said of several rows. */
function fieldsRead(written: WrittenFigure, source: TextSource, meaningOf: MeaningOf): readonly string[] {
  const known = source.figures();
  const among = (figures: TracedDatum["figures"]) => {
    const found: string[] = [];
    for (const [value, fields] of figures)
      for (const field of fields) if (readsAs(written, value, { fields: [field], meaningOf })) found.push(field);
    return found;
  };
  const own = among(known.own);
  return own.length > 0 || known.figures === known.own ? own : among(known.figures);
}

/**
 * Whether a figure is part of a name that the text does not say in full: as all that a label says of it. What stands beside
 * it by a sign or in a sentence of its own is no name (`Up 19%` beside 2018/19).
 */
function isOfName({ text, figure }: Said, plain: string, name: string, isGuide: boolean): boolean {
  if (!name.includes(plain) || !hasToken(name, plain)) return false;
  const isYear = /^(?:1[5-9]|20)\d\d$/.test(plain);
  const saysNoMore = text.replaceAll(/[\s'’‘–/-]|\p{N}/gu, "") === "";
  return plain === figure && (isYear || isGuide || saysNoMore || isPartOf(text, name));
}

/** Whether a text says words of a name only, each as the name has it: `Ward 3` of `Ward 3 of Essex`. */
const isPartOf = (text: string, name: string): boolean => {
  const words = (of: string) => of.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const known = new Set(words(name));
  return words(text).every((word) => known.has(word));
};

/** `Q2`, `w/c`: in any language. */
const shortDateWord = /^\p{L}{1,2}$/u;

/** Several numbers, or one with the name of a month or a day, and no other words: what stands in a sentence is no date. */
function looksLikeDate(text: string, isDateWord: (word: string) => boolean): boolean {
  const isOfDates = (text.match(/\p{L}+/gu) ?? []).every((word) => shortDateWord.test(word) || isDateWord(word));
  const hasLongWord = /\p{L}{3}/u.test(text);
  // A short word by itself between two numbers sets one against the other: `1 in 274`.
  if (!hasLongWord && /\p{N}\s+\p{L}{1,2}\s+\p{N}/u.test(text)) return false;
  return isOfDates && (hasLongWord || /\d{4}|\d\D+\d/u.test(text));
}

/** Whether a name has a token, and not a part of a longer number. */
const hasToken = (name: string, token: string): boolean => placesOf(token, name).length > 0;

/** Where a token stands in a text that is no part of more digits. */
function placesOf(token: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
    const isApart = !/\p{N}$/u.test(text.slice(0, at)) && !/^\p{N}/u.test(text.slice(at + token.length));
    if (isApart) places.push(at);
  }
  return places;
}

/**
 * Whether a label says a number as a part of a date: in several parts (`23/11`, `12:30`), with a letter (`Q4`), or beside the name of a month or its year. By itself the 4 of `274 / 4`
 * is no April, nor the zeros of `274 000` its midnight.
 */
function isDatedBy(text: string, figure: string, date: number): boolean {
  if (/^0\d\d/.test(figure) || isReckonedWith(text, figure, date)) return false;
  if (/\p{L}{3}/u.test(text) || hasToken(text, String(new Date(date).getUTCFullYear()))) return true;
  return /[-/:–]|\d[.,]\d+[.,]\d/u.test(figure) || new RegExp(`\\p{L}${figure}|${figure}\\p{L}`, "u").test(text);
}

/** Whether a sum has it (`274 / 4`): a number that is joined to one that is no part of the date. */
function isReckonedWith(text: string, figure: string, date: number): boolean {
  const sign = String.raw`\s*[/×÷*+]\s*`;
  const found = new RegExp(`(${number})${sign}${figure}(?!\\p{N})|(?<!\\p{N})${figure}${sign}(${number})`, "u").exec(
    text,
  );
  const [, before, after] = found ?? [];
  const other = before ?? after;
  return other !== undefined && !isPartOfDate(other, date);
}

const number = String.raw`\p{N}(?:[\p{N}.,]*\p{N})?`;

/** Years, months, days, hours and the like of a date in UTC, whatever way they are joined. */
function isPartOfDate(figure: string, date: number): boolean {
  const d = new Date(date);
  if (Number.isNaN(date)) return false;
  const year = d.getUTCFullYear();
  const hours = d.getUTCHours();
  const parts = [
    year,
    year % 100,
    d.getUTCMonth() + 1,
    Math.floor(d.getUTCMonth() / 3) + 1,
    d.getUTCDate(),
    hours,
    hours % 12 || 12,
    d.getUTCMinutes(),
    d.getUTCSeconds(),
    d.getUTCMilliseconds(),
    // Week and day of the year, within one.
    Math.floor((date - Date.UTC(year, 0, 1)) / 86_400_000) + 1,
    Math.floor((date - Date.UTC(year, 0, 1)) / 604_800_000) + 1,
    Math.floor((date - Date.UTC(year, 0, 1)) / 604_800_000),
  ];
  const said = figure.split(/[-/:.,–]/u).map(Number);
  return said.every((each) => parts.includes(each));
}
