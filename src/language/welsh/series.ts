import { type Period, periodMonths } from "../../dataset/index.ts";
import type {
  ClaimPhrases,
  DatedFigure,
  Distance,
  FromMedian,
  Group,
  StandingFacts,
  StandingRemark,
  TrendFacts,
  TrendRemark,
} from "../contract/claims.ts";
import type { NameWords } from "../contract/names.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { exact, type Rational } from "../numbers/rational.ts";
import { inHeadlines } from "./headline-name.ts";

const verbs = { up: "cododd", down: "gostyngodd" } as const;
const verbNouns = { up: "codi", down: "gostwng" } as const;
/** After a word that softens them. */
const mutated = {
  up: { verbNoun: "godi", verb: "gododd" },
  down: { verbNoun: "ostwng", verb: "ostyngodd" },
} as const;
const nouns = { up: "cynnydd", down: "gostyngiad" } as const;
const plurals = { up: "cynyddiadau", down: "gostyngiadau" } as const;
const multiples: ReadonlyMap<Multiple, string> = new Map<Multiple, string>([
  ["half", "haneru"],
  [2, "dyblu"],
  [3, "threblu"],
]);
/** Behind `na`, which aspirates. */
const folds = ["phedwarplyg", "phumplyg", "chwephlyg", "seithplyg", "wythplyg", "nawplyg"] as const;
type Multiple = NonNullable<TrendFacts["multiple"]>;

/** `mwy na dyblu`; beyond three times `cynyddu fwy na phedwarplyg`. */
const moreThan = (multiple: Multiple): string => {
  const own = multiples.get(multiple);
  return own === undefined ? `cynyddu fwy na ${folds[Number(multiple) - 4]}` : `mwy na ${own}`;
};
const extremes = { highest: "uchaf", lowest: "isaf" } as const;
const turnNames = { highest: "uchafbwynt", lowest: "isafbwynt" } as const;
const everyName: ReadonlyMap<number, string> = new Map([
  [12, "bob blwyddyn"],
  [3, "bob chwarter"],
  [1, "bob mis"],
]);

const every = (period: Period): string =>
  period.format === "months"
    ? "bob blwyddyn"
    : period.format === "week"
      ? "bob wythnos"
      : period.format === "day"
        ? "bob dydd"
        : (everyName.get(periodMonths(period)) ?? "ym mhob cyfnod");

interface Sharing {
  readonly group: (of: Group) => string;
  /** `y trydydd ffigur uchaf`, `rhif 12 o'r uchaf`. */
  readonly rank: (of: StandingFacts["rank"], size: number) => string;
  readonly size: (of: Distance) => string;
}

/**
 * Whole sentences of a series, and of one figure among many. No pronoun stands for the figure, whose gender is not known; no
 * figure follows a word that would mutate it in writing.
 */
export function seriesPhrases(
  numbers: Numbers,
  { when, since, between, measure, period: nameOf }: NameWords,
  { group, rank, size }: Sharing,
): Pick<ClaimPhrases, "trend" | "standing"> {
  const { decimal, percentSign } = numbers;

  /** Those that a figure is ranked among; a headline has no note that says how many have none. */
  const ranking = (facts: Pick<StandingFacts, "group" | "withoutFigure">) => {
    const those = facts.withoutFigure ? " sydd â ffigur" : "";
    return { those, all: those ? `y ${group(facts.group)}${those}` : group(facts.group) };
  };

  const trendOf = (facts: TrendFacts) => {
    const { decimals, isPercent } = facts;
    const write = (value: Rational) => (isPercent ? percentSign(value.div(100), decimals) : decimal(value, decimals));
    const figure = ({ value, about }: DatedFigure) => `${about ? "tua " : ""}${write(value)}`;
    /** After `o` and `i`, which mutate. */
    const after = ({ value, about }: DatedFigure) => `${about ? "dua " : ""}${write(value)}`;
    const at = (point: DatedFigure) => `${after(point)} ${when(point.period)}`;
    return { ...facts, figure, after, at, whose: measure(facts) };
  };
  type Written = ReturnType<typeof trendOf>;

  const compared = ({ direction, distance, unchanged, from }: Written): string => {
    if (direction === "flat") return `${unchanged ? "yr" : "tua'r"} un fath ag ${when(from.period)}`;
    return `${distance ? `${size(distance)} ` : ""}yn ${direction === "up" ? "uwch" : "is"} nag ${when(from.period)}`;
  };
  const recordOf = ({ record }: Written): string =>
    record
      ? `, y lefel ${extremes[record.extreme]} ${record.periods[0]?.format === "months" ? "ar gyfer y misoedd hynny " : ""}yn y cyfnod hwn`
      : "";

  const steady = (trend: Written): string => {
    const { whose, from, to, at, after, distance, multiple } = trend;
    const direction = trend.direction === "up" ? "up" : "down";
    if (multiple)
      return `mae ${whose} wedi ${moreThan(multiple)} ${since(from.period)}, o ${after(from)} i ${at(to)}, gan ${mutated[direction].verbNoun} ${every(to.period)}${besides(trend)}${pace(trend)}`;
    return `${verbs[direction]} ${whose} ${every(to.period)}, o ${at(from)} i ${at(to)}${distance ? `: ${size(distance)} i gyd` : ""}${besides(trend)}${pace(trend)}`;
  };
  const course = (trend: Written): string => {
    const { whose, from, to, at, figure, after, direction, distance, multiple, turns } = trend;
    const [first, second] = turns;
    if (first) {
      const [out, back] = first.extreme === "highest" ? (["up", "down"] as const) : (["down", "up"] as const);
      const goesOn = (holds = false) => (holds ? ` ${every(to.period)}` : "");
      const way = `${verbs[out]} ${whose}${goesOn(trend.ways?.out)} o ${at(from)} i ${turnNames[first.extreme]} o ${at(first)}, ac yna ${trend.ways?.multiple ? moreThan(trend.ways.multiple) : `${verbNouns[back]}${goesOn(trend.ways?.back)}`} i`;
      if (second)
        return `${way} ${turnNames[second.extreme]} o ${at(second)}; ${figure(to)} oedd y ffigur ${when(to.period)}, ${compared(trend)}${besides(trend)}`;
      return `${way} ${at(to)}${recordOf(trend)}, ${compared(trend)}${besides(trend)}${pace(trend)}`;
    }
    if (trend.isConstant) return `${figure(to)} oedd ${whose} ${every(to.period)} ${between(from.period, to.period)}`;
    if (direction === "flat") {
      return trend.unchanged
        ? `${figure(to)} oedd ${whose} ${when(to.period)}, yr un fath ag ${when(from.period)}`
        : `ni newidiodd ${whose} fawr ddim: ${figure(from)} ${when(from.period)}, ${figure(to)} ${when(to.period)}`;
    }
    if (trend.isSteady) return steady(trend);
    if (multiple)
      return `mae ${whose} wedi ${moreThan(multiple)} ${since(from.period)}, o ${after(from)} i ${at(to)}${recordOf(trend)}${besides(trend)}${pace(trend)}`;
    return `${verbs[direction]} ${whose}${distance ? ` ${size(distance)},` : ""} o ${at(from)} i ${at(to)}${recordOf(trend)}${besides(trend)}${pace(trend)}`;
  };
  /** `, gostyngiad llai nag mewn dwy ran o dair o'r 42 o ardaloedd`. */
  const besides = ({ beside, turns, multiple }: Written): string => {
    if (!beside) return "";
    const all = group(beside.group);
    // Of what more than halved, no percentage has been said.
    const inPercent = multiple && turns.length === 0 ? " canrannol" : "";
    const noun = nouns[beside.direction];
    switch (beside.kind) {
      case "against": {
        const other = verbs[beside.direction === "up" ? "down" : "up"];
        return `, tra ${other} mewn ${decimal(exact(beside.count), 0)} o'r ${all}`;
      }
      case "rank": {
        const end = beside.end === "largest" ? "mwyaf" : "lleiaf";
        if (beside.position === 1) return `, y ${noun}${inPercent} ${end} o blith ${all}`;
        return `, rhif ${decimal(exact(beside.position), 0)} o'r ${plurals[beside.direction]}${inPercent} ${end} o blith ${all}`;
      }
      case "most":
        return `, ${noun}${inPercent} ${beside.degree === "more" ? "mwy" : "llai"} nag mewn dwy ran o dair o'r ${all}`;
      case "median": {
        const middle = `r ${noun}${inPercent} canolrifol ar gyfer ${all}`;
        if (beside.relation === "same") return `, tua'r un fath â'${middle}`;
        return `, ${beside.relation === "more" ? "mwy" : "llai"} na'${middle}, ${size(beside.distance)}`;
      }
    }
  };
  /** When the change came, as the end of a sentence. */
  const pace = ({ pace: how, direction, at }: Written): string => {
    const noun = nouns[direction === "up" ? "up" : "down"];
    const most = (part: "half" | "two-thirds") =>
      part === "half" ? `mwy na hanner y ${noun}` : `mwy na dwy ran o dair o'r ${noun}`;
    switch (how?.kind) {
      case "early":
        return `; daeth ${most(how.part)} erbyn ${how.to.format === "month" ? "mis " : ""}${nameOf(how.to)}`;
      case "late":
        return `; mae ${most(how.part)} wedi dod ${since(how.since)}`;
      case "largest": {
        const own = nouns[how.direction];
        const step = how.isOfFigures ? " o un ffigur i'r nesaf" : "";
        return how.isAgainst
          ? `; y newid mwyaf${step} oedd y ${own} o ${at(how.from)} i ${at(how.to)}`
          : `; y ${own} mwyaf${step} oedd hwnnw o ${at(how.from)} i ${at(how.to)}`;
      }
      default:
        return "";
    }
  };

  const exceptions = (
    { periods, otherWay }: Extract<TrendRemark, { readonly kind: "except" }>,
    { way, after }: { readonly way: "up" | "down" } & Pick<Written, "after">,
  ): string => {
    const back = mutated[way === "up" ? "down" : "up"].verb;
    const other = otherWay ? `, pan ${back} i ${after(otherWay)}` : "";
    return `Mae wedi ${verbNouns[way]} ${every(periods[0] as Period)} ac eithrio ${periods.map(when).join(" ac ")}${other}`;
  };

  const remark = (more: TrendRemark, { direction, at, figure, after }: Written): string => {
    const way = direction === "up" ? "up" : "down";
    switch (more.kind) {
      case "since":
        if (more.isSteady && !more.multiple)
          return `Mae wedi ${verbNouns[more.direction]} ${every(more.turn.period)} ers y lefel ${extremes[more.turn.extreme]}, sef ${figure(more.turn)} ${when(more.turn.period)}${more.distance ? `: ${size(more.distance)} i gyd` : ""}`;
        return `Mae wedi ${more.multiple ? moreThan(more.multiple) : `${verbNouns[more.direction]}${more.distance ? ` ${size(more.distance)}` : ""}`} ers y lefel ${extremes[more.turn.extreme]}, sef ${figure(more.turn)} ${when(more.turn.period)}`;
      case "step":
        return `Mae'r newid o ${at(more.from)} i ${at(more.to)} yn fwy na hanner y ${nouns[way]} hwnnw`;
      case "except":
        return exceptions(more, { way, after });
      case "run":
        return `Mae wedi ${verbNouns[way]} ${every(more.since)} ${since(more.since)}`;
    }
  };

  const leadOf = (trend: Written): string => {
    const { whose, direction, distance, multiple, from, to } = trend;
    if (direction === "flat") {
      return trend.unchanged
        ? `yr un oedd ${whose} ${when(to.period)} ag ${when(from.period)}`
        : `ni newidiodd ${whose} fawr ddim ${since(from.period)}`;
    }
    if (trend.isSteady) return `mae ${whose} wedi ${verbNouns[direction]} ${every(to.period)} ${since(from.period)}`;
    if (multiple) return `mae ${whose} wedi ${moreThan(multiple)} ${since(from.period)}`;
    return `mae ${whose} wedi ${verbNouns[direction]}${distance ? ` ${size(distance)}` : ""} ${since(from.period)}`;
  };
  /** `, ond mae wedi gostwng 30% ers yr uchafbwynt yn 2019`. */
  const turnOf = ({ more, turns }: Written): string => {
    if (turns.length > 0)
      return `, gydag ${turns.map((turn) => `${turnNames[turn.extreme]} ${when(turn.period)}`).join(" ac ")}`;
    if (more?.kind !== "since") return "";
    const { isSteady, multiple, distance, direction, turn } = more;
    const all = isSteady ? ` ${every(turn.period)}` : distance ? ` ${size(distance)}` : "";
    const way = multiple ? moreThan(multiple) : `${verbNouns[direction]}${all}`;
    return `, ond mae wedi ${way} ers yr ${turnNames[turn.extreme]} ${when(turn.period)}`;
  };

  return {
    trend(facts) {
      const trend = trendOf(facts);
      const { direction, distance, from, to, figure, after, more } = trend;
      const lead = leadOf(trend);
      const headline = trendOf({ ...facts, measure: inHeadlines(facts.measure) });
      const noun = direction === "flat" ? (trend.unchanged ? "dim newid" : "ychydig iawn o newid") : nouns[direction];
      return {
        value: distance
          ? size({ ...distance })
          : from.value.equals(to.value)
            ? figure(to)
            : `${figure(from)} i ${after(to)}`,
        phrase: `${course(trend)}${more ? `. ${remark(more, trend)}` : ""}`,
        change: lead,
        label: `${noun} ${since(from.period)}`,
        lead: `${leadOf(headline)}${turnOf(headline)}`,
      };
    },
    standing(facts) {
      const { period, decimals, isPercent, zone, relation, more } = facts;
      const whose = measure(facts);
      const write = (value: Rational) => (isPercent ? percentSign(value.div(100), decimals) : decimal(value, decimals));
      const then = period ? ` ${when(period)}` : "";
      const ranked = rank(facts.rank, facts.group.size);
      const position = numbers.ordinalSign(facts.rank.position);
      const tiedWith = facts.rank.tied ? " (cydradd)" : "";
      // A value alone counts from the highest, or says that it does not.
      const fromEnd = facts.rank.order === "lowest";
      const comma = ranked.startsWith("rhif") ? "," : "";
      const among = `${comma} o blith ${group(facts.group)}`;
      const far = (of: FromMedian): string => {
        const median = write(of.median);
        const side = of.relation === "higher" ? "uwch" : "is";
        if (of.relation === "equal") return `yr un fath â'r canolrif, ${median}`;
        if (of.multiple === "half") return `yn llai na hanner y canolrif, ${median}`;
        if (of.multiple) return `${decimal(of.multiple, 1)} gwaith y canolrif, ${median}`;
        if (of.isNear) return `ychydig yn ${side} na'r canolrif, ${median}`;
        return `${of.distance ? `${size(of.distance)} ` : ""}yn ${side} na'r canolrif, ${median}`;
      };
      const shared = `${decimal(exact(facts.sharing), 0)} o'r ${group(facts.group)}`;
      const extreme = facts.rank.position === 1 ? `, y ffigur ${extremes[facts.rank.order]}` : "";
      const { those, all } = ranking(facts);
      const sentences = {
        shared: `${write(facts.value)} oedd ${whose}${then}, fel mewn ${shared}${extreme}`,
        end: `${ranked}${among} oedd ${whose}${then}, ${far(facts)}`,
        quarter: `roedd ${whose} yn y chwarter ${extremes[facts.rank.order]}${then}: ${ranked}${among}, ${far(facts)}`,
        middle: `roedd ${whose} yn y canol${then}: ${ranked}${among}, ${far(facts)}`,
        between: `roedd ${whose} ${far(facts)}${then && `,${then}`}: ${ranked}${among}`,
      };
      const stood = (whose: string) =>
        ({
          shared: `roedd ${whose} yr un fath mewn ${shared}${those}${then}`,
          end: `${ranked}${comma} o blith ${all} oedd ${whose}${then}`,
          quarter: `roedd ${whose} yn y chwarter ${extremes[facts.rank.order]} o blith ${all}${then}`,
          middle: `roedd ${whose} yng nghanol ${all}${then}`,
          between: `roedd ${whose} ${relation === "equal" ? "yr un fath â'r" : `yn ${relation === "higher" ? "uwch" : "is"} na'r`} canolrif ar gyfer ${all}${then}`,
        })[zone];
      return {
        value: fromEnd ? `${facts.rank.position === 1 ? "" : `${position} `}${extremes.lowest}${tiedWith}` : position,
        phrase: `${sentences[zone]}${more ? `. ${remarkOn(more)}` : ""}`,
        change: stood(whose),
        label: fromEnd
          ? `o blith ${group(facts.group)}`
          : `${extremes.highest}${tiedWith} o blith ${group(facts.group)}`,
        lead: stood(measure({ ...facts, measure: inHeadlines(facts.measure) })),
      };

      function remarkOn(remark: StandingRemark): string {
        if (remark.kind === "moved") {
          const side = remark.isHigher ? "uwch" : "is";
          return numbers.sentence(
            `${when(remark.period)}, roedd yn ${side} yn y rhestr: ${rank(remark.rank, facts.group.size)}`,
          );
        }
        if (remark.kind === "then") return numbers.sentence(`${when(remark.period)}, roedd ${far(remark)}`);
        const degree = { more: " yn fwy,", less: " yn llai,", against: "" }[remark.relation];
        return numbers.sentence(
          `${verbs[remark.direction]} y canolrif${degree} ${size(remark.distance)}, o ${write(remark.from)} ${when(remark.since)}`,
        );
      }
    },
  };
}
