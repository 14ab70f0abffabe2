/**
 * language/: words and numbers. Everything that is written for readers is asked of a `Language`, one record a language.
 *
 * In: exact numbers, bounds, names, periods, and what is to be said of them. Out: words in one language and number style.
 * Guarantees
 * - Exact: a number is a rational until it is written, and is rounded once, last, half up. A double decides no digit.
 * - The contract (`contract/`, a file for each room that speaks) is in terms of what is meant, never of pieces of sentences;
 *   the compiler says what a language lacks. No other language stands in for one that is missing.
 * - Direction words, plurals and articles follow the rounded figure.
 * - Setting type changes marks, dashes and spaces, never a letter or a figure: `plainType` reads both forms as one text.
 * Rooms: `numbers/` (rationals, bounds, styles, formats), `contract/`, a folder for each language, `periods/` (their names), `audit/` (numbers said in words,
 * digits that are names, what stands beside a figure, in texts that somebody else wrote), `typography/` (how texts are set).
 * Not its job: what is true; an author's own words.
 */
export {
  affixesBefore,
  changingAffix,
  directionMark,
  type FigureUnit,
  looksLikeDigitAfter,
  looksLikeDigitBefore,
  rightToLeft,
  turningCharacter,
  wordsOf,
} from "./audit/changing-affix.ts";
export { endsWithNumeral, hasNumeral, startsWithNumeral } from "./audit/has-numeral.ts";
export type { DataUnit, DataWords, NumberReading, ReadNumber } from "./audit/read-number.ts";
export type { FigureAffixes, NamedFigure, SaidFigure } from "./contract/audit.ts";
export type {
  ChartGap,
  ChartGaps,
  ChartKindName,
  ChartPoint,
  ChartRank,
  ControlLevel,
  Held,
  LargestPart,
} from "./contract/charts.ts";
export type {
  ChangeMode,
  ClaimPhrases,
  ConfidenceInterval,
  DatedFigure,
  Distance,
  FigureWords,
  FromMedian,
  Group,
  OtherSide,
  PeriodSpan,
  Quantity,
  StandingFacts,
  StandingRemark,
  TrendBeside,
  TrendFacts,
  TrendPace,
  TrendRemark,
  Uncertainty,
  Verdict,
} from "./contract/claims.ts";
export type { DocumentWords } from "./contract/document.ts";
export type { CellCoordinates, NameWords } from "./contract/names.ts";
export type { Coverage, NoteWords } from "./contract/notes.ts";
export type {
  ClaimPart,
  FacetId,
  FoundFigures,
  Hedge,
  OpenBounds,
  PlainReason,
  ReasonFormat,
  ReasonWords,
  SpokenFractionName,
  StatedUnit,
  StatedWords,
  TogetherWords,
  UnsaidPart,
  WholeNumbers,
  Working,
} from "./contract/reasons.ts";
export type { ClaimQuestion, Marker, TemplatePhrase } from "./contract/template.ts";
export type { Typography } from "./contract/typography.ts";
export { createWords, type Words } from "./create-words.ts";
export { cardinal } from "./english/numerals.ts";
export type { Language } from "./language.ts";
export { englishWords, findLanguage, isLanguage, languages, typographyOf } from "./languages.ts";
export { matchesOf } from "./matches-of.ts";
export { type Bounds, hull, isBounds, magnitude, scale } from "./numbers/bounds.ts";
export type { Direction, FoundDirection } from "./numbers/direction-of.ts";
export { directionBetween, directionOf } from "./numbers/direction-of.ts";
export { englishSigns, isEnglish } from "./numbers/english-numbers.ts";
export { type CalendarNames, calendarNames } from "./numbers/formats.ts";
export { type NumberStyle, type NumberStyleName, numberStyles } from "./numbers/number-style.ts";
export {
  ceiling,
  decimalsOf,
  exact,
  floor,
  formatDecimal,
  formatNumber,
  plain,
  type Rational,
  roundHalfUp,
  sum,
} from "./numbers/rational.ts";
export { createRecentAnswers, type RecentAnswers } from "./recent-answers.ts";
export { plainType } from "./typography/plain-type.ts";
export { opaqueCharacter, setLine, setType, typeEdits } from "./typography/set-type.ts";
export type { TypeEdit } from "./typography/type-edit.ts";
