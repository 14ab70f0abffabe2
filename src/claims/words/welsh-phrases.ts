import type { Period, UnitSpec } from "../../dataset/index.ts";
import { periodMonths, previousPeriod } from "../../dataset/index.ts";
import type { FigureWords } from "../evaluation.ts";
import { decimalsOf, exact, type Rational, roundHalfUp } from "../rational.ts";
import type {
  Bounds,
  ChangeMode,
  ClaimPhrases,
  Direction,
  Group,
  OtherSide,
  PeriodSpan,
  PlaceWords,
  Uncertainty,
} from "./language.ts";
import type { Numbers } from "./numbers.ts";
import { isWelsh, mutate } from "./welsh-mutation.ts";

const nouns: Readonly<Record<Exclude<Direction, "flat">, string>> = { up: "cynnydd", down: "gostyngiad" };
const participles: Readonly<Record<Direction, string>> = {
  up: "yn cynyddu",
  down: "yn gostwng",
  flat: "yn aros yr un fath",
};
const relations = { higher: "yn uwch na", lower: "yn is na", equal: "yr un fath â" } as const;
const extremes = { highest: "uchaf", lowest: "isaf" } as const;
const pertime = { day: "y dydd", week: "yr wythnos", month: "y mis" } as const;

/** `o droseddau`: of many, or of a number that is not whole. */
const ofMany = (unit: UnitSpec) => `o ${isWelsh(unit) ? mutate(unit.other, "soft") : unit.other}`;

/** The singular as it stands after 1 to 10; the noun has to say its gender. */
function singularAfter({ one, gender }: UnitSpec, category: Intl.LDMLPluralRule): string {
  if (category === "one") return gender === "feminine" ? mutate(one, "afterUn") : one;
  if (category === "two") return mutate(one, "soft");
  if (category === "few") return gender === "feminine" ? one : mutate(one, "aspirate");
  return category === "many" ? mutate(one, "aspirate") : one;
}

export function phrases(numbers: Numbers, { period }: PlaceWords): ClaimPhrases {
  const { decimal, percent, percentSign } = numbers;

  /** What is counted, after its numeral: `1 fenyw`, `2 fenyw`, `274 o fenywod`. */
  const counted = (unit: UnitSpec, value: Rational, decimals: number): string => {
    const category = numbers.plural(value, decimals);
    const rounded = roundHalfUp(value, decimals);
    const own = category === "one" || category === "other" ? undefined : unit[category];
    if (own !== undefined) return own;
    if (!isWelsh(unit)) return category === "one" ? unit.one : unit.other;
    const isOne = decimals === 0 && rounded.equals(1);
    const isSmall = decimals === 0 && rounded.compare(1) >= 0 && rounded.compare(10) <= 0;
    if (isOne || (isSmall && unit.gender !== undefined)) return singularAfter(unit, category);
    return ofMany(unit);
  };
  const group = ({ size, plural, ...named }: Group): string =>
    `${decimal(exact(size), 0)}${plural === "" ? "" : ` ${isWelsh(named) ? `o ${mutate(plural, "soft")}` : plural}`}`;
  const medianOf = (of: Group) => `y canolrif ar gyfer ${group(of)}`;

  const since = (from: Period) => `ers ${from.format === "month" ? "mis " : ""}${period(from)}`;
  /** `o'i gymharu â'r flwyddyn flaenorol`, of a masculine noun, as those of rise, fall and change are. */
  const comparedWith = ({ from, to }: PeriodSpan): string => {
    if (from.id !== previousPeriod(to).id) return since(from);
    if (to.format === "months") return "o'i gymharu â'r un misoedd yn y flwyddyn flaenorol";
    const names: ReadonlyMap<number, string> = new Map([
      [12, "flwyddyn flaenorol"],
      [3, "chwarter blaenorol"],
      [1, "mis blaenorol"],
    ]);
    const name = to.format === "day" ? "diwrnod blaenorol" : names.get(periodMonths(to));
    return name ? `o'i gymharu â'r ${name}` : since(from);
  };

  const wholePercent = (share: Rational, write: (share: Rational) => string): string => {
    const rounded = roundHalfUp(share.mul(100), 0);
    if (rounded.equals(0) && share.compare(0) > 0) return `llai nag ${write(exact(1).div(100))}`;
    if (rounded.equals(100) && share.compare(1) < 0) return `mwy na ${write(exact(99).div(100))}`;
    return write(share);
  };
  const interval = (bounds: Bounds | undefined, write: (bound: Rational) => string, unit = ""): string =>
    bounds
      ? ` (cyfwng hyder ${percentSign(exact(95).div(100))}: ${write(bounds.low)} i ${write(bounds.high)}${unit})`
      : "";
  const asTimes = (ratio: Rational) => decimal(ratio, 1);
  const asChange = (ratio: Rational) => percentSign(ratio.sub(1));
  const degreeOf = (uncertainty: Uncertainty | undefined) => (uncertainty?.significant ? " ystadegol arwyddocaol" : "");

  /** `14 pwynt canran`, `2 bwynt canran`: the singular, as ever after a numeral. */
  const point: UnitSpec = { one: "pwynt canran", other: "pwynt canran", gender: "masculine" };
  const sizeOf = (size: Rational, { decimals, mode }: { decimals: number; mode: ChangeMode }): string => {
    if (mode === "relative") return percentSign(size, decimals);
    const noun = decimals === 0 ? singularAfter(point, numbers.plural(size, decimals)) : point.one;
    return mode === "absolute" ? decimal(size, decimals) : `${decimal(size, decimals)} ${noun}`;
  };

  const otherSide = (other: OtherSide): string => {
    if (other.kind === "median") return medianOf(other.group);
    const names = [...other.categories, ...other.areas.map(({ inText }) => inText), ...other.periods.map(period)];
    return `y ffigur ar gyfer ${names.join(", ") || "yr un peth"}`;
  };

  return {
    count({ value, decimals, unit, atLeast, interval: bounds }) {
      const noun = counted(unit, value, decimals);
      const shown = `${atLeast ? "o leiaf " : ""}${decimal(value, decimals)}`;
      return alike(`${shown} ${noun}${interval(bounds, (bound) => decimal(bound, decimals))}`, shown, noun);
    },
    rate({ value, decimals, unit, per, population, interval: bounds }) {
      const whom = population === undefined ? "" : ` ${ofMany(population)}`;
      const many = per === undefined ? "" : ` fesul ${decimal(exact(per), decimalsOf(per))}${whom}`;
      const label = `${ofMany(unit)}${many}`;
      const shown = decimal(value, decimals);
      return alike(`${shown} ${label}${interval(bounds, (bound) => decimal(bound, decimals))}`, shown, label);
    },
    overTime({ value, decimals, unit, per }) {
      const label = `${ofMany(unit)} ${pertime[per]}`;
      return alike(`${decimal(value, decimals)} ${label}`, decimal(value, decimals), label);
    },
    publishedShare: ({ value, decimals }) => alike(percent(value, decimals), percentSign(value, decimals), ""),
    share({ value, unit, condition }) {
      const label = `${ofMany(unit)}${condition ? ` ${condition}` : ""}`;
      return alike(`${wholePercent(value, percent)} ${label}`, wholePercent(value, percentSign), label);
    },
    change({ value, decimals, mode, direction, unchanged, uncertainty, ...span }) {
      const compared = comparedWith(span);
      // The interval is of the ratio: it says nothing of a difference in numbers.
      const bounds = mode === "relative" ? interval(uncertainty?.ratio, asChange) : "";
      if (direction === "flat") {
        const label = `${unchanged ? "dim newid" : "ychydig iawn o newid"} ${compared}`;
        const words = unchanged ? "ni fu newid" : "ychydig iawn o newid a fu";
        return { value: sizeOf(exact(0), { decimals, mode }), phrase: `${label}${bounds}`, change: words, label };
      }
      const size = value.abs();
      const noun = `${nouns[direction]}${degreeOf(uncertainty)}`;
      const said = mode === "relative" ? percent(size, decimals) : sizeOf(size, { decimals, mode });
      return {
        value: sizeOf(size, { decimals, mode }),
        phrase: `${noun} o ${said} ${compared}${bounds}`,
        change: `bu ${noun} o ${said}${bounds}`,
        label: `${noun} ${compared}`,
      };
    },
    counts({ before, after, uncertainty, ...span }) {
      const compared = comparedWith(span);
      const [from, to] = [decimal(before, 0), decimal(after, 0)];
      const bounds = interval(uncertainty?.ratio, asTimes, " gwaith");
      if (before.equals(after)) {
        const label = `dim newid ${compared}`;
        return { value: to, phrase: `${label}: ${to}${bounds}`, change: `ni fu newid: ${to}${bounds}`, label };
      }
      const noun = `${nouns[after.compare(before) > 0 ? "up" : "down"]}${degreeOf(uncertainty)}`;
      return {
        value: `${from} i ${to}`,
        phrase: `${noun} o ${from} i ${to} ${compared}${bounds}`,
        change: `bu ${noun} o ${from} i ${to}${bounds}`,
        label: `${noun} ${compared}`,
      };
    },
    ratio({ value, decimals, from, uncertainty }) {
      const label = `y ffigur ar gyfer ${period(from)}`;
      const shown = `${decimal(value, decimals)} gwaith`;
      return alike(`${shown} ${label}${interval(uncertainty?.ratio, asTimes)}`, shown, label);
    },
    comparison({ relation, value, other }) {
      const side = otherSide(other);
      const times = value === null ? "" : `${decimal(value, 1)} gwaith`;
      if (relation === "times") return alike(`${times} ${side}`, times, side);
      const phrase = `${relations[relation]}'r ${side.replace(/^y /, "")}`;
      return { ...alike(phrase, times || relations[relation].replace(/ (?:na|â)$/, ""), phrase) };
    },
    median({ value, decimals, group: of }) {
      const shown = decimal(value, decimals);
      return alike(`${shown}, sef ${medianOf(of)}`, shown, medianOf(of));
    },
    rank({ place, order, tied, group: of }) {
      const joint = tied ? " (cydradd)" : "";
      const among = `o blith ${group(of)}`;
      const word = place === 1 ? "" : numbers.ordinalWord(place, of.size);
      // "Ffigur" is masculine and never mutates, so that each ordinal stands before it as it is.
      const article = word && /^[aeiouwy]/.test(word) ? "yr" : "y";
      const phrase =
        word === undefined
          ? `rhif ${place} o'r ${extremes[order]}${joint}, ${among}`
          : `${article} ${word}${word && " "}ffigur ${extremes[order]}${joint} ${among}`;
      return alike(phrase, numbers.ordinalSign(place), `${extremes[order]}${joint} ${among}`);
    },
    record({ value, decimals, extreme, holds, since: first }) {
      const phrase = `${holds ? "" : "nid "}y ffigur ${extremes[extreme]}${first ? ` ${since(first)}` : ""}`;
      return alike(phrase, decimal(value, decimals), phrase);
    },
    direction({ value, decimals, direction, significant }) {
      const phrase = participles[direction];
      const noun = direction === "flat" ? "ni fu newid" : `bu ${nouns[direction]}`;
      const change = `${noun}${significant ? " ystadegol arwyddocaol" : ""}`;
      return { value: decimal(value.abs(), decimals), phrase, change, label: phrase };
    },
    absent: {
      suppressed: {
        value: "[c]",
        phrase: "ffigur nad yw'n cael ei ddangos, er mwyn diogelu pobl [c]",
        change: "ni ellir gwneud cymhariaeth, er mwyn diogelu pobl [c]",
        label: "ffigur nad yw'n cael ei ddangos, er mwyn diogelu pobl",
      },
      missing: {
        value: "[x]",
        phrase: "ffigur nad yw ar gael [x]",
        change: "ni ellir gwneud cymhariaeth [x]",
        label: "ffigur nad yw ar gael",
      },
      conflict: {
        value: "[x]",
        phrase: "ffigur y mae cyhoeddiadau'n anghytuno arno [x]",
        change: "ni ellir gwneud cymhariaeth, gan fod cyhoeddiadau'n anghytuno [x]",
        label: "ffigur y mae cyhoeddiadau'n anghytuno arno",
      },
    },
  };
}

const alike = (phrase: string, value: string, label: string): FigureWords => ({ value, phrase, change: phrase, label });
