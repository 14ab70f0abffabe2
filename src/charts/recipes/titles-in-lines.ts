import { isObject, type JsonObject } from "../json.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { charactersIn, linePx, wrappedLines } from "./room-for-names.ts";

/** A title of so many characters has room on a telephone. */
const mostOnTelephones = 40;

/**
 * A compiled (Vega) spec of a recipe whose legends have titles that go on in further lines where they are longer than the picture is wide. In Vega-Lite
 * channels that share a legend cannot both say so.
 */
export function withTitlesInLines(spec: JsonObject): JsonObject {
  const hasWidth =
    Array.isArray(spec.signals) && spec.signals.some((signal) => isObject(signal) && signal.name === pictureWidth);
  return hasWidth ? inLines(spec) : spec;
}

function inLines(group: JsonObject): JsonObject {
  const { legends, marks } = group;
  return {
    ...group,
    ...(Array.isArray(legends) && { legends: legends.map((legend) => (isObject(legend) ? titled(legend) : legend)) }),
    ...(Array.isArray(marks) && { marks: marks.map((mark) => (isObject(mark) ? inLines(mark) : mark)) }),
  };
}

function titled(legend: JsonObject): JsonObject {
  const { title, encode } = legend;
  if (typeof title !== "string" || title.length <= mostOnTelephones) return legend;
  return {
    ...legend,
    titleLineHeight: linePx,
    encode: {
      ...(isObject(encode) ? encode : {}),
      title: { update: { text: { signal: wrappedLines(JSON.stringify(title), charactersIn(0.95)) } } },
    },
  };
}
