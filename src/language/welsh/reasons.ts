import type { Period, UnitSpec } from "../../dataset/index.ts";
import type { NameWords } from "../contract/names.ts";
import { createReasonFigures } from "../contract/reason-figures.ts";
import type {
  ArticleWords,
  PlainReason,
  ReasonFormat,
  ReasonWords,
  SpokenFractionName,
  StatedWords,
  TogetherWords,
  UnsaidPart,
  VerdictTableWords,
  WholeNumbers,
  Working,
} from "../contract/reasons.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { exact, type Rational } from "../numbers/rational.ts";
import { isWelsh, type Mutation, mutate } from "./mutation.ts";
import { ofMany, point, singularAfter } from "./phrases.ts";

/**
 * Periods stand in brackets and lists behind colons, and what claims say is never what a word mutates or agrees with: of a figure that
 * somebody else wrote, nobody knows how it is read.
 */
const plain: Readonly<Record<PlainReason, string>> = {
  "no-result": "Nid yw'r ffigurau'n rhoi canlyniad.",
  "too-many-disputed": "Mae cyhoeddiadau'n anghytuno ar ormod o'r ffigurau.",
  "change-from-zero": "Nid oes maint i newid o ddim, nac i newid o lai na dim neu i lai na dim.",
  "no-percentage-of-change": "Nid oes canran i'w rhoi ar gyfer y newid hwn.",
  "end-not-in-full": "Nid yw un o'r ddau ffigur yn hysbys yn llawn.",
  "end-is-range": "Dim ond fel amrediad y mae un o'r ddau ffigur yn hysbys.",
  "too-near-for-order": "Mae'r ffigurau wedi'u talgrynnu, ac yn rhy agos at ei gilydd i ddweud pa un sydd uchaf.",
  "publications-disagree-on-order": "Mae cyhoeddiadau'n anghytuno ynghylch pa un sydd uchaf.",
  "share-of-nothing": "Nid oes maint i gyfran o ddim, ac nid yw rhan yn fwy na'r cyfan.",
  "times-zero": "Ni all dim fod hyn a hyn o weithiau'n fwy na dim.",
  "part-has-no-rate": "Nid yw'r ffigur yn cwmpasu'r cyfnod cyfan, felly nid oes cyfradd iddo.",
  "rate-of-nobody": "Nid oes maint i gyfradd mewn poblogaeth heb neb ynddi.",
  "nothing-for-median": "Nid oes ffigurau i gymryd canolrif ohonynt.",
  "one-has-no-median": "Dim ond un ffigur sydd: nid oes canolrif iddo.",
  "one-has-no-rank": "Dim ond un ffigur sydd: nid oes safle iddo.",
  "disputed-rank": "Mae cyhoeddiadau'n anghytuno ar un o'r ffigurau a gaiff eu gosod mewn trefn.",
  "too-near-to-rank": "Mae'r ffigurau wedi'u talgrynnu, ac yn rhy agos at ei gilydd i'w gosod mewn trefn.",
  "standing-not-exact":
    "Mae rhai o'r ffigurau wedi'u talgrynnu, neu heb fod yn hysbys yn llawn: byddai'r frawddeg yn dweud mwy na hwy.",
  "statement-without-figure": "Nid oes ffigur i ddatganiad.",
  statement: "Datganiad o brofiad, barn neu fwriad: ni allai unrhyw set ddata ei benderfynu.",
  "as-given": "Rhoddir y ffigurau fel y maent.",
  "no-earlier-period": "Nid oes cyfnod cynharach i gymharu ag ef.",
  "not-of-rates":
    "Ni ellir dweud o gyfraddau a yw'r gwahaniaeth yn arwyddocaol: rhaid cael y niferoedd y tu ôl iddynt.",
  "not-without-both": "Ni ellir dweud a yw'r gwahaniaeth yn arwyddocaol heb y ddau ffigur.",
  "significance-of-rounded":
    "Mae'r ffigurau wedi'u talgrynnu, ac mae a yw eu gwahaniaeth yn arwyddocaol yn dibynnu ar faint.",
  "two-periods": "Cymharir dau gyfnod; nid yw hynny'n duedd.",
  "at-least-dropped": "Mae'r cyhoeddwr yn dweud \"o leiaf\"; nid yw'r honiad yn dweud hynny.",
  "base-not-published": "Nid yw sail y gyfran wedi'i chyhoeddi.",
  "part-of-period": "Nid yw'r ffigurau'n cwmpasu'r cyfnod cyfan, felly nid yw rhai'r cyfnod yn hysbys.",
  "areas-incomplete":
    "Nid oes ffigur cyflawn gan rai o'r ardaloedd yn y ddau gyfnod, felly nid yw eu ffigur hwy yn hysbys.",
};

const fractions: Readonly<Record<SpokenFractionName, string>> = {
  tenth: "un rhan o ddeg",
  fifth: "un rhan o bump",
  quarter: "chwarter",
  third: "traean",
  "two-fifths": "dwy ran o bump",
  half: "hanner",
  "three-fifths": "tair rhan o bump",
  "two-thirds": "dwy ran o dair",
  "three-quarters": "tri chwarter",
  "four-fifths": "pedair rhan o bump",
  "nine-tenths": "naw rhan o ddeg",
};

const hedges: Readonly<Record<Exclude<StatedWords["hedge"], "none">, readonly [string, Mutation?]>> = {
  about: ["tua", "aspirate"],
  nearly: ["bron i", "soft"],
  "just-over": ["ychydig dros", "soft"],
  "more-than": ["dros", "soft"],
  "well-over": ["ymhell dros", "soft"],
  "at-least": ["o leiaf"],
  "less-than": ["dan", "soft"],
  "well-under": ["ymhell o dan", "soft"],
  "at-most": ["hyd at", "soft"],
};

const times: UnitSpec = { one: "gwaith", other: "gwaith", gender: "feminine" };
const relations = { higher: "yn uwch", lower: "yn is", equal: "yr un fath" } as const;
const extremes = { highest: "uchaf", lowest: "isaf" } as const;
const courses = { up: "Cododd y ffigurau", down: "Gostyngodd y ffigurau", flat: "Ni newidiodd y ffigurau" } as const;

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
const several = (items: readonly string[]): string => items.join("; ");

const wholeNumbersIn =
  ({ decimal }: Numbers) =>
  ({ first, last }: WholeNumbers): string => {
    const [from, to] = [first, last].map((value) => (value === undefined ? undefined : decimal(exact(value), 0)));
    return from === to ? `${from}` : to === undefined ? `${from} neu fwy` : `${from} i ${to}`;
  };

export function reasons(numbers: Numbers, names: NameWords): ReasonWords {
  const { decimal, percentSign } = numbers;
  const whole = (value: Rational | number): string => decimal(typeof value === "number" ? exact(value) : value, 0);
  const counted = (value: Rational, decimals: number, unit: UnitSpec): string => {
    const noun = decimals === 0 ? singularAfter(unit, numbers.plural(value.abs(), 0)) : unit.one;
    return `${decimal(value, decimals)} ${noun}`;
  };
  const period = (of: Period | undefined): string => (of ? names.period(of) : "");
  const periods = (of: readonly Period[]): string => of.map(period).join(", ");
  const wholeNumbers = wholeNumbersIn(numbers);

  const size = (value: Rational, { unit, decimals }: ReasonFormat): string => {
    switch (unit) {
      case "number":
        return decimal(value, decimals);
      case "percent":
        return percentSign(value, decimals);
      case "percentage-points":
        return counted(value.mul(100), decimals, point);
      case "times":
        return counted(value, decimals, times);
      case "position":
        return numbers.ordinalSign(value.valueOf());
    }
  };
  const { figure, figures } = createReasonFigures(size, {
    lower: " yn is",
    higher: " yn uwch",
    or: " neu ",
    to: " i ",
    uncertain: "dim ffigur sicr",
  });
  const side = ({ figures: found, format, periods: of }: Extract<Working, { kind: "change" }>["from"]): string =>
    `${figures(found, format)} (${periods(of)})`;
  const cases = (value: Rational, unit: UnitSpec): string =>
    `${whole(value)} ${isWelsh(unit) ? ofMany(unit) : unit.other}`;
  const workingOf = (of: Working): string => {
    switch (of.kind) {
      case "change":
        return `o ${side(of.from)} i ${side(of.to)}`;
      case "share":
        return `${whole(of.part)} o ${whole(of.whole)}`;
      case "rate":
        return `${cases(of.cases.value, of.cases.unit)} ymhlith ${cases(of.population.value, of.population.unit)}`;
    }
  };
  const opened = (working: Working | undefined, rest: string): string =>
    capital(`${working ? `${workingOf(working)}: ` : ""}${rest}`);
  const moved = ({ from, to, points, relative }: Parameters<ReasonWords["pointsAndPercent"]>[0]): string =>
    `Mae mynd o ${decimal(from, 1)}% i ${decimal(to, 1)}% yn newid o ${counted(points.mul(100), 0, point)}, neu ${percentSign(relative, 0)}.`;

  return {
    plain,
    figure,
    figures,
    stated({ value, decimals, unit, hedge, fraction, relation }) {
      const number = exact(Math.abs(value));
      const numeral = fraction ? fractions[fraction] : decimal(number, decimals);
      const noun = { "percentage-points": point, times, number: undefined, fraction: undefined, percent: undefined }[
        unit
      ];
      const amount = noun ? counted(number, decimals, noun) : `${numeral}${unit === "percent" ? "%" : ""}`;
      const signed = value < 0 ? `${fraction ? "minws " : "−"}${amount}` : amount;
      const [lead, mutation] = hedge === "none" ? [""] : hedges[hedge];
      const hedged = lead === "" ? signed : `${lead} ${mutation ? mutate(signed, mutation) : signed}`;
      return relation ? `${hedged} ${relations[relation]}` : hedged;
    },
    time: (name, of) => (of ? names.period(of) : name),
    all: several,
    either: (items) => items.join(" neu "),

    gives: ({ working, shown }) => opened(working, `mae'r ffigurau'n rhoi ${shown}.`),
    disagree: ({ working, shown }) => opened(working, `mae cyhoeddiadau'n anghytuno: ${shown}.`),
    conflict: (shown) => `Mae cyhoeddiadau'n anghytuno: ${shown}.`,
    atLeastOnly: ({ working, shown }) =>
      opened(working, `mae'r cyhoeddwr yn dweud o leiaf ${shown}, ac nid yw hynny'n penderfynu'r honiad.`),
    roundedOnly: ({ working, shown }) =>
      opened(
        working,
        `mae'r ffigurau'n rhoi ${shown}, ac maent wedi'u talgrynnu, felly gall yr honiad fod yn wir neu beidio.`,
      ),
    agrees: ({ working, shown, stated }) =>
      opened(
        working,
        `mae'r ffigurau'n rhoi ${shown}, ${shown === stated ? "fel y dywedwyd" : `sy'n cyd-fynd â "${stated}"`}.`,
      ),
    differs: ({ working, shown, stated }) => opened(working, `mae'r ffigurau'n rhoi ${shown}, nid ${stated}.`),
    divided: ({ working, fits, fitsNot }) =>
      opened(
        working,
        `mae cyhoeddiadau'n anghytuno: mae ${fits} yn cyd-fynd â'r honiad, ac nid yw ${fitsNot} yn gwneud hynny.`,
      ),
    tooWide: ({ stated, shown }) => `Mae "${stated}" yn wir, ond ymhell o'r ffigur ei hun, ${shown}.`,
    course: (working) => `Mae'r ffigurau'n mynd ${workingOf(working)}.`,
    notOfThese: ({ counted: claimed, unit }) =>
      `Mae'r honiad yn sôn am "${claimed}"; mae'r ffigurau'n cyfrif "${unit.other}", ac nid yr un nifer yw hynny.`,

    hidden: (coordinates) => `Ni ddangosir y ffigur ar gyfer ${names.cell(coordinates)}, er mwyn diogelu cyfrinachedd.`,
    absent: (coordinates) => `Nid oes ffigur ar gyfer ${names.cell(coordinates)}.`,
    partOnly: (name) => `Nid yw'r ffigur ar gyfer ${name} yn cwmpasu'r cyfnod cyfan, felly ni ellir ei gymharu.`,
    overlapping: (dimension) =>
      `Gall un achos fod mewn mwy nag un categori (${dimension}), felly ni ellir adio'r ffigurau at ei gilydd.`,
    lowerBounds: (of) => `Ni wyddys mwy na'i fod o leiaf cymaint â hynny: y ffigur ar gyfer ${several(of)}.`,
    othersWithoutFigure: (count) => `Nid oes ffigur gan ${count} o'r lleill, a gallai hynny ei newid.`,

    otherArea({ claimed, area, figure: its, relation, claimedHasFigure }) {
      const given = `Mae'r honiad yn rhoi'r ffigur ar gyfer ${area} (${its})`;
      const part = relation === "holds" ? claimed : area;
      const own = claimedHasFigure ? "" : `; nid oes ffigur ar gyfer ${claimed} yn y cyfnod hwn`;
      const of = relation === "holds" ? "o'r ardal honno" : `o'r ardal yn yr honiad, ${claimed},`;
      return `${given}: dim ond rhan ${of} yw ${part}${own}.`;
    },
    otherPeriod: ({ claimed, other, figure: its }) =>
      `Mae'r honiad yn rhoi'r ffigur ar gyfer ${period(other)} (${its}), nid yr un ar gyfer ${period(claimed)}.`,
    unknownPeriod({ claimed, touching, fitting }) {
      const which =
        touching.length > 1
          ? `mae'r rhain yn cwmpasu rhannau ohono, a gellid golygu'r naill neu'r llall: ${periods(touching)}`
          : `mae ${periods(touching)} yn cwmpasu rhan ohono, a gellid golygu hynny`;
      const fits = fitting.length > 0 ? ` Mae'r rhif yn cyd-fynd â'r ffigur ar gyfer ${periods(fitting)}.` : "";
      return `Nid yw'r data'n cynnwys y cyfnod hwn, ${period(claimed)}: ${which}.${fits}`;
    },

    pointsAndPercent: (of) => `${moved(of)} Mae'n hawdd cymryd newid canrannol mewn cyfran am bwyntiau canran.`,
    takenForOther: ({ stated, meant, ...of }) =>
      `${moved(of)} "${stated}" ${meant === "percent" ? "yw'r ganran" : "yw nifer y pwyntiau canran"}, ac nid yr un peth yw hynny.`,

    startOnly: ({ start, now }) =>
      `O blith yr holl rifau cyfan o'i flaen, dim ond ${whole(start)} sy'n rhoi ${whole(now)} ar ôl newid o'r fath.`,
    startNeeded: ({ now, first, last }) =>
      `I newid o'r fath orffen ar ${whole(now)}, byddai'n rhaid iddo ddechrau o ${first === last ? whole(first) : `rif o ${wholeNumbers({ first, last })}`}.`,
    changeOfFew: (limit) =>
      `Mae'r newid yn cychwyn o nifer sy'n llai na ${whole(limit)}; mae'r niferoedd yn dweud mwy na chanran.`,
    timesFew: (limit) =>
      `Cymhareb â nifer sy'n llai na ${whole(limit)} ydyw; mae'r niferoedd yn dweud mwy na chymhareb.`,
    shareOfFew: (limit) => `Cyfran o lai na ${whole(limit)} ydyw; mae'r niferoedd yn dweud mwy na chanran.`,
    rateOfFew: (limit) => `Cyfradd o lai na ${whole(limit)} o achosion ydyw; mae'r niferoedd yn dweud mwy na chyfradd.`,
    otherBase: ({ base, unit, part, share }) =>
      `Cyfran o sail arall ydyw: o ${whole(base)} (${unit.other}), mae ${whole(part)} yn ${percentSign(share, 1)}.`,
    baseNeeded: ({ part, unit, stated, needed, not, meant }) =>
      `Er mwyn i ${whole(part)} (${unit.other}) gyfateb i "${stated}", byddai'n rhaid i'r sail fod yn ${wholeNumbers(needed)}${not ? `, nid ${whole(not)}` : ""}.${meant === undefined ? "" : ` Efallai mai'r sail a olygwyd yw "${meant}".`}`,
    noBaseUpTo: (limit) =>
      `Nid yw sail y gyfran wedi'i chyhoeddi, ac nid oes yr un sail hyd at ${whole(limit)} yn ei chaniatáu.`,
    basesUpTo({ portion, first, limit }) {
      const many = {
        any: "yn unrhyw rif",
        "almost-any": "bron yn unrhyw rif",
        most: "yn un o'r rhan fwyaf o'r rhifau",
        some: "yn un o rai o'r rhifau",
      }[portion];
      return `Nid yw sail y gyfran wedi'i chyhoeddi: gallai fod ${many} o ${whole(first)} i ${whole(limit)}, felly ni ellir gwirio'r gyfran.`;
    },

    higherOrLower: ({ found, stated }) =>
      `Mae'r ffigur ${relations[found]}, ${found === stated ? "fel y dywedwyd" : `nid ${relations[stated]}`}.`,
    direction({ found, against, ...ends }) {
      const both = several([side(ends.from), side(ends.to)]);
      if (found === "disputed") return `Mae cyhoeddiadau'n anghytuno ar y cyfeiriad: ${both}.`;
      if (found === "disputed-against")
        return `Mae cyhoeddiadau'n anghytuno, ac nid yw'r un ohonynt yn cefnogi'r honiad: ${both}.`;
      if (found === "open") return `Mae'r ffigurau wedi'u talgrynnu, ac yn rhy agos at ei gilydd i ddweud: ${both}.`;
      return `${courses[found]}${against ? ", yn groes i'r honiad" : ""}: ${both}.`;
    },
    byChance: (probability) =>
      `Byddai gwahaniaeth o'r maint hwn yn digwydd ar hap mewn ${percentSign(probability, 0)} o achosion (prawf amodol union), felly nid yw'n arwyddocaol.`,
    degreeUndefined: (degree) => `Nid oes diffiniad i "${degree}", felly dim ond y cyfeiriad a gaiff ei farnu.`,

    fewPeriods: (count) => `Nifer y cyfnodau i'w cymharu: ${count}, sy'n rhy ychydig i sôn am record.`,
    recordUndecided: (of) =>
      `Mae'r ffigurau wedi'u talgrynnu, a'r un ar gyfer ${period(of)} yn rhy agos at un arall i ddweud.`,
    recordNotInFull: (of) => `Nid yw'r ffigur ar gyfer ${period(of)} yn hysbys yn llawn.`,
    recordDisputed: (of) =>
      `Mae cyhoeddiadau'n anghytuno ar y ffigur ar gyfer ${period(of)}, sy'n penderfynu'r record.`,
    noRecord: ({ extreme, earlier, own }) =>
      `Nid yw ${earlier.figure} (${period(earlier.period)}) yn ${extreme === "highest" ? "is" : "uwch"} na'r ffigur yn yr honiad: ${own.figure} (${period(own.period)}).`,
    isRecord({ extreme, figure: its, period: of, since, tied, figures }) {
      const equals = tied.length > 0 ? `, ac mae'n hafal i'r un ar gyfer ${tied.map(period).join(", ")}` : "";
      return `${its} (${period(of)}) yw'r ffigur ${extremes[extreme]}${figures === undefined ? "" : ` o blith ${numbers.whole(figures)}`} ers ${since}${equals}.`;
    },

    together: together(numbers),
    article,
    table,
  };
}

function together(numbers: Numbers): TogetherWords {
  const { decimal, percentSign } = numbers;
  const wholeNumbers = wholeNumbersIn(numbers);
  const formats = {
    percent: (value: Rational) => percentSign(value, 1),
    "percentage-points": (value: Rational) => `${decimal(value.mul(100), 1)} ${point.one}`,
    times: (value: Rational) => `${decimal(value, 2)} ${times.one}`,
    number: (value: Rational) => decimal(value, 0),
  } as const;
  const agreeing = (agrees: boolean, claim: string) =>
    `${agrees ? "sy'n cyd-fynd â'r" : "yn groes i'r"} honiad: ${claim}.`;
  const swapped = (claim: string) => `mae'r honiad, ${claim}, yn cymysgu canrannau a phwyntiau canran.`;
  const beside = (left: string, right: string) => `${left}, o'i gymharu â'r llall, ${right}`;
  return {
    named: (said, name) => `${said} (${name})`,
    interval({ low, high }, unit) {
      const [from, to] = [low, high].map((end) => (end ? formats[unit](end) : undefined));
      if (from !== undefined && to !== undefined) return from === to ? from : `${from} i ${to}`;
      return from !== undefined ? `${from} neu fwy` : to !== undefined ? `${to} neu lai` : "unrhyw rif";
    },
    sameThing: (first, second) => `Mae dau rif gwahanol am yr un peth: ${first}; ${second}.`,
    sameNumber: ({ said, areas: [a, b] }) =>
      `Rhoddir ${said} ar gyfer ${a.area} (${a.name}) ac ar gyfer ${b.area} (${b.name}): mae'n debyg mai ffigur un ohonynt yn unig ydyw.`,
    changeOfShare: ({ change, from, to }) =>
      `Newid mewn cyfran yw ${change}; niferoedd, y mesurir eu newid fel canran, yw'r rhain: ${from}; ${to}.`,
    changeOfCounts: ({ change, from, to, found, agrees }) => `O ${from} i ${to}: ${found}, ${agreeing(agrees, change)}`,
    noCountBefore: ({ change, to }) => `Ni allai unrhyw rif cyfan fod wedi bod yno cyn ${to} ar ôl newid o ${change}.`,
    countBefore: ({ change, to, period, ...range }) =>
      `Mae ${to} ar ôl newid o ${change} yn gadael ${range.first === range.last ? "dim ond " : ""}${wholeNumbers(range)} ar gyfer ${period}.`,
    changeOfShares({ change, from, to, points, relative, verdict }) {
      const shares = `O ${from} i ${to}: ${points}, neu ${relative}`;
      return verdict === "swapped"
        ? `${shares}; ${swapped(change)}`
        : `${shares}, ${agreeing(verdict === "agrees", change)}`;
    },
    comparisonOfCounts: ({ claim, left, right }) =>
      `Mae ${claim} yn sôn am gyfrannau; niferoedd, y mesurir eu gwahaniaeth fel nifer neu ganran, yw'r rhain: ${left}; ${right}.`,
    comparisonSwapped: ({ claim, left, right, points, times: ratio }) =>
      `${beside(left, right)}: ${points}, neu ${ratio}; ${swapped(claim)}`,
    comparison: ({ claim, left, right, found, agrees }) =>
      `${beside(left, right)}: ${found}, ${agreeing(agrees, claim)}`,
    order: ({ name, left, right, found, said }) =>
      `${beside(left, right)}: ${relations[found]}; yn ôl ${name}, ${relations[said]}.`,
    direction({ name, others, found, said }) {
      const ways = { up: "yn codi", down: "yn gostwng", flat: "heb newid" } as const;
      const go = `${several(others)}: ${ways[found]}`;
      return found === said ? `${go}, fel y dywed ${name}.` : `${go}; yn ôl ${name}, ${ways[said]}.`;
    },
    record: ({ name, now, before, period }) =>
      `Nid yw ${now} yn record, er bod ${name} yn dweud hynny: y ffigur ar gyfer ${period} yw ${before}.`,
    shareOfCounts: ({ share, part, whole, found, agrees, needed }) =>
      `${part} o ${whole}: ${found}, ${agreeing(agrees, share)}${needed ? ` Ar gyfer hynny, byddai'n rhaid i'r sail fod yn ${wholeNumbers(needed)}.` : ""}`,
    noBase: ({ part, share }) => `Nid oes rhif cyfan y gallai ${part} fod yn gyfran ohono fel y dywedir: ${share}.`,
    baseNeeded: ({ part, share, needed }) =>
      `Er mwyn i ${part} gyfateb i'r gyfran, ${share}, rhaid i'r sail fod yn ${wholeNumbers(needed)}.`,
    moreThanAll: (shares) =>
      `Mae'r cyfrannau hyn o'r un achosion yn fwy na'r cyfan gyda'i gilydd, ac ni all hynny fod oni bai bod un achos yn perthyn i sawl un: ${several(shares)}.`,
  };
}

const article: ArticleWords = {
  claim: (number) => `honiad ${number}`,
  notChecked: ({ text, unsaid }) => `Ni wiriwyd “${text}”. Gofynnwch: ${several([...new Set(unsaid.map(askedFor))])}.`,
};

function askedFor(part: UnsaidPart): string {
  switch (part) {
    case "cells":
      return "pa ffigurau yn y data a olygir";
    case "dataset":
      return "ar ba ffigurau y mae'n seiliedig, a ble cawsant eu cyhoeddi";
    case "measure":
      return "beth yn union a gyfrifwyd";
    case "area":
      return "pa ardal y mae'n sôn amdani";
    case "period":
      return "pa gyfnod y mae'n sôn amdano";
    case "from":
    case "since":
      return "ers pryd";
    case "to":
      return "hyd at ba bryd";
    case "whole":
      return "cyfran o beth ydyw";
    case "right":
      return "â beth y caiff ei gymharu";
    case "population":
      return "o faint";
    case "among":
      return "ymhlith pa rai eraill";
    case "extreme":
      return "ai hwnnw yw'r uchaf ynteu'r isaf";
    default:
      return `pa rai o'r categori "${part.category}"`;
  }
}

const verdicts = {
  supported: "ategwyd",
  refuted: "gwrthbrofwyd",
  "not-enough-evidence": "dim digon o dystiolaeth",
  "conflicting-evidence": "tystiolaeth sy'n gwrthdaro",
  "not-checkable": "ni ellir ei wirio",
} as const;

const roles: Readonly<Record<string, string>> = {
  of: "ffigur",
  from: "o",
  to: "i",
  part: "rhan",
  whole: "cyfan",
  otherWhole: "cyfan arall",
  left: "y naill",
  right: "y llall",
  among: "ymhlith",
  population: "poblogaeth",
  "among cases": "holl achosion",
  "among population": "holl boblogaeth",
};

const states: Readonly<Record<string, string>> = {
  suppressed: "heb ei ddangos",
  missing: "ddim ar gael",
  rounded: "wedi'i dalgrynnu",
};

const table: VerdictTableWords = {
  verdicts,
  facets: {
    value: "gwerth",
    unit: "uned",
    area: "ardal",
    period: "cyfnod",
    denominator: "sail",
    vintage: "cyhoeddiad",
    direction: "cyfeiriad",
  },
  findings: { consistent: "cyson", doubtful: "amheus", inconsistent: "anghyson" },
  together: "Yr honiadau ymhlith ei gilydd",
  note: () => "nodyn",
  evidence: "tystiolaeth",
  role: (role) => roles[role] ?? "ffigur",
  state: (state) => states[state] ?? "",
  more: (count) => `a ${count} arall`,
  total: ({ claims, verdicts: counts }) =>
    `Nifer yr honiadau: ${claims}${counts.map(({ verdict, count }) => `; ${verdicts[verdict]}: ${count}`).join("")}`,
};
