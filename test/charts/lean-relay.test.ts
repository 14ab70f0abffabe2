import { setFlagsFromString } from "node:v8";
import * as vegaModule from "vega";
import { expect, test } from "vitest";
import { lendToVega } from "../../src/charts/vega/lend-to-vega.ts";
import type { Vega } from "../../src/charts/vega/vega-modules.ts";
import { toldWhileLent } from "./lent-transform.ts";

const vega = vegaModule as unknown as Vega;
const measure = vega.textMetrics.width;

setFlagsFromString("--allow-natives-syntax");
const haveSameClass = new Function("one", "other", "return %HaveSameMap(one, other)") as (
  one: object,
  other: object,
) => boolean;

interface Row {
  name: string;
  size?: number;
}

interface Change {
  insert(rows: readonly Row[]): Change;
  modify(row: Row | undefined, field: string, value: number): Change;
  remove(row: Row | undefined): Change;
}

/** A dataflow whose rows go on through a relay: what arrives when rows come, change and go. */
function relayed(derive: boolean) {
  const { Dataflow, transforms, changeset, tupleid } = vegaModule as unknown as {
    readonly Dataflow: new () => Record<"add" | "pulse", (...given: unknown[]) => never> & { run(): void };
    readonly transforms: Readonly<Record<"collect" | "relay", object>>;
    readonly changeset: () => Change;
    readonly tupleid: (row: object) => number;
  };
  const flow = new Dataflow();
  const source = flow.add(transforms.collect) as { readonly value: readonly Row[] };
  const relay: object = flow.add(transforms.relay, { derive, pulse: source });
  const arrived = flow.add(transforms.collect, { pulse: relay }) as { readonly value: readonly Row[] };
  const rows: readonly Row[] = [{ name: "a", size: 1 }, { name: "b" }, { name: "c", size: 3 }];
  const told: unknown[] = [];
  const tell = (change: unknown) => {
    flow.pulse(source, change);
    flow.run();
    const first = tupleid(source.value[0] as Row);
    told.push(
      arrived.value.map((row) => Object.entries(row)),
      // Each is a row of its own, by Vega's count; what is handed on as it is has one id.
      arrived.value.map((row, index) => row === source.value[index]),
      arrived.value.map((row) => tupleid(row) - first),
    );
  };
  tell(changeset().insert(rows));
  tell(changeset().modify(rows[1], "size", 2));
  tell(
    changeset()
      .remove(rows[0])
      .insert([{ name: "d" }]),
  );
  return told;
}

test.each([true, false])("rows are handed on as Vega hands them on, copied: %s", (derive) => {
  const lean = toldWhileLent("relay", () => relayed(derive));
  expect(JSON.stringify(lean)).toContain('["name","b"],["size",2]');
});

test("copies that are given more fields share a hidden class", () => {
  const { Dataflow, transforms, changeset } = vegaModule as unknown as {
    readonly Dataflow: new () => Record<"add" | "pulse", (...given: unknown[]) => never> & { run(): void };
    readonly transforms: Readonly<Record<"collect" | "relay" | "formula", object>>;
    readonly changeset: () => Change;
  };
  const copies = lendToVega(vega, { measure, makesView: true }, () => {
    const flow = new Dataflow();
    const source: object = flow.add(transforms.collect);
    const relay: object = flow.add(transforms.relay, { derive: true, pulse: source });
    const expr = Object.assign(({ name }: Row) => name, { fields: ["name"] });
    const more: object = flow.add(transforms.formula, { expr, as: "again", pulse: relay });
    const arrived = flow.add(transforms.collect, { pulse: more }) as { readonly value: readonly Row[] };
    flow.pulse(source, changeset().insert([...Array(9)].map((_, size) => ({ name: `Area ${size}`, size }))));
    flow.run();
    return arrived.value;
  });
  expect(copies).toHaveLength(9);
  expect(copies.map((row) => haveSameClass(row, copies[0] as Row))).not.toContain(false);
});
