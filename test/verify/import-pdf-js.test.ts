import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readTaggedPages } from "../../src/verify/read-tagged-pages.ts";

it("leaves the program that reads a PDF with the language that it had", async () => {
  await expect(readTaggedPages(new Uint8Array([1]))).rejects.toThrow("Invalid PDF structure");
  const { push } = Array.prototype;
  // Functions that are written in JavaScript have one, those of V8 do not.
  for (const builtIn of [push, JSON.parse, JSON.stringify, Function.prototype.toString])
    expect(builtIn).not.toHaveProperty("prototype");
});

it("does so for those too that ask while pdf.js is loaded, as the library is built", () => {
  const script = `
    import { verifyFile } from "./dist/verify.js";
    import { readFileSync } from "node:fs";
    const { push } = Array.prototype;
    const pdf = readFileSync("examples/samples/thames-valley.pdf");
    const verified = [];
    const verify = () => verified.push(verifyFile(new Uint8Array(pdf), { file: "briefing.pdf" }));
    verify();
    const again = setInterval(() => {
      if (push === Array.prototype.push) return;
      clearInterval(again);
      verify();
    }, 1);
    await verified[0];
    clearInterval(again);
    await Promise.all(verified);
    console.log(verified.length, push === Array.prototype.push);
  `;
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd, encoding: "utf8" });
  expect(said).toBe("2 true\n");
});
