import fc from "fast-check";
import { expect, it } from "vitest";
import { CollectedBytes } from "../../src/pdf/objects/collected-bytes.ts";

it("gives all bytes in the order in which they came, however large the pieces are", () => {
  const size = fc.oneof(fc.nat(40), fc.nat(200_000));
  const piece = fc.record({ size, byte: fc.nat(255), isText: fc.boolean() });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const collected = new CollectedBytes();
      for (const { size: length, byte, isText } of pieces)
        collected.write(isText ? String.fromCharCode(byte).repeat(length) : new Uint8Array(length).fill(byte));
      const whole = Buffer.concat(pieces.map(({ size: length, byte }) => Buffer.alloc(length, byte)));
      expect(collected.length).toBe(whole.length);
      expect(Buffer.compare(collected.whole(), whole)).toBe(0);
    }),
    { numRuns: 60 },
  );
});

it("keeps what it gave as it was", () => {
  const collected = new CollectedBytes();
  collected.write("before");
  const before = collected.whole();
  collected.write("after");
  expect(Buffer.from(before).toString("latin1")).toBe("before");
});
