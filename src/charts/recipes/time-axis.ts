import type { ChartRow } from "../chart-row.ts";
import { isObject, type JsonObject, mapObjects } from "../json.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { longestPeriod, periodCount } from "./period-names.ts";
import { charactersIn, digitPx, linePx, wrappedLines } from "./room-for-names.ts";
import { type PeriodName, type PeriodTimes, periodsIn, type TimeSteps } from "./time-steps.ts";

/** Periods that a recipe has beside one another: most often along an axis, from left to right. */
export interface TimeAxis {
  /** Field of the periods. */
  readonly field: string;
  /**
   * What stands there: columns are as wide as their place, and may have no place for each period that is not there. Cells, bars of parts and small maps
   * stand at equal steps whatever their time, and a note says so.
   */
  readonly holds: "lines" | "columns" | "cells";
  /** A Vega expression: what is written of a period that has room for its name. Absent: labels are written as where steps are equal. */
  readonly label?: string;
}

/** A parameter that has the `TimeSteps` of a run. */
export const timeStepsParam = "timeSteps";

const noSteps: TimeSteps = { slots: [], broken: [], periods: [], rooms: [], closest: 0, stretches: [] };

/** So many columns have room beside one another. */
const mostColumns = 40;

/**
 * A spec whose periods stand by their distance in time: its axis has a place for each step, also for those that no row is of, and names only the periods
 * that there are. A list, which has no scale of time, has an empty row where periods do not follow one another as the others do. Cells stay where they
 * are, and `unequalSteps` stands above them.
 */
export function withTimeAxis(spec: JsonObject, { field, holds, label }: TimeAxis, unequalSteps: string): JsonObject {
  if (holds === "cells") return withNoteAbove(spec, unequalSteps);
  const reference = fieldReference(field);
  const isOfPeriods = (channel: unknown): channel is JsonObject =>
    isObject(channel) && channel.field === reference && channel.type === "ordinal";
  const onAxis = (channel: JsonObject, domain: string, labels: object): JsonObject => ({
    ...channel,
    scale: { ...clearOfEnds(isObject(channel.scale) ? channel.scale : {}), domain: { expr: domain } },
    ...(channel.axis === null
      ? {}
      : {
          axis: {
            ...(isObject(channel.axis) ? channel.axis : {}),
            values: { expr: `${timeStepsParam}.periods` },
            ...labels,
          },
        }),
  });
  const across =
    holds === "lines"
      ? `${timeStepsParam}.slots`
      : `length(${timeStepsParam}.slots) > ${mostColumns} ? ${timeStepsParam}.broken : ${timeStepsParam}.slots`;
  const labels = label === undefined ? {} : { labelExpr: `${hasRoom} ? (${label}) : ''` };
  const placed = mapObjects(spec, (object) => {
    const { encoding } = object;
    if (!isObject(encoding)) return object;
    const { x, y } = encoding;
    return {
      ...object,
      encoding: {
        ...encoding,
        ...(isOfPeriods(x) ? { x: onAxis(x, across, labels) } : {}),
        ...(isOfPeriods(y) ? { y: onAxis(y, `${timeStepsParam}.broken`, {}) } : {}),
      },
    };
  }) as JsonObject;
  return {
    ...placed,
    params: [
      { name: timeStepsParam, value: noSteps },
      ...paramsOf(placed).map((param: unknown) => {
        const expr = isObject(param) ? ofSteps[String(param.name)] : undefined;
        return isObject(param) && expr !== undefined ? { ...param, expr } : param;
      }),
    ],
  };
}

/**
 * A scale whose ends are no places. Vega leaves out labels that lie before the beginning of a scale, as the first place of a scale without any padding may by what is
 * lost in rounding: an axis was without the name of its first period.
 */
const clearOfEnds = (scale: JsonObject): JsonObject =>
  scale.padding === 0 ? { ...scale, padding: leastPadding } : scale;

/** Of a step: nothing that is seen. */
const leastPadding = 1e-6;

/** The periods of rows as they follow one another there: among cells those that come later, area by area, may be earlier ones. */
export function periodsInTurn(
  rows: readonly ChartRow[],
  { field, holds }: TimeAxis,
  at: PeriodTimes["at"],
): readonly PeriodName[] {
  const met = periodsIn(rows, field);
  return holds === "cells" && at ? met.toSorted((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0)) : met;
}

/** A spec that says so above all, below its title. */
function withNoteAbove(spec: JsonObject, note: string): JsonObject {
  const title = isObject(spec.title)
    ? spec.title
    : { text: { expr: "''" }, anchor: "start", frame: "bounds", fontSize: 0 };
  return {
    ...spec,
    params: [{ name: timeStepsParam, value: noSteps }, ...paramsOf(spec)],
    title: {
      ...title,
      offset: notePx,
      subtitle: { expr: wrappedLines(JSON.stringify(note), charactersIn(0.9)) },
      subtitleLineHeight: linePx,
    },
  };
}

/** From the note to what stands below it. */
const notePx = 10;

const paramsOf = ({ params }: JsonObject): readonly unknown[] => (Array.isArray(params) ? params : []);

/** What parameters of recipes are where steps are unequal. */
const ofSteps: Readonly<Record<string, string>> = {
  [periodCount]: `${timeStepsParam}.closest`,
};

/** A Vega expression: whether a period has room for its name. Ends of an axis may keep a little of its width free. */
const hasRoom = `${timeStepsParam}.rooms[indexof(${timeStepsParam}.periods, datum.value)] * (width - 12) >= ${longestPeriod} * ${digitPx} + 8`;
