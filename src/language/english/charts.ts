import type { ChartGaps, ChartPoint, ChartRank, ChartWords, Held, LargestPart } from "../contract/charts.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { exact } from "../numbers/rational.ts";

/** `A, B and C`; past `most`, the number of the rest. */
function names({ list, whole }: Numbers, all: readonly string[], most = 3): string {
  const shown = all.slice(0, all.length === most + 1 ? most + 1 : most);
  const rest = all.length - shown.length;
  return list(rest > 0 ? [...shown, `${whole(rest)} more`] : shown);
}

/** So many are named on either side of limits. */
const mostOutside = 5;

export function charts(numbers: Numbers): ChartWords {
  const { whole, list, ordinalSign } = numbers;
  const counted = (count: number, noun: string) => `${whole(count)} ${noun}${count === 1 ? "" : "s"}`;
  const have = (count: number) => (count === 1 ? "has" : "have");
  const are = (count: number) => (count === 1 ? "is" : "are");
  const held = ({ names: all, figure }: Held) =>
    `${[names(numbers, all), figure].filter(Boolean).join(", ")}${all.length > 1 ? " each" : ""}`;
  const named = ({ names: all }: ChartGaps) => (all.length === 0 ? "" : `: ${list(all)}`);
  const stretch = (from: string, to: string) => `${from} to ${to}`;
  // A day is on its date; periods and other names are ranges.
  const at = ({ name, figure }: ChartPoint) => `${figure} ${/^\d{1,2} \p{Lu}/u.test(name) ? "on" : "in"} ${name}`;
  const kinds = {
    bar: "Bar chart",
    bullet: "Bullet chart",
    pyramid: "Back-to-back bar chart",
    unit: "Unit chart",
    stacked: "Stacked bar chart",
    stackedArea: "Stacked area chart",
    line: "Line chart",
    slope: "Slope chart",
    places: "Chart of places",
    area: "Area chart",
    pie: "Pie chart",
    dot: "Dot chart",
    dumbbell: "Dumbbell chart",
    interval: "Interval chart",
    range: "Range chart",
    scatter: "Scatter plot",
    funnel: "Funnel plot",
    strip: "Strip chart",
    heat: "Heat map",
    tile: "Tile map",
    map: "Map",
    table: "Table",
    histogram: "Histogram",
    density: "Density chart",
    box: "Box plot",
    chart: "Chart",
  };
  const controlLimits = { inner: "95% control limits", outer: "99.8% control limits" };
  const reasons = { suppressed: "suppressed", missing: "missing", disputed: "publications disagree" };
  const ranked = ({ position, order, tied, of, partial }: ChartRank) => {
    const joint = tied ? "joint " : "";
    const rank = `${position === 1 ? "" : `${ordinalSign(position)} `}${order}`;
    return `${joint}${rank} of ${partial ? `the ${whole(of)} shown` : whole(of)}`;
  };
  return {
    kinds,
    opening({ kind, values, by, range, size, period }) {
      // Of points, one figure is set against another.
      const [across = "", ...others] = by;
      const isOfPoints = (kind === "scatter" || kind === "funnel") && values !== "" && across !== "";
      const categories = (isOfPoints ? others : by).join(" and ");
      const subject = [
        values,
        isOfPoints ? `against ${across}` : "",
        categories && `${values ? "by " : ""}${categories}`,
      ]
        .filter(Boolean)
        .join(" ");
      const extent = [size === undefined ? "" : `${whole(size)} in all`, range ? stretch(...range) : "", period ?? ""]
        .filter(Boolean)
        .map((part) => `, ${part}`)
        .join("");
      return `${kinds[kind]}${subject && `: ${subject}${extent}`}.`;
    },
    panels: (title, count) =>
      capital(`${counted(count, "small chart")}${count === 1 ? "" : `, one for each ${title}`}.`),
    noData: "No data.",
    rows: (count) => capital(`${counted(count, "row")} of data.`),
    spread: (count) => `Shows how ${counted(count, "row")} of data ${are(count)} spread.`,
    extremes: ({ highest, lowest, shown }) =>
      `${shown === undefined ? "" : shown === "these" ? "of these, " : `of the ${whole(shown)} shown, `}${[highest && `highest ${held(highest)}`, lowest && `lowest ${held(lowest)}`].filter(Boolean).join("; ")}`,
    only: held,
    about: (figure) => `about ${figure}`,
    same: (count, figure, partial) =>
      `${count === 2 ? "both" : `all ${whole(count)}`}${partial ? " shown" : ""} are ${figure}`,
    highlighted: (name, figure, rank) =>
      `Highlighted: ${[name, figure, rank && ranked(rank)].filter(Boolean).join(", ")}.`,
    highlightedGap: (name, gap) => `Highlighted: ${[name, reasons[gap]].filter(Boolean).join(", ")}.`,
    gapReasons: reasons,
    line({ series, first, last, direction, about, peak, low, partial }) {
      const subject = series ? `${series}: ` : "";
      if (!last) return `${subject}${at(first)}.`;
      const way =
        direction === "flat"
          ? `and ${about ? "about " : ""}the same ${at({ name: last.name, figure: "" }).trim()}`
          : `${direction === "up" ? "rising" : "falling"} to ${at(last)}`;
      const through = (end: Held) => at({ name: names(numbers, end.names), figure: end.figure });
      const turns = [peak && `highest ${through(peak)}`, low && `lowest ${through(low)}`].filter(Boolean);
      const among = partial ? "of those shown, " : "";
      return `${subject}${at(first)}, ${way}${turns.length > 0 ? `; ${among}${turns.join(", ")}` : ""}.`;
    },
    places({ series, points }) {
      const [first, last] = points;
      const isSame = first !== undefined && last !== undefined && first.figure === last.figure;
      const way = isSame
        ? `${at({ ...first, figure: ordinalSign(Number(first.figure)) })} and ${at({ ...last, figure: "" }).trim()}`
        : points.map(({ name, figure }) => at({ name, figure: ordinalSign(Number(figure)) })).join(", ");
      return `${series ? `${series}: ` : ""}${way}.`;
    },
    firstPlaces(points) {
      const [first, last] = points.map(({ names: all, at: when }) => ({ when, who: names(numbers, all) }));
      if (first && last && first.who === last.who) return `First in ${first.when} and in ${last.when}: ${first.who}.`;
      return `First ${points.map(({ names: all, at: when }) => `in ${when}: ${names(numbers, all)}`).join("; ")}.`;
    },
    turns: (series, points) =>
      `${series ? `${series}, turning points` : "Turning points"}: ${points.map(at).join(", ")}.`,
    moreLines: (count) => capital(`${counted(count, "more line")} for comparison.`),
    more: (count) => `And ${whole(count)} more.`,
    alikeCharts: (count) => `${counted(count, "more chart")} ${count === 1 ? "says" : "say"} the same.`,
    moves({ from, to, up, down, flat, about, partial }) {
      const ways = [
        up > 0 ? `${whole(up)} rose` : "",
        down > 0 ? `${whole(down)} fell` : "",
        flat > 0 ? `${whole(flat)} stayed ${about ? "about " : ""}the same` : "",
      ].filter(Boolean);
      const among = partial ? `, of the ${whole(up + down + flat)} with both figures shown` : "";
      return `${from} to ${to}${among}: ${list(ways)}.`;
    },
    pairs({ from, to, up, down, flat, about, partial }) {
      const among = partial ? `Of the ${whole(up + down + flat)} with both figures shown: ` : "";
      return capital(
        `${among}higher for ${to}: ${whole(up)}; higher for ${from}: ${whole(down)}; ${about ? "about " : ""}the same: ${whole(flat)}.`,
      );
    },
    largest({ direction, moves, isOnly, partial, unit }) {
      const noun = `${isOnly ? "The only" : "Largest"} ${direction === "up" ? "rise" : "fall"}${moves.length > 1 ? "s" : ""}`;
      const told = moves.map(({ name, figures }) => (figures ? `${name}, from ${figures.join(" to ")}` : name));
      const measured = inUnit(unit);
      const comma = measured.startsWith(" in ") ? "," : "";
      return `${noun}${partial ? ` of those shown${comma}` : ""}${measured}: ${told.join("; ")}.`;
    },
    several: (points) => list(points.map(({ name, figure }) => `${figure} (${name})`)),
    largestParts(first, last) {
      const part = ({ names: all, at: when, partial }: LargestPart) =>
        `${partial ? "of those shown " : ""}in ${when}: ${names(numbers, all)}`;
      const isSame = !first.partial && !last.partial && first.names.join("\n") === last.names.join("\n");
      return isSame
        ? `Largest part in ${first.at} and in ${last.at}: ${names(numbers, first.names)}.`
        : `Largest part ${part(first)}; ${part(last)}.`;
    },
    interval({ figure, low, high, short }) {
      if (short && figure) return `${figure} (${low} to ${high})`;
      return [figure, `from ${low} to ${high}`].filter(Boolean).join(", ");
    },
    middles: "Medians, each with the range that holds the middle half.",
    comparison: (figure, title, other) => `${figure} (${title}: ${other})`,
    against({ title, figure, higher, lower, same, about }) {
      const ways = [
        higher > 0 ? `${whole(higher)} higher` : "",
        lower > 0 ? `${whole(lower)} lower` : "",
        same > 0 ? `${whole(same)} ${about ? "about " : ""}the same` : "",
      ].filter(Boolean);
      return `Compared with ${[title, figure].filter(Boolean).join(", ")}: ${ways.join(", ")}.`;
    },
    controlLimits,
    outside({ above, below, within, innerAlone, mostNamed = mostOutside }) {
      const some = (all: readonly string[]) => (mostNamed === 0 ? whole(all.length) : names(numbers, all, mostNamed));
      const named = (all: readonly string[]) => (all.length === 0 ? "none" : some(all));
      const outside = `Above the ${controlLimits[innerAlone ? "outer" : "inner"]}: ${named(above)}. Below them: ${named(below)}.`;
      if (!innerAlone) return `${outside} Within them: ${whole(within)}.`;
      const sides = `${whole(innerAlone.above)} above, ${whole(innerAlone.below)} below`;
      return `${outside} Outside the 95% limits alone: ${sides}. Within the 95% limits: ${whole(within)}.`;
    },
    limits: ({ figure, level, side, low, high, isWithinOuter }) =>
      `${figure}, ${side} the ${controlLimits[level]} of ${low} to ${high}${isWithinOuter ? " and within those of 99.8%" : ""}`,
    confidenceInterval: (level) => `${numbers.percentSign(exact(level))} confidence interval`,
    intervals: (what) => `Interval: ${what}.`,
    annotations: {
      reference: (label, figure) => `Line across: ${label}, ${figure}.`,
      target: (label, figure) => `Target line: ${label}, ${figure}.`,
      shaded: (from, to, label) => `Shaded, ${from === to ? from : stretch(from, to)}: ${label}.`,
      break: (from, label) => `Break before ${from}: ${label}.`,
      text: (where, text) => `Note at ${where.join(", ")}: ${text}.`,
      band: (label) => `Band around the figures: ${label}.`,
      end: (label, side) => `${label}, ${side === "low" ? "lower" : "upper"} end`,
    },
    points: (count) => capital(`${counted(count, "point")}.`),
    span: (title, low, high) => `${title} from ${low} to ${high}.`,
    gaps({ suppressed, missing, disputed, of = "values" }) {
      const noun = { values: "value", areas: "area" }[of];
      const ends = {
        values: {
          suppressed: (count: number) => `${are(count)} suppressed`,
          missing: (count: number) => `${are(count)} missing`,
        },
        areas: {
          suppressed: (count: number) => `${have(count)} a suppressed figure`,
          missing: (count: number) => `${have(count)} no figure`,
        },
      }[of];
      const absent = (
        [
          ["suppressed", suppressed],
          ["missing", missing],
        ] as const
      ).filter(([, { count }]) => count > 0);
      const clauses = absent.map(([reason, gaps], index) => {
        const { count } = gaps;
        return `${index > 0 ? whole(count) : counted(count, noun)} ${ends[reason](count)}${named(gaps)}`;
      });
      const isNamed = absent.some(([, { names: all }]) => all.length > 0);
      const disagreed = disputed.count;
      return [
        ...(clauses.length > 0 ? [`${capital(clauses.join(isNamed ? "; " : " and "))}.`] : []),
        ...(disagreed > 0 ? [`For ${counted(disagreed, noun)}, publications disagree${named(disputed)}.`] : []),
      ].join(" ");
    },
    missingAtZero: "What is missing is drawn as 0.",
    stretch,
    periodStretches: (stretches) =>
      `Figures for ${stretches.map(({ from, to }) => (from === to ? from : stretch(from, to))).join(", then ")}.`,
    unequalPeriods: ({ count, from, to }) =>
      `Figures for ${counted(count, "period")} from ${from} to ${to}, at unequal distances.`,
    unequalSteps: "Periods are not equally far apart.",
    classes: {
      under: (high) => `under ${high}`,
      between: (low, high) => `${low} to under ${high}`,
      from: (low) => `${low} or more`,
      to: (low, highest) => `${low} to ${highest}`,
    },
    gapNames: { suppressed: "suppressed", missing: "not available" },
    notAllShown:
      "Not all are shown: the top of the list, and those around what is marked. Dotted lines stand where some are left out.",
    endsShown: "Not all are shown: the top of the list, and its end. Dotted lines stand where some are left out.",
    topShown: "Not all are shown: only the top of the list. Dotted lines stand where some are left out.",
    shownOf: (shown, all) => `Shown: ${shown} of ${all}.`,
    shownWithFigure: (shown, all) => `Shown: ${shown} of ${all} with a figure.`,
    tiesLeftOut: "Some that are left out have the same figure as one that is shown.",
    areasNotInData: "Areas of the map that are not in the data",
    areasNotNamed: "Not all areas are named: the data of the chart have their names.",
    linesNotNamed:
      "Not all are named: only the highest and lowest, the largest change in each direction, and any that is marked.",
    classedRounded: "Colours go by the rounded figures.",
    figuresNotWritten: "There is no room for the figures: the data of the chart have them.",
    partsNotWritten: "Parts without a figure are too short for it: the data of the chart have it.",
    namesInData: "Their names are in the data of the chart.",
    dotsPiled: "Dots that lie on one another, as too many areas have about the same figure",
    outsideNotNamed: "Areas outside the limits that have no room for their names",
    outsideFurthest: "The furthest out of these:",
    logScale: "logarithmic scale",
    aboveScale: "above the scale, with its figure",
    ownScales: "Each line is on a scale of its own, from its lowest figure to its highest.",
    whereAreas: "Where each area is",
    fieldTitle({ field, made }) {
      if (made.kind === "classes") return `${field} (binned)`;
      if (made.kind === "time") return `${field} (${made.units.join("-")})`;
      return made.operation === "count" ? "Count of Records" : `${capital(made.operation)} of ${field}`;
    },
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    dateWords: ["week", "day", "quarter"],
  };
}

/** ` in percentage points`, ` in deaths per 10,000 people`, ` per 10,000 people`: what a difference is measured in. */
function inUnit(title: string | undefined): string {
  if (title === undefined || title === "") return "";
  if (/%|\bper ?cent(?:age)?\b/i.test(title)) return " in percentage points";
  const unit = title.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  return unit.startsWith("per ") ? ` ${unit}` : ` in ${unit}`;
}

/** Counts in a description are told as they are, also first: it is a list rather than prose. */
const capital = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
