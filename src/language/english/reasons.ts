import type { Period } from "../../dataset/index.ts";
import type { NameWords } from "../contract/names.ts";
import { createReasonFigures } from "../contract/reason-figures.ts";
import type {
  ArticleWords,
  PlainReason,
  ReasonFormat,
  ReasonWords,
  SpokenFractionName,
  TogetherWords,
  UnsaidPart,
  VerdictTableWords,
  WholeNumbers,
  Working,
} from "../contract/reasons.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { exact, type Rational } from "../numbers/rational.ts";

const plain: Readonly<Record<PlainReason, string>> = {
  "no-result": "The figures give no result.",
  "too-many-disputed": "Too many of the figures are disputed between publications.",
  "change-from-zero": "A change from zero, or from or to less, has no size.",
  "no-percentage-of-change": "There is no percentage to give of this change.",
  "end-not-in-full": "One of the two figures is not known in full.",
  "end-is-range": "One of the two figures is known as a range only.",
  "too-near-for-order": "The figures are rounded, and too near to each other to tell which is higher.",
  "publications-disagree-on-order": "Publications disagree on which is higher.",
  "share-of-nothing": "A share of nothing has no size, and a part is not larger than its whole.",
  "times-zero": "Nothing can be so many times zero.",
  "part-has-no-rate": "The figure covers less than the whole period, so it has no rate.",
  "rate-of-nobody": "A rate in a population of nobody has no size.",
  "nothing-for-median": "There is no figure to take a median of.",
  "one-has-no-median": "There is one figure only: it has no median.",
  "one-has-no-rank": "There is one figure only: it has no rank.",
  "disputed-rank": "Publications disagree on one of the figures ranked.",
  "too-near-to-rank": "The figures are rounded, and too near to each other to rank.",
  "standing-not-exact":
    "Some of the figures are rounded, or not known in full: the sentence would say more than they do.",
  "statement-without-figure": "A statement has no figure.",
  statement: "A statement of experience, opinion or intent: no dataset could decide it.",
  "as-given": "The figures are given as they are.",
  "no-earlier-period": "There is no earlier period to compare with.",
  "not-of-rates": "Whether the difference is significant cannot be told from rates: it takes the counts behind them.",
  "not-without-both": "Whether the difference is significant cannot be told without both figures.",
  "significance-of-rounded":
    "The figures are rounded, and whether their difference is significant hangs on by how much.",
  "two-periods": "Two periods are compared; they do not make a trend.",
  "at-least-dropped": 'The publisher says "at least"; the claim does not.',
  "base-not-published": "The base of the share is not published.",
  "part-of-period": "The figures cover less than the whole period, so those of the period are not known.",
  "areas-incomplete": "Some of the areas have no whole figure in both periods, so theirs is not known.",
};

const fractions: Readonly<Record<SpokenFractionName, string>> = {
  tenth: "a tenth",
  fifth: "a fifth",
  quarter: "a quarter",
  third: "a third",
  "two-fifths": "two fifths",
  half: "half",
  "three-fifths": "three fifths",
  "two-thirds": "two thirds",
  "three-quarters": "three quarters",
  "four-fifths": "four fifths",
  "nine-tenths": "nine tenths",
};

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
const label = (period: Period | undefined): string => period?.label ?? "";
const labels = (periods: readonly Period[]): string => periods.map(label).join(", ");
const verbs = { up: "rose", down: "fell", flat: "did not change" } as const;

export function reasons(numbers: Numbers, _names: NameWords): ReasonWords {
  const { decimal, percentSign } = numbers;
  const whole = (value: Rational | number): string => decimal(typeof value === "number" ? exact(value) : value, 0);
  const points = (part: Rational, decimals: number) => `${decimal(part.mul(100), decimals)} percentage points`;

  const size = (value: Rational, { unit, decimals }: ReasonFormat): string => {
    switch (unit) {
      case "number":
        return decimal(value, decimals);
      case "percent":
        return percentSign(value, decimals);
      case "percentage-points":
        return points(value, decimals);
      case "times":
        return `${decimal(value, decimals)} times`;
      case "position":
        return numbers.ordinalSign(value.valueOf());
    }
  };
  const { figure, figures } = createReasonFigures(size, {
    lower: " lower",
    higher: " higher",
    or: " or ",
    to: " to ",
    uncertain: "no certain figure",
  });
  const side = ({ figures: found, format, periods }: Extract<Working, { kind: "change" }>["from"]): string =>
    `${figures(found, format)} in ${labels(periods)}`;
  const workingOf = (of: Working): string => {
    switch (of.kind) {
      case "change":
        return `from ${side(of.from)} to ${side(of.to)}`;
      case "share":
        return `${whole(of.part)} of ${whole(of.whole)}`;
      case "rate":
        return `${whole(of.cases.value)} ${of.cases.unit.other} among ${whole(of.population.value)} ${of.population.unit.other}`;
    }
  };
  const opened = (working: Working | undefined, rest: string): string =>
    capital(`${working ? `${workingOf(working)}: ` : ""}${rest}`);
  const wholeNumbers = ({ first, last }: WholeNumbers): string =>
    first === last
      ? whole(first)
      : last === undefined
        ? `${whole(first)} or more`
        : `${whole(first)} to ${whole(last)}`;
  const moved = ({ from, to, points: apart, relative }: Parameters<ReasonWords["pointsAndPercent"]>[0]): string =>
    `From ${decimal(from, 1)}% to ${decimal(to, 1)}% is ${points(apart, 0)}, or ${percentSign(relative, 0)}.`;

  return {
    plain,
    figure,
    figures,
    stated({ value, decimals, unit, hedge, fraction, relation }) {
      const number = fraction ? fractions[fraction] : decimal(exact(Math.abs(value)), decimals);
      const suffix = {
        number: "",
        fraction: "",
        percent: "%",
        "percentage-points": " percentage points",
        times: " times",
      };
      const sign = value < 0 ? (fraction ? "minus " : "−") : "";
      return `${hedge === "none" ? "" : `${hedge.replace("-", " ")} `}${sign}${number}${suffix[unit]}${relation ? ` ${relation}` : ""}`;
    },
    time: (name) => name,
    all: (items) => items.join(" and "),
    either: (items) => items.join(" or "),

    gives: ({ working, shown }) => opened(working, `the figures give ${shown}.`),
    disagree: ({ working, shown }) => opened(working, `publications disagree: ${shown}.`),
    conflict: (shown) => `Publications disagree: ${shown}.`,
    atLeastOnly: ({ working, shown }) =>
      opened(working, `the publisher says at least ${shown}, which does not decide the claim.`),
    roundedOnly: ({ working, shown }) =>
      opened(working, `the figures give ${shown}, and they are rounded, so the claim may be true or not.`),
    agrees: ({ working, shown, stated }) =>
      opened(working, `the figures give ${shown}, ${shown === stated ? "as stated" : `which fits "${stated}"`}.`),
    differs: ({ working, shown, stated }) => opened(working, `the figures give ${shown}, not ${stated}.`),
    divided: ({ working, fits, fitsNot }) =>
      opened(working, `publications disagree: ${fits} fits the claim, ${fitsNot} does not.`),
    tooWide: ({ stated, shown, figureIs }) =>
      `"${stated}" is true, but ${figureIs === "more" ? "falls far short of" : "lies far beyond"} the figure of ${shown}.`,
    course: (working) => `The figures go ${workingOf(working)}.`,
    notOfThese: ({ counted, unit }) =>
      `The claim is about ${counted}; the figures count ${unit.other}, which is not the same number.`,

    hidden: (coordinates) => `The figure for ${cellIn(coordinates)} is not shown, to protect confidentiality.`,
    absent: (coordinates) => `There is no figure for ${cellIn(coordinates)}.`,
    partOnly: (name) => `The figure for ${name} covers less than the whole period, so it cannot be compared.`,
    overlapping: (dimension) =>
      `One case may fall into several categories of ${dimension.toLowerCase()}, so their figures cannot be added up.`,
    lowerBounds: (of) => `No more is known than that it is at least so much: the figure for ${of.join(" and ")}.`,
    othersWithoutFigure: (count) =>
      `${count} of the others ${count === 1 ? "has" : "have"} no figure, which could change it.`,

    otherArea({ claimed, area, figure: its, relation, claimedHasFigure }) {
      const given = `The claim gives the figure for ${area} (${its}), `;
      if (relation === "holds") {
        const own = claimedHasFigure ? "" : `; ${claimed} has no figure of its own`;
        return `${given}of which ${claimed} is only a part${own}.`;
      }
      const own = claimedHasFigure ? "" : `; there is none for ${claimed} in this period`;
      return `${given}which is only a part of ${claimed}${own}.`;
    },
    otherPeriod: ({ claimed, other, figure: its }) =>
      `The claim gives the figure for ${other.label} (${its}), not that for ${claimed.label}.`,
    unknownPeriod({ claimed, touching, fitting }) {
      const all = touching.map(label);
      const which =
        all.length > 1
          ? `${all.join(" and ")} each cover a part of it, and either may be meant`
          : `${all[0]} covers a part of it, and may be meant`;
      const fits = fitting.length > 0 ? ` The number fits ${fitting.map(label).join(" and ")}.` : "";
      return `The data has no period ${claimed.label}: ${which}.${fits}`;
    },

    pointsAndPercent: (of) => `${moved(of)} A change of a share in per cent is easily taken for percentage points.`,
    takenForOther: ({ stated, meant, ...of }) =>
      `${moved(of)} "${stated}" is the number of ${meant === "percent" ? "per cent" : "percentage points"}, and not the same thing.`,

    startOnly: ({ start, now }) =>
      `Of all whole numbers before it, ${whole(start)} alone gives ${whole(now)} after such a change.`,
    startNeeded: ({ now, first, last }) =>
      `For such a change to end at ${whole(now)}, it would have to start from ${first === last ? whole(first) : `a number from ${wholeNumbers({ first, last })}`}.`,
    changeOfFew: (limit) => `The change is from a count below ${whole(limit)}; the counts say more than a percentage.`,
    timesFew: (limit) => `The ratio is to a count below ${whole(limit)}; the counts say more than so many times.`,
    shareOfFew: (limit) => `The share is of fewer than ${whole(limit)}; the counts say more than a percentage.`,
    rateOfFew: (limit) => `The rate is of fewer than ${whole(limit)} cases; the counts say more than a rate.`,
    otherBase: ({ base, unit, part, share }) =>
      `It is the share of another base: of ${whole(base)} ${unit.other}, ${whole(part)} are ${percentSign(share, 1)}.`,
    baseNeeded: ({ part, unit, stated, needed, not, meant }) =>
      `For ${whole(part)} ${unit.other} to be ${stated}, the base would have to be ${wholeNumbers(needed)}${not ? `, not ${whole(not)}` : ""}.${meant === undefined ? "" : ` The base that was meant may be "${meant}".`}`,
    noBaseUpTo: (limit) => `The base of the share is not published, and no base up to ${whole(limit)} allows it.`,
    basesUpTo({ portion, first, limit }) {
      const many = {
        any: "any number",
        "almost-any": "almost any number",
        most: "most numbers",
        some: "some numbers",
      }[portion];
      return `The base of the share is not published: it could be ${many} from ${whole(first)} to ${whole(limit)}, so the share cannot be checked.`;
    },

    higherOrLower: ({ found, stated }) =>
      found === stated ? `The figure is ${stated}, as stated.` : `The figure is ${found}, not ${stated}.`,
    direction({ found, against, ...ends }) {
      const both = `${side(ends.from)} and ${side(ends.to)}`;
      if (found === "disputed") return `Publications disagree on the direction: ${both}.`;
      if (found === "disputed-against") return `Publications disagree, and none has what the claim says: ${both}.`;
      if (found === "open") return `The figures are rounded, and too near to each other to tell: ${both}.`;
      return `The figures ${verbs[found]}${against ? ", against the claim" : ""}: ${both}.`;
    },
    byChance: (probability) =>
      `A difference of this size would come about by chance in ${percentSign(probability, 0)} of cases (exact conditional test), so it is not significant.`,
    degreeUndefined: (degree) => `"${degree}" has no definition, so only the direction is judged.`,

    fewPeriods: (count) => `There are only ${count} periods to compare: too few to speak of a record.`,
    recordUndecided: (period) =>
      `The figures are rounded, and that for ${label(period)} too near to another one to tell.`,
    recordNotInFull: (period) => `The figure for ${label(period)} is not known in full.`,
    recordDisputed: (period) => `Publications disagree on ${label(period)}, which decides the record.`,
    noRecord: ({ extreme, earlier, own }) =>
      `${earlier.figure} in ${label(earlier.period)} is no ${extreme === "highest" ? "lower" : "higher"} than ${own.figure} in ${label(own.period)}.`,
    isRecord({ extreme, figure: its, period, since, tied, figures }) {
      const equals = tied.length > 0 ? `, and equals that of ${tied.map(label).join(" and ")}` : "";
      return `${its} in ${label(period)} is the ${extreme}${figures === undefined ? "" : ` of ${numbers.whole(figures)} figures`} since ${since}${equals}.`;
    },

    together: together(numbers, wholeNumbers),
    article,
    table,
  };
}

/** `Thames Valley in 2018/19`. */
const cellIn = ({ categories, periods }: Parameters<ReasonWords["hidden"]>[0]): string =>
  [categories.map(({ inText }) => inText).join(", "), labels(periods)].filter(Boolean).join(" in ") || "this cell";

function together({ decimal, percentSign }: Numbers, wholeNumbers: (of: WholeNumbers) => string): TogetherWords {
  const formats = {
    percent: (value: Rational) => percentSign(value, 1),
    "percentage-points": (value: Rational) => `${decimal(value.mul(100), 1)} percentage points`,
    times: (value: Rational) => `${decimal(value, 2)} times`,
    number: (value: Rational) => decimal(value, 0),
  } as const;
  const agreeing = (agrees: boolean, claim: string) => (agrees ? `which agrees with ${claim}.` : `not ${claim}.`);
  return {
    named: (said, name) => `${said} (${name})`,
    interval({ low, high }, unit) {
      const [from, to] = [low, high].map((end) => (end ? formats[unit](end) : undefined));
      if (from !== undefined && to !== undefined) return from === to ? from : `${from} to ${to}`;
      return from !== undefined ? `${from} or more` : to !== undefined ? `${to} or less` : "any number";
    },
    sameThing: (first, second) => `${first} and ${second} are said of the same thing.`,
    sameNumber: ({ said, areas: [a, b] }) =>
      `${said} is said of ${a.area} (${a.name}) and of ${b.area} (${b.name}): it is probably the figure of one of them only.`,
    changeOfShare: ({ change, from, to }) =>
      `${change} is of a share; ${from} and ${to} are counts, which differ in per cent.`,
    changeOfCounts: ({ change, from, to, found, agrees }) =>
      `From ${from} to ${to} is ${found}, ${agreeing(agrees, change)}`,
    noCountBefore: ({ change, to }) => `No whole number can have been there before ${to} after a change of ${change}.`,
    countBefore: ({ change, to, period, ...range }) =>
      `${to} after a change of ${change} leaves ${range.first === range.last ? "only " : ""}${wholeNumbers(range)} for ${period}.`,
    changeOfShares({ change, from, to, points, relative, verdict }) {
      const shares = `From ${from} to ${to} is ${points}, or ${relative}`;
      return verdict === "swapped"
        ? `${shares}: ${change} takes per cent and percentage points for each other.`
        : `${shares}, ${agreeing(verdict === "agrees", change)}`;
    },
    comparisonOfCounts: ({ claim, left, right }) =>
      `${claim} is of shares; ${left} and ${right} are counts, which differ in numbers or in per cent.`,
    comparisonSwapped: ({ claim, left, right, points, times }) =>
      `${left} beside ${right} is ${points}, or ${times}: ${claim} takes per cent and percentage points for each other.`,
    comparison: ({ claim, left, right, found, agrees }) =>
      `${left} beside ${right} is ${found}, ${agreeing(agrees, claim)}`,
    order: ({ name, left, right, found, said }) => `${left} beside ${right} is ${found}; ${name} says ${said}.`,
    direction({ name, others, found, said }) {
      const go = `${others.join(" and ")} ${others.length > 1 ? "go" : "goes"} ${found}`;
      return found === said ? `${go}, as ${name} says.` : `${go}; ${name} says ${said}.`;
    },
    record: ({ name, now, before, period }) => `${now} is no record beside ${before} in ${period}, as ${name} has it.`,
    shareOfCounts: ({ share, part, whole, found, agrees, needed }) =>
      `${part} of ${whole} is ${found}, ${agreeing(agrees, share)}${needed ? ` For that, the base would have to be ${wholeNumbers(needed)}.` : ""}`,
    noBase: ({ part, share }) => `${part} cannot be ${share} of any whole number.`,
    baseNeeded: ({ part, share, needed }) => `For ${part} to be ${share}, the base has to be ${wholeNumbers(needed)}.`,
    moreThanAll: (shares) =>
      `${shares.join(", ")} of the same cases come to more than all of them, which can only be where one case falls into several.`,
  };
}

const article: ArticleWords = {
  claim: (number) => `claim ${number}`,
  notChecked({ text, unsaid }) {
    const asked = [...new Set(unsaid.map(askedFor))];
    const listed = asked.length > 1 ? `${asked.slice(0, -1).join(", ")} and ${asked.at(-1)}` : asked.join("");
    return `“${text}” was not checked. Ask ${listed}.`;
  },
};

function askedFor(part: UnsaidPart): string {
  switch (part) {
    case "cells":
      return "which figures of the data are meant";
    case "dataset":
      return "which figures it rests on, and where they were published";
    case "measure":
      return "what exactly was counted";
    case "area":
      return "which area it is of";
    case "period":
      return "which period it is of";
    case "from":
      return "since when";
    case "to":
      return "until when";
    case "whole":
      return "what it is a share of";
    case "right":
      return "what it is compared with";
    case "population":
      return "of how many";
    case "among":
      return "among which others";
    case "extreme":
      return "whether that is the highest or the lowest";
    case "since":
      return "since when";
    default:
      return `of which ${part.category}`;
  }
}

const spaced = (code: string): string => code.replaceAll("-", " ");

const verdicts = {
  supported: "supported",
  refuted: "refuted",
  "not-enough-evidence": "not enough evidence",
  "conflicting-evidence": "conflicting evidence",
  "not-checkable": "not checkable",
} as const;

const table: VerdictTableWords = {
  verdicts,
  facets: {
    value: "value",
    unit: "unit",
    area: "area",
    period: "period",
    denominator: "denominator",
    vintage: "vintage",
    direction: "direction",
  },
  findings: { consistent: "consistent", doubtful: "doubtful", inconsistent: "inconsistent" },
  together: "The claims among themselves",
  note: (code) => `note, ${spaced(code)}`,
  evidence: "evidence",
  role: (role) => role.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
  state: (state) => state,
  more: (count) => `and ${count} more`,
  total: ({ claims, verdicts: counts }) =>
    `${claims} ${claims === 1 ? "claim" : "claims"}: ${counts.map(({ verdict, count }) => `${count} ${verdicts[verdict]}`).join(", ") || "none"}`,
};
