import { type Period, periodMonths } from "../../dataset/index.ts";
import type {
  ClaimPhrases,
  DatedFigure,
  Distance,
  FromMedian,
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
import { inHeadlines, isPluralName } from "./headline-name.ts";

const verbs = { up: "rose", down: "fell" } as const;
const participles = { up: "risen", down: "fallen" } as const;
const gerunds = { up: "rising", down: "falling" } as const;
const nouns = { up: "rise", down: "fall" } as const;
const multiples: ReadonlyMap<Multiple, string> = new Map<Multiple, string>([
  ["half", "halved"],
  [2, "doubled"],
  [3, "trebled"],
]);
const folds = ["fourfold", "fivefold", "sixfold", "sevenfold", "eightfold", "ninefold"] as const;
type Multiple = NonNullable<TrendFacts["multiple"]>;

/** `more than doubled`; beyond three times `rose more than fourfold`, with the verb in the form that is given. */
const moreThan = (multiple: Multiple, rose: "rose" | "risen"): string => {
  const own = multiples.get(multiple);
  return own === undefined ? `${rose} more than ${folds[Number(multiple) - 4]}` : `more than ${own}`;
};
const names: ReadonlyMap<number, string> = new Map([
  [12, "year"],
  [3, "quarter"],
  [1, "month"],
]);

/** What agrees with the name of a measure: `deaths were`, `the rate was`. */
function numberOf({ measure: { short = "" } }: Pick<NamedMeasure, "measure">) {
  return isPluralName(short)
    ? { was: "were", pronoun: "they", has: "have", have: "They have", its: "their" }
    : { was: "was", pronoun: "it", has: "has", have: "It has", its: "its" };
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
  {
    group,
    rank,
    place,
  }: {
    group: (of: Group) => string;
    rank: (of: StandingFacts["rank"], size: number) => string;
    /** `third `; nothing of the first. */
    place: (position: number, size: number) => string;
  },
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
    if (!record || !first) return "";
    // Other months of these years may be beyond them.
    const among = first.format === "months" ? "for those months in" : "of";
    return `the ${record.extreme} ${among} the ${decimal(exact(record.periods.length), 0)} ${periodNoun(first)}s`;
  };

  const turned = (trend: Written, [first, second]: Written["turns"]): string => {
    const { whose, pronoun, was, from, to, at, ways } = trend;
    const [out, back] = first?.extreme === "highest" ? ["rose", "fell"] : ["fell", "rose"];
    const turn = (of: Written["turns"][number]) => `${of.extreme === "highest" ? "a high" : "a low"} of ${at(of)}`;
    const every = (goesOn = false) => (goesOn ? ` every ${periodNoun(to.period)}` : "");
    const way = `${whose} ${out}${every(ways?.out)} from ${at(from)} to ${first ? turn(first) : ""}`;
    if (second)
      return `${way} and ${back} to ${turn(second)}; ${pronoun} ${was} ${at(to)}, ${compared(trend)}${besides(trend)}`;
    const record = recordOf(trend);
    const moved = ways?.multiple ? moreThan(ways.multiple, "rose") : `${back}${every(ways?.back)}`;
    return `${way}, then ${moved} to ${at(to)}, ${record ? `${record} and ` : ""}${compared(trend)}${besides(trend)}${pace(trend)}`;
  };
  const course = (trend: Written): string => {
    const { whose, was, from, to, at, figure, direction, turns } = trend;
    if (turns.length > 0) return turned(trend, turns);
    if (trend.isConstant) return `${whose} ${was} ${figure(to)} in every ${periodNoun(to.period)} ${span(trend)}`;
    if (direction === "flat") {
      return trend.unchanged
        ? `${whose} ${was} ${at(to)}, the same as ${when(from.period)}`
        : `${whose} changed little, ${ends(trend)}`;
    }
    if (trend.isSteady) {
      if (trend.multiple)
        return `${whose} ${moreThan(trend.multiple, "rose")}, ${ends(trend)}, ${gerunds[direction]} every ${periodNoun(to.period)}${besides(trend)}${pace(trend)}`;
      const all = trend.distance ? `: by ${by(trend.distance)} in all` : "";
      return `${whose} ${verbs[direction]} every ${periodNoun(to.period)} ${span(trend)}, from ${figure(from)} to ${figure(to)}${all}${besides(trend)}${pace(trend)}`;
    }
    const record = recordOf(trend);
    return `${moved(trend)}${trend.distance ? "," : ""} ${ends(trend)}${record && `, ${record}`}${besides(trend)}${pace(trend)}`;
  };
  /** `, a smaller fall than in two thirds of the 42 areas`. */
  const besides = ({ beside, record, turns, multiple, pronoun }: Written): string => {
    if (!beside) return "";
    const all = `the ${group(beside.group)}`;
    // Of what more than halved, no percentage has been said.
    const noun = `${multiple && turns.length === 0 ? "percentage " : ""}${nouns[beside.direction]}`;
    const and = record && turns.length === 0 ? " and" : ",";
    switch (beside.kind) {
      case "against": {
        const other = verbs[beside.direction === "up" ? "down" : "up"];
        return `, while ${pronoun} ${other} in ${decimal(exact(beside.count), 0)} of ${all}`;
      }
      case "rank":
        return `${and} the ${place(beside.position, beside.group.size)}${beside.end} ${noun} of ${all}`;
      case "most":
        return `${and} a ${beside.degree === "more" ? "larger" : "smaller"} ${noun} than in two thirds of ${all}`;
      case "median": {
        if (beside.relation === "same") return `, much the same as the median ${noun} among ${all}`;
        return `, ${beside.relation === "more" ? "above" : "below"} the median ${noun} of ${by(beside.distance)} among ${all}`;
      }
    }
  };
  /** When the change came, as the end of a sentence. */
  const pace = ({ pace: how, direction, figure, beside, its }: Written): string => {
    const most = (part: "half" | "two-thirds") =>
      `more than ${part === "half" ? "half" : "two thirds"} of the ${nouns[direction === "up" ? "up" : "down"]}`;
    const between = (from: Period, to: Period) => `between ${from.label} and ${to.label}`;
    switch (how?.kind) {
      case "early":
        return `; ${most(how.part)} came ${between(how.from, how.to)}`;
      case "late":
        return `; ${most(how.part)} has come ${since(how.since)}`;
      case "largest": {
        const [moved, time] = [
          `from ${figure(how.from)} to ${figure(how.to)}`,
          between(how.from.period, how.to.period),
        ];
        const noun = nouns[how.direction];
        const step = how.isOfFigures ? "from one figure to the next" : `in a ${periodNoun(how.to.period)}`;
        return how.isAgainst
          ? `; the largest change ${step} was a ${noun}, ${moved} ${time}`
          : `; ${beside?.kind === "rank" ? `${its} steepest` : "the largest"} ${noun} ${step}, ${moved}, came ${time}`;
      }
      default:
        return "";
    }
  };
  /** `Kent's rate fell by 30%`, `Kent's rate more than halved`. */
  const moved = ({ whose, direction, distance, multiple }: Written): string => {
    if (multiple) return `${whose} ${moreThan(multiple, "rose")}`;
    return `${whose} ${direction === "flat" ? "changed little" : `${verbs[direction]}${distance ? ` by ${by(distance)}` : ""}`}`;
  };

  const exceptions = (
    { periods, otherWay }: Extract<TrendRemark, { readonly kind: "except" }>,
    { way, pronoun, figure }: { readonly way: "up" | "down" } & Pick<Written, "pronoun" | "figure">,
  ): string => {
    const back = verbs[way === "up" ? "down" : "up"];
    const other = otherWay ? `, when ${pronoun} ${back} to ${figure(otherWay)}` : "";
    const labels = periods.map(({ label }) => label).join(" and ");
    return `${pronoun} ${verbs[way]} in every ${periodNoun(periods[0] as Period)} except ${labels}${other}`;
  };

  const remark = (more: TrendRemark, { direction, at, figure, have, its, pronoun }: Written): string => {
    const way = direction === "up" ? "up" : "down";
    switch (more.kind) {
      case "since": {
        const name = more.turn.extreme === "highest" ? "high" : "low";
        const way = `${participles[more.direction]}${more.distance ? ` by ${by(more.distance)}` : ""}`;
        if (more.isSteady && !more.multiple) {
          const all = more.distance ? `, by ${by(more.distance)} in all` : "";
          return `${have} ${participles[more.direction]} every ${periodNoun(more.turn.period)} since ${its} ${name} of ${at(more.turn)}${all}`;
        }
        return `${have} ${more.multiple ? moreThan(more.multiple, "risen") : way} since ${its} ${name} of ${at(more.turn)}`;
      }
      case "step":
        return `More than half of that ${nouns[way]} came between ${more.from.period.label} and ${more.to.period.label}, from ${figure(more.from)} to ${figure(more.to)}`;
      case "except":
        return numbers.sentence(exceptions(more, { way, pronoun, figure }));
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
  /** Where it turned on the way, for those who see its whole course: `, but has fallen by 30% since its high in 2019`. */
  const turnOf = ({ more, turns, has, its }: Written): string => {
    const extreme = (turn: Written["turns"][number]) =>
      `${turn.extreme === "highest" ? "high" : "low"} ${when(turn.period)}`;
    if (turns.length > 0) return `, with ${turns.map((turn) => `a ${extreme(turn)}`).join(" and ")}`;
    if (more?.kind !== "since") return "";
    const { isSteady, multiple, distance, direction, turn } = more;
    const every = isSteady ? ` every ${periodNoun(turn.period)}` : distance ? ` by ${by(distance)}` : "";
    const way = multiple ? moreThan(multiple, "risen") : `${participles[direction]}${every}`;
    return `, but ${has} ${way} since ${its} ${extreme(turn)}`;
  };

  return {
    trend(facts) {
      const trend = trendOf(facts);
      const { direction, distance, from, to, figure, more } = trend;
      const phrase = `${course(trend)}${more ? `. ${remark(more, trend)}` : ""}`;
      const lead = leadOf(trend);
      const headline = trendOf({ ...facts, measure: inHeadlines(facts.measure) });
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
        lead: `${leadOf(headline)}${turnOf(headline)}`,
      };
    },
    standing(facts) {
      const { period, decimals, isPercent, zone, relation, more } = facts;
      const headline = { ...facts, measure: inHeadlines(facts.measure) };
      const whose = measure(facts);
      const { was, pronoun } = numberOf(facts);
      const write = (value: Rational) => (isPercent ? percentSign(value.div(100), decimals) : decimal(value, decimals));
      const then = period ? ` ${when(period)}` : "";
      const ranked = `the ${rank(facts.rank, facts.group.size)} of ${group(facts.group)}`;
      const position = numbers.ordinalSign(facts.rank.position);
      const tiedWith = facts.rank.tied ? "joint " : "";
      // A value alone counts from the highest, or says that it does not.
      const fromEnd = facts.rank.order === "lowest";
      const far = (of: FromMedian): string => {
        const median = `the median of ${write(of.median)}`;
        const side = of.relation === "higher" ? "above" : "below";
        if (of.relation === "equal") return `equal to ${median}`;
        if (of.multiple === "half") return `less than half ${median}`;
        if (of.multiple) return `${decimal(of.multiple, 1)} times ${median}`;
        if (of.isNear) return `just ${side} ${median}`;
        return `${of.distance ? `${by(of.distance)} ` : ""}${side} ${median}`;
      };
      const among = `${decimal(exact(facts.sharing), 0)} of the ${group(facts.group)}`;
      // A headline has no note that says how many there are.
      const those = facts.withoutFigure ? " with a figure" : "";
      const all = those ? `the ${group(facts.group)}${those}` : group(facts.group);
      const extreme = facts.rank.position === 1 ? `, the ${facts.rank.order}` : "";
      const sentences = {
        shared: `${whose} ${was} ${write(facts.value)}${then}, as in ${among}${extreme}`,
        end: `${whose} ${was} ${ranked}${then}, ${far(facts)}`,
        quarter: `${whose} ${was} in the ${facts.rank.order} quarter${then}: ${ranked}, ${far(facts)}`,
        middle: `${whose} ${was} in the middle${then}: ${ranked}, ${far(facts)}`,
        between: `${whose} ${was} ${far(facts)}${then}, ${ranked}`,
      };
      const stood = {
        shared: `that of ${among}${those}${then}`,
        end: `the ${rank(facts.rank, facts.group.size)} of ${all}${then}`,
        quarter: `in the ${facts.rank.order} quarter of ${all}${then}`,
        middle: `in the middle of ${all}${then}`,
        between: `${{ equal: "equal to", higher: "above", lower: "below" }[relation]} the median of ${all}${then}`,
      }[zone];
      return {
        value: fromEnd ? `${tiedWith}${facts.rank.position === 1 ? "" : `${position} `}lowest` : position,
        phrase: `${sentences[zone]}${more ? `. ${remarkOn(more)}` : ""}`,
        change: `${whose} ${was} ${stood}`,
        label: fromEnd ? `of ${group(facts.group)}` : `${tiedWith}highest of ${group(facts.group)}`,
        lead: `${measure(headline)} ${numberOf(headline).was} ${stood}`,
      };

      function remarkOn(remark: StandingRemark): string {
        if (remark.kind === "moved") {
          const side = remark.isHigher ? "higher up" : "lower down";
          return numbers.sentence(
            `${when(remark.period)} ${pronoun} ${was} ${side}: the ${rank(remark.rank, facts.group.size)}`,
          );
        }
        if (remark.kind === "then") return numbers.sentence(`${when(remark.period)} ${pronoun} ${was} ${far(remark)}`);
        const degree = { more: " further", less: " less", against: "" }[remark.relation];
        return `The median ${verbs[remark.direction]}${degree}${degree ? ", by" : " by"} ${by(remark.distance)} from ${write(remark.from)} ${when(remark.since)}`;
      }
    },
  };
}
