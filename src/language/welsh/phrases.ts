import { gapMarkers, periodMonths, previousPeriod, type UnitSpec } from "../../dataset/index.ts";
import type {
  ChangeMode,
  ClaimPhrases,
  ConfidenceInterval,
  FigureWords,
  Group,
  OtherSide,
  PeriodSpan,
  Uncertainty,
} from "../contract/claims.ts";
import type { NameWords } from "../contract/names.ts";
import { type Bounds, isBounds, magnitude, writeBounds } from "../numbers/bounds.ts";
import type { Direction, FoundDirection } from "../numbers/direction-of.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { decimalsOf, exact, type Rational, roundHalfUp } from "../numbers/rational.ts";
import { isWelsh, mutate } from "./mutation.ts";
import { seriesPhrases } from "./series.ts";

const nouns: Readonly<Record<Exclude<Direction, "flat">, string>> = { up: "cynnydd", down: "gostyngiad" };
const participles: Readonly<Record<FoundDirection, string>> = {
  up: "yn cynyddu",
  down: "yn gostwng",
  flat: "yn aros yr un fath",
  open: "heb newid clir",
};
const relations = {
  higher: "yn uwch na",
  lower: "yn is na",
  equal: "yr un fath â",
  open: "heb fod yn amlwg yn uwch nac yn is na",
} as const;
const extremes = { highest: "uchaf", lowest: "isaf" } as const;
const pertime = { day: "y dydd", week: "yr wythnos", month: "y mis" } as const;

/** `o droseddau`: of many, or of a number that is not whole. */
export const ofMany = (unit: UnitSpec) => `o ${isWelsh(unit) ? mutate(unit.other, "soft") : unit.other}`;

/** The singular as it stands after 1 to 10; the noun has to say its gender. */
export function singularAfter({ one, gender }: UnitSpec, category: Intl.LDMLPluralRule): string {
  if (category === "one") return gender === "feminine" ? mutate(one, "afterUn") : one;
  if (category === "two") return mutate(one, "soft");
  if (category === "few") return gender === "feminine" ? one : mutate(one, "aspirate");
  return category === "many" ? mutate(one, "aspirate") : one;
}

/** `14 pwynt canran`, `2 bwynt canran`: the singular, as ever after a numeral. */
export const point: UnitSpec = { one: "pwynt canran", other: "pwynt canran", gender: "masculine" };

type Write = (value: Rational) => string;

/** `274`, `tua 275`, `273–277`: after `rhwng`, `a` or `ac` would hang on how the second numeral is read. */
function said(value: Rational | Bounds, write: Write, about = false): string {
  const text = writeBounds(value, write, (low, high) => `${low}${/\s/.test(low) ? " – " : "–"}${high}`);
  return about && !isBounds(value) ? `tua ${text}` : text;
}

/** The same in a table: `274`, `273 i 277`. */
const listed = (value: Rational | Bounds, write: Write): string =>
  writeBounds(value, write, (low, high) => `${low} i ${high}`);

export function phrases(numbers: Numbers, names: NameWords): ClaimPhrases {
  const { period, since } = names;
  const { decimal, percent, percentSign } = numbers;

  /** What is counted, after its numeral: `1 fenyw`, `2 fenyw`, `274 o fenywod`. */
  const counted = (unit: UnitSpec, of: Rational | Bounds, decimals: number): string => {
    if (isBounds(of)) return isWelsh(unit) ? ofMany(unit) : unit.other;
    const category = numbers.plural(of, decimals);
    const rounded = roundHalfUp(of, decimals);
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

  /** `o'i gymharu â'r flwyddyn flaenorol`, of a masculine noun, as those of rise, fall and change are. */
  const comparedWith = ({ from, to }: PeriodSpan): string => {
    if (from.id !== previousPeriod(to).id) return since(from);
    if (to.format === "months") return "o'i gymharu â'r un misoedd yn y flwyddyn flaenorol";
    const names: ReadonlyMap<number, string> = new Map([
      [12, "flwyddyn flaenorol"],
      [6, "chwe mis blaenorol"],
      [3, "chwarter blaenorol"],
      [1, "mis blaenorol"],
    ]);
    const name =
      to.format === "day"
        ? "diwrnod blaenorol"
        : to.format === "week"
          ? "wythnos flaenorol"
          : names.get(periodMonths(to));
    return name ? `o'i gymharu â'r ${name}` : since(from);
  };

  const wholePercent = (share: Rational | Bounds, write: Write, join = said): string => {
    if (isBounds(share)) return join(share, write);
    const rounded = roundHalfUp(share.mul(100), 0);
    if (rounded.equals(0) && share.compare(0) > 0) return `llai nag ${write(exact(1).div(100))}`;
    if (rounded.equals(100) && share.compare(1) < 0) return `mwy na ${write(exact(99).div(100))}`;
    return write(share);
  };
  const interval = (bounds: ConfidenceInterval | undefined, write: Write, unit = ""): string =>
    bounds
      ? ` (cyfwng hyder ${percentSign(exact(95).div(100))}${bounds.withRounding ? ", gan gynnwys talgrynnu" : ""}: ${write(bounds.low)} i ${write(bounds.high)}${unit})`
      : "";
  const asTimes = (ratio: Rational) => decimal(ratio, 1);
  const asChange = (ratio: Rational) => percentSign(ratio.sub(1));
  const degreeOf = (uncertainty: Uncertainty | undefined) => (uncertainty?.significant ? " ystadegol arwyddocaol" : "");

  const sizeOf = (
    size: Rational | Bounds,
    { decimals, mode }: { decimals: number; mode: ChangeMode },
    join: typeof said | typeof listed = said,
  ): string => {
    if (mode === "relative") return join(size, (value) => percentSign(value, decimals));
    const number = join(size, (value) => decimal(value, decimals));
    if (mode === "absolute") return number;
    const noun = decimals === 0 && !isBounds(size) ? singularAfter(point, numbers.plural(size, decimals)) : point.one;
    return `${number} ${noun}`;
  };
  const saidSize = (size: Rational | Bounds, { decimals, mode }: { decimals: number; mode: ChangeMode }): string =>
    mode === "relative" ? said(size, (value) => percent(value, decimals)) : sizeOf(size, { decimals, mode });
  /** An end of a change that may be a fall or a rise. */
  const endOf = (end: Rational, of: { decimals: number; mode: ChangeMode }): string =>
    end.equals(0) ? "dim newid" : `${nouns[end.compare(0) > 0 ? "up" : "down"]} o ${saidSize(end.abs(), of)}`;

  const otherSide = (other: OtherSide): string => {
    if (other.kind === "median") return medianOf(other.group);
    const names = [...other.categories, ...other.areas.map(({ inText }) => inText), ...other.periods.map(period)];
    return `y ffigur ar gyfer ${names.join(", ") || "yr un peth"}`;
  };

  /** `y trydydd ffigur uchaf`, `rhif 12 o'r uchaf`. "Ffigur" is masculine and never mutates: each ordinal stands as it is. */
  const placeName = (position: number, order: "highest" | "lowest", size: number): string => {
    const word = position === 1 ? "" : numbers.ordinalWord(position, size);
    if (word === undefined) return `rhif ${position} o'r ${extremes[order]}`;
    const article = word && /^[aeiouwy]/.test(word) ? "yr" : "y";
    return `${article} ${word}${word && " "}ffigur ${extremes[order]}`;
  };

  return {
    ...seriesPhrases(numbers, names, {
      group,
      rank: ({ position, order, tied }, size) => `${placeName(position, order, size)}${tied ? " (cydradd)" : ""}`,
      size: ({ size, ...of }) => saidSize(size, of),
    }),
    count({ value, decimals, unit, atLeast, about, interval: bounds }) {
      const noun = counted(unit, value, decimals);
      const write = (number: Rational) => decimal(number, decimals);
      const lead = atLeast ? "o leiaf " : "";
      return unchangingWords(
        `${lead}${said(value, write, about)} ${noun}${interval(bounds, write)}`,
        `${lead}${listed(value, write)}`,
        noun,
      );
    },
    rate({ value, decimals, unit, per, population, about, interval: bounds }) {
      const whom = population === undefined ? "" : ` ${ofMany(population)}`;
      const many = per === undefined ? "" : ` fesul ${decimal(exact(per), decimalsOf(per))}${whom}`;
      const label = `${ofMany(unit)}${many}`;
      const write = (number: Rational) => decimal(number, decimals);
      return unchangingWords(
        `${said(value, write, about)} ${label}${interval(bounds, write)}`,
        listed(value, write),
        label,
      );
    },
    overTime({ value, decimals, unit, per }) {
      const label = `${ofMany(unit)} ${pertime[per]}`;
      const shown = said(value, (number) => decimal(number, decimals));
      return unchangingWords(`${shown} ${label}`, shown, label);
    },
    publishedShare: ({ value, decimals, about, label }) =>
      unchangingWords(
        said(value, (share) => percent(share, decimals), about),
        listed(value, (share) => percentSign(share, decimals)),
        label,
      ),
    share({ value, unit, condition }) {
      const label = `${ofMany(unit)}${condition ? ` ${condition}` : ""}`;
      return unchangingWords(
        `${wholePercent(value, percent)} ${label}`,
        wholePercent(value, percentSign, listed),
        label,
      );
    },
    change({ value, decimals, mode, direction, unchanged, uncertainty, ...span }) {
      const compared = comparedWith(span);
      // The interval is of the ratio: it says nothing of a difference in numbers.
      const bounds = mode === "relative" ? interval(uncertainty?.ratio, asChange) : "";
      if (direction === "open") {
        const label = `dim newid clir ${compared}`;
        const ends = isBounds(value)
          ? `o leiaf ${endOf(value.low, { decimals, mode })}, ar y mwyaf ${endOf(value.high, { decimals, mode })}`
          : endOf(value, { decimals, mode });
        const shown = sizeOf(value, { decimals, mode }, listed);
        return {
          value: shown,
          phrase: `${label} (${ends})${bounds}`,
          change: `ni fu newid clir (${ends})${bounds}`,
          label,
        };
      }
      if (direction === "flat") {
        const label = `${unchanged ? "dim newid" : "ychydig iawn o newid"} ${compared}`;
        const words = unchanged ? "ni fu newid" : "ychydig iawn o newid a fu";
        return { value: sizeOf(exact(0), { decimals, mode }), phrase: `${label}${bounds}`, change: words, label };
      }
      const size = magnitude(value);
      const noun = `${nouns[direction]}${degreeOf(uncertainty)}`;
      const upTo = isBounds(size) && size.low.equals(0) ? size.high : undefined;
      const by = upTo ? `o hyd at ${saidSize(upTo, { decimals, mode })}` : `o ${saidSize(size, { decimals, mode })}`;
      return {
        value: sizeOf(size, { decimals, mode }, listed),
        signed: isBounds(value)
          ? sizeOf(value, { decimals, mode }, listed)
          : `${direction === "up" ? "+" : "−"}${sizeOf(size, { decimals, mode })}`,
        phrase: `${noun} ${by} ${compared}${bounds}`,
        change: `bu ${noun} ${by}${bounds}`,
        label: `${noun} ${compared}`,
      };
    },
    counts({ before, after, about, direction, uncertainty, ...span }) {
      const compared = comparedWith(span);
      const write = (count: Rational) => decimal(count, 0);
      const [from, to] = [said(before, write, about?.before), said(after, write, about?.after)];
      const bounds = interval(uncertainty?.ratio, asTimes, " gwaith");
      const value = `${said(before, write)} i ${said(after, write)}`;
      if (direction === "flat") {
        const label = `dim newid ${compared}`;
        return { value: to, phrase: `${label}: ${to}${bounds}`, change: `ni fu newid: ${to}${bounds}`, label };
      }
      if (direction === "open") {
        const label = `dim newid clir ${compared}`;
        const figures = from === to ? `${to} yn y ddau gyfnod` : `${from}, yna ${to}`;
        return {
          value,
          phrase: `${label}: ${figures}${bounds}`,
          change: `ni fu newid clir: ${figures}${bounds}`,
          label,
        };
      }
      const noun = `${nouns[direction]}${degreeOf(uncertainty)}`;
      return {
        value,
        phrase: `${noun} o ${from} i ${to} ${compared}${bounds}`,
        change: `bu ${noun} o ${from} i ${to}${bounds}`,
        label: `${noun} ${compared}`,
      };
    },
    ratio({ value, decimals, from, uncertainty }) {
      const label = `y ffigur ar gyfer ${period(from)}`;
      const shown = `${said(value, (ratio) => decimal(ratio, decimals))} gwaith`;
      return unchangingWords(`${shown} ${label}${interval(uncertainty?.ratio, asTimes)}`, shown, label);
    },
    comparison({ relation, value, gap, other }) {
      const side = otherSide(other);
      const times = value === null ? "" : `${said(value, (ratio) => decimal(ratio, 1))} gwaith`;
      if (relation === "times") return unchangingWords(`${times} ${side}`, times, side);
      const label = `${relations[relation]}'r ${side.replace(/^y /, "")}`;
      if (gap) {
        const isPlain = relation === "equal" || relation === "open";
        return unchangingWords(
          isPlain ? label : `${saidSize(gap.value, gap)} ${label}`,
          sizeOf(gap.value, gap, listed),
          label,
        );
      }
      const phrase = label;
      const word = relation === "open" ? "dim gwahaniaeth clir" : relations[relation].replace(/ (?:na|â)$/, "");
      return { ...unchangingWords(phrase, times || word, phrase) };
    },
    median({ value, decimals, isPercent, about, group: of }) {
      const write = (number: Rational) =>
        isPercent ? percentSign(number.div(100), decimals) : decimal(number, decimals);
      return unchangingWords(`${said(value, write, about)}, sef ${medianOf(of)}`, listed(value, write), medianOf(of));
    },
    rank({ position, order, tied, group: of, namesEnd }) {
      const joint = tied === "open" ? " (cydradd o bosibl)" : tied ? " (cydradd)" : "";
      const among = `o blith ${group(of)}`;
      const own = typeof position === "number" ? joint : "";
      const label = namesEnd ? among : `${extremes[order]}${own} ${among}`;
      const alone = (value: string) =>
        namesEnd ? `${value === numbers.ordinalSign(1) ? "" : `${value} `}${extremes[order]}${own}` : value;
      if (typeof position !== "number") {
        const { low, high } = position;
        const value = alone(`${numbers.ordinalSign(low)} i ${numbers.ordinalSign(high)}`);
        return unchangingWords(`rhif ${low}–${high} o'r ${extremes[order]}, ${among}`, value, label);
      }
      const name = placeName(position, order, of.size);
      const phrase = name.startsWith("rhif") ? `${name}${joint}, ${among}` : `${name}${joint} ${among}`;
      return unchangingWords(phrase, alone(numbers.ordinalSign(position)), label);
    },
    record({ value, decimals, extreme, holds, tied, since: first, isFromStart, figures }) {
      const lead = holds === "open" ? "o bosibl " : holds ? "" : "nid ";
      const phrase = `${lead}y ffigur ${extremes[extreme]}${tied ? " (cydradd)" : ""}${figures === undefined ? "" : ` o blith ${numbers.whole(figures)}`}${first ? ` ${isFromStart ? `ers dechrau'r gyfres (${first.label})` : since(first)}` : ""}`;
      return unchangingWords(
        phrase,
        listed(value, (number) => decimal(number, decimals)),
        phrase,
      );
    },
    direction({ value, decimals, direction, significant }) {
      const phrase = participles[direction];
      const size = direction === "open" ? value : magnitude(value);
      const noun =
        direction === "open" ? "ni fu newid clir" : direction === "flat" ? "ni fu newid" : `bu ${nouns[direction]}`;
      const change = `${noun}${significant ? " ystadegol arwyddocaol" : ""}`;
      return { value: listed(size, (number) => decimal(number, decimals)), phrase, change, label: phrase };
    },
    absent: {
      suppressed: {
        value: gapMarkers.suppressed,
        phrase: "ffigur nad yw'n cael ei ddangos, er mwyn diogelu cyfrinachedd [c]",
        change: "ni ellir gwneud cymhariaeth, er mwyn diogelu cyfrinachedd [c]",
        label: "ffigur nad yw'n cael ei ddangos, er mwyn diogelu cyfrinachedd",
      },
      missing: {
        value: gapMarkers.missing,
        phrase: "ffigur nad yw ar gael [x]",
        change: "ni ellir gwneud cymhariaeth [x]",
        label: "ffigur nad yw ar gael",
      },
      conflict: {
        value: gapMarkers.missing,
        phrase: "ffigur y mae cyhoeddiadau'n anghytuno arno [x]",
        change: "ni ellir gwneud cymhariaeth, gan fod cyhoeddiadau'n anghytuno [x]",
        label: "ffigur y mae cyhoeddiadau'n anghytuno arno",
      },
    },
  };
}

const unchangingWords = (phrase: string, value: string, label: string): FigureWords => ({
  value,
  phrase,
  change: phrase,
  label,
});
