import * as vegaModule from "vega";
import { expect, test } from "vitest";
import { toldWhileLent } from "./lent-transform.ts";

type Row = Readonly<Record<string, unknown>>;

interface Change {
  insert(rows: readonly Row[]): Change;
  modify(row: Row | undefined, field: string, value: unknown): Change;
  remove(row: Row | undefined): Change;
}

interface Flattening {
  readonly fields: readonly string[];
  readonly as?: readonly (string | null)[];
  readonly index?: string;
}

/** A row with many fields and two lists. */
const rowOf = (name: string, length: number): Row => ({
  name,
  ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`more${at}`, `${name}${at}`])),
  list: Array.from({ length }, (_, at) => `${name}-${at}`),
  others: [undefined, null, 3],
});

/** A dataflow whose rows become one for each entry of their lists: what arrives when rows come, change and go. */
function flattened({ fields, as, index }: Flattening) {
  const { Dataflow, transforms, changeset, tupleid, field } = vegaModule as unknown as {
    readonly Dataflow: new () => Record<"add" | "pulse", (...given: unknown[]) => never> & { run(): void };
    readonly transforms: Readonly<Record<"collect" | "flatten", object>>;
    readonly changeset: () => Change;
    readonly tupleid: (row: object) => number;
    readonly field: (name: string) => object;
  };
  const flow = new Dataflow();
  const source = flow.add(transforms.collect) as { readonly value: readonly Row[] };
  const given = { fields: fields.map((each) => field(each)), ...(as ? { as } : {}), ...(index ? { index } : {}) };
  const step: object = flow.add(transforms.flatten, { ...given, pulse: source });
  const arrived = flow.add(transforms.collect, { pulse: step }) as { readonly value: readonly Row[] };
  const rows = [rowOf("a", 6), { ...rowOf("b", 5), own: 1 }, rowOf("c", 1), rowOf("d", 0), rowOf("e", 9)];
  const told: unknown[] = [];
  const tell = (change: unknown) => {
    flow.pulse(source, change);
    flow.run();
    const first = tupleid(source.value[0] as Row);
    told.push(
      arrived.value.map((row) => Object.entries(row)),
      arrived.value.map((row) => tupleid(row) - first),
      arrived.value.map((row) => Object.getOwnPropertySymbols(row).length),
    );
  };
  tell(changeset().insert(rows));
  tell(changeset().modify(rows[1], "own", 2));
  tell(
    changeset()
      .remove(rows[0])
      .insert([rowOf("f", 7)]),
  );
  return told;
}

test.each<Flattening>([
  { fields: ["list"] },
  { fields: ["list"], as: ["entry"] },
  { fields: ["list", "others"], as: [null, "other"], index: "at" },
])("rows of lists are what Vega makes of them: %j", (flattening) => {
  const lean = toldWhileLent("flatten", () => flattened(flattening));
  expect(JSON.stringify(lean)).toContain("a-5");
});
