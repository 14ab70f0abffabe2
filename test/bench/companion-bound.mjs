import { isSmall, sumOf, to } from "./disclosure-tables.mjs";
import { openModel } from "./relaxed-bound.mjs";

/** Times that companions are asked for, and by what part of itself the bound has to grow for it to be worth another. */
const rounds = 200;
const worthwhile = 1e-4;
const tolerance = 1e-6;

/**
 * A lower bound of what protecting a table costs, by one programme that chooses parts of cells, for tables that are too large
 * to be attacked so often. It knows two things. A row that has one hidden cell, or too little in the others, needs one more.
 * And nobody hides a cell alone of a row: the row would give it away, so that showing it costs less and tells as much. In
 * three ways the second is most of the cost: a cell that is hidden for another has two further rows.
 * @param table values by cell, and relations as lists of a whole and its parts.
 */
export function companionBound(highs, { values, relations }, costs) {
  const cells = [...values.keys()].filter((cell) => !isSmall(values[cell]));
  const columnOf = new Map(cells.map((cell, column) => [cell, column]));
  const rows = relations.filter((row) => needsOne(row, values)).map((row) => coverOf(row, columnOf));
  // Rows without a hidden cell, by cell.
  const open = relations.filter((row) => !row.some((cell) => isSmall(values[cell])));
  const model = openModel(
    highs,
    cells.map((cell) => ({ cost: costs[cell], upper: 1 })),
    rows,
    { lower: 1, upper: highs.infinity },
  );
  let bound = 0;
  const asked = new Set();
  for (let round = 0; round < rounds; round += 1) {
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) break;
    const found = model.getObjectiveValue();
    const isWorth = found > bound * (1 + worthwhile);
    bound = Math.max(bound, found);
    if (round > 20 && !isWorth) break;
    const shares = model.getSolution().colValue;
    const shareOf = (cell) => shares[columnOf.get(cell)];
    let added = 0;
    for (const row of open) {
      const total = row.reduce((sum, cell) => sum + shareOf(cell), 0);
      if (total < tolerance) continue;
      for (const cell of row) {
        const share = shareOf(cell);
        const id = `${row[0]} ${row[1]} ${cell}`;
        if (total - share > share - tolerance || asked.has(id)) continue;
        asked.add(id);
        const others = row.filter((other) => other !== cell);
        const indices = [cell, ...others].map((own) => columnOf.get(own));
        model.addRow(0, highs.infinity, { indices, values: [-1, ...others.map(() => 1)] });
        added += 1;
      }
    }
    if (added === 0) break;
  }
  model.dispose();
  return Math.ceil(bound - 1e-4);
}

/** Whether what is hidden of a row anyway leaves a count too little room. */
function needsOne(row, values) {
  const hidden = row.filter((cell) => isSmall(values[cell]));
  return hidden.some((cell) => {
    const others = hidden.filter((other) => other !== cell);
    const gives = others.includes(row[0]) || cell === row[0] ? Number.POSITIVE_INFINITY : sumOf(others, values);
    return others.length === 0 || gives < to - values[cell];
  });
}

/** One more of a row has to be hidden. */
function coverOf(row, columnOf) {
  const indices = row.flatMap((cell) => columnOf.get(cell) ?? []);
  return { indices, values: indices.map(() => 1) };
}
