import { BriefingError, didYouMean } from "../diagnostics/index.ts";
import { figuresInSigns } from "./audit/figures-in-signs.ts";
import { createNumberReader, type DataWords, type ReadNumber } from "./audit/read-number.ts";
import type { SaidFigure } from "./contract/audit.ts";
import type { ChartWords } from "./contract/charts.ts";
import type { ClaimPhrases } from "./contract/claims.ts";
import type { DocumentWords } from "./contract/document.ts";
import type { NameWords } from "./contract/names.ts";
import type { NoteWords } from "./contract/notes.ts";
import type { ReasonWords } from "./contract/reasons.ts";
import type { TemplateWords } from "./contract/template.ts";
import type { Language } from "./language.ts";
import { createFormats, isFormatted } from "./numbers/formats.ts";
import { type NumberStyle, type NumberStyleName, numberStyles } from "./numbers/number-style.ts";
import { createNumbers, type Numbers } from "./numbers/numbers.ts";

/** One language in one number style: what the stages write with. */
export interface Words {
  /** The language's own tag. */
  readonly lang: string;
  readonly numbers: Numbers;
  readonly names: NameWords;
  readonly phrases: ClaimPhrases;
  readonly notes: NoteWords;
  readonly reasons: ReasonWords;
  readonly charts: ChartWords;
  readonly document: DocumentWords;
  readonly template: TemplateWords;
  /** `isMeasured`: whether a word is of what the data count; numbers under ten of what else are no figures. */
  readonly saidFigures: (text: string, isMeasured?: DataWords["isMeasured"]) => readonly SaidFigure[];
  readonly namedFigures: Language["namedFigures"];
  /** How a number that nobody traced is meant. */
  readonly readNumber: ReadNumber;
  readonly formsOf: NonNullable<Language["formsOf"]>;
  readonly figureAffixes: Language["figureAffixes"];
  readonly typography: Language["typography"];
  /** The same in tables and beside figures in large: numerals and signs, whatever the style. */
  readonly inTables: Words;
}

export interface WordsOptions {
  readonly language: Language;
  /** Default: GOV.UK's. */
  readonly style?: NumberStyleName | NumberStyle | undefined;
}

/**
 * @throws BriefingError for a style that does not exist, and where this machine's Intl lacks the language's locale, so that
 *   numbers and dates would come out in another language.
 */
export function createWords({ language, style = "govuk" }: WordsOptions): Words {
  const [locale] = language.tags;
  if (!isFormatted(locale)) {
    throw new BriefingError([
      {
        code: "missing-locale-data",
        severity: "error",
        message: `This Node.js has no number and date formats for ${language.name} (${locale}).`,
        hint: "Use a Node.js that was built with full ICU data, as those of nodejs.org are.",
      },
    ]);
  }
  const plain = write(language, inTables(styleOf(style)));
  const tabular: Words = {
    ...plain,
    get inTables() {
      return tabular;
    },
  };
  return { ...write(language, styleOf(style)), inTables: tabular };
}

function write(language: Language, style: NumberStyle): Omit<Words, "inTables"> {
  const [locale] = language.tags;
  const formats = createFormats(locale);
  const numbers = createNumbers({
    locale,
    formats: { ...formats, ...language.formats?.(formats) },
    numerals: language.numerals,
    style,
  });
  const names = language.names(numbers);
  return {
    lang: locale,
    numbers,
    names,
    phrases: language.phrases(numbers, names),
    notes: language.notes(numbers, names),
    reasons: language.reasons(numbers, names),
    charts: language.charts(numbers),
    document: language.document(numbers),
    template: language.template,
    saidFigures: withoutFew(remembered((text) => [...language.saidFigures(text), ...figuresInSigns(text)])),
    namedFigures: remembered(withoutAmounts(language)),
    readNumber: readerOf(language),
    formsOf: language.formsOf ?? (() => []),
    figureAffixes: language.figureAffixes,
    typography: language.typography,
  };
}

/** What reads numbers is put together when the first one is read: who asks for claims alone has none. */
function readerOf({ numberWords }: Language): ReadNumber {
  let read: ReadNumber | undefined;
  return (...number) => {
    read ??= numberWords ? createNumberReader(numberWords) : () => "figure";
    return read(...number);
  };
}

/** Without what only some data count. */
function withoutFew(saidFigures: Language["saidFigures"]): Words["saidFigures"] {
  return (text, isMeasured = () => false) =>
    saidFigures(text).filter(({ few }) => few === undefined || isMeasured(few));
}

/** Without the digits of `CO2 million` and `G7 per cent`: what looks like a name and says how much, in words of the language. */
function withoutAmounts({ namedFigures, figureAffixes, numerals }: Language): Language["namedFigures"] {
  const magnitudes = Object.keys(figureAffixes.magnitudes).filter((word) => word.length > 2);
  const amounts = [numerals.percentWords("").trim(), ...magnitudes].map((word) =>
    word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"),
  );
  const amountAfter = new RegExp(`^\\s(?:${amounts.join("|")})(?!\\p{L})`, "iu");
  return (text) => namedFigures(text).filter(({ index, length }) => !amountAfter.test(text.slice(index + length)));
}

/** So many texts are remembered, and none that is longer than this. */
const mostTexts = 2000;
const longestText = 2000;

/** What a text gave is given again: briefings of one template have most of their texts in common. */
function remembered<T>(find: (text: string) => T): (text: string) => T {
  const found = new Map<string, T>();
  return (text) => {
    if (text.length > longestText) return find(text);
    const known = found.get(text);
    if (known !== undefined) return known;
    if (found.size >= mostTexts) found.clear();
    const result = find(text);
    found.set(text, result);
    return result;
  };
}

const inTables = (style: NumberStyle): NumberStyle => ({
  ...style,
  percent: "sign",
  wordsUpTo: 0,
  openingWordsUpTo: 0,
});

function styleOf(style: NumberStyleName | NumberStyle): NumberStyle {
  if (typeof style !== "string") return style;
  if (Object.hasOwn(numberStyles, style)) return numberStyles[style];
  throw new BriefingError([
    {
      code: "unknown-style",
      severity: "error",
      message: `There is no number style "${String(style)}".`,
      hint: didYouMean(String(style), Object.keys(numberStyles)),
    },
  ]);
}
