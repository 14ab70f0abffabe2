import { type Period, periodMonths } from "../../dataset/index.ts";
import type {
  ClaimPhrases,
  DatedFigure,
  Distance,
  Group,
  NamedMeasure,
  StandingFacts,
  StandingRemark,
  TrendFacts,
  TrendRemark,
} from "../contract/claims.ts";
import type { NameWords } from "../contract/names.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { exact, type Rational } from "../numbers/rational.ts";
import { numberWords } from "./number-words.ts";

const verbs = { up: "rose", down: "fell" } as const;
const participles = { up: "risen", down: "fallen" } as const;
const nouns = { up: "rise", down: "fall" } as const;
const multiples = { half: "halved", double: "doubled", treble: "trebled" } as const;
const names: ReadonlyMap<number, string> = new Map([
  [12, "year"],
  [3, "quarter"],
  [1, "month"],
]);

/** What agrees with the name of a measure: `deaths were`, `the rate was`. */
function numberOf({ measure: { short = "" } }: Pick<NamedMeasure, "measure">) {
  // Of `number of people`, what it is a number of decides nothing.
  const [head = ""] = short.split(/ (?:of|in|per|for|from|on|at|to|by|with|who|that|which|aged) /u);
  const noun = head.split(" ").at(-1) ?? "";
  const isPlural = numberWords.plural.test(noun) && !/(?:is|us|ics)$/u.test(noun);
  return isPlural
    ? { was: "were", pronoun: "they", have: "They have", its: "their" }
    : { was: "was", pronoun: "it", have: "It has", its: "its" };
}

/** `year`, of periods that are each one; `period` of others. */
const periodNoun = (period: Period): string =>
  period.format === "months"
    ? "year"
    : period.format === "week" || period.format === "day"
      ? period.format
      : (names.get(periodMonths(period)) ?? "period");

/** Whole sentences of a series, and of one figure among many. */
export function seriesPhrases(
  numbers: Numbers,
  { when, since, measure }: NameWords,
  { group, rank }: { group: (of: Group) => string; rank: (of: StandingFacts["rank"], size: number) => string },
): Pick<ClaimPhrases, "trend" | "standing"> {
  const { decimal, percent, percentSign } = numbers;
  const by = ({ size, mode, decimals }: Distance): string =>
    mode === "relative"
      ? percent(size, decimals)
      : `${decimal(size, decimals)} percentage ${numbers.plural(size, decimals) === "one" ? "point" : "points"}`;
  const signed = ({ size, mode, decimals }: Distance): string =>
    mode === "relative" ? percentSign(size, decimals) : by({ size, mode, decimals });

  const trendOf = (facts: TrendFacts) => {
    const { from, to, decimals, isPercent, direction, distance } = facts;
    const write = (value: Rational) =>
      isPercent ? percentSign(value.div(100), decimals) : numbers.figure(value, decimals, [from.value, to.value]);
    const figure = ({ value, about }: DatedFigure) => `${about ? "about " : ""}${write(value)}`;
    const at = (point: DatedFigure) => `${figure(point)} ${when(point.period)}`;
    return { ...facts, from, to, direction, distance, write, figure, at, whose: measure(facts), ...numberOf(facts) };
  };
  type Written = ReturnType<typeof trendOf>;

  /** `60% lower than in 2014`. */
  const compared = ({ direction, distance, unchanged, from }: Written): string => {
    if (direction === "flat") return `${unchanged ? "the same as" : "much the same as"} ${when(from.period)}`;
    return `${distance ? `${by(distance)} ` : ""}${direction === "up" ? "higher" : "lower"} than ${when(from.period)}`;
  };
  const span = ({ from, to }: Written) => `from ${from.period.label} to ${to.period.label}`;
  const ends = ({ from, to, at }: Written) => `from ${at(from)} to ${at(to)}`;
  const recordOf = ({ record }: Written): string => {
    const [first] = record?.periods ?? [];
    return record && first
      ? `the ${record.extreme} of the ${decimal(exact(record.periods.length), 0)} ${periodNoun(first)}s`
      : "";
  };

  const course = (trend: Written): string => {
    const { whose, pronoun, was, from, to, at, figure, direction, turns } = trend;
    const [first, second] = turns;
    if (first) {
      const [out, back] = first.extreme === "highest" ? ["rose", "fell"] : ["fell", "rose"];
      const name = (turn: { extreme: string }) => (turn.extreme === "highest" ? "a high" : "a low");
      const way = `${whose} ${out} from ${at(from)} to ${name(first)} of ${at(first)}`;
      if (second)
        return `${way} and ${back} to ${name(second)} of ${at(second)}; ${pronoun} ${was} ${at(to)}, ${compared(trend)}`;
      const record = recordOf(trend);
      return `${way}, then ${back} to ${at(to)}, ${record ? `${record} and ` : ""}${compared(trend)}`;
    }
    if (direction === "flat") {
      return trend.unchanged
        ? `${whose} ${was} ${at(to)}, the same as ${when(from.period)}`
        : `${whose} changed little, ${ends(trend)}`;
    }
    if (trend.isSteady) {
      const all = trend.distance ? `: by ${by(trend.distance)} in all` : "";
      return `${whose} ${verbs[direction]} every ${periodNoun(to.period)} ${span(trend)}, from ${figure(from)} to ${figure(to)}${all}`;
    }
    const record = recordOf(trend);
    return `${moved(trend)}${trend.distance ? "," : ""} ${ends(trend)}${record && `, ${record}`}`;
  };
  /** `Kent's rate fell by 30%`, `Kent's rate more than halved`. */
  const moved = ({ whose, direction, distance, multiple }: Written): string => {
    if (multiple) return `${whose} more than ${multiples[multiple]}`;
    return `${whose} ${direction === "flat" ? "changed little" : `${verbs[direction]}${distance ? ` by ${by(distance)}` : ""}`}`;
  };

  const remark = (more: TrendRemark, { direction, at, figure, have, its }: Written): string => {
    const way = direction === "up" ? "up" : "down";
    switch (more.kind) {
      case "since": {
        const name = more.turn.extreme === "highest" ? "high" : "low";
        const way = `${participles[more.direction]}${more.distance ? ` by ${by(more.distance)}` : ""}`;
        return `${have} ${more.multiple ? `more than ${multiples[more.multiple]}` : way} since ${its} ${name} of ${at(more.turn)}`;
      }
      case "step":
        return `More than half of that ${nouns[way]} came between ${more.from.period.label} and ${more.to.period.label}, from ${figure(more.from)} to ${figure(more.to)}`;
      case "run":
        return `${have} ${participles[way]} every ${periodNoun(more.since)} ${since(more.since)}`;
    }
  };

  const leadOf = (trend: Written): string => {
    const { whose, was, direction, turns, from, to } = trend;
    if (direction === "flat") {
      return trend.unchanged && turns.length === 0
        ? course(trend)
        : `${whose} ${was} ${trend.unchanged ? "the same" : "much the same"} ${when(to.period)} as ${when(from.period)}`;
    }
    if (trend.isSteady) return `${whose} ${verbs[direction]} every ${periodNoun(to.period)} ${span(trend)}`;
    return `${moved(trend)} ${span(trend)}`;
  };

  return {
    trend(facts) {
      const trend = trendOf(facts);
      const { direction, distance, from, to, figure, more } = trend;
      const phrase = `${course(trend)}${more ? `. ${remark(more, trend)}` : ""}`;
      const lead = leadOf(trend);
      const noun = direction === "flat" ? (trend.unchanged ? "no change" : "little change") : nouns[direction];
      return {
        value: distance
          ? signed(distance)
          : from.value.equals(to.value)
            ? figure(to)
            : `${figure(from)} to ${figure(to)}`,
        phrase,
        change: lead,
        label: `${noun} ${since(from.period)}`,
        lead,
      };
    },
    standing(facts) {
      const { period, decimals, isPercent, zone, relation, multiple, distance, more } = facts;
      const whose = measure(facts);
      const { was, pronoun } = numberOf(facts);
      const write = (value: Rational) => (isPercent ? percentSign(value.div(100), decimals) : decimal(value, decimals));
      const median = `the median of ${write(facts.median)}`;
      const then = period ? ` ${when(period)}` : "";
      const ranked = `the ${rank(facts.rank, facts.group.size)} of ${group(facts.group)}`;
      const position = numbers.ordinalSign(facts.rank.position);
      const tiedWith = facts.rank.tied ? "joint " : "";
      // A value alone counts from the highest, or says that it does not.
      const fromEnd = facts.rank.order === "lowest";
      const side = relation === "higher" ? "above" : "below";
      const far = (): string => {
        if (relation === "equal") return `equal to ${median}`;
        if (multiple === "half") return `less than half ${median}`;
        if (multiple) return `${decimal(multiple, 1)} times ${median}`;
        if (facts.isNear) return `just ${side} ${median}`;
        return `${distance ? `${by(distance)} ` : ""}${side} ${median}`;
      };
      const sentences = {
        end: `${whose} ${was} ${ranked}${then}, ${far()}`,
        quarter: `${whose} ${was} in the ${facts.rank.order} quarter${then}: ${ranked}, ${far()}`,
        middle: `${whose} ${was} in the middle${then}: ${ranked}, ${far()}`,
        between: `${whose} ${was} ${far()}${then}, ${ranked}`,
      };
      const leads = {
        end: `${whose} ${was} ${ranked}${then}`,
        quarter: `${whose} ${was} in the ${facts.rank.order} quarter of ${group(facts.group)}${then}`,
        middle: `${whose} ${was} in the middle of ${group(facts.group)}${then}`,
        between: `${whose} ${was} ${relation === "equal" ? "equal to" : side} the median of ${group(facts.group)}${then}`,
      };
      return {
        value: fromEnd ? `${tiedWith}${facts.rank.position === 1 ? "" : `${position} `}lowest` : position,
        phrase: `${sentences[zone]}${more ? `. ${remarkOn(more)}` : ""}`,
        change: leads[zone],
        label: fromEnd ? `of ${group(facts.group)}` : `${tiedWith}highest of ${group(facts.group)}`,
        lead: leads[zone],
      };

      function remarkOn(remark: StandingRemark): string {
        if (remark.kind === "moved") {
          const earlier = { ...facts.rank, position: remark.position, tied: remark.tied };
          return numbers.sentence(`${when(remark.period)} ${pronoun} ${was} the ${rank(earlier, facts.group.size)}`);
        }
        const degree = { more: " further", less: " less", against: "" }[remark.relation];
        return `The median ${verbs[remark.direction]}${degree}${degree ? ", by" : " by"} ${by(remark.distance)} from ${write(remark.from)} ${when(remark.since)}`;
      }
    },
  };
}
