import { basename, relative, resolve, sep } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import {
  type Category,
  type Dataset,
  type DatasetSpec,
  findDimension,
  isNotStated,
  type Period,
  periodDays,
} from "../dataset/index.ts";
import { isOfOtherScript } from "../fonts/index.ts";
import { type Comparability, isNameOfFile, isRank, isTotal, mayBeCompared } from "../survey/index.ts";
import { namedAreas, type Start, unstatedArea } from "./choose-start.ts";
import type { StarterTemplate } from "./starter-templates.ts";
import { nameOf } from "./title-of.ts";
import {
  type ComparedCategories,
  inTemplate,
  type RankedAreas,
  type StarterInput,
  toldToReaders,
  writeBriefing,
} from "./write-briefing.ts";

/** What is written into the folder beside the definition, `dataset.ts`. */
export const starterFiles = ["briefing.ts", "introduction.hbs", "briefing.css", "package.json", "README.md"] as const;

/** What the files of a first briefing are written from. */
export interface Starter {
  readonly file: string;
  readonly folder: string;
  /** The module of the definition in the folder, and the name that it exports the definition by. */
  readonly definition: { readonly module: string; readonly name: string };
  readonly spec: DatasetSpec;
  /** What a guess says of a dimension that the definition has as it was guessed: whether its categories may stand beside each other. */
  readonly comparabilityOf: (dimension: string) => Comparability | undefined;
  readonly dataset: Dataset;
  /** The data as readers see it, with all that its disclosure hides. Absent: that takes long to find out. */
  readonly shown: Dataset | undefined;
  readonly start: Start;
  readonly template: StarterTemplate | undefined;
  /** Of a text that is not UTF-8, as its letters say. */
  readonly encoding: string | undefined;
}

/** What is written into the folder beside the definition. */
export function filesOf(starter: Starter): Readonly<Record<(typeof starterFiles)[number], string>> {
  const { file, folder, definition, spec, comparabilityOf, dataset, start, template, encoding } = starter;
  const data = relative(resolve(folder), resolve(file));
  const path = data.split(sep).map(encodeURIComponent).join("/");
  const area = findDimension({ spec }, "area");
  const { happened, area: first, ...shown } = start;
  const { measure, chosen, isComparable } = shown;
  const own = spec.measures[measure];
  const isOfRanks = own !== undefined && isRank(own);
  const isUnknown = isOfNothingSaid(dataset, { spec, measure });
  const unstated = unstatedArea(spec);
  const only = area === undefined || first === undefined ? undefined : dataset.category(area, first)?.label;
  const total = area === undefined ? undefined : spec.dimensions[area];
  const whole = total === undefined || total.role === "time" ? undefined : total.total;
  const areas = comparedAreas(dataset, starter);
  // One chart draws nothing that may be of several kinds or units, that counts the same people again, or that may hold another.
  const alike = Object.keys(chosen).filter((id) => mayBeCompared(comparabilityOf(id)));
  const compared = area === undefined ? mostCategories(dataset, { spec, dimensions: alike }) : undefined;
  const each = eachArea(starter);
  const input: StarterInput = {
    ...definition,
    ...shown,
    spec,
    dataPath: path.startsWith("..") ? path : `./${path}`,
    encoding,
    periods: happened.periods.length,
    until: happened.until,
    underWay: happened.underWay?.label,
    areas,
    ranked: rankedAreas(starter, areas),
    isSparse: areas > 0 && happened.until === undefined && isSparse(starter),
    isComparable: isComparable && !isOfRanks,
    unstated,
    areRanked: (area === undefined || mayBeCompared(comparabilityOf(area))) && !isOfRanks && !isUnknown,
    only,
    whole: whole === undefined ? undefined : dataset.category(area ?? "", whole)?.label,
    isCalledAsFile: isNameOfFile({ called: nameOf(file), title: spec.title }),
    drawn: {
      label: !isOfOtherScript(spec.measures[measure]?.label ?? ""),
      names: !namesIn(dataset, [area ?? compared?.dimension ?? ""]).some(isOfOtherScript),
      times: areOfOneLength(dataset, measure),
    },
    compared,
    template,
  };
  return {
    "briefing.ts": writeBriefing(input),
    "introduction.hbs": introduction([
      ...toldToReaders(input, yearsBetween(happened.periods)),
      ...readFrom(file, spec.layout?.sheets),
    ]),
    "briefing.css": stylesheet,
    "package.json": `${JSON.stringify(
      {
        private: true,
        type: "module",
        scripts: { build: `briefwright build briefing.ts${each} --out out` },
        dependencies: { briefwright: `^${packageJson.version}` },
      },
      null,
      2,
    )}\n`,
    "README.md": readme({ each, data }),
  };
}

/** Whether figures lie on both sides of zero and nothing says what they are told in: which of them is the highest says nothing of the areas. */
function isOfNothingSaid(
  { observations }: Dataset,
  { spec, measure }: { readonly spec: DatasetSpec; readonly measure: string },
): boolean {
  if (!isNotStated(spec.measures[measure]?.unit)) return false;
  const values = observations.flatMap(({ measure: own, cell }) =>
    own === measure && cell.state === "value" ? [cell.value] : [],
  );
  return values.some((value) => value < 0) && values.some((value) => value > 0);
}

/** From the first of some periods to the last, in years. */
const yearsBetween = (periods: readonly Period[]): number =>
  Number(periods.at(-1)?.start.slice(0, 4) ?? 0) - Number(periods[0]?.start.slice(0, 4) ?? 0);

/** The first paragraph, and what readers have to know of the figures that the data does not say. */
const introduction = (told: readonly string[]): string => `{{#known claim="total"}}
<p class="standfirst">{{lead "total"}}{{note "total"}}</p>
{{else}}
<p class="standfirst">{{> sentence-absent}}</p>
{{/known}}
${told.map((text) => `<p>${text}</p>\n`).join("")}`;

/** Which file, and which sheet of it, the figures of a page are read from, where that is one. */
function readFrom(file: string, sheets: NonNullable<DatasetSpec["layout"]>["sheets"]): readonly string[] {
  const [sheet, ...others] = [sheets ?? []].flat().map(String);
  const isOne = sheet !== undefined && others.length === 0 && !sheet.includes("{");
  return [`Read from the file ${inTemplate(basename(file))}${isOne ? `, its sheet ${inTemplate(sheet)}` : ""}.`];
}

const stylesheet = `/* Your colours and fonts: the properties at the top of the package's templates/briefing.css.
   :root { --brand: #1d4f91; } */
`;

/** A path as a shell takes it. */
const quoted = (path: string): string => (/^[\w./@%+-]+$/u.test(path) ? path : `"${path}"`);

const readme = ({ each, data }: { readonly each: string; readonly data: string }): string => `# A briefing

- \`dataset.ts\` says what the columns of the data mean. Read its comments: they are what the table did not tell.
- \`briefing.ts\` says which figures and charts the briefing has, and the template that it is made on. It goes by the names of
  \`dataset.ts\`: once these are right, delete it and have it written anew by
  \`npx briefwright init ${quoted(data)} --dataset dataset.ts\`.
- \`introduction.hbs\` is the first paragraph; the rest is a template that ships with briefwright.
- \`briefing.css\` has the colours.

\`\`\`sh
npx briefwright build briefing.ts${each} --out out
\`\`\`
`;

/** The dimension among those that a figure is chosen from that has the most categories, where these are several, without what holds others of them. */
function mostCategories(
  dataset: Dataset,
  { spec, dimensions }: { readonly spec: DatasetSpec; readonly dimensions: readonly string[] },
): ComparedCategories | undefined {
  const sized = dimensions.map((dimension) => {
    const all = dataset.categories(dimension);
    const own = spec.dimensions[dimension];
    const declared = own === undefined || own.role === "time" ? [] : [own.total, ...Object.keys(own.holds ?? {})];
    const leaves = new Set(dataset.leaves(dimension).map(({ id }) => id));
    const isWhole = ({ id, label }: Category) => declared.includes(id) || !leaves.has(id) || isTotal(label);
    const wholes = all.filter(isWhole).map(({ label }) => label);
    return { dimension, size: all.length - wholes.length, wholes };
  });
  const [first] = sized.sort((a, b) => b.size - a.size);
  return first && first.size > 1 ? first : undefined;
}

/** How many areas are compared: none where the first figures are of all of them together. */
export function comparedAreas(dataset: Dataset, { spec, start }: Pick<Starter, "spec" | "start">): number {
  const leaves = namedAreas(dataset, spec);
  return leaves.some(({ id }) => id === start.area) ? leaves.length : 0;
}

/** What readers see of the areas that are compared, in what the first chart is of: others have figures of earlier periods alone. */
function rankedAreas({ dataset, shown, spec, start }: Starter, compared: number): RankedAreas {
  const none = { figured: compared, hidden: 0, absent: 0, areProtected: true };
  const [area, time] = [findDimension({ spec }, "area"), findDimension({ spec }, "time")];
  const last = start.latest ?? start.happened.periods.at(-1)?.label;
  if (area === undefined || compared === 0) return none;
  const labels = {
    ...start.chosen,
    ...start.totals,
    ...(time === undefined || last === undefined ? {} : { [time]: last }),
  };
  const wanted = Object.entries(labels).map(([id, label]) => [id, dataset.category(id, label)?.id] as const);
  const cells = new Map(
    (shown ?? dataset).observations.flatMap(({ measure, at, cell }) =>
      measure === start.measure && wanted.every(([id, own]) => at[id] === own) ? [[at[area], cell.state]] : [],
    ),
  );
  const states = namedAreas(dataset, spec).map(({ id }) => cells.get(id) ?? "missing");
  const hidden = states.filter((state) => state === "suppressed").length;
  const absent = states.filter((state) => state === "missing").length;
  return { figured: states.length - hidden - absent, hidden, absent, areProtected: shown !== undefined };
}

/** Whether an area that pages are built of has figures to show of other periods alone. */
function isSparse({ dataset, spec, start }: Starter): boolean {
  const [area, time] = [findDimension({ spec }, "area"), findDimension({ spec }, "time")];
  if (area === undefined || time === undefined) return false;
  const wanted = Object.entries({ ...start.chosen, ...start.totals }).map(
    ([id, label]) => [id, dataset.category(id, label)?.id] as const,
  );
  const told = dataset.observations.filter(
    ({ measure, at, cell }) =>
      measure === start.measure && cell.state !== "missing" && wanted.every(([id, own]) => at[id] === own),
  );
  const last = start.latest ?? start.happened.periods.at(-1)?.label ?? "";
  const lastId = dataset.periods().find(({ label }) => label === last)?.id;
  const current = new Set(told.flatMap(({ at }) => (at[time] === lastId ? [at[area]] : [])));
  const named = new Set(namedAreas(dataset, spec).map(({ id }) => id));
  return told.some(({ at }) => named.has(at[area] ?? "") && !current.has(at[area]));
}

/** Whether a briefing is of one area, and there are several to build it of. */
export const isOfEach = ({
  dataset,
  spec,
  start,
  template,
}: Pick<Starter, "dataset" | "spec" | "start" | "template">): boolean =>
  comparedAreas(dataset, { spec, start }) > 1 && template !== "national";

/** What the command asks for that builds all. */
export const eachArea = (starter: Starter): string =>
  `${isOfEach(starter) ? " --each area" : ""}${isPageAlone(starter) ? " --format html" : ""}`;

/** Whether names of the data have letters that none of the shipped fonts has: a browser has fonts of its own, and a PDF needs one. */
export function isPageAlone({ spec, dataset }: Pick<Starter, "spec" | "dataset">): boolean {
  const { dimensions, measures, title } = spec;
  const labels = [...Object.values(dimensions), ...Object.values(measures)].map(({ label }) => label);
  return [title, ...labels, ...namesIn(dataset, Object.keys(dimensions))].some(isOfOtherScript);
}

const namesIn = (dataset: Dataset, dimensions: readonly string[]): readonly string[] =>
  dimensions.flatMap((id) => (id === "" ? [] : dataset.categories(id).map(({ label }) => label)));

export const pageAlone =
  "Built as a page alone: a PDF needs a font that has the letters of these names, by @font-face in briefing.css. So do charts that would draw them, which are left out.";

/** A period that is so many times as long as another has no place on a line with it. */
const mostLonger = 1.15;

/** Whether all periods with figures of a measure are about as long: years, and no years beside their decade. */
function areOfOneLength(dataset: Dataset, measure: string): boolean {
  const time = findDimension(dataset.definition, "time") ?? "";
  const held = new Set(dataset.observations.flatMap((own) => (own.measure === measure ? [own.at[time]] : [])));
  const days = dataset.periods().flatMap((period) => (held.has(period.id) ? [periodDays(period)] : []));
  return Math.max(...days) <= Math.min(...days) * mostLonger;
}
