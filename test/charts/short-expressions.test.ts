import * as vegaModule from "vega";
import * as vegaFunctions from "vega-functions";
import { compile } from "vega-lite";
import { expect, test } from "vitest";
import { isObject, type JsonObject } from "../../src/charts/json.ts";
import { createExpressionReader, type ExpressionNode } from "../../src/charts/vega/read-expressions.ts";
import { withDependenciesAlone, withFieldsAlone } from "../../src/charts/vega/short-expressions.ts";
import type { Vega } from "../../src/charts/vega/vega-modules.ts";
import { recipeSamples } from "./recipe-samples.ts";
import { silent } from "./silent-logger.ts";

const vega = vegaModule as unknown as Vega;
const read = createExpressionReader(vega.parseExpression, vegaFunctions);

/** A reader of its own, and the texts that it has had to parse. */
function counted(most?: number) {
  const parsed: string[] = [];
  const parse = (text: string): ExpressionNode => {
    parsed.push(text);
    return vega.parseExpression(text);
  };
  return { parsed, read: createExpressionReader(parse, vegaFunctions, most) };
}

const compiled = (spec: object) =>
  compile(spec as Parameters<typeof compile>[0], { logger: silent as never }).spec as unknown as JsonObject;

/** Without the numbers of the names that Vega gives, which count on from spec to spec. */
const asText = (made: object) => JSON.stringify(made).replaceAll(/_:vega:_\d+/g, "_:vega:_");

const samples = recipeSamples.flatMap(({ name, spec }) => (isObject(spec) ? [[name, spec] as const] : []));

test.each(samples)(
  "%s is compiled and parsed to the same with short expressions",
  (_, { usermeta: _notes, ...spec }) => {
    const fields = withFieldsAlone(spec, read);
    const whole = compiled(spec);
    expect(fields.restore(compiled(fields.spec))).toEqual(whole);
    const dependencies = withDependenciesAlone(whole, read);
    expect(JSON.stringify(dependencies.spec).length).toBeLessThanOrEqual(JSON.stringify(whole).length);
    expect(asText(dependencies.restore(vega.parse(dependencies.spec)))).toBe(asText(vega.parse(whole)));
  },
);

const long = "'so many letters that something short may stand for all this'";
const spec = (expr: string): JsonObject => ({
  signals: [
    { name: "room", value: 3 },
    { name: "far", update: `room + length(${long}) > 9 ? length(data('table')) : 1` },
  ],
  data: [
    {
      name: "table",
      values: [{ name: "a", size: 2, at: { x: 1 }, key: "at" }],
      transform: [{ type: "formula", expr, as: "made" }],
    },
  ],
  scales: [
    { name: "size", domain: { data: "table", field: "made" }, range: [0, { signal: `room * 2 + length(${long})` }] },
    { name: "color", type: "ordinal", domain: { data: "table", field: "name" }, range: "category" },
  ],
  legends: [{ fill: "color", encode: { symbols: { update: { size: { signal: `room > 2 ? length(${long}) : 4` } } } } }],
  marks: [
    {
      type: "symbol",
      from: { data: "table" },
      encode: {
        update: {
          x: { scale: "size", signal: `length(${long}) > 5 ? datum.size : datum['made']`, mult: 2, offset: 1 },
          y: [
            { test: `datum.size > 2 && length(${long}) > 3`, value: 5 },
            { scale: "size", field: "made" },
          ],
          size: { signal: `scale('size', length(${long})) + scale(datum.key, 3) + range('size')[0]` },
        },
      },
    },
  ],
});

test.each([
  `datum.size * room + length(${long})`,
  `datum["size"] + datum.at.x + datum['at']['x'] + length(${long})`,
  `datum[datum.key].x + length(${long})`,
  `datum.at[datum.name] === null ? datum.size : length(${long})`,
  `join(pluck(data('table'), 'name'), ${long})`,
  `{"made": [datum.size, -1, !room], "other": ${long}}`,
  `'\u0002' + datum.size + ${long}`,
])("%s is parsed to the same", (expr) => {
  const { spec: shortened, restore } = withDependenciesAlone(spec(expr), read);
  expect(shortened).not.toEqual(spec(expr));
  expect(asText(restore(vega.parse(shortened)))).toBe(asText(vega.parse(spec(expr))));
  const layer = {
    data: { name: "table" },
    mark: "point",
    transform: [{ calculate: expr, as: "made" }, { filter: expr }],
  };
  const fields = withFieldsAlone(layer, read);
  expect(fields.restore(compiled(fields.spec))).toEqual(compiled(layer));
});

test.each([`datum.( + ${long}`, `noSuchFunction(datum.size, ${long}, ${long})`, `unknown + datum.size + ${long}`])(
  "what Vega refuses is refused in the same words: %s",
  (expr) => {
    const refusal = (whole: JsonObject): string => {
      try {
        vega.parse(whole);
        return "";
      } catch (thrown) {
        return String(thrown);
      }
    };
    expect(refusal(spec(expr))).not.toBe("");
    expect(refusal(withDependenciesAlone(spec(expr), read).spec)).toBe(refusal(spec(expr)));
  },
);

test("an expression is read once, for all layers and charts that have it", () => {
  const [, chart] = samples.find(([name]) => name === "trend-annotated") ?? [];
  const { usermeta: _notes, ...own } = chart as JsonObject;
  const { parsed, read: readOnce } = counted();
  const draw = () => {
    const whole = withFieldsAlone(own, readOnce).restore(compiled(own));
    withDependenciesAlone(whole, readOnce);
  };
  draw();
  expect(parsed.length).toBeGreaterThan(30);
  expect(parsed).toHaveLength(new Set(parsed).size);
  const first = parsed.length;
  draw();
  expect(parsed).toHaveLength(first);
});

test("of many only the last are kept", () => {
  const { parsed, read: readFew } = counted(100);
  const texts = Array.from({ length: 20 }, (_, index) => `datum.size + ${index}`);
  for (const text of [...texts, ...texts.slice(-2)]) expect(readFew(text)?.code).toBe(`(${text})`);
  expect(parsed).toHaveLength(20);
  expect(readFew(texts[0] as string)?.fields).toEqual(["datum.size"]);
  expect(parsed).toHaveLength(21);
});
