import * as vegaModule from "vega";
import { expect, test } from "vitest";
import { Targets, type VegaOperator, type VegaParameters } from "../../src/charts/vega/lean-operators.ts";
import { lendToVega } from "../../src/charts/vega/lend-to-vega.ts";
import type { Vega } from "../../src/charts/vega/vega-modules.ts";

const vega = vegaModule as unknown as Vega;

/** With what is wired in several ways: signals, scales that take lists, what is set once, groups of their own. */
const spec = {
  width: 200,
  height: { signal: "width / 2" },
  signals: [
    { name: "step", value: 20 },
    { name: "twice", update: "step * 2" },
    { name: "once", init: "step + 1" },
  ],
  data: [
    { name: "table", values: [1, 5, 3].map((size, index) => ({ size, name: "abc"[index], group: index % 2 })) },
    { name: "stacked", source: "table", transform: [{ type: "stack", groupby: ["group"], field: "size" }] },
  ],
  scales: [
    {
      name: "x",
      type: "band",
      domain: { data: "table", field: "name" },
      range: [0, { signal: "width" }],
      padding: 0.1,
    },
    { name: "y", domain: { data: "stacked", fields: ["y0", "y1"] }, nice: true, zero: true, range: "height" },
  ],
  axes: [
    { orient: "bottom", scale: "x" },
    { orient: "left", scale: "y", tickCount: { signal: "ceil(height / twice)" } },
  ],
  marks: [
    {
      type: "group",
      from: { facet: { name: "part", data: "stacked", groupby: "group" } },
      marks: [
        {
          type: "rect",
          from: { data: "part" },
          encode: {
            update: {
              x: { scale: "x", field: "name" },
              width: { scale: "x", band: 1 },
              y: { scale: "y", field: "y1" },
              y2: { scale: "y", field: "y0" },
            },
          },
        },
      ],
    },
  ],
};

type Nodes = Readonly<Record<string, VegaOperator>>;

/** What each operator is given, in its order, and whom it tells, before it runs and after. */
function wired() {
  const view = new vega.View(vega.parse(spec), { renderer: "none" });
  const { nodes } = (view as unknown as { readonly _runtime: { readonly nodes: Nodes } })._runtime;
  const idOf = new Map(Object.entries(nodes).map(([id, node]) => [node, id]));
  const read = () =>
    Object.entries(nodes).map(([id, node]) => ({
      id,
      names: Object.keys(node._argval ?? {}),
      plain: JSON.stringify(Object.values(node._argval ?? {}).filter((value) => typeof value !== "object")),
      from: (node._argops ?? []).map(({ op, name, index }) => [idOf.get(op), name, index]),
      isSetOnce: node._argops?.initonly === true,
      to: [...(node._targets ?? [])].map((target) => idOf.get(target)),
    }));
  const before = read();
  view.run();
  return { before, after: read(), picture: JSON.stringify(view.scenegraph().root, leaveOut) };
}

const leaveOut = (key: string, value: unknown) =>
  ["mark", "group", "context", "source", "_svg", "dirty", "marktypes"].includes(key) ? undefined : value;

const measure = vega.textMetrics.width;

test("operators are wired as Vega wires them", () => {
  const { targets, parameters } = vega.Operator.prototype;
  const { clear } = vega.Parameters.prototype;
  const lean = lendToVega(vega, { measure, makesView: true }, wired);
  expect(lean).toEqual(lendToVega(vega, { measure }, wired));
  expect(lean.before.some(({ isSetOnce }) => isSetOnce)).toBe(true);
  expect(lean.before.some(({ to }) => to.length > 3)).toBe(true);
  // Vega has its own again.
  expect(vega.Operator.prototype.targets).toBe(targets);
  expect(vega.Operator.prototype.parameters).toBe(parameters);
  expect(vega.Parameters.prototype.clear).toBe(clear);
});

test("of what an operator is given nothing is new once it has run, until it is set again", () => {
  const given = lendToVega(vega, { measure, makesView: true }, () => {
    const values = new vega.Parameters() as VegaParameters & {
      set(name: string, index: number, value: unknown): VegaParameters;
      modified(name?: string, index?: number): boolean;
    };
    values.set("size", -1, 3);
    values.set("range", -1, [0, 1]);
    const before = [values.modified(), values.modified("size"), values.modified("range", 1)];
    values.clear();
    const after = [values.modified(), values.modified("size"), values.modified("range"), values.modified("range", 1)];
    values.set("size", -1, 3);
    values.set("range", 1, 2);
    return {
      before,
      after,
      again: [values.modified("size"), values.modified("range", 0), values.modified("range", 1)],
    };
  });
  expect(given).toEqual({
    before: [true, true, true],
    after: [false, false, false, false],
    again: [false, false, true],
  });
});

test("an operator tells each other once, of few and of many", () => {
  const operators = Array.from({ length: 100 }, () => new vega.Operator());
  const list = new Targets();
  for (const each of [...operators, ...operators]) list.add(each);
  expect([...list]).toEqual(operators);
  for (const each of operators.slice(0, 90)) list.remove(each).remove(each);
  expect([...list]).toEqual(operators.slice(90));
  for (const each of operators.slice(80)) list.add(each);
  expect([...list]).toEqual([...operators.slice(90), ...operators.slice(80, 90)]);
  expect(list.filter(() => true)).not.toBeInstanceOf(Targets);
});
