import * as vegaModule from "vega";
import { expect, test } from "vitest";
import { AskedOnce, type RowFunctions } from "../../src/charts/vega/asked-once.ts";
import { lendToVega } from "../../src/charts/vega/lend-to-vega.ts";
import type { Vega } from "../../src/charts/vega/vega-modules.ts";

const vega = vegaModule as unknown as Vega;
const measure = vega.textMetrics.width;
const makesView = true;

/** Vega's functions, which count how often they are asked. */
function counted(rows: readonly object[]) {
  const asked = { pluck: 0, join: 0, extent: 0 };
  const own: RowFunctions = {
    data: () => rows,
    pluck(given, field) {
      asked.pluck += 1;
      return (given as readonly Record<string, unknown>[]).map((row) => row[field]);
    },
    join(values, separator) {
      asked.join += 1;
      return (values as readonly unknown[]).join(separator);
    },
    extent(values) {
      asked.extent += 1;
      const numbers = values as readonly number[];
      return [Math.min(...numbers), Math.max(...numbers)];
    },
  };
  return { asked, own };
}

/** What an expression asks, of each of three items. */
const itemsAsking = ({ data, pluck, join, extent }: RowFunctions) =>
  [0, 1, 2].map(() => [
    join(pluck(data.call({}, "data"), "area"), "\n"),
    join(pluck(data.call({}, "data"), "area")),
    extent(pluck(data.call({}, "data"), "rate")),
  ]);

test("what is asked of all rows is worked out once for the items of a step, and anew for the next", () => {
  const rows = [
    { area: "Kent", rate: 3 },
    { area: "Devon", rate: 1 },
  ];
  const { asked, own } = counted(rows);
  const once = new AskedOnce();
  const functions = once.functions(own);
  const step = once.during(() => itemsAsking(functions));
  expect(step()).toEqual([0, 1, 2].map(() => ["Kent\nDevon", "Kent,Devon", [1, 3]]));
  expect(asked).toEqual({ pluck: 2, join: 2, extent: 1 });
  // Rows are written in place.
  Object.assign(rows[1] as object, { area: "Essex", rate: 9 });
  expect(step()).toEqual([0, 1, 2].map(() => ["Kent\nEssex", "Kent,Essex", [3, 9]]));
});

test("outside of a step it is worked out whenever it is asked, also after one that failed or was stopped", () => {
  const rows = [{ area: "Kent", rate: 3 }];
  const { asked, own } = counted(rows);
  const once = new AskedOnce();
  const functions = once.functions(own);
  itemsAsking(functions);
  expect(asked.pluck).toBe(9);
  const failing = once.during(() => {
    itemsAsking(functions);
    throw new Error("failed");
  });
  expect(failing).toThrow("failed");
  Object.assign(rows[0] as object, { area: "Devon" });
  expect(itemsAsking(functions)[0]).toContain("Devon");
});

test("items that a step writes are asked anew each time", () => {
  const item = { mark: {}, area: "Kent", rate: 1 };
  const { own } = counted([item]);
  const once = new AskedOnce();
  const { data, pluck, join } = once.functions(own);
  const names = once.during(() =>
    ["Kent", "Devon"].map((area) => {
      item.area = area;
      return join(pluck(data.call({}, "marks"), "area"), "\n");
    }),
  )();
  expect(names).toEqual(["Kent", "Devon"]);
});

/** Labels that say all names and figures, as they are before and after a row is changed. */
function labelled() {
  const all = "join(pluck(data('data'), 'area'), '|') + extent(pluck(data('data'), 'rate'))[1]";
  const spec = {
    width: 100,
    height: 100,
    signals: [{ name: "known", update: all }],
    data: [{ name: "data" }, { name: "said", source: "data", transform: [{ type: "formula", as: "said", expr: all }] }],
    scales: [{ name: "x", type: "band", domain: { data: "data", field: "area" }, range: "width" }],
    marks: [
      {
        type: "text",
        name: "marks",
        from: { data: "said" },
        encode: { update: { text: { signal: `datum.said + known + ${all}` }, x: { scale: "x", field: "area" } } },
      },
      { type: "text", encode: { update: { text: { signal: "join(pluck(data('marks'), 'text'), '|')" } } } },
    ],
  };
  const view = new vega.View(vega.parse(spec), { renderer: "none" });
  const texts: unknown[] = [];
  const run = () => {
    view.run();
    texts.push(JSON.stringify(view.scenegraph().root, (key, value: unknown) => (parents.has(key) ? undefined : value)));
  };
  view.change(
    "data",
    vega.changeset().insert([
      { area: "Kent", rate: 3 },
      { area: "Devon", rate: 1 },
    ]),
  );
  run();
  view.change("data", vega.changeset().insert([{ area: "Essex", rate: 9 }]));
  run();
  view.finalize();
  return texts;
}

const parents = new Set(["mark", "group", "context", "source", "_svg", "dirty", "marktypes"]);

test("a picture is the one that Vega draws, and Vega has its own functions again", () => {
  const names = ["data", "pluck", "join", "extent"];
  const own = () => names.map((name) => vega.expressionFunction(name));
  const before = own();
  const { evaluate } = vega.Operator.prototype;
  const drawn = lendToVega(vega, { measure, makesView }, labelled);
  expect(drawn).toEqual(lendToVega(vega, { measure }, labelled));
  expect(drawn[1]).toContain("Essex");
  expect(own()).toEqual(before);
  expect(vega.Operator.prototype.evaluate).toBe(evaluate);
});
