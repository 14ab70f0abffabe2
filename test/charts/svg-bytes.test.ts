import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SvgBytes } from "../../src/charts/draw/svg-bytes.ts";

/** Names in any script, short and long ones. */
const texts = fc.array(fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: "grapheme", maxLength: 30 })));

describe("a text that grows as bytes", () => {
  it("is all that was added, in any script and however much", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 300 }), (added, times) => {
        const svg = new SvgBytes();
        for (let turn = 0; turn < times; turn += 1) for (const text of added) svg.add(text);
        expect(svg.toString()).toBe(added.join("").repeat(times));
      }),
    );
  });

  it("has parts of texts, and again what stands there already", () => {
    const svg = new SvgBytes();
    svg.add("1.2345,10", 0, 2);
    svg.add("Ynys Môn, a ŵyr pawb", 5, 8);
    const { length } = svg;
    svg.add("thrown away");
    svg.backTo(length);
    svg.addAgain(0, length);
    expect(svg.toString()).toBe("1.Môn1.Môn");
  });
});
