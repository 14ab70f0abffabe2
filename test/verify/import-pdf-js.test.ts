import { expect, it } from "vitest";
import { readTaggedPages } from "../../src/verify/read-tagged-pages.ts";

it("leaves the program that reads a PDF with the language that it had", async () => {
  await expect(readTaggedPages(new Uint8Array([1]))).rejects.toThrow("Invalid PDF structure");
  const { push } = Array.prototype;
  // Functions that are written in JavaScript have one, those of V8 do not.
  for (const builtIn of [push, JSON.parse, JSON.stringify, Function.prototype.toString])
    expect(builtIn).not.toHaveProperty("prototype");
});
