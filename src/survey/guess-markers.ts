import { type CellMarker, defaultMarkers } from "../dataset/index.ts";
import { type HiddenCounts, hiddenCounts } from "./hidden-counts.ts";
import { guessedFrom, type Remarks, someOf } from "./remarks.ts";
import { slipsIn } from "./rows/column-roles.ts";
import { areGapsNone, dashesInSums, dashesOfNothing } from "./sums/dashes-in-sums.ts";
import type { ColumnSurvey, SentinelKind, TableSurvey } from "./table/column-survey.ts";
import { isCensored, isWorkbookError, notKnown } from "./table/survey-column.ts";
import { textIn } from "./text-in.ts";

/** A longer text is no sign of anything, but slipped from another column; one that is longer still is no cell of a table. */
const [longestSign, longestMarker] = [30, 100];

/**
 * What stands in columns of figures and is no number: what it stands for, by the file where that says it. The guess hides rather than shows.
 * @param counts the columns that were taken for counts.
 */
export function guessMarkers(
  survey: TableSurvey,
  counts: readonly ColumnSurvey[],
  remarks: Remarks,
): Readonly<Record<string, CellMarker>> {
  return {
    ...markersOfTexts(survey, counts, remarks),
    ...standForGaps(survey, remarks),
    ...areOutOfScale(survey, remarks),
  };
}

function markersOfTexts(
  survey: TableSurvey,
  counts: readonly ColumnSurvey[],
  remarks: Remarks,
): Readonly<Record<string, CellMarker>> {
  const { columns, legend } = survey;
  const markers: Record<string, CellMarker> = {};
  const hiding = hidingAmong(survey, counts);
  const slips = columns.flatMap(slipsIn);
  for (const text of [...slips].sort()) markers[text] = "unavailable";
  if (slips.length > 0) remarks.add("markers", slipped(slips));
  const doubts = new Map<(texts: readonly string[]) => string, string[]>();
  for (const { figures } of columns) {
    for (const text of [...(figures?.unknown.keys() ?? [])].filter(mayBeMarker).sort()) {
      if (text in markers) continue;
      const { marker, doubt } = meaningOfText(columns, text, { said: legend.get(text.toLowerCase()), hiding });
      markers[text] = marker;
      if (doubt) doubts.set(doubt, [...(doubts.get(doubt) ?? []), text]);
    }
  }
  for (const [text, marker] of usualMarkers(columns, legend)) markers[text] = marker;
  const areNone = nonesInSums(survey);
  for (const dash of areNone) markers[dash] = "zero";
  if (areNone.length > 0) remarks.also("markers", besideSums(areNone));
  const ofNothing = [...dashesOfNothing(survey)].filter(([dash]) => !legend.has(dash) && !areNone.includes(dash));
  for (const [dash, { name, of }] of ofNothing) {
    markers[dash] = "not-applicable";
    remarks.also("markers", shareOfNothing(dash, name, of));
  }
  for (const dash of dashesForNone(columns, legend).filter((own) => !(own in markers))) {
    markers[dash] = defaultMarkers[dash] ?? "not-supplied";
    doubts.set(mayBeNone, [...(doubts.get(mayBeNone) ?? []), dash]);
  }
  const hidden = [...hiding.values()].filter(
    (own) =>
      isHiding(own, markers[own.text]) && !areNone.includes(own.text) && !ofNothing.some(([dash]) => dash === own.text),
  );
  for (const own of hidden) remarks.also("markers", standForHidden(own));
  Object.assign(markers, Object.fromEntries(hidden.map(({ text }) => [text, "suppressed"])));
  if (isStarInDoubt(columns, legend)) {
    markers[star] = "suppressed";
    doubts.set(hiddenByOffices, [...(doubts.get(hiddenByOffices) ?? []), star]);
  }
  Object.assign(markers, oftenUnexplained(survey, { markers, remarks }));
  for (const [doubt, texts] of doubts) remarks.also("markers", doubt(texts));
  if (Object.keys(markers).length > slips.length)
    remarks.also(
      "markers",
      "What each stands for: suppressed (hidden to protect confidentiality), unavailable, not-applicable, not-supplied, zero.",
    );
  return markers;
}

/** What stands for none, as totals tell, and is not explained otherwise. */
const nonesInSums = (survey: TableSurvey): readonly string[] =>
  [...dashesInSums(survey), ...(areGapsNone(survey) ? [""] : [])].filter((text) => !survey.legend.has(text));

/** Whether a text may stand for something: with digits it is a figure, or tells of one. */
const mayBeMarker = (text: string): boolean =>
  text.length <= longestMarker && (!/\p{N}/u.test(text) || isWorkbookError(text) || isCensored(text));

interface Meaning {
  readonly marker: CellMarker;
  readonly doubt?: ((texts: readonly string[]) => string) | undefined;
}

/** What a text stands for that is no usual marker: as the file says, as it says itself, or as the figures beside it tell. */
function meaningOfText(
  columns: readonly ColumnSurvey[],
  text: string,
  { said, hiding }: { readonly said: CellMarker | undefined; readonly hiding: ReadonlyMap<string, HiddenCounts> },
): Meaning {
  if (said !== undefined) return { marker: said };
  // Eurostat, and who reads its tables, writes it for what is not available, and rounds counts so that no small ones are there.
  if (text === ":") return { marker: "unavailable" };
  const hidden = hiding.get(text);
  if (hidden?.isKnown) return { marker: "suppressed" };
  if (hidden && columns.every(({ figures }) => !figures?.unknown.has(text) || isOfCounts(figures))) {
    const isSign = /^\W+$/u.test(text);
    if (isSign && hidden.isRounded) return { marker: "unavailable", doubt: besideRounded };
    return { marker: "suppressed", doubt: isSign ? standForFew : undefined };
  }
  if (saysHidden.test(text)) return { marker: "suppressed" };
  if (isCensored(text))
    return standsAmongCounts(columns, text) || !isOfDecimals.test(text)
      ? { marker: "suppressed" }
      : { marker: "unavailable", doubt: beyondBound };
  if (isWorkbookError(text) || notKnown.test(text) || isOfArithmetic.test(text)) return { marker: "unavailable" };
  if (text.length > longestSign) return { marker: "unavailable" };
  if (letterOfOffices.test(text) && standsAmongCounts(columns, text))
    return { marker: "suppressed", doubt: hiddenByOffices };
  if (letterOfOthers.test(text)) return { marker: "unavailable", doubt: standForOther };
  return { marker: "unavailable", doubt: usualGaps.test(text) ? undefined : standForNothingSaid };
}

/** What may stand for hidden counts, of all that stands in columns of these and is not explained, and what the counts beside it tell. */
function hidingAmong(survey: TableSurvey, counts: readonly ColumnSurvey[]): ReadonlyMap<string, HiddenCounts> {
  const own = counts.flatMap(({ figures, texts }) => [...(figures?.unknown.keys() ?? []), ...texts.filter(isUsualGap)]);
  const open = [...new Set(["", ...own])].filter(
    (text) =>
      text.length <= longestSign &&
      !/\p{N}/u.test(text) &&
      !letterOfOthers.test(text) &&
      !survey.legend.has(text.toLowerCase()),
  );
  const isHidden = (text: string) => {
    const marker = survey.legend.get(text.toLowerCase()) ?? defaultMarkers[text];
    return marker === "suppressed" || saysHidden.test(text) || isCensored(text);
  };
  return new Map(hiddenCounts(survey, counts, { texts: open, isHidden }).map((found) => [found.text, found]));
}

/** Whether something stands for hidden counts, by all that stands beside it: a usual sign for what is not there, or what was taken for hidden counts. */
const isHiding = ({ text, isKnown }: HiddenCounts, marker: CellMarker | undefined): boolean =>
  isKnown && (marker === undefined ? isUsualGap(text) : marker === "suppressed");

/** Whether nothing but that a figure is not there is said by what stands in its place, without that anybody explains it. */
const isUsualGap = (text: string): boolean =>
  ["", "-", "..", "NA", "N/A"].some((gap) => gap.toLowerCase() === text.toLowerCase());

/** Words that say of a figure that somebody hid it. */
const saysHidden = /refused|withheld|disclos|suppress|confidential|secre|mask|redact|hidden|protected/iu;
/** What arithmetic leaves where it divides by nothing. */
const isOfArithmetic = /^[-+]?inf(?:inity)?$/iu;
/** Signs that many offices write where there is no figure. */
const usualGaps = /^(?:\.+|:|-+|–|—|[[(]?[xuz][\])]?)$/iu;
/** Letters that many offices write for counts that they hide. */
const letterOfOffices = /^[[(]?(?:c|d|s)[\])]?$|^~$/iu;

/** A bound of what was measured or rounded, which is that of no count and of no share of people: `<.01`, `> 0.5`. */
const isOfDecimals = /[.,]\d{1,2}$/u;

/** Letters that offices write for what does not apply, or is not sure enough, and for no count that they hide. */
const letterOfOthers = /^[[(]?[zu][\])]?$/iu;

/** Whether a text stands in a column of whole numbers alone, none of them below zero. */
const standsAmongCounts = (columns: readonly ColumnSurvey[], text: string): boolean =>
  columns.some(({ figures }) => figures?.unknown.has(text) && isOfCounts(figures));
const isOfCounts = (figures: NonNullable<ColumnSurvey["figures"]>): boolean =>
  figures.isWhole && !figures.hasNegative && !figures.hasPercent;

/** Usual markers that the file says other things of, as they stand in its cells. */
function usualMarkers(
  columns: readonly ColumnSurvey[],
  legend: TableSurvey["legend"],
): readonly (readonly [text: string, marker: CellMarker])[] {
  const texts = new Set(columns.flatMap(({ kind, texts: own }) => (kind === "figure" ? own : [])));
  return [...texts].flatMap((text) => {
    const usual = Object.entries(defaultMarkers).find(([known]) => known.toLowerCase() === text.toLowerCase())?.[1];
    const said = legend.get(text.toLowerCase());
    return usual !== undefined && said !== undefined && said !== usual ? [[text, said] as const] : [];
  });
}

/** Dashes among counts of which some are 1 and none is 0, where nothing says what for: many offices write them for none. */
function dashesForNone(columns: readonly ColumnSurvey[], legend: TableSurvey["legend"]): readonly string[] {
  const counts = columns.filter(({ figures }) => figures !== undefined && isOfCounts(figures));
  const texts = new Set(counts.flatMap((column) => column.texts));
  return texts.has("1") && !texts.has("0") ? dashes.filter((dash) => texts.has(dash) && !legend.has(dash)) : [];
}

interface OftenFound {
  readonly text: string;
  readonly count: number;
  /** How many cells of the same columns hold anything. */
  readonly among: number;
  readonly first: number;
  readonly isBesideBlanks: boolean;
}

/** So few dashes in a table may be slips. */
const mostFew = 5;

/** Dashes in several cells of figures, or beside empty ones, of which nothing says what they stand for: none, with many offices, and with others that there is no figure. */
function oftenUnexplained(
  { columns, rows, sheet, legend }: TableSurvey,
  { markers, remarks }: { readonly markers: Readonly<Record<string, CellMarker>>; readonly remarks: Remarks },
): Readonly<Record<string, CellMarker>> {
  const found = dashes.flatMap((text): readonly OftenFound[] => {
    const own = columns.filter(({ kind, texts }) => kind === "figure" && texts.includes(text));
    if (text in markers || legend.has(text)) return [];
    const at = own.flatMap(({ index }) => Array.from(rows).filter((row) => textIn(sheet, row, index) === text));
    const isBesideBlanks = own.some(({ filled }) => filled < rows.length);
    if (at.length <= mostFew && !isBesideBlanks) return [];
    const top = at.reduce((least, row) => Math.min(least, row));
    const among = own.reduce((sum, { filled }) => sum + filled, 0);
    return [{ text, count: at.length, among, first: sheet.rowNumbers[top] ?? 0, isBesideBlanks }];
  });
  for (const one of found) remarks.also("markers", taken(one));
  return Object.fromEntries(found.map(({ text }) => [text, "not-supplied"]));
}
const dashes = ["-", "–", "—"];

const taken = ({ text, count, among, first, isBesideBlanks }: OftenFound): string =>
  guessedFrom(
    "the figures",
    `"${text}" in ${count} of ${among} cells, first in row ${first}${isBesideBlanks ? ", beside others that are empty" : ""}: taken for figures that are not there. Many offices write it for none: then say "zero".`,
  );

const star = "*";
/** Signs that an office writes beside a star, which says another thing than them. */
const isBesideStar = (text: string): boolean => signsBesideStar.test(text);
const signsBesideStar = /^(?:\*{2,}|#|~|†|‡)$/u;

/** Whether a star stands among figures that are no counts, or beside small ones, and nothing says what for. */
function isStarInDoubt(columns: readonly ColumnSurvey[], legend: TableSurvey["legend"]): boolean {
  const own = columns.filter(({ figures, texts }) => figures && texts.includes(star));
  const isAmongOthers = columns.some(({ figures }) => [...(figures?.unknown.keys() ?? [])].some(isBesideStar));
  const isOfFew = ({ figures, texts }: ColumnSurvey) =>
    figures !== undefined && isOfCounts(figures) && !texts.some((text) => /^[1-4]$/u.test(text));
  return own.length > 0 && !legend.has(star) && (isAmongOthers || !own.some(isOfFew));
}

const named = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(", ");

const slipped = (texts: readonly string[]): string =>
  `${named(texts.slice(0, 3))}: no numbers as they stand, and not available until they are corrected in the data.`;

const standForHidden = ({ text, to, near, zeros }: HiddenCounts): string =>
  guessedFrom(
    "the figures",
    `Beside ${text === "" ? "empty cells" : named([text])} no count from 1 to ${to} stands, while ${near} cells have hardly more${zeros > 0 ? ` and ${zeros} have 0` : ""}: taken for counts that are hidden.${zeros > 0 ? " Ask whether a 0 may be one of these too: then no page may say that there was none." : ""} Where nobody counted, or asked, say "unavailable".`,
  );
const standForFew = (texts: readonly string[]): string =>
  guessedFrom("the figures", `No count from 1 to 4 stands beside ${named(texts)}: taken for counts that are hidden.`);
const besideRounded = (texts: readonly string[]): string =>
  guessedFrom(
    "the figures",
    `Counts beside ${named(texts)} are rounded to 5, so that nothing tells whether small ones are hidden: taken for figures that are not there.`,
  );
const mayBeNone = (texts: readonly string[]): string =>
  guessedFrom(
    "the figures",
    `No 0 stands beside ${named(texts)}, and 1 does: where it stands for none, as totals may tell, say "zero". Taken for figures that are not there.`,
  );
const besideSums = (texts: readonly string[]): string =>
  `${texts.map((text) => (text === "" ? "Empty cells" : `"${text}"`)).join(", ")}: none, since all totals beside them are the sums of the others.`;
const shareOfNothing = (dash: string, name: string, of: string): string =>
  `"${dash}": no share, since there is nothing to take one of: "${of}" is 0 beside each in "${name}".`;
const hiddenByOffices = (texts: readonly string[]): string =>
  guessedFrom(
    "the figures",
    `${named(texts)}: taken for counts that are hidden to protect confidentiality, as offices mark these.`,
  );
const standForOther = (texts: readonly string[]): string =>
  guessedFrom(
    "the figures",
    `Nothing says what ${named(texts)} ${texts.length > 1 ? "stand" : "stands"} for. Many offices write z for what does not apply (then say "not-applicable"), and u for what is not sure enough: taken for figures that are not there.`,
  );
const beyondBound = (texts: readonly string[]): string =>
  guessedFrom(
    "the figures",
    `${named(texts)}: below or above a bound, and no number: taken for figures that are not there. Where one hides what would tell of people, say "suppressed".`,
  );
const standForNothingSaid = (texts: readonly string[]): string =>
  guessedFrom(
    "the figures",
    `Nothing says what ${named(texts)} ${texts.length > 1 ? "stand" : "stands"} for: taken for figures that are not there.`,
  );

/** Numbers that are far below all others, or below zero among counts, as programs and people write where there is no figure. */
function standForGaps({ sentinels, legend }: TableSurvey, remarks: Remarks): Readonly<Record<string, CellMarker>> {
  const ofKind = (kind: SentinelKind) => [...sentinels].flatMap(([text, own]) => (own === kind ? [text] : [])).sort();
  const [below, negative] = [/^-9{3}/u, /^-9{1,2}$/u].map((look) => ofKind("gap").filter((text) => look.test(text)));
  if (below?.length)
    remarks.also("markers", `${below.join(", ")}: far below all others, and taken for figures that are not there.`);
  if (negative?.length)
    remarks.also(
      "markers",
      guessedFrom(
        "the figures",
        `${negative.join(", ")}: the only numbers below zero among counts, and taken for figures that are not there.`,
      ),
    );
  const corrections = ofKind("correction");
  if (corrections.length > 0)
    remarks.also(
      "markers",
      guessedFrom(
        "the figures",
        `${someOf(corrections)}: very few numbers below zero among very many counts, corrections perhaps, and taken for figures that are not there.`,
      ),
    );
  const unexplained = ofKind("code").filter((text) => !legend.has(text));
  if (unexplained.length > 0) remarks.also("markers", guessedFrom("the figures", areCodes(unexplained)));
  return Object.fromEntries([...sentinels.keys()].sort().map((text) => [text, legend.get(text) ?? "unavailable"]));
}
const areCodes = (texts: readonly string[]): string =>
  `${texts.join(", ")}: the only numbers below zero, one of them far more often than any figure, so codes for why there is none. Taken for figures that are not there: where one stands for counts that are hidden, say "suppressed".`;

/** Numbers with a sign behind them that are no figures of their column, by its scale. */
function areOutOfScale({ outOfScale }: TableSurvey, remarks: Remarks): Readonly<Record<string, CellMarker>> {
  const texts = [...outOfScale].sort();
  if (texts.length > 0)
    remarks.also(
      "markers",
      `${named(texts.slice(0, 3))}: far out of the scale of the column, with a sign that may say why, and not available until that is known.`,
    );
  return Object.fromEntries(texts.map((text) => [text, "unavailable"]));
}
