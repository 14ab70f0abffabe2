import type { ChartRow } from "../chart-row.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import { describeMoves, type Moves } from "./differences.ts";
import { describeLine } from "./lines.ts";
import { arePeriods, namesOnAxis } from "./order.ts";
import { bySeries, type Describe, gapsOf, labelled, type Reading, type Told } from "./reading.ts";

/** Small charts: how many there are and, of lines, how many rose and fell; then a sentence for each. */
export function describePanels(reading: Reading, panels: readonly EncodedField[], describe: Describe): Told {
  const { words, nameOf } = reading;
  const groups = new Map<string, ChartRow[]>();
  for (const row of reading.rows) {
    // An area that no row is of is told with the gaps, and not in each map.
    if (!(reading.value.field in row)) continue;
    const name = labelled(...panels.map((panel) => nameOf(row, panel)));
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const title = panels.map((panel) => panel.title).join(", ");
  const readings = [...groups].map(([panel, rows]): Reading => ({ ...reading, panel, rows }));
  const isHighlighted = ({ rows }: Reading) => rows.some(({ highlight }) => highlight === true);
  // Periods stand in their order, also where the one that is marked has no row in some.
  const areOfPeriods = arePeriods([...groups.keys()]);
  const marked = areOfPeriods || readings.every(isHighlighted) ? [] : readings.filter(isHighlighted);
  const sorted = [...marked, ...readings.filter((one) => !marked.includes(one))];
  const across = describeAcross(reading, panels);
  const ways = subjectAcross(reading, panels);
  return {
    intro: [words.charts.panels(title, readings.length)],
    lead: across.lead,
    second: across.second,
    marked: ways.length + marked.length,
    items: [...ways, ...sorted.map((panel) => describePanel(panel, describe))],
    most: 3 + ways.length,
    more: words.charts.more,
    extra: sorted.flatMap((panel) => (isEmpty(panel) ? [] : (describe(panel).extra ?? []))),
    moreExtra: words.charts.more,
  };
}

const none: Moves = { lead: [], second: [] };

/** Of what is highlighted in small charts of periods: its way from the first of them to the last. */
function subjectAcross(reading: Reading, panels: readonly EncodedField[]): readonly string[] {
  const [panel, ...others] = panels;
  const { rows, category, series, kind, nameOf } = reading;
  if (!panel || !category || others.length > 0 || series || (kind !== "tile" && kind !== "map")) return [];
  const names = new Set(rows.flatMap((row) => (row.highlight === true ? [nameOf(row, category)] : [])));
  const [name] = names;
  if (name === undefined || names.size > 1 || !arePeriods(rows.map((row) => nameOf(row, panel)))) return [];
  const way = { ...reading, category: panel, rows: rows.filter((row) => nameOf(row, category) === name) };
  return way.rows.every(({ highlight }) => highlight === true) ? [describeLine(name, way)].filter(Boolean) : [];
}

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
