// How long it takes to read and to protect a large table: node test/bench/disclosure.mjs [months] [share of small cells].
// 57 months make 1,000,000 observations. It reports; nothing passes or fails.
import { cpus } from "node:os";
import { defineDataset, describeProtection, readDataset } from "briefwright";
import { printTable } from "./print-table.mjs";

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

function rowsOf(count) {
  const random = createRandom(7);
  const [area, age, sex, offence] = Object.values(sides);
  const lengths = [area, age, sex, offence].map(({ ids }) => ids.length);
  const rows = [];
  for (let month = 0; month < count; month += 1) {
    const values = new Float64Array(lengths.reduce((product, length) => product * length, 1));
    for (let a = 0; a < area.leaves; a += 1)
      for (let g = 0; g < age.leaves; g += 1)
        for (let s = 0; s < sex.leaves; s += 1)
          for (let o = 0; o < offence.leaves; o += 1) {
            const value = random() < smallShare ? 1 + Math.floor(random() * 4) : 5 + Math.floor(random() ** 3 * 300);
            for (const i of area.chainOf(a))
              for (const j of age.chainOf(g))
                for (const k of sex.chainOf(s))
                  for (const l of offence.chainOf(o))
                    values[((i * lengths[1] + j) * lengths[2] + k) * lengths[3] + l] += value;
          }
    const period = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    let index = 0;
    for (const i of area.ids)
      for (const j of age.ids)
        for (const k of sex.ids)
          for (const l of offence.ids) rows.push({ area: i, age: j, sex: k, offence: l, period, n: values[index++] });
  }
  return rows;
}

const rows = rowsOf(months);
console.log(`${rows.length.toLocaleString("en-GB")} observations, Node ${process.version}, ${cpus()[0]?.model.trim()}.`);
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
printTable(table);
console.log(notes.join("\n"));
