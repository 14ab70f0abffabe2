/** Times that the relaxed choice is attacked. */
const rounds = 60;
const tolerance = 1e-6;

/**
 * A lower bound of what protecting a table costs: the least cost with which parts of cells are hidden so that no attack
 * succeeds. An attack is a linear programme that looks how far a small count can go; its duals say which cells, hidden
 * further, would let it go on, and that becomes a row of the programme that chooses (Fischetti and Salazar 2001).
 * @param table values and costs by cell, relations as lists of a whole and its parts, and which counts are hidden.
 */
export function relaxedBound(highs, table) {
  const { values, relations, costs, from, to } = table;
  const cells = [...values.keys()];
  const isSmall = (cell) => values[cell] >= from && values[cell] <= to;
  const small = cells.filter(isSmall);
  const attacker = openModel(
    highs,
    cells.map(() => ({ cost: 0, upper: 0 })),
    relations.map((relation) => ({ indices: relation, values: relation.map((_, index) => (index === 0 ? -1 : 1)) })),
  );
  // How much of each cell is hidden; then whether a small count takes its further value above (0) or below (1).
  const chooser = openModel(
    highs,
    [
      ...cells.map((cell) => ({ cost: isSmall(cell) ? 0 : costs[cell], upper: 1 })),
      ...small.map(() => ({ cost: 0, upper: 1 })),
    ],
    [],
  );
  let bound = 0;
  for (let round = 0; round < rounds; round += 1) {
    chooser.run();
    if (chooser.getModelStatus() !== highs.constants.modelStatus.optimal) break;
    bound = Math.max(bound, chooser.getObjectiveValue());
    const shares = chooser.getSolution().colValue;
    const rows = small.flatMap((cell, index) => {
      const choice = cells.length + index;
      const [up, down] = [to - values[cell], values[cell] - from];
      return [
        ...rowsAgainst({ highs, attacker, values, isSmall, shares }, { cell, choice, sign: 1, ways: [up + 1, up] }),
        ...rowsAgainst(
          { highs, attacker, values, isSmall, shares },
          { cell, choice, sign: -1, ways: [down, down + 1] },
        ),
      ];
    });
    if (rows.length === 0) break;
    for (const { lower, ...row } of rows) chooser.addRow(lower, highs.infinity, row);
  }
  attacker.dispose();
  chooser.dispose();
  return Math.ceil(bound - 1e-4);
}

/** Attacks a choice: the rows that it would have had to keep to, so that a cell goes as far as it has to. */
function rowsAgainst({ highs, attacker, values, isSmall, shares }, { cell, choice, sign, ways }) {
  const by = ways[0] + shares[choice] * (ways[1] - ways[0]);
  if (by < tolerance) return [];
  const limits = [...values].map((value, other) => {
    if (isSmall(other) || shares[other] > 1 - tolerance) return [-value, highs.infinity];
    return [-shares[other] * Math.min(by, value), shares[other] * by];
  });
  limits[cell] = [-Math.min(values[cell], by), by];
  for (const [other, [lower, upper]] of limits.entries()) attacker.changeColBounds(other, lower, upper);
  attacker.changeColCost(cell, -sign);
  attacker.run();
  const { colValue, colDual } = attacker.getSolution();
  attacker.changeColCost(cell, 0);
  let least = sign * colValue[cell];
  if (least >= by - tolerance) return [];
  const adds = [];
  for (const [other, [lower, upper]] of limits.entries()) {
    const dual = colDual[other];
    if (isSmall(other) || Math.abs(dual) < 1e-7) continue;
    least -= Math.abs(dual) * (dual < 0 ? upper : -lower);
    const more = dual < 0 ? Number.POSITIVE_INFINITY : dual * values[other];
    if (more > 0) adds.push({ other, more });
  }
  // With none of them hidden the cell goes no further than `least`; they have to make up for the rest.
  const indices = adds.map(({ other }) => other);
  const valuesFor = (way) => adds.map(({ more }) => Math.min(1, more / (way - least)));
  const [near, far] = [Math.min(...ways), Math.max(...ways)];
  const farIsFirst = ways[0] > ways[1];
  const always = near - least > tolerance ? [{ lower: 1, indices, values: valuesFor(near) }] : [];
  const ofFar = {
    lower: farIsFirst ? 1 : 0,
    indices: [...indices, choice],
    values: [...valuesFor(far), farIsFirst ? 1 : -1],
  };
  return far - least > tolerance ? [...always, ofFar] : always;
}

export function openModel(highs, columns, rows, { lower, upper } = { lower: 0, upper: 0 }) {
  const starts = [0];
  for (const { indices } of rows) starts.push(starts.at(-1) + indices.length);
  const size = { numCols: columns.length, numRows: rows.length };
  const opened = highs.createModel({
    ...size,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(() => lower),
    rowUpper: rows.map(() => upper),
    matrix: {
      format: "csr",
      ...size,
      starts,
      indices: rows.flatMap(({ indices }) => indices),
      values: rows.flatMap((row) => row.values),
    },
  });
  opened.options.set({ output_flag: false, presolve: "off" });
  return opened;
}
