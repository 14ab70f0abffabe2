// How long it takes to protect a table, how much of it is hidden, and how near that is to the least that would do:
// node test/bench/disclosure.mjs [most cells, default 100000]. Seconds of processor time. It reports; nothing passes or fails.
//
// What hiding a cell costs: 1, twice as much for each doubling of its value from 50 on, four times as much for each dimension
// that it is a total of; 10 where it is a zero. `least` is the optimum where a programme over the whole table finds it
// (=), or a lower bound (>), the larger of two: in each row that has one hidden cell, or too little in the others, one more
// has to be hidden; and, in tables of up to 700 cells, the relaxed programme by cutting planes (Fischetti and Salazar 2001).
import { cpus } from "node:os";
import { defineDataset, readDataset } from "briefwright";
import loadHighs from "highs";
import { printTable } from "./print-table.mjs";
import { relaxedBound } from "./relaxed-bound.mjs";

const mostCells = Number(process.argv[2] ?? 100_000);
/** Cells for which the optimum is looked for. */
const optimumUpTo = 150;
/** Cells for which the relaxed programme is solved. */
const relaxedUpTo = 700;
const [from, to] = [1, 4];

/** Leaves a dimension. The first has regions of ten. */
const shapes = [
  [10, 7],
  [5, 4, 3],
  [8, 5, 4],
  [10, 6, 6],
  [30, 30],
  [14, 8, 6],
  [90, 29],
  [20, 14, 8],
  [100, 90],
  [30, 19, 14],
  [300, 302],
  [60, 37, 37],
];

/** The same numbers on every machine (Lehmer; Park and Miller 1988): no product is beyond what a number holds exactly. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const names = ["area", "age", "offence"];

function sideOf(leaves, index) {
  const regions = index === 0 && leaves > 10 ? Math.ceil(leaves / 10) : 0;
  const ids = [
    "total",
    ...Array.from({ length: regions }, (_, region) => `region-${region}`),
    ...Array.from({ length: leaves }, (_, leaf) => `leaf-${leaf}`),
  ];
  return {
    ids,
    regions,
    leaves,
    parentOf: (id) => (id.startsWith("leaf") && regions > 0 ? 1 + Math.floor(Number(id.slice(5)) / 10) : 0),
    /** The categories that a leaf adds to. */
    chainOf: (leaf) => [0, ...(regions > 0 ? [1 + Math.floor(leaf / 10)] : []), 1 + regions + leaf],
  };
}

/** Every choice of one item a list. */
const product = (lists) =>
  lists.reduce((all, list) => all.flatMap((chosen) => list.map((item) => [...chosen, item])), [[]]);

/** A table with all its totals: one leaf in twenty is small, one in fifty is nothing. */
function tableOf(shape) {
  const random = createRandom(7);
  const sides = shape.map(sideOf);
  const indexOf = (numbers) => numbers.reduce((index, number, side) => index * sides[side].ids.length + number, 0);
  const places = product(sides.map(({ ids }) => [...ids.keys()]));
  const values = new Array(places.length).fill(0);
  for (const leaf of product(shape.map((leaves) => [...new Array(leaves).keys()]))) {
    const dice = random();
    const value = dice < 0.02 ? 0 : dice < 0.07 ? 1 + Math.floor(random() * 4) : 5 + Math.floor(random() ** 3 * 300);
    for (const cell of product(leaf.map((number, side) => sides[side].chainOf(number))).map(indexOf))
      values[cell] += value;
  }
  return { sides, places, values, relations: relationsOf(sides, places, indexOf) };
}

/** Each whole with its parts, in each dimension. */
function relationsOf(sides, places, indexOf) {
  const relations = [];
  for (const [index, place] of places.entries()) {
    for (const [side, { ids, regions, parentOf }] of sides.entries()) {
      const own = place[side];
      if (own > regions) continue;
      const parts = [...ids.keys()].filter((other) =>
        own === 0 && regions > 0 ? other > 0 && other <= regions : other > regions && parentOf(ids[other]) === own,
      );
      relations.push([index, ...parts.map((part) => indexOf(place.with(side, part)))]);
    }
  }
  return relations;
}

const specOf = (sides, profile) => ({
  title: "Made-up offences",
  dimensions: Object.fromEntries(
    sides.map(({ ids, regions, parentOf }, index) => [
      names[index],
      {
        role: index === 0 ? "area" : "category",
        label: names[index],
        total: "total",
        categories: ids.map((id) => ({
          id,
          label: id,
          ...(regions > 0 && id.startsWith("leaf") && { parent: ids[parentOf(id)] }),
        })),
      },
    ]),
  ),
  measures: { n: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure: { profile },
});

const isSmall = (value) => value >= from && value <= to;

function costsOf({ places, values, sides }) {
  return values.map((value, index) => {
    const own = value === 0 ? 10 : 2 ** Math.max(0, Math.floor(Math.log2(value / ((to + 1) * 10))) + 1);
    return own * 4 ** places[index].filter((number, side) => number <= sides[side].regions).length;
  });
}

/** A lower bound: each row that needs one more hidden cell pays what its cells can still pay (a dual of set covering). */
function boundOf({ values, relations }, costs) {
  const left = [...costs];
  let bound = 0;
  for (const cells of relations) {
    const hidden = cells.filter((cell) => isSmall(values[cell]));
    const needsOne = hidden.some((cell) => {
      const others = hidden.filter((other) => other !== cell);
      const gives = others.includes(cells[0]) || cell === cells[0] ? Number.POSITIVE_INFINITY : sumOf(others, values);
      return others.length === 0 || gives < to - values[cell];
    });
    if (!needsOne) continue;
    const candidates = cells.filter((cell) => !isSmall(values[cell]));
    const pays = Math.min(...candidates.map((cell) => left[cell]));
    for (const cell of candidates) left[cell] -= pays;
    bound += pays;
  }
  return bound;
}

const sumOf = (cells, values) => cells.reduce((sum, cell) => sum + values[cell], 0);

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

async function measure(shape, rounded) {
  const table = tableOf(shape);
  const { sides, places, values } = table;
  const rows = places.map((place, index) => ({
    ...Object.fromEntries(place.map((number, side) => [names[side], sides[side].ids[number]])),
    n: values[index],
  }));
  const definition = defineDataset(specOf(sides, rounded ? "under5" : { hide: { from, to } }));
  const start = process.cpuUsage();
  const dataset = await readDataset(definition, { rows }, { id: "made" }).catch(asRefused);
  const { user, system } = process.cpuUsage(start);
  const measured = [
    shape.join(" × "),
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
  const least = optimum ?? (rounded ? 0 : Math.max(relaxed, boundOf(table, costs)));
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
  for (const shape of shapes) {
    const cells = shape.map(sideOf).reduce((count, { ids }) => count * ids.length, 1);
    if (cells <= mostCells * 1.05) lines.push(await measure(shape, rounded));
  }
}
printTable(lines);
