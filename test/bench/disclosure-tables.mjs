/** The tables that the benchmark of disclosure control protects, and what hiding their cells costs. */

/** Counts from one to the other, both included, are hidden. */
export const [from, to] = [1, 4];

/** Leaves a dimension. The first has regions of ten. */
export const shapes = [
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

/** Long rows: dimensions none of which has regions. */
export const rows = [[1000], [3000], [10_000], [30_000], [100_000], [500, 2], [1500, 2], [100, 5, 2]];

/** The same numbers on every machine (Lehmer; Park and Miller 1988): no product is beyond what a number holds exactly. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export const names = ["area", "age", "offence"];

/** @param isRow whether it is a long one, without regions. */
export function sideOf(leaves, index, isRow = false) {
  const regions = index === 0 && leaves > 10 && !isRow ? Math.ceil(leaves / 10) : 0;
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
export function tableOf(shape, isRow) {
  const random = createRandom(7);
  const sides = shape.map((leaves, index) => sideOf(leaves, index, isRow));
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

export const specOf = (sides, profile) => ({
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

export const isSmall = (value) => value >= from && value <= to;

export function costsOf({ places, values, sides }) {
  return values.map((value, index) => {
    const own = value === 0 ? 10 : 2 ** Math.max(0, Math.floor(Math.log2(value / ((to + 1) * 10))) + 1);
    return own * 4 ** places[index].filter((number, side) => number <= sides[side].regions).length;
  });
}

export const sumOf = (cells, values) => cells.reduce((sum, cell) => sum + values[cell], 0);
