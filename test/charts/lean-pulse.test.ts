import * as vegaModule from "vega";
import { expect, test } from "vitest";
import type { VegaPulse } from "../../src/charts/vega/lean-pulse.ts";
import { lendToVega } from "../../src/charts/vega/lend-to-vega.ts";
import type { Vega } from "../../src/charts/vega/vega-modules.ts";

const vega = vegaModule as unknown as Vega;
const measure = vega.textMetrics.width;

interface WholePulse extends VegaPulse {
  readonly [part: string]: unknown;
  readonly add: object[];
  readonly NO_SOURCE: number;
  readonly NO_FIELDS: number;
}

function pulse(): WholePulse {
  const { Pulse } = vegaModule as unknown as { readonly Pulse: new (...given: unknown[]) => WholePulse };
  const [a, b, c] = [{ of: "a" }, { of: "b" }, { of: "c" }];
  const isB = (row: object) => row === b;
  return Object.assign(new Pulse({}, 7, "enter"), {
    add: [a, b],
    rem: [c],
    mod: [b],
    addF: isB,
    source: [a, b, c],
    fields: { of: true },
    cleans: true,
  });
}

test("a pulse is forked as Vega forks it, whatever of it is handed on", () => {
  const { fork } = vega.Pulse.prototype;
  const source = pulse();
  for (let flags = 0; flags < 128; flags += 1) {
    const own = source.fork(flags) as WholePulse;
    const lean = lendToVega(vega, { measure, makesView: true }, () => source.fork(flags)) as WholePulse;
    expect(Object.getPrototypeOf(lean)).toBe(Object.getPrototypeOf(own));
    expect({ ...lean }).toEqual({ ...own });
  }
  expect(vega.Pulse.prototype.fork).toBe(fork);
});

test("forks have lists of their own", () => {
  const source = pulse();
  const [one, other] = lendToVega(vega, { measure, makesView: true }, () => [source.fork(), source.fork()]);
  (one as WholePulse).add.push({});
  expect((one as WholePulse).add).toHaveLength(1);
  expect((other as WholePulse).add).toHaveLength(0);
});
