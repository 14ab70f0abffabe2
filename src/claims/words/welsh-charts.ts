import { exact } from "../rational.ts";
import type { ChartPoint, ChartWords, Held } from "./language.ts";
import type { Numbers } from "./numbers.ts";

/** Names and figures are set side by side: `yn`, `o` and `a` would mutate names. */
export function charts({ decimal }: Numbers): ChartWords {
  const most = 3;
  const names = (all: readonly string[]): string => {
    const shown = all.slice(0, all.length === most + 1 ? most + 1 : most);
    const rest = all.length - shown.length;
    return `${shown.join(", ")}${rest > 0 ? ` (${rest} yn rhagor)` : ""}`;
  };
  const held = ({ names: all, figure }: Held) =>
    `${[names(all), figure].filter(Boolean).join(", ")}${all.length > 1 ? " yr un" : ""}`;
  const at = ({ name, figure }: ChartPoint) => `${figure} (${name})`;
  const kinds = {
    bar: "Siart bar",
    line: "Siart llinell",
    area: "Siart arwynebedd",
    pie: "Siart cylch",
    dot: "Siart dotiau",
    strip: "Siart stribed",
    chart: "Siart",
  };
  return {
    kinds,
    opening({ kind, values, by }) {
      const subject = [values, by.length > 0 && values ? `yn ôl ${by.join(", ")}` : by.join(", ")];
      const text = subject.filter(Boolean).join(" ");
      return `${kinds[kind]}${text && `: ${text}`}.`;
    },
    noData: "Dim data.",
    rows: (count) => `Nifer y rhesi o ddata: ${count}.`,
    extremes: ({ highest, lowest }) => `uchaf: ${held(highest)}; isaf: ${held(lowest)}`,
    only: held,
    same: (count, figure) => `${figure} yw pob un o'r ${count}`,
    highlighted: (name, figure) => `Amlygwyd: ${name}, ${figure}.`,
    line({ series, first, last, direction, peak, low }) {
      const subject = series ? `${series}: ` : "";
      if (!last) return `${subject}${at(first)}.`;
      const ways = {
        up: `yn codi i ${at(last)}`,
        down: `yn gostwng i ${at(last)}`,
        flat: `a'r un fath wedyn (${last.name})`,
      };
      const turns = [peak && `uchaf: ${at(peak)}`, low && `isaf: ${at(low)}`].filter(Boolean);
      return `${subject}${at(first)}, ${ways[direction]}${turns.length > 0 ? `; ${turns.join(", ")}` : ""}.`;
    },
    moreLines: (count) => `Llinellau eraill er mwyn cymharu: ${count}.`,
    points: (count) => `Pwyntiau: ${decimal(exact(count), 0)}.`,
    span: (title, low, high) => `${title}: o ${low} i ${high}.`,
    gaps: ({ suppressed, missing, disputed }) =>
      [
        suppressed > 0 ? `Gwerthoedd a ataliwyd: ${suppressed}.` : "",
        missing > 0 ? `Gwerthoedd sydd ar goll: ${missing}.` : "",
        disputed > 0 ? `Gwerthoedd y mae cyhoeddiadau'n anghytuno arnynt: ${disputed}.` : "",
      ]
        .filter(Boolean)
        .join(" "),
    shortMonths: ["Ion", "Chwef", "Maw", "Ebr", "Mai", "Meh", "Gorff", "Awst", "Medi", "Hyd", "Tach", "Rhag"],
  };
}
