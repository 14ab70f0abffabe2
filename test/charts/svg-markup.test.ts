import fc from "fast-check";
import { expect, test } from "vitest";
import { SvgMarkup } from "../../src/charts/draw/svg-markup.ts";

const root = {
  widthPx: 10,
  heightPx: 10,
  zoom: 1,
  label: "A chart",
  idPrefix: "chart",
  fontFamily: '"Inter", sans-serif',
  behind: "white",
  tooltips: false,
};
const markup = () => new SvgMarkup(root);
const written = (value: string | number): string | undefined =>
  / d="([^"]*)"/.exec(markup().open("path", { d: value, fill: "red" }).close().end())?.[1];

/** Numbers with more decimals than three, as an expression finds them. */
const asRead = (text: string): string =>
  text.replaceAll(/-?\d+\.\d{4,}(e-?\d+)?/g, (n) => String(Math.round(Number(n) * 1000) / 1000 || 0));

test("numbers have three decimals at most, wherever they stand in a text", () => {
  expect(written("M1.23456,-0.00001L5-1.99996e1,12.5")).toBe("M1.235,0L5-20,12.5");
  const texts = fc.string({ unit: fc.constantFrom(..."0123456789012345..--e ,ML("), maxLength: 40 });
  fc.assert(fc.property(texts, (text) => written(text) === asRead(text)));
});

test("a number by itself is written as in a text", () => {
  for (const value of [0, -0, 12, 0.1234, -1e-9, 1.23456e-7, 1e-7, 2553529405609.1104, 1e21, Number.NaN, Infinity])
    expect(written(value)).toBe(asRead(String(value)));
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (value) => written(value) === asRead(String(value)),
    ),
  );
});

test("groups of nothing, texts that are not shown and the family of all texts are left out", () => {
  const svg = markup().open("g", { opacity: 1, transform: "translate(0,0)" }).open("g", { fill: "red" });
  svg.open("text", { opacity: 0 }).text("unseen").close();
  svg.open("text", { "font-family": root.fontFamily, x: 1 }).text("a < b").close();
  svg.open("path", { class: "background", d: "M0,0" }).close();
  expect(svg.close().close().end()).toMatch(
    /<g aria-hidden="true"><g fill="red"><text x="1">a &lt; b<\/text><\/g><\/g><\/svg>$/,
  );
});
