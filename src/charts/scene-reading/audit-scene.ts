import type { DiagnosticDetails, PartialLocation } from "../../diagnostics/index.ts";
import { changingAffix, type Words } from "../../language/index.ts";
import { type ChartRow, isCellState } from "../chart-row.ts";
import { isObject } from "../json.ts";
import type { NumberWriting } from "../number-writing.ts";
import type { MeasureText } from "../vega/text-metrics.ts";
import { checkFiguresNamed, namesOfColumn } from "./check-figures-named.ts";
import {
  checkGeometry,
  createDomains,
  findBelowZero,
  findMerePositions,
  findYearless,
  type GeometryContext,
  type GeometryFault,
  isUpsideDown,
  otherScale,
  type WrittenFields,
} from "./check-geometry.ts";
import { checkGuides, type FoundGuideFault } from "./check-guides.ts";
import { headingsElsewhere } from "./check-headings-placed.ts";
import { checkKeyLetters } from "./check-key-letters.ts";
import {
  type JoinedLabels,
  joinedLabels,
  labelsElsewhere,
  readLabels,
  type SignBeside,
  signsBeside,
} from "./check-labels-placed.ts";
import { checkNamesDrawn } from "./check-names-drawn.ts";
import { checkReferenceMap } from "./check-reference-map.ts";
import { checkTextsDrawn, checkTitle, type TextContext, type UntracedText } from "./check-texts-drawn.ts";
import { type NamesContext, nameElsewhere, tickElsewhere } from "./check-ticks.ts";
import { checkTooltips, type TooltipFields } from "./check-tooltips.ts";
import { drawnText } from "./drawn-text.ts";
import type { MeaningOf } from "./field-meaning.ts";
import type { MarkChannels } from "./mark-channels.ts";
import type { ReadRows } from "./read-rows.ts";
import { type ReadMark, readScene, type SceneItem, type SortedMarks, sortMarks } from "./read-scene.ts";
import { createScaleFields } from "./scale-fields.ts";
import { createStacks } from "./stack.ts";
import type { DatumTracer } from "./traced-datum.ts";

export interface AuditSceneOptions {
  readonly root: object;
  /** The rows that were drawn, by their tags. */
  readonly rows: ReadRows;
  readonly channels: ReadonlyMap<string, MarkChannels>;
  readonly affixWords: Words["figureAffixes"];
  readonly signs: NumberWriting;
  readonly literals: readonly string[];
  /** What the description, the table and shapes on hover call the figures, where the spec says it. */
  readonly titles: readonly TypedTitle[];
  /** What shapes say on hover, where they do. */
  readonly tooltips: TooltipFields | undefined;
  /** Whether a word is the name of a month or of a day. */
  readonly isDateWord: (word: string) => boolean;
  readonly measure: MeasureText;
  /** How a recipe prints the figures of some fields. */
  readonly written?: WrittenFields | undefined;
  readonly source: PartialLocation;
}

/** A title that an author wrote, and the field whose figures stand below it; undefined where it heads no column. */
export interface TypedTitle {
  readonly title: string;
  readonly field: string | undefined;
}

export interface SceneAudit {
  /** What is drawn and is not as the rows have it. */
  readonly untraced: readonly DiagnosticDetails[];
  /** What stands beside a figure, and makes another one of it (`figure-affix`). */
  readonly affixes: readonly DiagnosticDetails[];
}

/**
 * The figure audit of a chart as it is drawn. Every text with a digit says a figure of its row, its tick, a period or a
 * literal; every mark is as long, as high, as wide and where its row has it, by the scale that readers read it by.
 */
export function auditScene(options: AuditSceneOptions): SceneAudit {
  const { root, rows, channels, signs, literals, source, affixWords } = options;
  const { tracer } = rows;
  const meaningOf = asWritten(signedAlike(rows.meaningOf, options.written), options.written);
  const stackOf = createStacks(tracer);
  const marks = sortMarks(readScene(root));
  const knownFields = rows.known.scaleFields.get(channels) ?? new Map<string, readonly string[]>();
  rows.known.scaleFields.set(channels, knownFields);
  const { fieldsOf, all: allFields } = createScaleFields(marks.groups, {
    channels,
    tracer,
    stackOf,
    known: knownFields,
  });
  const named = checkFiguresNamed(marks.texts, rows, signs);
  const textContext: TextContext = {
    tracer,
    meaningOf,
    signs,
    literals,
    names: rows.names,
    namesBeside: (item) => (named.right.get(item) ?? []).flatMap(({ names }) => names),
    years: rows.years,
    rowsDrawn: () => rowsOf([...marks.shapes, ...marks.texts], tracer),
    fieldsOf,
    allFields,
    affixWords,
    figureFields: rows.figureFields,
    rightLabels: rows.known.rightLabels,
    fontsOfPictures: rows.known.fontsOfPictures,
    isDateWord: options.isDateWord,
    drawnTextOf: (item) => drawnText(item, options.measure),
  };
  const texts: UntracedText[] = [];
  const besideFigures: UntracedText[] = [];
  for (const mark of marks.texts)
    for (const found of checkTextsDrawn(mark, textContext))
      (found.affix === undefined ? texts : besideFigures).push(found);
  const misnamed = checkNamesDrawn(marks, rows, named.right);
  const ofFigures = named.misnamed.filter(({ text }) => !misnamed.some((each) => text.startsWith(each.text)));
  const ofKey = [...checkKeyLetters(marks, tracer), ...checkReferenceMap(marks)];
  for (const { text, of } of [...misnamed, ...ofFigures, ...headingsElsewhere(marks), ...ofKey])
    texts.push({ text, figure: text, of, isName: true });
  for (const found of checkTooltips(marks.shapes, { fields: options.tooltips, rows, text: textContext }))
    (found.affix === undefined ? texts : besideFigures).push(found);
  const drawn = new Set(texts.map(({ text }) => text));
  for (const { title, field } of options.titles) {
    if (drawn.has(title)) continue;
    const found = checkTitle(title, textContext);
    if (found.length === 0) continue;
    const ownNames = field === undefined ? [] : namesOfColumn(title, field, rows);
    texts.push(...checkTitle(title, { ...textContext, names: new Set([...rows.names, ...ownNames]) }));
  }

  const faults: MarkFault[] = [];
  const geometryBy = geometryContexts(marks, options, stackOf);
  for (const group of marks.groups) {
    const [mark] = group;
    if (!mark) continue;
    for (const found of checkGeometry(group, geometryBy(channels.get(mark.name)))) faults.push({ ...found, mark });
  }
  const elsewhere = otherScale(marks.groups, channels);
  if (elsewhere) faults.push(elsewhere);
  faults.push(...guideTextFaults(marks, { shapes: marks.shapes, channels, tracer, measure: options.measure }));
  faults.push(...checkGuides(marks, { channels, tracer }));
  const changes = (sides: { readonly left: string; readonly right: string }): boolean =>
    changingAffix(sides, { words: affixWords, unit: undefined, endsInDigits: true }) !== undefined;
  const labels = readLabels(marks.labels);
  for (const found of labelsElsewhere(marks, tracer)) faults.push({ fault: { kind: "label" }, ...found });
  return {
    untraced: [...textDiagnostics(texts, source), ...faultDiagnostics(faults, source)],
    affixes: [
      ...affixDiagnostics(besideFigures, source),
      ...joinedDiagnostics(joinedLabels(labels), source),
      ...signDiagnostics(signsBeside(labels, changes), source),
    ],
  };
}

/** The rows that marks stand for: a filter of the spec may have taken out others. */
function* rowsOf(drawn: readonly ReadMark[], tracer: DatumTracer): Iterable<ChartRow> {
  for (const { items } of drawn) for (const { datum } of items) yield* tracer.trace(datum)?.rows ?? [];
}

/** Labels of axes that stand elsewhere than their values, and texts beside the plot that are written upside down. */
function guideTextFaults({ axisLabels, texts }: SortedMarks, context: NamesContext): readonly MarkFault[] {
  const faults: MarkFault[] = [];
  for (const mark of axisLabels) {
    const item = tickElsewhere(mark);
    if (item) faults.push({ fault: { kind: "tick", scale: mark.guideScale ?? "" }, item, mark });
    const named = item ? undefined : nameElsewhere(mark, context);
    if (named) faults.push({ fault: { kind: "name", name: named.name, other: named.other }, item: named.item, mark });
  }
  for (const mark of texts) {
    const item = mark.role === "mark" ? undefined : mark.items.find(isUpsideDown);
    if (item) faults.push({ fault: { kind: "upside-down" }, item, mark });
  }
  return faults;
}

/** What shapes are asked by, for the channels of a mark. */
function geometryContexts(
  { texts, shapes, axisLabels }: SortedMarks,
  { rows: { tracer, meaningOf }, channels, affixWords, literals, signs, written }: AuditSceneOptions,
  stackOf: GeometryContext["stackOf"],
): (channels: MarkChannels | undefined) => GeometryContext {
  let said: string | undefined;
  const words = () => {
    said ??= texts
      .flatMap(({ role, items }) => (role === "mark" ? [] : items.map(({ text }) => String(text))))
      .join(" ");
    return said;
  };
  const domainOf = createDomains();
  const merePositions = findMerePositions(shapes, channels);
  let below: ReadonlySet<string> | undefined;
  const belowZero = () => {
    below ??= findBelowZero(axisLabels);
    return below;
  };
  let withoutYear: ReadonlySet<string> | undefined;
  const yearless = () => {
    withoutYear ??= findYearless(axisLabels);
    return withoutYear;
  };
  const numbers = numbersOf(literals, signs);
  const says: GeometryContext["says"] = (scale) => affixWords.scales[scale].test(words());
  return (own) => ({
    tracer,
    stackOf,
    meaningOf,
    channels: own,
    domainOf,
    merePositions,
    belowZero,
    yearless,
    literals: numbers,
    says,
    written,
  });
}

/**
 * With a plus where one of the fields that a recipe writes by the same format may have it: what bars of changes are compared with is a change as well,
 * though none of it is below zero.
 */
function signedAlike(meaningOf: MeaningOf, written: AuditSceneOptions["written"]): MeaningOf {
  if (!written?.format.includes("+") || !written.fields.some((field) => meaningOf(field)?.isSigned)) return meaningOf;
  const signed = new Map(
    written.fields.flatMap((field) => {
      const meaning = meaningOf(field);
      return meaning ? [[field, { ...meaning, isSigned: true }] as const] : [];
    }),
  );
  return (field) => signed.get(field) ?? meaningOf(field);
}

/**
 * With what a recipe writes its figures by, on its ticks and lines as on its bars: the sign of money (`$,.0f`), where the data say dollars in words and
 * no sign of their own; and no more decimals than it prints (`.0f`): 5.9 is 6, as 14.4 is 14.
 */
function asWritten(meaningOf: MeaningOf, written: AuditSceneOptions["written"]): MeaningOf {
  const { fields = [], format = "" } = written ?? {};
  const [, printed] = fixedDecimals.exec(format) ?? [];
  const isMoney = format.includes("$");
  if (!isMoney && printed === undefined) return meaningOf;
  const known = new Map(
    fields.flatMap((field) => {
      const meaning = meaningOf(field);
      if (!meaning) return [];
      const hasSign = meaning.own.some((words) => currencySign.test(words));
      const own = isMoney && !hasSign ? [...meaning.own, "$"] : meaning.own;
      const decimals = Math.min(meaning.decimals, Number(printed ?? meaning.decimals));
      return [[field, { ...meaning, own, decimals }] as const];
    }),
  );
  return (field) => known.get(field) ?? meaningOf(field);
}

/** The decimals of a d3 number format that prints so many of each figure. */
const fixedDecimals = /\.(\d+)f$/;

const currencySign = /\p{Sc}/u;

const knownNumbers = new WeakMap<readonly string[], readonly number[]>();

/** The literals that are numbers: a chart has the same for each area. */
function numbersOf(literals: readonly string[], { thousands, decimal }: NumberWriting): readonly number[] {
  const numbers =
    knownNumbers.get(literals) ??
    literals
      .map((literal) => Number(literal.replaceAll(/\s/g, "").replaceAll(thousands, "").replace(decimal, ".")))
      .filter(Number.isFinite);
  knownNumbers.set(literals, numbers);
  return numbers;
}

function textDiagnostics(texts: readonly UntracedText[], source: PartialLocation): readonly DiagnosticDetails[] {
  if (texts.length === 0) return [];
  const byFigure = new Map<string, { readonly first: UntracedText; count: number }>();
  for (const text of texts) {
    const known = byFigure.get(`${text.of.replace(/\d.*/u, "")}`);
    if (known) known.count += 1;
    else byFigure.set(`${text.of.replace(/\d.*/u, "")}`, { first: text, count: 1 });
  }
  return [...byFigure.values()].map(({ first: { text, figure, of, isName }, count }) => ({
    code: "untraced-figure",
    message: `${isName ? `"${text}" is ${of} of the chart, and the name of another.` : `The figure "${figure}" in "${text}", ${of} of the chart, cannot be traced.`}${count > 1 ? ` Nor can ${count - 1} others.` : ""}`,
    hint: isName
      ? "Let each label write its own name: figures stand beside it."
      : `Let the text write a field of its row, or a tick its own value; declare it with literals: [${JSON.stringify(figure)}] if it is not a figure of the data.`,
    source,
  }));
}

/** Each thing that stands beside figures is told once: an axis has many ticks. */
function affixDiagnostics(texts: readonly UntracedText[], source: PartialLocation): readonly DiagnosticDetails[] {
  const found = new Map<string, DiagnosticDetails>();
  for (const { text, figure, of, affix } of texts) {
    const key = `${affix} ${of.replace(/\d.*/u, "")}`;
    if (affix === undefined || found.has(key)) continue;
    found.set(key, {
      code: "figure-affix",
      message: `"${affix}" in "${text}", ${of.replace(/a tick at .*/u, "a tick")} of the chart, makes another figure of what is drawn: ${figure}.`,
      hint: `Leave "${affix}" out: a figure in another unit or size is a claim of its own. If the data is in that unit, say so in the \`unit\` of the measure.`,
      source,
    });
  }
  return [...found.values()];
}

type SceneFault =
  | GeometryFault
  | FoundGuideFault["fault"]
  | { readonly kind: "label" }
  | { readonly kind: "name"; readonly name: string; readonly other: string };

/** Told once: a chart that has one such pair has many. */
const joinedDiagnostics = (found: readonly JoinedLabels[], source: PartialLocation): readonly DiagnosticDetails[] =>
  found.slice(0, 1).map(({ left, right }) => ({
    code: "figure-affix",
    message: `The labels "${left}" and "${right}" of the chart touch, so that they are read as one figure.`,
    hint: "Set them apart (dx, dy, align), or write one of them only.",
    source,
  }));

/** Told once for each sign: a chart that has one at a label has one at each. */
const signDiagnostics = (found: readonly SignBeside[], source: PartialLocation): readonly DiagnosticDetails[] =>
  [...new Map(found.map((each) => [each.sign, each])).values()].map(({ sign, label }) => ({
    code: "figure-affix",
    message: `The text "${sign}" of the chart stands beside the label "${label}", which makes another figure of it.`,
    hint: `Leave "${sign}" out, or say in the \`unit\` of the measure what the data is in.`,
    source,
  }));

interface MarkFault {
  readonly fault: SceneFault;
  readonly item: SceneItem;
  readonly mark: ReadMark;
}

function faultDiagnostics(faults: readonly MarkFault[], source: PartialLocation): readonly DiagnosticDetails[] {
  const told = new Map<string, DiagnosticDetails>();
  for (const { fault, item, mark } of faults) {
    const key = `${fault.kind} ${mark.name}`;
    if (told.has(key)) continue;
    const { message, hint } = describeFault(fault, `${aOrAn(mark.type)} of ${describeDatum(item.datum)}`);
    told.set(key, { code: "untraced-mark", message, hint, source });
  }
  return [...told.values()];
}

const aOrAn = (type: string): string => (/^[aeiou]/.test(type) ? `An ${type}` : `A ${type}`);

const lowerFirst = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

/** Its texts, which name it. */
function describeDatum(datum: unknown): string {
  if (!isObject(datum)) return "the chart";
  const texts = Object.entries(datum).filter(
    ([key, value]) =>
      typeof value === "string" &&
      value !== "" &&
      !(key === "state" && isCellState(value)) &&
      !key.startsWith("\u0000"),
  );
  return texts.length > 0
    ? texts
        .slice(0, 3)
        .map(([, value]) => `"${String(value)}"`)
        .join(", ")
    : "the chart";
}

function describeFault(fault: SceneFault, what: string): { readonly message: string; readonly hint: string } {
  const draw = "Draw fields of the rows as they are; what is computed from them comes from figure().";
  switch (fault.kind) {
    case "no-row":
      return { message: `${what} is made of no row of the data.`, hint: draw };
    case "laid-out":
      return {
        message: `${what} stands where a layout put it, and nothing in its place can be read as a figure.`,
        hint: "Use a chart whose positions are on scales.",
      };
    case "position":
      return {
        message: `${what} stands at ${String(fault.reads)} on the scale ${fault.scale}, which is none of its row's figures.`,
        hint: draw,
      };
    case "category":
      return { message: `${what} stands beside "${String(fault.reads)}".`, hint: draw };
    case "baseline":
      return {
        message: `${what} begins at ${String(fault.reads)} and not at zero, so that its length is out of proportion.`,
        hint: 'Let the scale begin at zero ("zero": true, no "domain"), or draw points.',
      };
    case "beyond":
      return {
        message: `${what} reaches beyond the end of the scale ${fault.scale}.`,
        hint: "Let the scale's domain hold all figures, and what pieces of a stack add up to.",
      };
    case "scale":
      return {
        message: `${what} is a length on a scale that is ${fault.type}, and the chart does not say so.`,
        hint: "Draw points, use a linear scale, or name the scale in the title of its axis.",
      };
    case "reversed":
      return {
        message: `${what} grows downwards: the scale is reversed, and the chart does not say so.`,
        hint: "Leave the scale as it is, or say in the title of the axis that it is reversed.",
      };
    case "tick":
      return {
        message: `A label of the axis of the scale ${fault.scale} stands at another place than its value.`,
        hint: "Leave labels at their ticks (labelOffset, offset, translate).",
      };
    case "name":
      return {
        message: `The label "${fault.name}" of an axis stands nearer to the mark of "${fault.other}" than to its own.`,
        hint: "Leave labels and marks in the middle of their bands (labelOffset, tickOffset, labelAlign, xOffset, yOffset).",
      };
    case "stacked":
      return {
        message: `${what} is a piece of a stack, and figures of "${fault.field}" do not add up.`,
        hint: "Set them side by side (xOffset, facet), or draw lines or points. Parts of a whole are counts, or a share each.",
      };
    case "label":
      return {
        message: `A label of ${what.replace(/^An? \w+ of /, "")} stands on another mark than its own.`,
        hint: "Leave labels where their marks are (dx, dy, xOffset, thetaOffset, order).",
      };
    case "legend":
      return {
        message: `A symbol of the legend does not look as the scale ${fault.scale} has it.`,
        hint: "Let the legend draw its own symbols; set colours, sizes and shapes in the scale.",
      };
    case "other-axis":
      return {
        message: `${what} is drawn by the scale ${fault.scale}, which has no axis, beside the axis of another scale, where its position says something else.`,
        hint: "Let layers share the scale, or give each its axis.",
      };
    case "other-legend":
      return {
        message: `${what} has its colour by the scale ${fault.scale}, which has no legend, beside the legend of another scale, where its colour says something else.`,
        hint: "Let layers share the scale, or give each its legend.",
      };
    case "other-color":
      return {
        message: `${what} has the colour that the legend gives to ${JSON.stringify(fault.reads)}.`,
        hint: "Take a colour for what is highlighted that no category has, and one legend for all layers.",
      };
    case "outline":
      return {
        message: `${what} has an outline so wide that it changes its size.`,
        hint: "Take a strokeWidth of up to 6 pixels.",
      };
    case "smoothed":
      return {
        message: `${what} is drawn as a curve that does not go through its figures (interpolate: ${fault.interpolate}).`,
        hint: 'Take "linear", "monotone" or "step".',
      };
    case "unread":
      return {
        message: `${what} stands on a scale that is ${fault.type} and has no axis to say so.`,
        hint: "Show the axis with its labels, or use a linear scale.",
      };
    case "upside-down":
      return {
        message: `${what} is written upside down, where a 6 reads as a 9.`,
        hint: "Turn texts by up to a right angle.",
      };
    case "clipped":
      return {
        message: `${what} is cut off at the edge of its plot.`,
        hint: "Let the scale's domain hold all figures.",
      };
    case "angle":
      return { message: `The angle of ${lowerFirst(what)} is not in proportion to its figure.`, hint: draw };
    case "size":
      return { message: `The size of ${lowerFirst(what)} is that of none of its row's figures.`, hint: draw };
    case "color":
      return { message: `The colour of ${lowerFirst(what)} is that of none of its row's figures.`, hint: draw };
  }
}
