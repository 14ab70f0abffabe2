import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fine, num } from "../../src/pdf/objects/number.ts";
import { OperandWriter } from "../../src/pdf/objects/operand-writer.ts";

function written(write: (operands: OperandWriter) => void): string {
  const operands = new OperandWriter();
  write(operands);
  return Buffer.from(operands.bytes()).toString("latin1");
}

/** Among them those of a page, and numbers that round to another digit by very little. */
const numbers = fc.oneof(
  fc.double(),
  fc.double({ min: -2000, max: 2000 }),
  fc.integer({ min: -2_000_000, max: 2_000_000 }).map((thousandths) => thousandths / 1000),
  fc.integer().map((fraction) => fraction / 200_000),
  fc.constantFrom(0, -0, 0.0005, -0.0004, 1e-5, -4e-6, 999_999_999.9999, 1e9, -1e9, 1e21, Number.NaN, -Infinity),
);

describe("operands as bytes", () => {
  it("are the numbers that texts of them are", () => {
    fc.assert(
      fc.property(numbers, (value) => {
        expect(written((operands) => operands.num(value))).toBe(`${num(value)} `);
        expect(written((operands) => operands.lastNum(value))).toBe(num(value));
        expect(written((operands) => operands.fine(value))).toBe(`${fine(value)} `);
      }),
    );
  });

  it("stand in the order in which they were written, however many and long they are", () => {
    const text = fc.string({
      unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.array(text), fc.integer({ min: 1, max: 200 }), (texts, times) => {
        const all = written((operands) => {
          for (let turn = 0; turn < times; turn += 1)
            for (const each of texts) operands.text(each).num(turn).operator("m");
        });
        const turns = Array.from({ length: times }, (_, turn) => texts.map((each) => `${each}${turn} m\n`).join(""));
        expect(all).toBe(turns.join(""));
      }),
    );
  });

  it("are taken back from a length on", () => {
    const text = written((operands) => {
      operands.num(1).operator("w");
      const { length } = operands;
      operands.num(2).num(3).operator("m");
      operands.backTo(length);
      operands.operator("S");
    });
    expect(text).toBe("1 w\nS\n");
  });
});
