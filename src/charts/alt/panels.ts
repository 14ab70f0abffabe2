import type { ChartRow } from "../chart-row.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import { describeMoves, type Moves } from "./differences.ts";
import { namesOnAxis } from "./order.ts";
import { bySeries, type Describe, gapsOf, labelled, type Reading, type Told } from "./reading.ts";

/** Small charts: how many there are and, of lines, how many rose and fell; then a sentence for each. */
export function describePanels(reading: Reading, panels: readonly EncodedField[], describe: Describe): Told {
  const { words, nameOf } = reading;
  const groups = new Map<string, ChartRow[]>();
  for (const row of reading.rows) {
    // A place of a map that no row is of is in none of them.
    if (panels.every((panel) => row[panel.field] === undefined)) continue;
    const name = labelled(...panels.map((panel) => nameOf(row, panel)));
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const title = panels.map((panel) => panel.title).join(", ");
  const readings = [...groups].map(([panel, rows]): Reading => ({ ...reading, panel, rows }));
  const isHighlighted = ({ rows }: Reading) => rows.some(({ highlight }) => highlight === true);
  const isMarked = readings.some(isHighlighted) && !readings.every(isHighlighted);
  const sorted = isMarked
    ? [...readings.filter(isHighlighted), ...readings.filter((one) => !isHighlighted(one))]
    : readings;
  const across = describeAcross(reading, panels);
  return {
    lead: [words.charts.panels(title, readings.length), ...across.lead],
    second: across.second,
    isMarked,
    items: sorted.map((panel) => describePanel(panel, describe)),
    most: 3,
    more: words.charts.more,
    extra: sorted.flatMap((panel) => (isEmpty(panel) ? [] : (describe(panel).extra ?? []))),
    moreExtra: words.charts.more,
  };
}

const none: Moves = { lead: [], second: [] };

/** Of lines, one in each panel: the way from the first period to the last. */
function describeAcross(reading: Reading, panels: readonly EncodedField[]): Moves {
  const [panel] = panels;
  const isLine = reading.kind === "line" || reading.kind === "area";
  const isOneEach = panels.length === 1 && (!reading.series || reading.series.field === panel?.field);
  if (!panel || !isLine || !isOneEach || namesOnAxis(reading).length < 2) return none;
  const byPanel = { ...reading, series: panel, panel: "" };
  return bySeries(byPanel).length > 2 ? describeMoves(byPanel) : none;
}

/** The first that the kind of chart has to say of one panel. */
function describePanel(panel: Reading, describe: Describe): string {
  if (isEmpty(panel)) return `${panel.panel}: ${panel.words.charts.noData}`;
  const { lead, items = [] } = describe(panel);
  const [first = panel.words.charts.rows(panel.rows.length)] = [...lead, ...items];
  // What is said of several lines together names none of them.
  return first.startsWith(panel.panel) ? first : `${panel.panel}: ${first}`;
}

const isEmpty = (panel: Reading) => gapsOf(panel).length === panel.rows.length;
