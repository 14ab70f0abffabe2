import {
  changingAffix,
  createRecentAnswers,
  type FigureAffixes,
  type FigureUnit,
  type RecentAnswers,
  wordsOf,
} from "../../language/index.ts";
import type { FieldMeaning, MeaningOf } from "./field-meaning.ts";
import type { WrittenFigure } from "./written-figure.ts";

/** The meanings of all fields; undefined where one is not known, or there is none. */
export function meaningsOf(fields: readonly string[], meaningOf: MeaningOf): readonly FieldMeaning[] | undefined {
  const known = fields.map(meaningOf);
  return known.length > 0 && known.every((meaning) => meaning !== undefined) ? known : undefined;
}

/** Nearly all figures are of one field, and a chart asks what that is of for each of its texts. */
const unitsOfFields = new WeakMap<FieldMeaning, FigureUnit>();

/** What figures of several fields are of: words of any one of them are theirs. */
function unitOf(meanings: readonly FieldMeaning[]): FigureUnit {
  const [first] = meanings;
  if (!first || meanings.length > 1) return unitOfAll(meanings);
  const unit = unitsOfFields.get(first) ?? unitOfAll(meanings);
  unitsOfFields.set(first, unit);
  return unit;
}

function unitOfAll(meanings: readonly FieldMeaning[]): FigureUnit {
  const own = meanings.flatMap((meaning) => meaning.own);
  return { own, others: meanings.flatMap(({ others }) => others.filter((other) => !own.includes(other))) };
}

/** A factorial, or a letter as a power or a prefix (`274ᵏ`): a chart has notes of its own, and an apostrophe is none. */
const raised = /^(?:!|(?!ʼ)\p{Lm})/u;

/** What stands in a label or at a tick beside a figure of these fields, and makes another one of it. */
export function affixWritten(
  text: string,
  { index, text: found, sign }: WrittenFigure,
  { meanings, words }: { readonly meanings: readonly FieldMeaning[]; readonly words: FigureAffixes },
): string | undefined {
  if (sign === "+" && !meanings.some(({ isSigned }) => isSigned)) return sign;
  const right = text.slice(index + found.length);
  return raised.exec(right)?.[0] ?? affixBeside({ left: text.slice(0, index), right }, { meanings, words });
}

/** The same of what stands on both sides of a figure. */
export function affixBeside(
  sides: { readonly left: string; readonly right: string },
  { meanings, words }: { readonly meanings: readonly FieldMeaning[]; readonly words: FigureAffixes },
): string | undefined {
  return changingAffix(sides, {
    words,
    unit: unitOf(meanings),
    endsInDigits: true,
    isPercent: meanings.some(mayBePercent),
  });
}

interface TitleOptions {
  readonly meanings: readonly FieldMeaning[];
  readonly words: FigureAffixes;
  /** Whether it is the title of an axis or a legend, which says what its figures count. */
  readonly isOfScale: boolean;
}

/** Titles are of the chart, and the same for each area. */
const mostTitles = 500;

/** What titles say of figures, and the spans of time that they name, by the words of a language. */
const knownTitles = new WeakMap<
  FigureAffixes,
  { readonly affixes: RecentAnswers<string | undefined>; readonly spans: RecentAnswers<readonly string[]> }
>();

const textsOfFields = new WeakMap<FieldMeaning, string>();

/** What a title is asked by of a field, as a text; all but the months, which few titles ask for. */
function textOf(meaning: FieldMeaning): string {
  const { unit, own, others, label, otherLabels } = meaning;
  const text = textsOfFields.get(meaning) ?? JSON.stringify([unit, own, others, label ?? 0, otherLabels]);
  textsOfFields.set(meaning, text);
  return text;
}

/**
 * What a title says of the figures under it that they are not: a magnitude (`Offences (millions)`), per cent, a currency,
 * another measure of the dataset, another unit. What it says of no field by itself it says of no several of them.
 */
export function affixInTitle(title: string, options: TitleOptions): string | undefined {
  const { meanings, words, isOfScale } = options;
  const known = knownTitles.get(words) ?? {
    affixes: createRecentAnswers<string | undefined>(mostTitles),
    spans: createRecentAnswers<readonly string[]>(mostTitles),
  };
  knownTitles.set(words, known);
  const spans = isOfScale ? known.spans.get(title, () => spansIn(title, words)) : [];
  const months = spans.length > 0 ? meanings.map(({ spanMonths }) => spanMonths()) : [];
  const key = `${isOfScale} ${title.length} ${title}${meanings.map(textOf).join()} ${months.join()}`;
  return known.affixes.get(key, () => findInTitle(title, spans, options));
}

function findInTitle(
  title: string,
  spans: readonly string[],
  { meanings, words, isOfScale }: TitleOptions,
): string | undefined {
  const said = wordsOf(title);
  // Titles that say nothing of the kind are nearly all of them: what the figures are called is asked for when something is said.
  let own: ReadonlySet<string> | undefined;
  const isOwn = (word: string): boolean => {
    own ??= new Set(meanings.flatMap((meaning) => meaning.own).flatMap(wordsOf));
    return own.has(word);
  };
  const [percent] = words.percent.exec(title) ?? percentSign.exec(title) ?? [];
  if (percent !== undefined && !meanings.some(mayBePercent) && !wordsOf(percent).every(isOwn)) return percent;
  const [currency] = currencySign.exec(title) ?? [];
  if (currency !== undefined && !meanings.some((meaning) => meaning.own.some((each) => each.includes(currency))))
    return currency;
  const magnitude = said.find((word) => isMagnitude(word, title, words) && !isOwn(word));
  if (magnitude !== undefined) return magnitude;
  const other = otherMeasure(title, meanings) ?? shorterSpan(spans, meanings, isOwn);
  if (other !== undefined) return other;
  if (!isOfScale || said.some(isOwn) || meanings.some(({ label }) => label === undefined)) return undefined;
  const otherWords = new Set(unitOf(meanings).others.flatMap(wordsOf));
  return said.find((word) => words.counted.test(word) || otherWords.has(word));
}

const monthsOfYear = 12;

/** The spans of time that a title says something is counted in: `a month`. */
const spansIn = (title: string, { often }: FigureAffixes): readonly string[] =>
  often === undefined
    ? []
    : [...title.matchAll(/\s/gu)].flatMap(({ index }) => often.exec(title.slice(index))?.[0].trim() ?? []);

/** A span of time that a title says figures of years are of: `Offences a month`. */
const shorterSpan = (
  spans: readonly string[],
  meanings: readonly FieldMeaning[],
  isOwn: (word: string) => boolean,
): string | undefined =>
  spans.find(
    (span) =>
      !isOwn(wordsOf(span).at(-1) ?? "") && meanings.every(({ spanMonths }) => (spanMonths() ?? 0) >= monthsOfYear),
  );

const percentSign = /%/;
const currencySign = /\p{Sc}/u;
const withCurrency = /^\p{Sc}/u;

const mayBePercent = ({ unit }: FieldMeaning) => /^percent/.test(unit);

/** A letter is one only in brackets, or behind a currency: `(m)`, `£m`. */
const isMagnitude = (word: string, title: string, { magnitudes }: FigureAffixes): boolean =>
  (withCurrency.test(word) ? word.replace(withCurrency, "") : word) in magnitudes &&
  (word.length > 1 || title.toLowerCase().includes(`(${word})`) || currencySign.test(word));

/** The label of another measure that a title has, where it has none of the figures' own. */
function otherMeasure(title: string, meanings: readonly FieldMeaning[]): string | undefined {
  if (meanings.every(({ otherLabels }) => otherLabels.length === 0)) return undefined;
  const plain = ` ${wordsOf(title).join(" ")} `;
  const has = (label: string) => plain.includes(` ${wordsOf(label).join(" ")} `);
  const own = meanings.flatMap(({ label = "", own: words }) => [label, ...words]);
  const labels = meanings.map(({ label = "" }) => label);
  const others = [...new Set(meanings.flatMap(({ otherLabels }) => otherLabels))].filter(
    (label) => label !== "" && !own.includes(label),
  );
  const titled = others.find((label) => plain.trim() === wordsOf(label).join(" "));
  if (titled !== undefined && !labels.some((label) => wordsOf(label).join(" ") === plain.trim())) return titled;
  // What was worked out has no name of its own that a longer title could be asked for.
  if (meanings.some(({ label }) => label === undefined)) return undefined;
  return own.some(has) ? undefined : others.find(has);
}
