import {
  type DatasetSpec,
  type DimensionSpec,
  findDimension,
  isMeasured,
  isNotStated,
  measureDecimals,
  periodReadings,
  writeKey,
} from "../dataset/index.ts";
import { isForeign, isMoney } from "../survey/index.ts";
import type { ComparedPeriods } from "./compared-periods.ts";
import { type StarterTemplate, type TemplateData, templatesFor } from "./starter-templates.ts";

export interface StarterInput extends ComparedPeriods {
  /** The name of the dataset in code. */
  readonly name: string;
  /** The module of its definition, from the folder of the briefing's. */
  readonly module: string;
  readonly spec: DatasetSpec;
  /** The id of the measure that it is about. */
  readonly measure: string;
  /** Whether its figures are taken for running totals. */
  readonly isRunning?: boolean;
  /** Of the data file, from the folder of the module. */
  readonly dataPath: string;
  /** Of a text that is not UTF-8, the encoding that it was taken to be in. */
  readonly encoding?: string | undefined;
  /** How many periods the page tells of. */
  readonly periods: number;
  /** The first day of the forecasts after them, where the data has some. */
  readonly until: string | undefined;
  /** The label of the last period, where it is not over. */
  readonly underWay?: string | undefined;
  /** How many categories of the area dimension hold no other. */
  readonly areas: number;
  /** How many of them have a figure of what is told, and how many have none. */
  readonly ranked: RankedAreas;
  /** Whether an area has figures of other periods than the one that is told, and none of that. */
  readonly isSparse?: boolean;
  /** A category of each further dimension that has no total, to begin with. */
  readonly chosen: Readonly<Record<string, string>>;
  /** The label of the total of each further dimension that has one. */
  readonly totals: Readonly<Record<string, string>>;
  /** Whether figures of the measure are hidden or not there. */
  readonly hasGaps: boolean;
  /** The last period with a figure to show, where the latest has none. */
  readonly latest: string | undefined;
  /** What the data calls areas without a name: they have no rank among the others. */
  readonly unstated: string | undefined;
  /** Whether areas may be held against each other: `false` where the data says that they must not. Absent: they may. */
  readonly areRanked?: boolean;
  /** An area with figures, for data whose areas are not compared. */
  readonly only: string | undefined;
  /** The label of what is all areas together. */
  readonly whole?: string | undefined;
  /** Of data without areas, the dimension whose categories are compared. */
  readonly compared?: ComparedCategories | undefined;
  /**
   * Whether the shipped fonts have the letters of the figures' name, and of what they are of, and whether their periods are of one length: charts draw them.
   */
  readonly drawn: { readonly label: boolean; readonly names: boolean; readonly times: boolean };
  /** Whether nothing but the name of the file says what the title is. */
  readonly isCalledAsFile?: boolean;
  /** The shipped template that it is made on, one of `templatesOf`. Absent: the first of these. */
  readonly template?: StarterTemplate | undefined;
}

/** Areas by what readers see of them, in what a chart ranks. */
export interface RankedAreas {
  readonly figured: number;
  readonly hidden: number;
  /** Without a figure that anybody hid. */
  readonly absent: number;
  /** Whether what is hidden for the sake of others is counted as hidden: of many figures, that takes long to find out. */
  readonly areProtected: boolean;
}

/** Categories that a chart holds against each other. */
export interface ComparedCategories {
  readonly dimension: string;
  /** How many of them are compared. */
  readonly size: number;
  /** The labels of those that hold others of them, which would stand beside their parts. */
  readonly wholes: readonly string[];
}

/** What of the data templates depend on. */
export function templateData({ spec, periods, areas }: Pick<StarterInput, "spec" | "periods" | "areas">): TemplateData {
  const [area, time] = [findDimension({ spec }, "area"), findDimension({ spec }, "time")];
  const areaSpec = spec.dimensions[area ?? ""];
  const isRegional = area !== undefined && areas > 1;
  return {
    isRegional,
    hasPlaces: area !== undefined,
    changes: time !== undefined && periods > 1,
    hasWhole: !isRegional || (areaSpec !== undefined && areaSpec.role !== "time" && areaSpec.total !== undefined),
  };
}

const builders = { count: "count", rate: "rate", share: "rate", mean: "rate", quantity: "rate" } as const;

/** What makes the claims of a first briefing. */
const buildersOf = ({ builder, tellsChange, isRanked, isOnScale }: Parts): readonly string[] => [
  builder,
  ...(tellsChange ? ["change"] : []),
  ...(tellsChange && !isOnScale ? ["trend"] : []),
  ...(isRanked ? ["rank"] : []),
  ...(isRanked && !isOnScale ? ["standing"] : []),
];

/** A first briefing of a dataset, as TypeScript: its figures, what became of them, and how areas compare. */
export function writeBriefing(input: StarterInput): string {
  const { name } = input;
  const parts = partsOf(input);
  const { area, isRegional, changes } = parts;
  const charts = chartsOf(input, parts);
  const hasDecimals = parts.decimals !== undefined && charts.length > 0;
  const imports = [
    ...buildersOf(parts),
    ...(hasDecimals ? ["type MeasureSpec"] : []),
    ...(parts.hasBars ? ["table"] : []),
    "defineBriefing",
  ];
  const hasTrend = changes && input.drawn.label && input.drawn.times;
  const hasNames = input.drawn.label && input.drawn.names;
  const recipes = [
    ...(hasNames && (parts.hasRanking || input.compared) ? ["rankingSpec"] : []),
    ...(hasTrend ? ["trendSpec"] : []),
  ];
  const title = inTemplate(titleWith(input));
  const parameter = `{ kind: "category", dataset: ${JSON.stringify(name)}, dimension: ${JSON.stringify(area)} }`;
  const lines = [
    `import { ${imports.sort().join(", ")} } from "briefwright";`,
    ...(recipes.length > 0 ? [`import { ${recipes.join(", ")} } from "briefwright/charts";`] : []),
    `import { ${name} } from ${JSON.stringify(input.module)};`,
    "",
    ...dataOf(input),
    "",
    ...(hasDecimals
      ? [
          "// Charts have as many decimals as the text: those of the measure in dataset.ts.",
          `const { decimals = ${parts.decimals} }: MeasureSpec = ${name}.spec.measures[${JSON.stringify(parts.measure)}];`,
          "",
        ]
      : []),
    "export default defineBriefing({",
    ...(input.isCalledAsFile ? [`  // ${titleByFile}`] : []),
    `  title: ${JSON.stringify(isRegional ? `${title}: {{area.label}}` : title)},`,
    ...([titleWith(input), input.spec.measures[input.measure]?.label ?? ""].some(isForeign)
      ? [`  // ${namesAsTheyStand}`]
      : []),
    '  lang: "en-GB",',
    `  description: ${JSON.stringify(`${title}.`)},`,
    `  datasets: { ${name} },`,
    ...(isRegional ? [`  parameters: { area: ${parameter} },`] : []),
    `  claims: ({ ${name}${isRegional ? ", area" : ""} }) => ({`,
    ...claimsOf(input, parts),
    "  }),",
    ...(parts.hasBars ? tablesOf(input, parts) : []),
    ...(charts.length > 0 ? ["  charts: {", ...charts, "  },"] : []),
    `  template: ${JSON.stringify(input.template ?? templatesFor(templateData(input))[0])},`,
    ...partialsOf(input, parts),
    '  stylesheets: [new URL("./briefing.css", import.meta.url)],',
    "});",
  ];
  return `${lines.join("\n")}\n`;
}

/** Where the data is, and the encoding that nothing but its letters tell. */
function dataOf({ name, dataPath, encoding }: StarterInput): readonly string[] {
  const file = `new URL(${JSON.stringify(dataPath)}, import.meta.url)`;
  if (encoding === undefined) return [`export const data = { ${name}: ${file} };`];
  return [
    `// ${guessedEncoding}`,
    `export const data = { ${name}: { file: ${file}, encoding: ${JSON.stringify(encoding)} } };`,
  ];
}
const guessedEncoding = "The encoding was told by the letters alone: say another where names look wrong.";

/**
 * The title of the dataset, or what the figures are called where that says nothing, with what they are of where it is not all: `Homes
 * (energy rating: D)`.
 */
function titleWith({ spec, measure, chosen }: StarterInput): string {
  const own = spec.measures[measure];
  const title = genericTitle.test(spec.title) ? (own?.label ?? spec.title) : spec.title;
  // A figure of one of several measures, a part of what the title says perhaps, is called as it is itself.
  const isUnnamed = own !== undefined && Object.keys(spec.measures).length > 1 && !namesWords(title, own.label);
  const parts = [
    ...(isUnnamed ? [own.label] : []),
    ...Object.entries(chosen).map(
      ([dimension, label]) => `${inTitle(spec.dimensions[dimension]?.label ?? dimension)}: ${label}`,
    ),
  ];
  return parts.length === 0 ? title : `${title} (${parts.join(", ")})`;
}

/** The name of a dimension within a title: without how many categories it has, and a word of the language, which no capital within it says is none, without its own capital. */
function inTitle(label: string): string {
  const plain = label.replace(/\s*\(\d+ categories\)$/iu, "");
  return isForeign(plain) || /\p{Lu}.*\p{Lu}/u.test(plain) ? plain : plain.toLowerCase();
}

/** Over so many years, prices have risen enough to be said. */
const fewestOfPrices = 2;

/** What a page says of its figures that the data does not: that no period is known, that the last one is not over, or that money of several years is told as it stands. */
export function toldToReaders(input: StarterInput, years: number): readonly string[] {
  const { spec, measure, isComparable } = input;
  const title = titleWith(input);
  const hasPeriod =
    findDimension({ spec }, "time") !== undefined ||
    yearsIn(title) === 1 ||
    Object.values(input.chosen).some(namesPeriod);
  const own = spec.measures[measure];
  const isOfPrices =
    isComparable &&
    years >= fewestOfPrices &&
    own !== undefined &&
    isMoney({ ...own.unit, other: own.unit.other.replace(/ per .+$/u, "") }) &&
    !saysPrices.test(`${title} ${own.label}`);
  return [
    ...(hasPeriod ? [] : [noPeriod]),
    ...(input.underWay === undefined ? [] : [isNotOver(inTemplate(input.underWay))]),
    ...(input.isRunning === true && own?.overTime !== "cumulative" ? [upToThen] : []),
    ...(isOfPrices ? [asTheyStand] : []),
  ];
}
/** Whether a category is one of periods that the data has as names: `15/10/20 - 21/10/20`. */
const namesPeriod = (label: string): boolean =>
  periodReadings(label).length > 0 || /(?<!\d)\d{1,2}([/.-])\d{1,2}\1(?:\d{2}|\d{4})(?!\d)/u.test(label);

/** How many years a text names: of a span of them, nothing says which one figures are of. */
const yearsIn = (text: string): number =>
  new Set(text.match(/(?<!\d)(?:1[6-9]|20)\d{2}(?:[/–-]\d{2}(?!\d))?(?!\d)/gu)).size;
const saysPrices =
  /\b(?:real|nominal|cash|constant|current|chained|deflated|(?:19|20)\d{2}(?:[/–-]\d{2,4})? prices)\b/iu;
const upToThen = "Each figure is taken for a running total: of all up to its date, and not of that time alone.";
const isNotOver = (label: string): string =>
  `The data go on into ${label}, which was not over when this page was begun: what they hold of it is not told here.`;
const noPeriod = "This page does not tell the period of its figures.";
const asTheyStand =
  "Amounts are as they stand in the data: nothing here allows for prices that changed between the years.";

/** Whether a text has a label in it, as words of its own: that of a column `A` is in no other word. */
const namesWords = (text: string, label: string): boolean => ` ${wordsIn(text)} `.includes(` ${wordsIn(label)} `);
const wordsIn = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

const titleByFile = "Called as the file or its figures are: say what readers should see, and of which place and time.";

const namesAsTheyStand =
  "The sentences of the page are English, its names as the data has them: translate titles, labels and units in dataset.ts.";

/** Names of files and sheets that say nothing of what is in them. */
const genericTitle =
  /^(?:(?:data(?:sets?|base)?|tables?|results?|outputs?|figures?|export(?:ed)?|download(?:ed)?|reports?|files?|sheets?|csv|raw|clean(?:ed)?|final|all|full|main|master|new|charts?|v?\d+|data for|by)[ _-]*)+$/iu;

/** A text in a template: as it is, or as a literal where a figure in it is none of the data. */
export function inTemplate(text: string): string {
  const plain = text.replaceAll(/[{}"]/gu, "");
  return /\p{N}/u.test(plain) ? `{{literal "${plain}"}}` : plain;
}

interface Parts {
  readonly measure: string;
  readonly builder: string;
  /** How many decimals the figures have where the dataset does not say, for measures whose charts name a format. */
  readonly decimals: number | undefined;
  /** Further options of a chart's recipe: the title of its figures, by the name that the recipe gives it, and their format. */
  readonly titled: (name: "yTitle" | "valueTitle", more?: string) => string;
  readonly area: string | undefined;
  readonly time: string | undefined;
  /** The period of the first figures. */
  readonly latest: string;
  readonly isRegional: boolean;
  readonly changes: boolean;
  /** Whether sentences tell what became of figures: in per cent, which says nothing of what may be percentages, degrees or an index itself. */
  readonly tellsChange: boolean;
  /** Whether figures are told on a scale whose zero is no nothing, so that they differ by so many degrees, and by no per cent or times. */
  readonly isOnScale: boolean;
  readonly isRanked: boolean;
  /** Whether areas may be held against each other. */
  readonly areRanked: boolean;
  /** Whether areas are compared by bars within a table, in place of a chart. */
  readonly hasBars: boolean;
  /** Whether a chart ranks them. */
  readonly hasRanking: boolean;
  /** What selects the figure of an area, without its period. */
  readonly selected: readonly string[];
}

function partsOf(input: StarterInput): Parts {
  const { spec, measure, chosen, unstated, areRanked = true, only, latest = "latest" } = input;
  const { measures } = spec;
  const measureSpec = measures[measure];
  const [area, time] = [findDimension({ spec }, "area"), findDimension({ spec }, "time")];
  const data = templateData(input);
  const { changes } = data;
  const isRegional = data.isRegional && input.template !== "national";
  const hasBars = areRanked && area !== undefined && input.areas >= fewestWithBars && input.areas <= mostWithBars;
  const areaSpec = spec.dimensions[area ?? ""];
  const hasTotal = areaSpec?.role !== "time" && areaSpec?.total !== undefined;
  const selected = [
    ...(Object.keys(measures).length > 1 ? [`measure: ${JSON.stringify(measure)}`] : []),
    ...Object.entries(chosen).map(([dimension, label]) => `${writeKey(dimension)}: ${JSON.stringify(label)}`),
    ...(area !== undefined && !isRegional && !hasTotal && only !== undefined
      ? [`${writeKey(area)}: ${JSON.stringify(only)}`]
      : []),
  ];
  const decimals =
    measureSpec === undefined || measureSpec.statType === "count"
      ? undefined
      : measureDecimals({ statType: measureSpec.statType });
  const format = decimals === undefined ? "" : `, format: \`,.\${decimals}f\``;
  return {
    measure,
    builder: builders[measureSpec?.statType ?? "count"],
    decimals,
    titled: (name, more = "") => `${name}: ${JSON.stringify(`${titleOfAxis(input)}${more}`)}${format}`,
    area,
    time,
    latest,
    isRegional,
    isRanked: isRegional && areRanked && unstated === undefined,
    areRanked,
    hasBars,
    hasRanking: isRegional && areRanked && !hasBars,
    changes,
    tellsChange:
      changes && input.isComparable && (measureSpec?.statType === "count" || !isNotStated(measureSpec?.unit)),
    isOnScale: measureSpec !== undefined && ofDegrees.test(measureSpec.unit.other),
    selected,
  };
}
/** The units of temperatures. */
const ofDegrees = /^degrees?(?: (?:celsius|fahrenheit|centigrade))?$|^°\s?[cf]$/iu;

/** An axis has room for a title of so many letters. */
const mostOfAxis = 60;

/** What the figures of a chart are called on one line; the page's title has the whole of a long label. */
function titleOfAxis({ spec, measure }: StarterInput): string {
  const label = titleWithUnit(spec, measure);
  if (label.length <= mostOfAxis) return label;
  const cut = label.slice(0, mostOfAxis);
  const end = cut.lastIndexOf(" ");
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[\s\p{P}]+$/u, "")}…`;
}

/**
 * What a measure is called above its figures: with what they are told in, where its name does not say that, `GDP (million pounds)`. A count is told in
 * what it is called.
 */
function titleWithUnit({ measures }: StarterInput["spec"], measure: string): string {
  const spec = measures[measure];
  const { label = measure, unit } = spec ?? {};
  const { times = "", things = "" } = scaledUnit.exec(unit?.other ?? "")?.groups ?? {};
  const said = times !== "" && namesWords(label, things) ? times : (unit?.other ?? "");
  const isTold = times !== "" || (spec !== undefined && isMeasured(spec));
  return !isTold || !/^\p{L}/u.test(said) || /\p{N}/u.test(said) || namesWords(label, said)
    ? label
    : `${label} (${said})`;
}
const scaledUnit = /^(?<times>thousand|million|billion)s? (?<things>.+)$/u;

const ofArea = ({ area, isRegional }: Parts): readonly string[] =>
  !isRegional || area === undefined ? [] : [area === "area" ? "area" : `${writeKey(area)}: area`];
const latestOf = ({ time, latest }: Parts): readonly string[] =>
  time === undefined ? [] : [`${writeKey(time)}: ${JSON.stringify(latest)}`];

function claimsOf(
  { name, from, since, isYearOnYear, isSparse = false }: StarterInput,
  parts: Parts,
): readonly string[] {
  const of = (...more: readonly string[]) =>
    `${name}, { ${[...parts.selected, ...ofArea(parts), ...more].join(", ")} }`;
  const among = `among: ${JSON.stringify(parts.area)}`;
  return [
    `    total: ${parts.builder}(${of(...latestOf(parts))}),`,
    ...(isSparse && parts.isRegional && parts.time !== undefined
      ? [
          "    // Said where an area has no figure of that period.",
          `    last: ${parts.builder}(${of(`${writeKey(parts.time)}: "latest-available"`)}),`,
        ]
      : []),
    ...(parts.tellsChange
      ? [
          ...(isYearOnYear ? [`    // ${yearOnYear}`] : []),
          `    rise: change(${of(...spanOf(from ?? "previous", parts))}${asDifference(parts)}),`,
          ...(parts.isOnScale
            ? []
            : [`    trend: trend(${of(...spanOf(since ?? "first", parts), ...(parts.isRanked ? [among] : []))}),`]),
        ]
      : []),
    ...ranksOf(parts, of(...latestOf(parts), among)),
  ];
}

const yearOnYear =
  'Nothing says that figures are adjusted for seasons: compared with the same time of other years. With a later edition, name its own; "previous" is the period before.';

/** Where an area stands among the others; what may be of several levels is ranked once somebody says that it is not. */
function ranksOf({ isRanked, isRegional, areRanked, isOnScale }: Parts, selected: string): readonly string[] {
  const ranks = [`rank: rank(${selected}),`, ...(isOnScale ? [] : [`standing: standing(${selected}),`])];
  if (isRanked) return ranks.map((line) => `    ${line}`);
  if (!isRegional || areRanked) return [];
  return [
    `    // None are ranked: dataset.ts says why. Where they may be compared, import ${isOnScale ? "rank" : "rank and standing"}, and add:`,
    ...ranks.map((line) => `    // ${line}`),
  ];
}

const asDifference = ({ isOnScale }: Parts): string => (isOnScale ? ', { mode: "absolute" }' : "");

const spanOf = (from: string, { latest }: Parts): readonly string[] => [
  `from: ${JSON.stringify(from)}`,
  `to: ${JSON.stringify(latest)}`,
];

/** So many areas are compared by bars within a table: fewer are seen better in a chart, and of more a chart shows the largest. */
const [fewestWithBars, mostWithBars] = [13, 150];

/** All areas, the highest first, with bars: a name without a figure, since a heading is no place for one. */
function tablesOf({ name, spec, from, unstated }: StarterInput, parts: Parts): readonly string[] {
  const { area = "", measure, isRegional } = parts;
  const plain = (label: string | undefined, other: string) =>
    label === undefined || /\p{N}/u.test(label) ? other : label;
  const figures = plain(titleWithUnit(spec, measure), "Figures");
  const areas = plain(spec.dimensions[area]?.label, "Area");
  const of = (...more: readonly string[]) =>
    `${name}, { ${[...parts.selected, area === "area" ? "area" : `${writeKey(area)}: area`, ...more].join(", ")} }`;
  const rows = `${name}.leaves(${JSON.stringify(area)})`;
  return [
    `  tables: ({ ${name}${isRegional ? ", area: own" : ""} }) => ({`,
    '    "by-area": table({',
    `      caption: ${JSON.stringify(`${figures}, by ${areas.toLowerCase()}`)},`,
    `      rowHeader: ${JSON.stringify(areas)},`,
    `      rows: ${unstated === undefined ? rows : `${rows}.filter(({ label }) => label !== ${JSON.stringify(unstated)})`},`,
    "      columns: {",
    `        figure: { header: ${JSON.stringify(figures)}, cell: (area) => ${parts.builder}(${of(...latestOf(parts))}), bars: true },`,
    ...(parts.tellsChange
      ? [
          `        change: { header: "Change", cell: (area) => change(${of(...spanOf(from ?? "previous", parts))}${asDifference(parts)}), show: "signed" },`,
        ]
      : []),
    "      },",
    '      sort: { by: "figure", order: "descending" },',
    ...(isRegional ? ["      highlight: own.id,"] : []),
    "    }),",
    "  }),",
  ];
}

/** So many periods have room for signs of gaps right beside each other. */
const mostWithGaps = 24;

/** Of more areas, the chart of each of many pages draws only so many. */
const [mostRanked, mostDrawn] = [150, 20];

function chartsOf(input: StarterInput, parts: Parts): readonly string[] {
  const { name, totals, hasGaps, periods, until, whole } = input;
  const { area, time, measure, isRegional, changes } = parts;
  // A claim is of totals unless it says otherwise, and rows are of all that there is.
  const selected = [...parts.selected, ...totalsOf(totals)];
  const ofWhole = isRegional || area === undefined || whole === undefined ? {} : { [area]: whole };
  const numbers = titleOfAxis(input).match(/\d[\d.,]*/gu) ?? [];
  const literalsOf = (own: readonly string[]) => (own.length > 0 ? [`      literals: ${JSON.stringify(own)},`] : []);
  // The text is of all periods: a chart of the latest alone says so.
  const isOfLatest = hasGaps && periods > mostWithGaps;
  // Forecasts stand on no line of what has happened.
  const ofThese = `${until === undefined ? "" : `.filter(({ periodStart }) => String(periodStart) < ${JSON.stringify(until)})`}${isOfLatest ? `.slice(-${mostWithGaps})` : ""}`;
  const trend = [
    "    trend: {",
    ...literalsOf(isOfLatest ? [...numbers, String(mostWithGaps)] : numbers),
    `      spec: trendSpec({ x: ${JSON.stringify(time)}, y: ${JSON.stringify(measure)}, ${parts.titled("yTitle", isOfLatest ? ` (latest ${mostWithGaps} periods)` : "")} }),`,
    `      data: ({ ${name}${isRegional ? ", area" : ""} }) =>`,
    `        ${name}.where({ ${[...selected, ...totalsOf(ofWhole), ...ofArea(parts)].join(", ")} })${ofThese},`,
    "    },",
  ];
  const withSome = (all: number) => literalsOf(all > mostRanked ? [...numbers, String(mostDrawn)] : numbers);
  const ranking = rankingOf(input, { ...parts, literals: withSome(areasIn(input.ranked)), selected });
  const { label, names, times } = input.drawn;
  return [
    ...(changes && label && times ? trend : []),
    ...(label && names && parts.hasRanking ? ranking : []),
    ...(label && names && input.compared
      ? breakdownOf(input, input.compared, {
          ...parts,
          literals: literalsOf(numbers),
          totals: totalsOf(totals),
        })
      : []),
  ];
}

/** What replaces parts of the template: the first paragraph, and the name of a chart that draws some of all. */
function partialsOf({ ranked, drawn }: StarterInput, { hasRanking }: Parts): readonly string[] {
  const introduction = 'introduction: new URL("./introduction.hbs", import.meta.url)';
  if (!hasRanking || areasIn(ranked) <= mostRanked || !drawn.label || !drawn.names) {
    return [`  partials: { ${introduction} },`];
  }
  const some = `The highest {{literal "${mostDrawn}"}} of ${rankedOf(ranked)}, and this one wherever it ranks${leftOut(ranked)}`;
  return [
    "  partials: {",
    `    ${introduction},`,
    ...(ranked.areProtected && hasGapsIn(ranked) ? [`    // ${countedOnce}`] : []),
    `    "caption-ranking": { text: ${JSON.stringify(some)}, file: "briefing.ts" },`,
    "  },",
  ];
}

const countedOnce =
  "How many have a figure was counted as this was written: with other data, or other disclosure in dataset.ts, write this file anew, as README.md says.";

const literal = (count: number): string => `{{literal "${count.toLocaleString("en-GB")}"}}`;
/** How many have a rank, known or not. */
const areasIn = ({ figured, hidden }: RankedAreas): number => figured + hidden;
/** Whether some may have no figure that is shown. */
const hasGapsIn = ({ hidden, absent, areProtected }: RankedAreas): boolean => hidden + absent > 0 || !areProtected;

const rankedOf = (ranked: RankedAreas): string => {
  if (!ranked.areProtected) return "those with a figure that is shown";
  return hasGapsIn(ranked) ? `the ${literal(ranked.figured)} with a figure that is shown` : literal(ranked.figured);
};

/** Sentences on the areas that have no figure to be ranked by: one that is hidden as `<5` is no candidate for the highest, and of another nobody knows. */
function leftOut({ hidden, absent, areProtected }: RankedAreas): string {
  if (!areProtected) return `. Any that are hidden have ${noRank}`;
  const said = [
    ...(hidden > 0
      ? [`${literal(hidden)} ${hidden === 1 ? "is hidden, and has" : "are hidden, and have"} ${noRank}`]
      : []),
    ...(absent > 0 ? [`${literal(absent)} ${absent === 1 ? "has" : "have"} no figure`] : []),
  ];
  return said.map((text) => `. ${text}`).join("");
}
const noRank = "no rank here, high or low";

interface Written extends Parts {
  readonly literals: readonly string[];
}

const totalsOf = (totals: StarterInput["totals"]): readonly string[] =>
  Object.entries(totals).map(([dimension, label]) => `${writeKey(dimension)}: ${JSON.stringify(label)}`);

/** What a chart says of more bars than it draws: that they are some of all. */
const someDrawn = (all: RankedAreas): string =>
  areasIn(all) > mostRanked ? ` (highest ${mostDrawn}${hasGapsIn(all) ? " of those shown" : ""})` : "";

/** All areas, the briefing's own marked. */
function rankingOf({ name, unstated, ranked }: StarterInput, parts: Written): readonly string[] {
  const { area, measure, literals, selected } = parts;
  const [key, own] = [JSON.stringify(measure), JSON.stringify(area)];
  return [
    "    ranking: {",
    ...literals,
    `      spec: rankingSpec({ category: ${JSON.stringify(area)}, value: ${JSON.stringify(measure)}, ${parts.titled("valueTitle", someDrawn(ranked))} }),`,
    `      data: ({ ${name}, area }) =>`,
    `        ${name}`,
    `          .where({ ${[...selected, ...latestOf(parts)].join(", ")} })`,
    ...(unstated === undefined
      ? []
      : [`          .filter((row) => row[${JSON.stringify(area)}] !== ${JSON.stringify(unstated)})`]),
    ...(areasIn(ranked) > mostRanked
      ? [
          `          // Of ${ranked.areProtected ? `${ranked.figured} areas` : "the areas"} with a figure, the largest and this one: there is no room for more. What has none, hidden or not there, has no rank.`,
          `          .filter((row) => row[${key}] !== null || row[${own}] === area.label)`,
          `          .sort((one, other) => Number(other[${key}] ?? Number.NEGATIVE_INFINITY) - Number(one[${key}] ?? Number.NEGATIVE_INFINITY))`,
          `          .filter((row, index) => index < ${mostDrawn} || row[${own}] === area.label)`,
        ]
      : []),
    `          .map((row) => ({ ...row, highlight: row[${JSON.stringify(area)}] === area.label })),`,
    "    },",
  ];
}

/** Of data without areas, the categories that the first figure is one of: of more than a page holds, the recipe draws some, and says below how many of how many. */
function breakdownOf(
  { name, chosen, latest }: StarterInput,
  { dimension, wholes }: ComparedCategories,
  parts: Written & { readonly totals: readonly string[] },
): readonly string[] {
  const { measure, literals, totals } = parts;
  // The text beside it may be of all periods.
  const ofWhen = parts.changes && latest === undefined ? " (latest period)" : "";
  const [key, own] = [JSON.stringify(dimension), JSON.stringify(chosen[dimension])];
  const selected = [...parts.selected.filter((text) => text !== `${writeKey(dimension)}: ${own}`), ...totals];
  return [
    "    breakdown: {",
    ...literals,
    `      spec: rankingSpec({ category: ${key}, value: ${JSON.stringify(measure)}, ${parts.titled("valueTitle", ofWhen)} }),`,
    `      data: ({ ${name} }) =>`,
    `        ${name}`,
    `          .where({ ${[...selected, ...latestOf(parts)].join(", ")} })`,
    ...withoutWholes({ name, key, wholes }),
    `          .map((row) => ({ ...row, highlight: row[${key}] === ${own} })),`,
    "    },",
  ];
}

/** So many names are listed in a filter; of more, those stay that hold no other. */
const mostListed = 12;

/** What holds others is no bar beside them. */
function withoutWholes({
  name,
  key,
  wholes,
}: Pick<StarterInput, "name"> & { readonly key: string; readonly wholes: readonly string[] }): readonly string[] {
  if (wholes.length === 0) return [];
  const left =
    wholes.length > mostListed
      ? `${name}.leaves(${key}).some(({ label }) => label === row[${key}])`
      : `!${JSON.stringify(wholes)}.includes(String(row[${key}]))`;
  return [
    "          // What holds others of them would stand beside its parts.",
    `          .filter((row) => ${left})`,
  ];
}

/** Dimensions whose categories a first figure has to choose from: neither areas nor periods, without a total. */
export const chosenDimensions = (dimensions: Readonly<Record<string, DimensionSpec>>): readonly string[] =>
  Object.entries(dimensions).flatMap(([id, own]) => (own.role === "category" && own.total === undefined ? [id] : []));
