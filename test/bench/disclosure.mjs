// How long it takes to read and to protect a large table: node test/bench/disclosure.mjs [months] [share of small cells].
// 57 months make 1,000,000 observations. It reports; nothing passes or fails.
import { cpus } from "node:os";
import { defineDataset, describeProtection, readDataset } from "briefwright";

const months = Number(process.argv[2] ?? 57);
const smallShare = Number(process.argv[3] ?? 0.01);

/** Areas in ten regions, age groups, sexes and offences: 42 × 8 × 2 × 11 leaves a month, and all their totals. */
const sides = {
  area: sideOf(42, 10),
  age: sideOf(8),
  sex: sideOf(2),
  offence: sideOf(11),
};

function sideOf(leaves, regions = 0) {
  const leafIds = Array.from({ length: leaves }, (_, leaf) => `leaf-${leaf}`);
  const regionIds = Array.from({ length: regions }, (_, region) => `region-${region}`);
  const parentOf = (leaf) => (regions > 0 ? `region-${leaf % regions}` : undefined);
  return {
    ids: ["total", ...regionIds, ...leafIds],
    categories: [
      ...["total", ...regionIds].map((id) => ({ id, label: id })),
      ...leafIds.map((id, leaf) => ({ id, label: id, ...(regions > 0 && { parent: parentOf(leaf) }) })),
    ],
    /** The categories that a leaf adds to. */
    chainOf: (leaf) => [0, ...(regions > 0 ? [1 + (leaf % regions)] : []), 1 + regions + leaf],
    leaves,
  };
}

const specOf = (profile) => ({
  title: "Made-up offences",
  dimensions: {
    ...Object.fromEntries(
      Object.entries(sides).map(([name, { categories }]) => [
        name,
        { role: name === "area" ? "area" : "category", label: name, total: "total", categories },
      ]),
    ),
    period: { role: "time", label: "Month" },
  },
  measures: { n: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure: { profile },
});

/** The same numbers on every machine. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Every choice of one item a list. */
const product = (lists) =>
  lists.reduce((all, list) => all.flatMap((chosen) => list.map((item) => [...chosen, item])), [[]]);

function rowsOf(count) {
  const random = createRandom(7);
  const all = Object.values(sides);
  const indexOf = (numbers) => numbers.reduce((index, number, side) => index * all[side].ids.length + number, 0);
  const leaves = product(all.map((side) => Array.from({ length: side.leaves }, (_, leaf) => leaf)));
  /** For each leaf, the cells that it adds to. */
  const cellsOf = leaves.map((leaf) => product(leaf.map((number, side) => all[side].chainOf(number))).map(indexOf));
  const places = product(all.map(({ ids }) => ids)).map(([area, age, sex, offence]) => ({ area, age, sex, offence }));
  return Array.from({ length: count }, (_, month) => {
    const values = new Float64Array(places.length);
    for (const cells of cellsOf) {
      const value = random() < smallShare ? 1 + Math.floor(random() * 4) : 5 + Math.floor(random() ** 3 * 300);
      for (const cell of cells) values[cell] += value;
    }
    const period = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    return places.map((place, index) => ({ ...place, period, n: values[index] }));
  }).flat();
}

const rows = rowsOf(months);
console.log(
  `${rows.length.toLocaleString("en-GB")} observations, Node ${process.version}, ${cpus()[0]?.model.trim()}.`,
);
const table = [["profile", "time", "memory", "primary", "secondary"]];
const notes = [];
for (const [name, profile] of Object.entries({
  none: "none",
  "hide 1 to 4": { hide: { from: 1, to: 4 } },
  under5: "under5",
})) {
  const start = performance.now();
  const dataset = await readDataset(defineDataset(specOf(profile)), { rows }, { id: "made" });
  const seconds = (performance.now() - start) / 1000;
  const { primary = 0, secondary = 0 } = dataset.disclosure?.measures.n ?? {};
  const memory = process.memoryUsage().rss / 2 ** 20;
  table.push([name, `${seconds.toFixed(1)} s`, `${memory.toFixed(0)} MiB`, String(primary), String(secondary)]);
  if (dataset.disclosure) notes.push(...describeProtection(dataset.disclosure));
}
console.table(table);
console.log(notes.join("\n"));
