// How long it takes to protect a table, how much of it is hidden, and how near that is to the least that would do:
// node test/bench/disclosure.mjs [most cells, default 100000]. Seconds of processor time. It reports; nothing passes or fails.
//
// Tables with a long row stand by themselves: there each small count has a thousand others to choose from.
//
// What hiding a cell costs: 1, twice as much for each doubling of its value from 50 on, four times as much for each dimension
// that it is a total of; 10 where it is a zero. `least` is the optimum where a programme over the whole table finds it
// (=), or a lower bound (>), the larger of two: a programme that knows which rows need one more hidden cell, and that none is
// hidden alone of a row (companion-bound.mjs); and, in tables of up to 1,100 cells, one that is attacked (relaxed-bound.mjs).
import { cpus } from "node:os";
import { defineDataset, readDataset } from "briefwright";
import loadHighs from "highs";
import { companionBound } from "./companion-bound.mjs";
import {
  costsOf,
  from,
  isSmall,
  names,
  rows,
  shapes,
  sideOf,
  specOf,
  sumOf,
  tableOf,
  to,
} from "./disclosure-tables.mjs";
import { printTable } from "./print-table.mjs";
import { relaxedBound } from "./relaxed-bound.mjs";

const mostCells = Number(process.argv[2] ?? 100_000);
/** Cells for which the optimum is looked for. */
const optimumUpTo = 150;
/** Cells for which the relaxed programme is solved. */
const relaxedUpTo = 1100;

const highs = await loadHighs();

/**
 * The least cost with which each small count can take each value that is hidden and one beyond, by one programme with a yes
 * or no for each cell and changes for each small count, up and down. Undefined where it is not proven within the limit.
 */
function optimumOf({ values, relations }, costs) {
  const cells = [...values.keys()];
  const small = cells.filter((cell) => isSmall(values[cell]));
  const infinity = highs.infinity;
  const model = { colCost: [...costs], colLower: [], colUpper: [], integrality: [], rows: [] };
  const { continuous, integer } = highs.constants.variableType;
  for (const cell of cells) {
    model.colLower.push(isSmall(values[cell]) ? 1 : 0);
    model.colUpper.push(1);
    model.integrality.push(integer);
    if (isSmall(values[cell])) model.colCost[cell] = 0;
  }
  const most = 3 * to;
  const columns = (count, cost) => {
    const first = model.colCost.length;
    for (let index = 0; index < count; index += 1) {
      model.colCost.push(cost);
      model.colLower.push(-most);
      model.colUpper.push(most);
      model.integrality.push(continuous);
    }
    return first;
  };
  const row = (entries, lower, upper) => model.rows.push({ entries, lower, upper });
  for (const cell of small) {
    // Beyond is up, or, if this is 1, down: `beyond` says which.
    const beyond = columns(1, 0);
    model.colLower[beyond] = 0;
    model.colUpper[beyond] = 1;
    model.integrality[beyond] = integer;
    for (const sign of [1, -1]) {
      const first = columns(cells.length, 0);
      const reach = sign === 1 ? to - values[cell] : values[cell] - from;
      // One more than what the rule hides: upwards where `beyond` is 0, downwards where it is 1.
      row(
        [
          [first + cell, sign],
          [beyond, sign],
        ],
        sign === 1 ? reach + 1 : reach,
        infinity,
      );
      for (const other of cells) {
        row(
          [
            [first + other, 1],
            [other, -most],
          ],
          -infinity,
          0,
        );
        row(
          [
            [first + other, 1],
            [other, Math.min(values[other], most)],
          ],
          0,
          infinity,
        );
      }
      for (const [whole, ...parts] of relations)
        row([[first + whole, -1], ...parts.map((part) => [first + part, 1])], 0, 0);
    }
  }
  const starts = [0];
  const indices = [];
  const factors = [];
  for (const { entries } of model.rows) {
    for (const [column, factor] of entries) {
      indices.push(column);
      factors.push(factor);
    }
    starts.push(indices.length);
  }
  const { rows, ...columnsOfModel } = model;
  const size = { numCols: model.colCost.length, numRows: rows.length };
  const opened = highs.createModel({
    ...columnsOfModel,
    ...size,
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: { format: "csr", ...size, starts, indices, values: factors },
  });
  opened.options.set({ output_flag: false, mip_max_nodes: 2000 });
  opened.run();
  const isProven = opened.getModelStatus() === highs.constants.modelStatus.optimal;
  const found = isProven ? Math.round(opened.getObjectiveValue()) : undefined;
  opened.dispose();
  return found;
}

/** A table with a count that cannot be protected has no dataset. */
function asRefused(error) {
  if (!error.diagnostics?.every(({ code }) => code === "disclosure-not-protected")) throw error;
}

async function measure(shape, rounded, isRow) {
  const table = tableOf(shape, isRow);
  const { sides, places, values } = table;
  const records = places.map((place, index) => ({
    ...Object.fromEntries(place.map((number, side) => [names[side], sides[side].ids[number]])),
    n: values[index],
  }));
  const definition = defineDataset(specOf(sides, rounded ? "under5" : { hide: { from, to } }));
  const start = process.cpuUsage();
  const dataset = await readDataset(definition, { rows: records }, { id: "made" }).catch(asRefused);
  const { user, system } = process.cpuUsage(start);
  const measured = [
    `${shape.join(" × ")}${isRow ? ", row" : ""}`,
    rounded ? "5" : "–",
    values.length.toLocaleString("en-GB"),
    ((user + system) / 1e6).toFixed(1),
  ];
  if (!dataset) return [...measured, "refused", "", "", "", ""];
  const { primary, secondary } = dataset.disclosure.measures.n;
  const costs = costsOf(table);
  const hidden = dataset.observations.flatMap(({ cell }, index) => (cell.state === "suppressed" ? [index] : []));
  const at = new Map(
    places.map((place, index) => [place.map((number, side) => sides[side].ids[number]).join(), index]),
  );
  const cells = hidden.map((index) =>
    at.get(
      names
        .slice(0, sides.length)
        .map((name) => dataset.observations[index].at[name])
        .join(),
    ),
  );
  const cost = sumOf(
    cells.filter((cell) => !isSmall(values[cell])),
    costs,
  );
  const optimum = !rounded && values.length <= optimumUpTo ? optimumOf(table, costs) : undefined;
  const relaxed =
    optimum === undefined && !rounded && values.length <= relaxedUpTo
      ? relaxedBound(highs, { ...table, costs, from, to })
      : 0;
  const least = optimum ?? (rounded ? 0 : Math.max(relaxed, companionBound(highs, table, costs)));
  return [
    ...measured,
    `${((100 * primary) / values.length).toFixed(1)}%`,
    `${((100 * secondary) / values.length).toFixed(1)}%`,
    String(cost),
    `${optimum === undefined ? ">" : "="} ${least}`,
    cost === least ? "1.00" : least === 0 ? "–" : (cost / least).toFixed(2),
  ];
}

console.log(`Node ${process.version}, ${cpus()[0]?.model.trim()}.`);
const lines = [["table", "rounded to", "cells", "seconds", "small", "further", "cost", "least", "ratio"]];
for (const rounded of [false, true]) {
  for (const [list, isRow] of [
    [shapes, false],
    [rows, true],
  ])
    for (const shape of list) {
      const sides = shape.map((leaves, index) => sideOf(leaves, index, isRow));
      const cells = sides.reduce((count, { ids }) => count * ids.length, 1);
      if (cells <= mostCells * 1.05) lines.push(await measure(shape, rounded, isRow));
    }
}
printTable(lines);
