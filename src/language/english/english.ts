import type { Category, Period } from "../../dataset/index.ts";
import type { NameWords } from "../contract/names.ts";
import type { NoteWords } from "../contract/notes.ts";
import type { Language } from "../language.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { charts } from "./charts.ts";
import { figureAffixes } from "./figure-affixes.ts";
import { namedFigures } from "./named-figures.ts";
import { numberWords } from "./number-words.ts";
import { cardinal, ordinal, ordinalWord } from "./numerals.ts";
import { phrases } from "./phrases.ts";
import { reasons } from "./reasons.ts";
import { saidFigures } from "./said-figures.ts";
import { documentWords, templateWords } from "./template.ts";
import { typography } from "./typography.ts";
/** British English. */
export const english: Language = {
  tags: ["en-GB", "en"],
  name: "English",
  numerals: {
    cardinal,
    ordinal,
    ordinalWord,
    percentSign: (numeral) => `${numeral}%`,
    percentWords: (numeral) => `${numeral} per cent`,
  },
  names,
  phrases,
  notes,
  reasons,
  charts,
  document: documentWords,
  template: templateWords,
  saidFigures,
  namedFigures,
  numberWords,
  figureAffixes,
  typography,
};

const labels = (periods: readonly Period[]): string => periods.map(({ label }) => label).join(", ");
const inText = ({ inText }: Category) => inText;

/** `Kent (2018/19)`: a period may be a year, a quarter, a day or `year ending March 2019`, and takes no preposition. */
const withPeriods = (name: string, periods: string): string =>
  name === "" || periods === "" ? `${name}${periods}` : `${name} (${periods})`;

const measureNouns = { count: "figure", rate: "rate", share: "share", mean: "average", quantity: "figure" } as const;

/** A name that can own something: `Kent`, `the UK`; not `45 to 64`, `Not known`, `All other areas`, `Congo, Rep.`. */
const isProper =
  /^(?:the )?(?!(?:All|Not|No|Other|Others|Unknown|Rest|Total|None)(?![\p{L}\p{M}]))\p{Lu}(?:[\p{L}\p{M}.'’& -]*[\p{L}\p{M}])?$/u;

const possessive = (name: string): string => `${name}${/s$/i.test(name) ? "'" : "'s"}`;

function names({ list, whole }: Numbers): NameWords {
  const located = (areas: readonly Category[]): string => {
    const [area, ...others] = areas;
    if (!area) return "";
    return others.length === 0 ? (area.locative ?? `in ${area.inText}`) : `in ${list(areas.map(inText))}`;
  };
  const about = (areas: readonly Category[]): string => {
    const [area, ...others] = areas;
    if (!area) return "";
    return others.length === 0 && area.locative !== undefined ? area.locative : `for ${list(areas.map(inText))}`;
  };
  const named = ({ format, label }: Period) =>
    /^(?:academic )?year(?: ending)? /.test(label) || format === "half" ? `the ${label}` : label;
  return {
    period: ({ label }) => label,
    when: (period) => `${period.format === "day" ? "on" : "in"} ${named(period)}`,
    between: (first, last) => `from ${named(first)} to ${named(last)}`,
    since: (period) => `since ${named(period)}`,
    measure({ measure, areas }) {
      const noun = measure.short ?? measureNouns[measure.statType];
      const definite = measure.shortDefinite ?? `the ${noun}`;
      const [area, ...others] = areas;
      if (!area) return definite;
      // "Kent's share of households" would be its part of all of them.
      return others.length === 0 && isProper.test(area.inText) && !/^(?:share|percentage|proportion) of /u.test(noun)
        ? `${possessive(area.inText)} ${noun}`
        : `${definite} ${about(areas)}`;
    },
    range: (first, last) => `${first.label} to ${last.label}`,
    areas: (areas) => list(areas.map(inText)),
    about,
    located,
    cell: ({ categories, periods, each }) => {
      const many = each ? [`each of ${whole(each.size)} ${each.plural || "cells"}`] : [];
      const name = [...many, ...categories.map(inText)].join(", ");
      return withPeriods(name, periods.map(({ label }) => label).join(", ")) || "this cell";
    },
  };
}

function notes({ whole }: Numbers, { cell }: NameWords): NoteWords {
  return {
    coverage: (responded, asked) => `${responded} of ${asked} responded`,
    coverageDiffers: (before, after) =>
      `${before.responded} of ${before.asked} responded for ${before.periods.map(({ label }) => label).join(", ")}, and ${after.responded} of ${after.asked} responded for ${after.periods.map(({ label }) => label).join(", ")}: a part of the change may come of that.`,
    leftOut: ({ kept, of, left }) =>
      `The change is over ${kept} of ${of.size} ${of.plural || "areas"}; left out, for want of a whole figure in both periods: ${left.map(inText).join(", ")}.`,
    withoutFigure: ({ held, of, periods }) =>
      `Of ${of.size} ${of.plural || "in all"}, ${held} ${held === 1 ? "has" : "have"} a figure${periods.length > 0 ? ` for ${labels(periods)}` : ""}; ${of.size - held} ${of.size - held === 1 ? "has" : "have"} none.`,
    periodsDiffer: ({ cases, base }) =>
      `The cases are those of ${labels(cases)}, and what they are divided by is of ${labels(base)}.`,
    conflict: "Publications disagree on this figure, so it is not given.",
    lowerBound: (coordinates) => `The publisher says "at least" of the figure for ${cell(coordinates)}.`,
    partialPeriod: (coordinates) => `The figure for ${cell(coordinates)} covers less than the whole period.`,
    notComparable: (coordinates) =>
      `The figure for ${cell(coordinates)} covers less than the whole period, so it cannot be compared.`,
    provisional: (coordinates) => `The figure for ${cell(coordinates)} is provisional.`,
    estimated: (coordinates) => `The figure for ${cell(coordinates)} is an estimate.`,
    revised: (coordinates) => `The figure for ${cell(coordinates)} was revised after its first publication.`,
    forecast: (coordinates) => `The figure for ${cell(coordinates)} is a forecast.`,
    breakAt: (coordinates) => `The figure for ${cell(coordinates)} was counted in another way than those before it.`,
    brokenSeries: (at, note) => `Figures before and after ${at.label} are not like for like: ${note}`,
    fewCases: (limit) =>
      `The rate is of fewer than ${whole(limit)} cases: chance alone moves it from one period to the next.`,
    overlapping: (dimension) =>
      `One case may fall into several categories of ${dimension.toLowerCase()}, so their figures cannot be added up.`,
    runningTotal: (measure) => `${measure}: a running total, of all up to then.`,
    moreCells: (count) => `and ${whole(count)} more`,
    rounded({ base, madeOf, of }) {
      const multiple = `rounded to a multiple of ${base}`;
      if (of !== undefined) return `${of}: ${multiple}.`;
      return madeOf === undefined ? `Counts are ${multiple}.` : `${madeOf}: made of counts that are ${multiple}.`;
    },
  };
}
