import type { ChartMoves, ChartPoint, ChartRank, ChartWords, Held, LargestPart } from "../contract/charts.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { exact } from "../numbers/rational.ts";

/** What Vega-Lite works out of several rows. */
const aggregates: Readonly<Record<string, string>> = {
  sum: "Cyfanswm",
  mean: "Cymedr",
  average: "Cymedr",
  median: "Canolrif",
  min: "Isafswm",
  max: "Uchafswm",
  distinct: "Nifer gwahanol",
  q1: "Chwartel isaf",
  q3: "Chwartel uchaf",
};

/** Names and figures are set side by side: `yn`, `o` and `a` would mutate names. */
export function charts({ decimal, percentSign }: Numbers): ChartWords {
  const whole = (count: number): string => decimal(exact(count), 0);
  const most = 3;
  const mostOutside = 5;
  const names = (all: readonly string[], atMost = most): string => {
    const shown = all.slice(0, all.length === atMost + 1 ? atMost + 1 : atMost);
    const rest = all.length - shown.length;
    return `${shown.join(", ")}${rest > 0 ? ` (${whole(rest)} yn rhagor)` : ""}`;
  };
  const held = ({ names: all, figure }: Held) =>
    `${[names(all), figure].filter(Boolean).join(", ")}${all.length > 1 ? " yr un" : ""}`;
  const at = ({ name, figure }: ChartPoint) => `${figure} (${name})`;
  const stretch = (from: string, to: string) => `${from} – ${to}`;
  /** Both words soften what stands behind them: no figure in numerals, but the word for a figure that is not exact. */
  const between = (low: string, high: string) => `o ${softened(low)} i ${softened(high)}`;
  const kinds = {
    bar: "Siart bar",
    bullet: "Siart bwled",
    pyramid: "Siart bar cefn wrth gefn",
    unit: "Siart unedau",
    stacked: "Siart bar wedi'i bentyrru",
    stackedArea: "Siart arwynebedd wedi'i bentyrru",
    line: "Siart llinell",
    slope: "Siart llethr",
    places: "Siart safleoedd",
    area: "Siart arwynebedd",
    pie: "Siart cylch",
    dot: "Siart dotiau",
    dumbbell: "Siart parau",
    interval: "Siart cyfyngau",
    range: "Siart ystod",
    scatter: "Diagram gwasgariad",
    funnel: "Plot twndis",
    strip: "Siart stribed",
    heat: "Map gwres",
    tile: "Map teils",
    map: "Map",
    table: "Tabl",
    histogram: "Histogram",
    density: "Siart dosbarthiad",
    box: "Plot blwch",
    chart: "Siart",
  };
  const controlLimits = { inner: "terfynau rheoli 95%", outer: "terfynau rheoli 99.8%" };
  const reasons = {
    suppressed: "gwerth a ataliwyd",
    missing: "gwerth sydd ar goll",
    disputed: "cyhoeddiadau'n anghytuno",
  };
  const orders = { highest: "uchaf", lowest: "isaf" };
  const ranked = ({ position, order, tied, of, partial }: ChartRank) => {
    const rank = position === 1 ? orders[order] : `rhif ${whole(position)} o'r ${orders[order]}`;
    return `${rank}${tied ? " (cydradd)" : ""} o blith ${partial ? `y ${whole(of)} a ddangosir` : whole(of)}`;
  };
  /** Of how many each is true: of those that there are. */
  const counted = (all: readonly (readonly [string, number])[]): string =>
    all
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name}: ${whole(count)}`)
      .join("; ");
  const among = ({ up, down, flat, partial }: ChartMoves) =>
    partial ? ` (o'r ${whole(up + down + flat)} y dangosir eu dau ffigur)` : "";
  const alike = ({ about }: { readonly about?: boolean | undefined }) => (about ? "tua'r un fath" : "yr un fath");
  return {
    kinds,
    opening({ kind, values, by, range, size, period }) {
      const joint = kind === "scatter" || kind === "funnel" ? "yn erbyn" : "yn ôl";
      const subject = [values, by.length > 0 && values ? `${joint} ${by.join(", ")}` : by.join(", ")];
      const parts = [size === undefined ? "" : `nifer: ${whole(size)}`, range ? stretch(...range) : "", period ?? ""];
      const extent = parts.some(Boolean) ? ` (${parts.filter(Boolean).join("; ")})` : "";
      const text = subject.filter(Boolean).join(" ");
      return `${kinds[kind]}${text && `: ${text}${extent}`}.`;
    },
    panels: (title, count) => `Siartiau bach, yn ôl ${title}: ${whole(count)}.`,
    noData: "Dim data.",
    rows: (count) => `Nifer y rhesi o ddata: ${whole(count)}.`,
    spread: (count) => `Dosbarthiad y data. Nifer y rhesi o ddata: ${whole(count)}.`,
    extremes: ({ highest, lowest, shown }) =>
      `${shown === undefined ? "" : shown === "these" ? "o'r rhain, " : `o'r ${whole(shown)} a ddangosir, `}${[highest && `uchaf: ${held(highest)}`, lowest && `isaf: ${held(lowest)}`].filter(Boolean).join("; ")}`,
    only: held,
    about: (figure) => `tua ${figure}`,
    same: (count, figure, partial) => `${figure} yw pob un o'r ${whole(count)}${partial ? " a ddangosir" : ""}`,
    highlighted: (name, figure, rank) =>
      `Amlygwyd: ${[name, figure, rank && ranked(rank)].filter(Boolean).join(", ")}.`,
    highlightedGap: (name, gap) => `Amlygwyd: ${[name, reasons[gap]].filter(Boolean).join(", ")}.`,
    gapReasons: reasons,
    line({ series, first, last, direction, about, peak, low, partial }) {
      const subject = series ? `${series}: ` : "";
      if (!last) return `${subject}${at(first)}.`;
      const ways = {
        up: `yn codi i ${at(last)}`,
        down: `yn gostwng i ${at(last)}`,
        flat: `${about ? "a thua'r" : "a'r"} un fath wedyn (${last.name})`,
      };
      const through = (end: Held) => at({ name: names(end.names), figure: end.figure });
      const turns = [peak && `uchaf: ${through(peak)}`, low && `isaf: ${through(low)}`].filter(Boolean);
      const of = partial ? "o'r rhai a ddangosir, " : "";
      return `${subject}${at(first)}, ${ways[direction]}${turns.length > 0 ? `; ${of}${turns.join(", ")}` : ""}.`;
    },
    places({ series, points }) {
      const [first, last] = points;
      const way =
        first && last && first.figure === last.figure
          ? `safle ${first.figure} (${first.name}, ${last.name})`
          : points.map(({ name, figure }) => `safle ${figure} (${name})`).join(", ");
      return `${series ? `${series}: ` : ""}${way}.`;
    },
    firstPlaces(points) {
      const [first, last] = points.map(({ names: all, at: when }) => ({ when, who: names(all) }));
      if (first && last && first.who === last.who) return `Safle 1 (${first.when}, ${last.when}): ${first.who}.`;
      return `Safle 1 ${points.map(({ names: all, at: when }) => `(${when}): ${names(all)}`).join("; ")}.`;
    },
    turns: (series, points) => `${series ? `${series}, trobwyntiau` : "Trobwyntiau"}: ${points.map(at).join(", ")}.`,
    moreLines: (count) => `Llinellau eraill er mwyn cymharu: ${whole(count)}.`,
    more: (count) => `Nifer y rhai eraill: ${whole(count)}.`,
    alikeCharts: (count) => `Siartiau eraill sy'n dweud yr un peth: ${whole(count)}.`,
    moves: (moves) =>
      `${moves.from} – ${moves.to}${among(moves)}: ${counted([
        ["yn codi", moves.up],
        ["yn gostwng", moves.down],
        [alike(moves), moves.flat],
      ])}.`,
    pairs: (moves) =>
      `Uwch ar gyfer ${moves.to}: ${whole(moves.up)}; uwch ar gyfer ${moves.from}: ${whole(moves.down)}; ${alike(moves)}: ${whole(moves.flat)}${among(moves)}.`,
    largest({ direction, moves, isOnly, partial, unit }) {
      const nouns = isOnly
        ? (["Yr unig gynnydd", "Yr unig ostyngiad"] as const)
        : moves.length > 1
          ? (["Cynyddiadau mwyaf", "Gostyngiadau mwyaf"] as const)
          : (["Cynnydd mwyaf", "Gostyngiad mwyaf"] as const);
      const isPercent = unit !== undefined && /%|\by cant\b|\bcanran/i.test(unit);
      const measured = isPercent ? " mewn pwyntiau canran" : unit ? ` (${unit})` : "";
      const noun = `${nouns[direction === "up" ? 0 : 1]}${measured}${partial ? " o'r rhai a ddangosir" : ""}`;
      const told = moves.map(({ name, figures }) => (figures ? `${name}, o ${figures.join(" i ")}` : name));
      return `${noun}: ${told.join("; ")}.`;
    },
    several: (points) => points.map(at).join(", "),
    largestParts(first, last) {
      const isSame = !first.partial && !last.partial && first.names.join("\n") === last.names.join("\n");
      if (isSame) return `Cyfran fwyaf (${first.at}, ${last.at}): ${names(first.names)}.`;
      const part = ({ names: all, at: when, partial }: LargestPart) =>
        `cyfran fwyaf${partial ? " o'r rhai a ddangosir" : ""} (${when}): ${names(all)}`;
      return `${[first, last].map(part).join("; ").replace(/^c/, "C")}.`;
    },
    interval({ figure, low, high, short }) {
      if (short && figure) return `${figure} (${low} i ${high})`;
      return [figure, between(low, high)].filter(Boolean).join(", ");
    },
    middles: "Canolrifau, pob un gyda'r ystod sy'n dal yr hanner canol.",
    comparison: (figure, title, other) => `${figure} (${title}: ${other})`,
    against: ({ title, figure, higher, lower, same, about }) =>
      `Cymharu (${[title, figure].filter(Boolean).join(", ")}): ${counted([
        ["uwch", higher],
        ["is", lower],
        [alike({ about }), same],
      ])}.`,
    controlLimits,
    outside({ above, below, within, innerAlone, mostNamed = mostOutside }) {
      const some = (all: readonly string[]) => (mostNamed === 0 ? whole(all.length) : names(all, mostNamed));
      const named = (all: readonly string[]) => (all.length === 0 ? "dim un" : some(all));
      const outside = `Uwchlaw'r ${controlLimits[innerAlone ? "outer" : "inner"]}: ${named(above)}. Islaw iddynt: ${named(below)}.`;
      if (!innerAlone) return `${outside} Rhyngddynt: ${whole(within)}.`;
      const sides = `${whole(innerAlone.above)} uwchlaw, ${whole(innerAlone.below)} islaw`;
      return `${outside} Y tu allan i'r terfynau 95% yn unig: ${sides}. Rhwng y terfynau 95%: ${whole(within)}.`;
    },
    limits({ figure, level, side, low, high, isWithinOuter }) {
      const sides = { above: "uwchlaw'r", below: "islaw'r", within: "rhwng y" };
      return `${figure}, ${sides[side]} ${controlLimits[level]}, ${low} i ${high}${isWithinOuter ? ", a rhwng rhai 99.8%" : ""}`;
    },
    confidenceInterval: (level) => `cyfwng hyder ${percentSign(exact(level))}`,
    intervals: (what) => `Cyfwng: ${what}.`,
    annotations: {
      reference: (label, figure) => `Llinell ar draws: ${label}, ${figure}.`,
      target: (label, figure) => `Llinell darged: ${label}, ${figure}.`,
      shaded: (from, to, label) => `Wedi'i liwio, ${from === to ? from : stretch(from, to)}: ${label}.`,
      break: (from, label) => `Toriad cyn ${from}: ${label}.`,
      text: (where, text) => `Nodyn, ${where.join(", ")}: ${text}.`,
      band: (label) => `Band o amgylch y ffigurau: ${label}.`,
      end: (label, side) => `${label}, pen ${side === "low" ? "isaf" : "uchaf"}`,
    },
    points: (count) => `Pwyntiau: ${whole(count)}.`,
    span: (title, low, high) => `${title}: ${between(low, high)}.`,
    gaps({ suppressed, missing, disputed, of }) {
      const nouns =
        of === "areas"
          ? [
              "Ardaloedd y mae eu ffigur wedi'i atal",
              "Ardaloedd y mae eu ffigur ar goll",
              "Ardaloedd y mae cyhoeddiadau'n anghytuno ar eu ffigur",
            ]
          : ["Gwerthoedd a ataliwyd", "Gwerthoedd sydd ar goll", "Gwerthoedd y mae cyhoeddiadau'n anghytuno arnynt"];
      const said = [suppressed, missing, disputed].map(({ count, names: all }, index) => {
        const named = all.length === 0 ? "" : `, sef ${all.join(", ")}`;
        return count > 0 ? `${nouns[index]}: ${whole(count)}${named}.` : "";
      });
      return said.filter(Boolean).join(" ");
    },
    missingAtZero: "Dangosir gwerthoedd sydd ar goll fel 0.",
    stretch,
    periodStretches: (stretches) =>
      `Ffigurau ar gyfer ${stretches.map(({ from, to }) => (from === to ? from : stretch(from, to))).join(", yna ")}.`,
    unequalPeriods: ({ count, from, to }) =>
      `Nifer y cyfnodau sydd â ffigurau: ${whole(count)} (${stretch(from, to)}), nid ar bellteroedd cyfartal.`,
    unequalSteps: "Nid yw'r cyfnodau yr un pellter oddi wrth ei gilydd.",
    classes: {
      under: (high) => `llai na ${high}`,
      between: (low, high) => `${low} i lai na ${high}`,
      from: (low) => `${low} neu fwy`,
      to: (low, highest) => `${low} i ${highest}`,
    },
    gapNames: { suppressed: "heb ei ddangos", missing: "ddim ar gael" },
    notAllShown:
      "Ni ddangosir y cyfan: dim ond brig y rhestr, a'r rhai o gwmpas yr hyn a amlygwyd. Mae llinellau dotiog lle mae rhai wedi'u gadael allan.",
    endsShown:
      "Ni ddangosir y cyfan: dim ond brig y rhestr, a'i diwedd. Mae llinellau dotiog lle mae rhai wedi'u gadael allan.",
    topShown: "Ni ddangosir y cyfan: dim ond brig y rhestr. Mae llinellau dotiog lle mae rhai wedi'u gadael allan.",
    shownOf: (shown, all) => `Dangosir ${shown} o ${all}.`,
    shownWithFigure: (shown, all) => `Dangosir ${shown} o ${all} sydd â ffigur.`,
    tiesLeftOut: "Mae gan rai a adawyd allan yr un ffigur ag un a ddangosir.",
    areasNotInData: "Ardaloedd y map nad ydynt yn y data",
    areasNotNamed: "Nid yw pob ardal wedi'i henwi: mae'r enwau yn nata'r siart.",
    linesNotNamed:
      "Nid yw pob un wedi'i enwi: dim ond yr uchaf a'r isaf, y newid mwyaf i bob cyfeiriad, ac unrhyw un a amlygwyd.",
    classedRounded: "Mae'r lliwiau yn ôl y ffigurau wedi'u talgrynnu.",
    figuresNotWritten: "Nid oes lle i'r ffigurau: maent yn nata'r siart.",
    partsNotWritten: "Nid oes lle i ffigurau yn y rhannau byrraf: maent yn nata'r siart.",
    namesInData: "Mae eu henwau yn nata'r siart.",
    dotsPiled: "Dotiau sydd ar ben ei gilydd, gan fod gan ormod o ardaloedd ffigur tebyg",
    outsideNotNamed: "Ardaloedd y tu allan i'r terfynau nad oes lle i'w henwau",
    outsideFurthest: "Y rhai pellaf allan o'r rhain:",
    logScale: "graddfa logarithmig",
    aboveScale: "uwchlaw'r raddfa, gyda'i ffigur",
    ownScales: "Mae gan bob llinell ei graddfa ei hun, o'i ffigur isaf i'w ffigur uchaf.",
    whereAreas: "Lle mae pob ardal",
    fieldTitle({ field, made }) {
      if (made.kind === "time") return field;
      if (made.kind === "classes") return `${field} (dosbarthiadau)`;
      if (made.operation === "count") return "Nifer y rhesi";
      const name = aggregates[made.operation];
      return name === undefined ? field : `${name}: ${field}`;
    },
    shortMonths: ["Ion", "Chwef", "Maw", "Ebr", "Mai", "Meh", "Gorff", "Awst", "Medi", "Hyd", "Tach", "Rhag"],
    dateWords: ["wythnos", "diwrnod", "chwarter"],
  };
}

const softened = (figure: string): string => figure.replace(/^tua /, "dua ");
