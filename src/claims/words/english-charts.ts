import type { ChartPoint, ChartWords, Held } from "./language.ts";
import type { Numbers } from "./numbers.ts";

/** `A, B and C`; past `most`, the number of the rest. */
function names({ list, whole }: Numbers, all: readonly string[], most = 3): string {
  const shown = all.slice(0, all.length === most + 1 ? most + 1 : most);
  const rest = all.length - shown.length;
  return list(rest > 0 ? [...shown, `${whole(rest)} more`] : shown);
}

export function charts(numbers: Numbers): ChartWords {
  const { whole } = numbers;
  const counted = (count: number, noun: string) => `${whole(count)} ${noun}${count === 1 ? "" : "s"}`;
  const are = (count: number) => (count === 1 ? "is" : "are");
  const held = ({ names: all, figure }: Held) =>
    `${[names(numbers, all), figure].filter(Boolean).join(", ")}${all.length > 1 ? " each" : ""}`;
  const at = ({ name, figure }: ChartPoint) => `${figure} in ${name}`;
  const kinds = {
    bar: "Bar chart",
    line: "Line chart",
    area: "Area chart",
    pie: "Pie chart",
    dot: "Dot chart",
    strip: "Strip chart",
    chart: "Chart",
  };
  return {
    kinds,
    opening({ kind, values, by }) {
      const subject = [values, by.length > 0 ? `by ${by.join(" and ")}` : ""].filter(Boolean).join(" ");
      return `${kinds[kind]}${subject && `: ${values ? subject : by.join(" and ")}`}.`;
    },
    noData: "No data.",
    rows: (count) => capital(`${counted(count, "row")} of data.`),
    extremes: ({ highest, lowest }) => `highest ${held(highest)}; lowest ${held(lowest)}`,
    only: held,
    same: (count, figure) => `all ${whole(count)} are ${figure}`,
    highlighted: (name, figure) => `Highlighted: ${name}, ${figure}.`,
    line({ series, first, last, direction, peak, low }) {
      const subject = series ? `${series}: ` : "";
      if (!last) return `${subject}${at(first)}.`;
      const way =
        direction === "flat"
          ? `and the same in ${last.name}`
          : `${direction === "up" ? "rising" : "falling"} to ${at(last)}`;
      const turns = [peak && `highest ${at(peak)}`, low && `lowest ${at(low)}`].filter(Boolean);
      return `${subject}${at(first)}, ${way}${turns.length > 0 ? `; ${turns.join(", ")}` : ""}.`;
    },
    moreLines: (count) => capital(`${counted(count, "more line")} for comparison.`),
    points: (count) => capital(`${counted(count, "point")}.`),
    span: (title, low, high) => `${title} from ${low} to ${high}.`,
    gaps({ suppressed, missing, disputed }) {
      const absent = [
        suppressed > 0 ? `${counted(suppressed, "value")} ${are(suppressed)} suppressed` : "",
        missing > 0 ? `${suppressed > 0 ? whole(missing) : counted(missing, "value")} ${are(missing)} missing` : "",
      ].filter(Boolean);
      return [
        ...(absent.length > 0 ? [`${capital(absent.join(" and "))}.`] : []),
        ...(disputed > 0 ? [`For ${counted(disputed, "value")}, publications disagree.`] : []),
      ].join(" ");
    },
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  };
}

/** Counts in a description are told as they are, also first: it is a list rather than prose. */
const capital = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
