import type { UnitSpec } from "../../dataset/index.ts";
import { periodMonths, previousPeriod } from "../../dataset/index.ts";
import type { FigureWords } from "../evaluation.ts";
import { decimalsOf, exact, type Rational, roundHalfUp } from "../rational.ts";
import { article } from "./english-numerals.ts";
import type {
  Bounds,
  ChangeMode,
  ClaimPhrases,
  Direction,
  Group,
  OtherSide,
  PeriodSpan,
  PlaceWords,
} from "./language.ts";
import type { Numbers } from "./numbers.ts";

/** What `to` is compared with: `on the previous year`, or `since 2014` where the two are not neighbours. */
function comparedWith({ from, to }: PeriodSpan): string {
  if (from.id !== previousPeriod(to).id) return `since ${from.label}`;
  if (to.format === "months") return "on the same months of the previous year";
  const names: ReadonlyMap<number, string> = new Map([
    [12, "year"],
    [3, "quarter"],
    [1, "month"],
  ]);
  const name = to.format === "day" ? "day" : names.get(periodMonths(to));
  return name ? `on the previous ${name}` : `since ${from.label}`;
}

const nouns: Readonly<Record<Exclude<Direction, "flat">, string>> = { up: "rise", down: "fall" };
const verbs: Readonly<Record<Direction, string>> = { up: "rose", down: "fell", flat: "did not change" };
const participles: Readonly<Record<Direction, string>> = { up: "rising", down: "falling", flat: "level" };

export function phrases(numbers: Numbers, { about }: PlaceWords): ClaimPhrases {
  const { decimal, figure, percent, percentSign } = numbers;
  const unitOf = (unit: UnitSpec, value: Rational, decimals: number) =>
    unit[numbers.plural(value, decimals)] ?? unit.other;
  /** `140%`, `160`, `14 percentage points`, as a table has them. */
  const sizeOf = (size: Rational, { decimals, mode }: { decimals: number; mode: ChangeMode }): string => {
    if (mode === "relative") return percentSign(size, decimals);
    const points = numbers.plural(size, decimals) === "one" ? "percentage point" : "percentage points";
    return mode === "absolute" ? decimal(size, decimals) : `${decimal(size, decimals)} ${points}`;
  };

  /** The same in running text; undefined of points, which are said in two ways. */
  const saidSize = (size: Rational, { decimals, mode }: { decimals: number; mode: ChangeMode }): string | undefined =>
    mode === "relative" ? percent(size, decimals) : mode === "absolute" ? figure(size, decimals) : undefined;

  /** A share to the whole per cent; one that is not nothing is never "0%", one that is not all never "100%". */
  const wholePercent = (share: Rational, write: (share: Rational) => string): string => {
    const rounded = roundHalfUp(share.mul(100), 0);
    if (rounded.equals(0) && share.compare(0) > 0) return `less than ${write(exact(1).div(100))}`;
    if (rounded.equals(100) && share.compare(1) < 0) return `more than ${write(exact(99).div(100))}`;
    return write(share);
  };
  const group = ({ size, plural }: Group) => `${decimal(exact(size), 0)}${plural ? ` ${plural}` : ""}`;
  const groupLabel = (of: Group) => `the median of ${group(of)}`;

  /** " (95% confidence interval 1.9 to 3.0)"; nothing where none was asked for, or there is none. */
  const interval = (bounds: Bounds | undefined, write: (bound: Rational) => string, unit = ""): string =>
    bounds
      ? ` (${percentSign(exact(95).div(100))} confidence interval ${write(bounds.low)} to ${write(bounds.high)}${unit})`
      : "";
  const asTimes = (ratio: Rational) => decimal(ratio, 1);
  const asChange = (ratio: Rational) => percentSign(ratio.sub(1));

  const otherSide = (other: OtherSide): { than: string; of: string } => {
    if (other.kind === "median") return { than: groupLabel(other.group), of: groupLabel(other.group) };
    const [only] = other.categories.length === 0 && other.periods.length === 0 ? other.areas : [];
    const names = [
      ...other.categories,
      ...other.areas.map(({ inText }) => inText),
      ...other.periods.map(({ label }) => label),
    ].join(", ");
    if (names === "") return { than: "itself", of: "the figure itself" };
    return { than: only && other.areas.length === 1 ? about([only]) : `for ${names}`, of: `the figure for ${names}` };
  };

  return {
    count({ value, decimals, unit, atLeast, interval: bounds }) {
      const noun = unitOf(unit, value, decimals);
      const lead = atLeast ? "at least " : "";
      const range = interval(bounds, (bound) => decimal(bound, decimals));
      return alike(`${lead}${figure(value, decimals)} ${noun}${range}`, `${lead}${decimal(value, decimals)}`, noun);
    },
    rate({ value, decimals, unit, per, population, interval: bounds }) {
      const many = per === undefined ? "" : decimal(exact(per), decimalsOf(per));
      const whom = per === undefined ? "" : ` per ${many}${population ? ` ${population.other}` : ""}`;
      const label = `${unit.other}${whom}`;
      const shown = decimal(value, decimals);
      return alike(`${shown} ${label}${interval(bounds, (bound) => decimal(bound, decimals))}`, shown, label);
    },
    overTime({ value, decimals, unit, per }) {
      const label = `${unit.other} a ${per}`;
      return alike(`${decimal(value, decimals)} ${label}`, decimal(value, decimals), label);
    },
    publishedShare: ({ value, decimals }) => alike(percent(value, decimals), percentSign(value, decimals), ""),
    share({ value, unit, condition }) {
      const label = `of ${unit.other}${condition ? ` ${condition}` : ""}`;
      return alike(`${wholePercent(value, percent)} ${label}`, wholePercent(value, percentSign), label);
    },
    change({ value, decimals, mode, direction, unchanged, uncertainty, ...span }) {
      const compared = comparedWith(span);
      // The interval is of the ratio: it says nothing of a difference in numbers.
      const bounds = mode === "relative" ? interval(uncertainty?.ratio, asChange) : "";
      if (direction === "flat") {
        const [noun, words] = unchanged ? ["no change", "did not change"] : ["little change", "changed little"];
        const label = `${noun} ${compared}`;
        return { value: sizeOf(exact(0), { decimals, mode }), phrase: `${label}${bounds}`, change: words, label };
      }
      const degree = uncertainty?.significant ? "significant " : "";
      const size = value.abs();
      const said = saidSize(size, { decimals, mode });
      const shown = sizeOf(size, { decimals, mode });
      // "A 14 percentage points rise" is no English.
      const adjective = said ?? `${decimal(size, decimals)} percentage point`;
      const body =
        mode === "absolute"
          ? `a ${degree}${nouns[direction]} of ${adjective}`
          : `${degree ? "a" : article(adjective)} ${degree}${adjective} ${nouns[direction]}`;
      return {
        value: shown,
        phrase: `${body} ${compared}${bounds}`,
        change: `${verbs[direction]}${degree ? " significantly," : ""} by ${said ?? shown}${bounds}`,
        label: `${degree}${nouns[direction]} ${compared}`,
      };
    },
    counts({ before, after, uncertainty, ...span }) {
      const compared = comparedWith(span);
      const [from, to] = [figure(before, 0, [after]), figure(after, 0, [before])];
      const bounds = interval(uncertainty?.ratio, asTimes, " times");
      if (before.equals(after)) {
        return {
          value: decimal(after, 0),
          phrase: `no change ${compared}, at ${to}${bounds}`,
          change: `did not change, at ${to}${bounds}`,
          label: `no change ${compared}`,
        };
      }
      const direction = after.compare(before) > 0 ? "up" : "down";
      const degree = uncertainty?.significant === true;
      const noun = `${degree ? "significant " : ""}${nouns[direction]}`;
      return {
        value: `${decimal(before, 0)} to ${decimal(after, 0)}`,
        phrase: `a ${noun} from ${from} to ${to} ${compared}${bounds}`,
        change: `${verbs[direction]}${degree ? " significantly," : ""} from ${from} to ${to}${bounds}`,
        label: `${noun} ${compared}`,
      };
    },
    ratio({ value, decimals, from, uncertainty }) {
      const label = `the figure for ${from.label}`;
      const shown = `${decimal(value, decimals)} times`;
      const phrase = `${shown} ${label}${interval(uncertainty?.ratio, asTimes)}`;
      return { value: shown, phrase, change: `was ${phrase}`, label };
    },
    comparison({ relation, value, other }) {
      const { than, of } = otherSide(other);
      const times = value === null ? "" : `${decimal(value, 1)} times`;
      if (relation === "times")
        return { value: times, phrase: `${times} ${of}`, change: `was ${times} ${of}`, label: of };
      const phrase = relation === "equal" ? `the same as ${than}` : `${relation} than ${than}`;
      return { value: times || relation, phrase, change: `was ${phrase}`, label: phrase };
    },
    median({ value, decimals, group: of }) {
      const shown = decimal(value, decimals);
      return alike(`${shown}, ${groupLabel(of)}`, shown, groupLabel(of));
    },
    rank({ place, order, tied, group: of }) {
      const joint = tied ? "joint " : "";
      const position = place === 1 ? "" : `${numbers.ordinalWord(place, of.size) ?? numbers.ordinalSign(place)} `;
      const phrase = `the ${joint}${position}${order} of ${group(of)}`;
      return {
        value: numbers.ordinalSign(place),
        phrase,
        change: `was ${phrase}`,
        label: `${joint}${order} of ${group(of)}`,
      };
    },
    record({ value, decimals, extreme, holds, since }) {
      const phrase = `${holds ? "" : "not "}the ${extreme} since ${since?.label ?? ""}`;
      return { value: decimal(value, decimals), phrase, change: `was ${phrase}`, label: phrase };
    },
    direction({ value, decimals, direction, significant: tested }) {
      const phrase = participles[direction];
      return {
        value: decimal(value.abs(), decimals),
        phrase,
        change: `${verbs[direction]}${tested ? " significantly" : ""}`,
        label: phrase,
      };
    },
    absent: {
      suppressed: {
        value: "[c]",
        phrase: "a figure that is not shown, to protect people [c]",
        change: "cannot be compared, to protect people [c]",
        label: "figure that is not shown, to protect people",
      },
      missing: {
        value: "[x]",
        phrase: "a figure that is not available [x]",
        change: "cannot be compared [x]",
        label: "figure that is not available",
      },
      conflict: {
        value: "[x]",
        phrase: "a figure on which publications disagree [x]",
        change: "cannot be compared, as publications disagree [x]",
        label: "figure on which publications disagree",
      },
    },
  };
}

/** A figure that nothing happens to: its verb phrase is its phrase. */
const alike = (phrase: string, value: string, label: string): FigureWords => ({ value, phrase, change: phrase, label });
