import { gapMarkers, periodMonths, previousPeriod, type UnitSpec } from "../../dataset/index.ts";
import type {
  ChangeMode,
  ClaimPhrases,
  ConfidenceInterval,
  FigureWords,
  Group,
  OtherSide,
  PeriodSpan,
} from "../contract/claims.ts";
import type { NameWords } from "../contract/names.ts";
import { type Bounds, isBounds, magnitude, writeBounds } from "../numbers/bounds.ts";
import type { Direction, FoundDirection } from "../numbers/direction-of.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { decimalsOf, exact, type Rational, roundHalfUp } from "../numbers/rational.ts";
import { article } from "./numerals.ts";
import { seriesPhrases } from "./series.ts";

/** What `to` is compared with: `on the previous year`, or `since 2014` where the two are not neighbours. */
function comparedWith({ from, to }: PeriodSpan): string {
  if (from.id !== previousPeriod(to).id) return `since ${from.label}`;
  if (to.format === "months") return "on the same months of the previous year";
  const names: ReadonlyMap<number, string> = new Map([
    [12, "year"],
    [6, "half-year"],
    [3, "quarter"],
    [1, "month"],
  ]);
  const name = to.format === "day" || to.format === "week" ? to.format : names.get(periodMonths(to));
  return name ? `on the previous ${name}` : `since ${from.label}`;
}

const nouns: Readonly<Record<Exclude<Direction, "flat">, string>> = { up: "rise", down: "fall" };
const verbs: Readonly<Record<FoundDirection, string>> = {
  up: "rose",
  down: "fell",
  flat: "did not change",
  open: "showed no clear change",
};
const participles: Readonly<Record<FoundDirection, string>> = {
  up: "rising",
  down: "falling",
  flat: "level",
  open: "showing no clear change",
};

type Write = (value: Rational) => string;

/** `274`, `about 275`, `between 273 and 277`. */
function said(value: Rational | Bounds, write: Write, about = false): string {
  const text = writeBounds(value, write, (low, high) => `between ${low} and ${high}`);
  return about && !isBounds(value) ? `about ${text}` : text;
}

/** The same in a table: `274`, `273 to 277`. */
function listed(value: Rational | Bounds, write: Write, unit = ""): string {
  return `${writeBounds(value, write, (low, high) => `${low} to ${high}`)}${unit}`;
}

/** The number that a noun agrees with. */
const last = (value: Rational | Bounds): Rational => (isBounds(value) ? value.high : value);

export function phrases(numbers: Numbers, names: NameWords): ClaimPhrases {
  const { about } = names;
  const { decimal, figure, percent, percentSign } = numbers;
  const unitOf = (unit: UnitSpec, value: Rational | Bounds, decimals: number) =>
    unit[numbers.plural(last(value), decimals)] ?? unit.other;
  const pointsAfter = (size: Rational | Bounds, decimals: number) =>
    numbers.plural(last(size), decimals) === "one" ? " percentage point" : " percentage points";
  /** `140%`, `160`, `14 percentage points`, as a table has them. */
  const sizeOf = (size: Rational | Bounds, { decimals, mode }: { decimals: number; mode: ChangeMode }): string => {
    if (mode === "relative") return listed(size, (value) => percentSign(value, decimals));
    return listed(size, (value) => decimal(value, decimals), mode === "absolute" ? "" : pointsAfter(size, decimals));
  };

  /** `−44%`, `+9%`. */
  const signedSize = (change: Rational | Bounds, of: { decimals: number; mode: ChangeMode }): string =>
    isBounds(change) ? sizeOf(change, of) : `${change.compare(0) > 0 ? "+" : "−"}${sizeOf(change.abs(), of)}`;

  /** The same in running text; without the noun of points, which is said in two ways. */
  const saidSize =
    ({ decimals, mode }: { decimals: number; mode: ChangeMode }) =>
    (size: Rational): string =>
      mode === "relative"
        ? percent(size, decimals)
        : mode === "absolute"
          ? figure(size, decimals)
          : decimal(size, decimals);

  /** A share to the whole per cent; one that is not nothing is never "0%", one that is not all never "100%". */
  const wholePercent = (share: Rational | Bounds, write: Write, join: typeof said | typeof listed): string => {
    if (isBounds(share)) return join(share, write);
    const rounded = roundHalfUp(share.mul(100), 0);
    if (rounded.equals(0) && share.compare(0) > 0) return `less than ${write(exact(1).div(100))}`;
    if (rounded.equals(100) && share.compare(1) < 0) return `more than ${write(exact(99).div(100))}`;
    return write(share);
  };
  const group = ({ size, plural }: Group) => `${decimal(exact(size), 0)}${plural ? ` ${plural}` : ""}`;
  const groupLabel = (of: Group) => `the median of ${group(of)}`;

  /** " (95% confidence interval 1.9 to 3.0)"; nothing where none was asked for, or there is none. */
  const interval = (bounds: ConfidenceInterval | undefined, write: Write, unit = ""): string =>
    bounds
      ? ` (${percentSign(exact(95).div(100))} confidence interval${bounds.withRounding ? ", rounding included:" : ""} ${write(bounds.low)} to ${write(bounds.high)}${unit})`
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

  /** `a 12% rise`, `a rise of between 12% and 15%`, `a rise of up to 2%`. */
  const moveOf = (
    size: Rational | Bounds,
    {
      decimals,
      mode,
      direction,
      degree,
    }: { decimals: number; mode: ChangeMode; direction: "up" | "down"; degree: string },
  ): string => {
    const write = saidSize({ decimals, mode });
    const noun = nouns[direction];
    if (isBounds(size)) {
      const points = mode === "points" ? pointsAfter(size, decimals) : "";
      return `a ${degree}${noun} of ${size.low.equals(0) ? `up to ${write(size.high)}` : said(size, write)}${points}`;
    }
    if (mode === "absolute") return `a ${degree}${noun} of ${write(size)}`;
    // "A 14 percentage points rise" is no English.
    const adjective = `${write(size)}${mode === "points" ? " percentage point" : ""}`;
    return `${degree ? "a" : article(adjective)} ${degree}${adjective} ${noun}`;
  };
  /** An end of a change that may be a fall or a rise. */
  const endOf = (end: Rational, of: { decimals: number; mode: ChangeMode }): string =>
    end.equals(0)
      ? "no change"
      : moveOf(end.abs(), { ...of, direction: end.compare(0) > 0 ? "up" : "down", degree: "" });

  const placeWord = (position: number, outOf: number): string =>
    position === 1 ? "" : `${numbers.ordinalWord(position, outOf) ?? numbers.ordinalSign(position)} `;

  return {
    ...seriesPhrases(numbers, names, {
      group,
      rank: ({ position, order, tied }, size) => `${tied ? "joint " : ""}${placeWord(position, size)}${order}`,
      place: placeWord,
    }),
    count({ value, decimals, unit, atLeast, about, interval: bounds }) {
      const noun = unitOf(unit, value, decimals);
      const lead = atLeast ? "at least " : "";
      const range = interval(bounds, (bound) => decimal(bound, decimals));
      return unchangingWords(
        `${lead}${said(value, (number) => figure(number, decimals), about)} ${noun}${range}`,
        `${lead}${listed(value, (number) => decimal(number, decimals))}`,
        noun,
      );
    },
    rate({ value, decimals, unit, per, population, about, interval: bounds }) {
      const many = per === undefined ? "" : decimal(exact(per), decimalsOf(per));
      const whom = per === undefined ? "" : ` per ${many}${population ? ` ${population.other}` : ""}`;
      const label = `${unit.other}${whom}`;
      const write = (number: Rational) => decimal(number, decimals);
      return unchangingWords(
        `${said(value, write, about)} ${label}${interval(bounds, write)}`,
        listed(value, write),
        label,
      );
    },
    overTime({ value, decimals, unit, per }) {
      const label = `${unit.other} a ${per}`;
      const write = (number: Rational) => decimal(number, decimals);
      return unchangingWords(`${said(value, write)} ${label}`, listed(value, write), label);
    },
    publishedShare: ({ value, decimals, about, label }) =>
      unchangingWords(
        said(value, (share) => percent(share, decimals), about),
        listed(value, (share) => percentSign(share, decimals)),
        label,
      ),
    share({ value, unit, condition }) {
      const label = `of ${unit.other}${condition ? ` ${condition}` : ""}`;
      return unchangingWords(
        `${wholePercent(value, percent, said)} ${label}`,
        wholePercent(value, percentSign, listed),
        label,
      );
    },
    change({ value, decimals, mode, direction, unchanged, uncertainty, ...span }) {
      const compared = comparedWith(span);
      // The interval is of the ratio: it says nothing of a difference in numbers.
      const bounds = mode === "relative" ? interval(uncertainty?.ratio, asChange) : "";
      if (direction === "open") {
        const label = `no clear change ${compared}`;
        const ends = isBounds(value)
          ? `between ${endOf(value.low, { decimals, mode })} and ${endOf(value.high, { decimals, mode })}`
          : endOf(value, { decimals, mode });
        return {
          value: sizeOf(value, { decimals, mode }),
          phrase: `${label}: ${ends}${bounds}`,
          change: `showed no clear change: ${ends}${bounds}`,
          label,
        };
      }
      if (direction === "flat") {
        const [noun, words] = unchanged ? ["no change", "did not change"] : ["little change", "changed little"];
        const label = `${noun} ${compared}`;
        return { value: sizeOf(exact(0), { decimals, mode }), phrase: `${label}${bounds}`, change: words, label };
      }
      const degree = uncertainty?.significant ? "significant " : "";
      const size = magnitude(value);
      const upTo = isBounds(size) && size.low.equals(0) ? size.high : undefined;
      const by = upTo ? `up to ${saidSize({ decimals, mode })(upTo)}` : said(size, saidSize({ decimals, mode }));
      return {
        value: sizeOf(size, { decimals, mode }),
        signed: signedSize(value, { decimals, mode }),
        phrase: `${moveOf(size, { decimals, mode, direction, degree })} ${compared}${bounds}`,
        change: `${verbs[direction]}${degree ? " significantly," : ""} by ${by}${mode === "points" ? pointsAfter(size, decimals) : ""}${bounds}`,
        label: `${degree}${nouns[direction]} ${compared}`,
      };
    },
    counts({ before, after, about, direction, uncertainty, ...span }) {
      const compared = comparedWith(span);
      const from = said(before, (count) => figure(count, 0, [last(after)]), about?.before);
      const to = said(after, (count) => figure(count, 0, [last(before)]), about?.after);
      const bounds = interval(uncertainty?.ratio, asTimes, " times");
      const [listedFrom, listedTo] = [before, after].map((count) => listed(count, (number) => decimal(number, 0)));
      const value =
        isBounds(before) || isBounds(after) ? `${listedFrom}, then ${listedTo}` : `${listedFrom} to ${listedTo}`;
      if (direction === "flat") {
        return {
          value: listedTo ?? "",
          phrase: `no change ${compared}, at ${to}${bounds}`,
          change: `did not change, at ${to}${bounds}`,
          label: `no change ${compared}`,
        };
      }
      if (direction === "open") {
        const figures = from === to ? `${to} in both periods` : `${from}, then ${to}`;
        return {
          value,
          phrase: `no clear change ${compared}: ${figures}${bounds}`,
          change: `showed no clear change: ${figures}${bounds}`,
          label: `no clear change ${compared}`,
        };
      }
      const degree = uncertainty?.significant === true;
      const noun = `${degree ? "significant " : ""}${nouns[direction]}`;
      return {
        value,
        phrase: `a ${noun} from ${from} to ${to} ${compared}${bounds}`,
        change: `${verbs[direction]}${degree ? " significantly," : ""} from ${from} to ${to}${bounds}`,
        label: `${noun} ${compared}`,
      };
    },
    ratio({ value, decimals, from, uncertainty }) {
      const label = `the figure for ${from.label}`;
      const write = (ratio: Rational) => decimal(ratio, decimals);
      const phrase = `${said(value, write)} times ${label}${interval(uncertainty?.ratio, asTimes)}`;
      return { value: `${listed(value, write)} times`, phrase, change: `was ${phrase}`, label };
    },
    comparison({ relation, value, gap, other }) {
      const { than, of } = otherSide(other);
      const size = gap && sizeOf(gap.value, gap);
      const write = (ratio: Rational) => decimal(ratio, 1);
      const times = value === null ? "" : `${listed(value, write)} times`;
      if (relation === "times") {
        const phrase = value === null ? of : `${said(value, write)} times ${of}`;
        return { value: times, phrase, change: `was ${phrase}`, label: of };
      }
      const phrases = { equal: `the same as ${than}`, open: `not clearly higher or lower than ${than}` };
      const label = relation === "equal" || relation === "open" ? phrases[relation] : `${relation} than ${than}`;
      const phrase =
        gap && relation !== "equal" && relation !== "open"
          ? `${said(gap.value, saidSize(gap))}${gap.mode === "points" ? pointsAfter(gap.value, gap.decimals) : ""} ${label}`
          : label;
      const word = relation === "open" ? "no clear difference" : relation;
      return { value: size ?? (times || word), phrase, change: `was ${phrase}`, label };
    },
    median({ value, decimals, isPercent, about, group: of }) {
      const write = (number: Rational) =>
        isPercent ? percentSign(number.div(100), decimals) : decimal(number, decimals);
      return unchangingWords(`${said(value, write, about)}, ${groupLabel(of)}`, listed(value, write), groupLabel(of));
    },
    rank({ position, order, tied, group: of, namesEnd }) {
      const joint = tied === "open" ? "possibly joint " : tied ? "joint " : "";
      const word = (position: number) => placeWord(position, of.size);
      const own = typeof position === "number" ? joint : "";
      const label = namesEnd ? `of ${group(of)}` : `${own}${order} of ${group(of)}`;
      const alone = (value: string) =>
        namesEnd ? `${own}${value === numbers.ordinalSign(1) ? "" : `${value} `}${order}` : value;
      if (typeof position !== "number") {
        const { low, high } = position;
        const phrase = `between the ${word(low)}${order} and the ${word(high)}${order} of ${group(of)}`;
        const value = alone(`${numbers.ordinalSign(low)} to ${numbers.ordinalSign(high)}`);
        return { value, phrase, change: `was ${phrase}`, label };
      }
      const phrase = `the ${joint}${word(position)}${order} of ${group(of)}`;
      return { value: alone(numbers.ordinalSign(position)), phrase, change: `was ${phrase}`, label };
    },
    record({ value, decimals, extreme, holds, tied, since, isFromStart, figures }) {
      const among = recordAmong({ isFromStart, figures: figures === undefined ? undefined : numbers.whole(figures) });
      const lead = holds === "open" ? "possibly " : holds ? "" : "not ";
      const phrase = `${lead}the ${tied ? "joint " : ""}${extreme} ${among} ${since?.label ?? ""}`;
      return {
        value: listed(value, (number) => decimal(number, decimals)),
        phrase,
        change: `was ${phrase}`,
        label: phrase,
      };
    },
    direction({ value, decimals, direction, significant: tested }) {
      const phrase = participles[direction];
      const size = direction === "open" ? value : magnitude(value);
      return {
        value: listed(size, (number) => decimal(number, decimals)),
        phrase,
        change: `${verbs[direction]}${tested ? " significantly" : ""}`,
        label: phrase,
      };
    },
    absent: {
      suppressed: {
        value: gapMarkers.suppressed,
        phrase: "a figure that is not shown, to protect confidentiality [c]",
        change: "cannot be compared, to protect confidentiality [c]",
        label: "figure that is not shown, to protect confidentiality",
      },
      missing: {
        value: gapMarkers.missing,
        phrase: "a figure that is not available [x]",
        change: "cannot be compared [x]",
        label: "figure that is not available",
      },
      conflict: {
        value: gapMarkers.missing,
        phrase: "a figure on which publications disagree [x]",
        change: "cannot be compared, as publications disagree [x]",
        label: "figure on which publications disagree",
      },
    },
  };
}

/** `in these figures, which go back to`, `since`; of figures with periods between them that have none, how many they are. */
function recordAmong({
  isFromStart,
  figures,
}: {
  readonly isFromStart: boolean;
  readonly figures: string | undefined;
}) {
  if (isFromStart) return `${figures === undefined ? "in these" : `of these ${figures}`} figures, which go back to`;
  return figures === undefined ? "since" : `of ${figures} figures since`;
}

/** A figure that nothing happens to: its verb phrase is its phrase. */
const unchangingWords = (phrase: string, value: string, label: string): FigureWords => ({
  value,
  phrase,
  change: phrase,
  label,
});
