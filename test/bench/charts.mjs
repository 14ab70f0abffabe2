import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { barSpec, bundledFonts, createFontSet, rankingSpec } from "briefwright/charts";
import { createPdfFormatter } from "briefwright/pdf";
import { createJiti } from "jiti";
import * as vega from "vega";
import { compile } from "vega-lite";
import { interFolder } from "./inter-file.mjs";
import { median } from "./median.mjs";
import { printTable } from "./print-table.mjs";

const warmUps = 40;
const runs = 60;
const python = process.env.PYTHON ?? "python3";

const figure = (seed, index) => ((seed * 7919 + index * 104_729) % 900) + 10;
/** A line of ten years by month: with dates along its axis, or the same by numbers. */
const monthly = (x) => ({ mark: "line", encoding: { x, y: { field: "n", type: "quantitative" } } });
const months = (seed) =>
  Array.from({ length: 120 }, (_, index) => ({
    month: `${2014 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`,
    index,
    n: figure(seed, index),
  }));
const [undated, dated] = ["120 months by number", "120 months by date"];
const charts = {
  "columns of 8 years": {
    spec: barSpec({ x: "year", y: "n" }),
    rows: (seed) =>
      Array.from({ length: 8 }, (_, index) => ({ year: `20${10 + index}/${11 + index}`, n: figure(seed, index) })),
  },
  "ranking of 43 areas": {
    spec: rankingSpec({ category: "area", value: "n" }),
    rows: (seed) =>
      Array.from({ length: 43 }, (_, index) => ({
        area: `Area ${index}`,
        n: figure(seed, index),
        highlight: index === seed % 43,
      })),
  },
  [undated]: { spec: monthly({ field: "index", type: "quantitative" }), rows: months },
  [dated]: { spec: monthly({ field: "month", type: "temporal" }), rows: months },
};

/** By vega-lite alone, which would warn of each chart anew that its size cannot fit. */
const compileAlone = (spec) => compile(spec, { logger: vega.logger(vega.Error) }).spec;

/** One chart more, from rows to SVG and to a place on a PDF page, next to others that draw the same spec. */
export async function reportCharts() {
  const { compileChart } = await createJiti(import.meta.url).import("../../src/charts/index.ts");
  const fonts = createFontSet(await bundledFonts());
  const convert = await openConverter();
  if (!convert) console.log("Not here, left out: vl-convert");
  const table = [["one chart more", ...Object.keys(charts), ""]];
  const times = new Map();
  for (const { spec, rows } of Object.values(charts)) {
    const chart = await compileChart({ id: "chart", spec, fonts });
    const toVega = (seed) => compileAlone({ ...spec, data: { name: "data", values: rows(seed) } });
    const named = compileAlone({ ...spec, data: { name: "data" } });
    const parsed = vega.parse(named);
    const { format } = named.data.find(({ name }) => name === "data");
    const ways = {
      "briefwright: SVG": async (seed) => (await chart.render(rows(seed))).svg,
      "vega: SVG, parsed once": (seed) =>
        new vega.View(parsed, { renderer: "none" }).insert("data", vega.read(rows(seed), format)).toSVG(),
      "vega-lite and vega: SVG": (seed) => new vega.View(vega.parse(toVega(seed)), { renderer: "none" }).toSVG(),
      ...(convert && {
        "vl-convert: SVG": (seed) => convert.make("svg", { ...spec, data: { values: rows(seed) } }),
        "vl-convert: PDF of one chart": (seed) => convert.make("pdf", { ...spec, data: { values: rows(seed) } }),
      }),
    };
    const found = new Map(Object.keys(ways).map((name) => [name, []]));
    // In turn, so that all meet the same weather.
    for (let run = -warmUps; run < runs; run++) {
      for (const [name, make] of Object.entries(ways)) {
        const start = performance.now();
        await make(run + warmUps);
        if (run >= 0) found.get(name).push(performance.now() - start);
      }
    }
    for (const [name, each] of found) times.set(name, [...(times.get(name) ?? []), median(each)]);
    const inPdf = await timeInPdf(chart, rows, fonts);
    times.set("briefwright: in a PDF", [...(times.get("briefwright: in a PDF") ?? []), inPdf]);
  }
  await convert?.close();
  const base = times.get("briefwright: SVG");
  for (const [name, each] of times) {
    const ratio = each.reduce((sum, ms, index) => sum + ms / base[index], 0) / each.length;
    table.push([name, ...each.map((ms) => `${ms.toFixed(2)} ms`), `${ratio.toFixed(1)} ×`]);
  }
  printTable(table);
  const names = Object.keys(charts);
  const share = base[names.indexOf(dated)] / base[names.indexOf(undated)];
  console.log(`A chart with dates takes ${share.toFixed(2)} × what it takes with numbers, in briefwright.`);
  console.log(
    "briefwright compiles a spec once, checks rows, cells and glyphs, and describes the chart; its SVG is measured with the\n" +
      "fonts that draw it. vega alone guesses widths of text. In a PDF: run, description and drawing, as one of 43 charts of a file.\n",
  );
  reportMemory();
}

/** Rows to a place in a file of 43 charts, the page itself taken off; ms a chart. */
async function timeInPdf(chart, rows, fonts) {
  const formatter = createPdfFormatter({ fonts, stylesheets: [] });
  const count = 43;
  const make = async (images) => {
    const start = performance.now();
    const drawn = [];
    for (let seed = 0; seed < images; seed++) drawn.push(await chart.render(rows(seed)));
    const html = drawn.map((_, index) => `<p><img src="${index}" alt="Chart"></p>`).join("");
    await formatter.render(`<html lang="en"><title>Charts</title><body>${html}`, {
      date: new Date(0),
      images: (src) => {
        const { widthPx, heightPx, draw } = drawn[Number(src)];
        return { kind: "drawing", widthPx, heightPx, draw };
      },
    });
    return performance.now() - start;
  };
  const differences = [];
  for (let run = -5; run < 15; run++) {
    const [all, none] = [await make(count), await make(0)];
    if (run >= 0) differences.push((all - none) / count);
  }
  return median(differences);
}

/** vl-convert in a process of its own, that answers a line for each line; undefined where it is not installed. */
async function openConverter() {
  if (spawnSync(python, ["-c", "import vl_convert"], { stdio: "ignore" }).status !== 0) return undefined;
  const script = `
import json, sys, vl_convert
vl_convert.register_font_directory(sys.argv[1])
for line in sys.stdin:
    kind, spec = json.loads(line)
    made = vl_convert.vegalite_to_svg(spec) if kind == "svg" else vl_convert.vegalite_to_pdf(spec)
    print(len(made), flush=True)
`;
  const child = spawn(python, ["-c", script, interFolder], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async make(kind, spec) {
      child.stdin.write(`${JSON.stringify([kind, spec])}\n`);
      const { done } = await lines.next();
      if (done) throw new Error("vl-convert ended early.");
    },
    async close() {
      child.stdin.end();
      await once(child, "exit");
    },
  };
}

/** Heap in use after so many charts, each with rows of its own, drawn both ways; in a process of its own. */
function reportMemory() {
  const script = fileURLToPath(new URL("./chart-memory.mjs", import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, ["--expose-gc", script], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The charts ended with ${status}.`);
  const steps = JSON.parse(stdout);
  printTable([
    ["charts from one compiled spec", ...steps.map(({ charts: count }) => String(count))],
    ["heap in use after them", ...steps.map(({ heapMb }) => `${heapMb.toFixed(1)} MB`)],
  ]);
}
