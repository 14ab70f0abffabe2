import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { runProgram } from "./run-program.ts";
import { testWith } from "./test-with.ts";

const box = (style: string) => `<div style="width:100px;height:50px;${style}"></div>`;
const page = (head: string, body: string) => `<!DOCTYPE html><title>x</title>${head}${body}`;
const files: Readonly<Record<string, string>> = {
  "css/css-flexbox/same.html": page('<link rel=match href="ref.html">', box("background:#008000")),
  "css/css-flexbox/other.html": page('<link rel=match href="ref.html">', box("background:red")),
  "css/css-flexbox/unlike.html": page('<link rel=mismatch href="ref.html">', box("background:red")),
  "css/css-flexbox/slightly.html": page(
    '<link rel=match href="ref.html"><meta name=fuzzy content="maxDifference=0-60;totalPixels=0-5000">',
    box("background:#00a000"),
  ),
  "css/css-flexbox/closed.xht": `<?xml version="1.0"?><html><head><link rel="match" href="ref.html"/><style><![CDATA[div { background: green }]]></style></head><body><div style="width:100px;height:50px"/></body></html>`,
  "css/css-flexbox/scripted.html": page('<link rel=match href="ref.html"><script>1</script>', ""),
  "css/css-flexbox/missing.html": page('<link rel=match href="no-ref.html">', ""),
  "css/css-flexbox/ref.html": page("", box("background:green")),
};
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "briefwright-wpt-test-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
});

afterAll(() => rm(folder, { recursive: true }));

const root = fileURLToPath(new URL("../..", import.meta.url));
const jiti = join(root, "node_modules/jiti/lib/jiti-cli.mjs");
const run = (...args: readonly string[]) =>
  runProgram(process.execPath, [jiti, join(root, "test/conformance/wpt/run.ts"), folder, ...args]);

describe("web-platform tests", () => {
  testWith("poppler")("say which pages look like their references, and go on where they were stopped", async () => {
    const results = join(folder, "results.jsonl");
    const args = ["--only", "briefwright", "--list", "--results", results];
    const { stdout } = await run(...args);
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      "briefwright css/css-flexbox/missing.html: css/css-flexbox/no-ref.html is not there",
      "briefwright css/css-flexbox/other.html: differs",
    ]);
    expect(stdout).toMatch(/css-flexbox\s+4 of 6 66\.7%/);
    await writeFile(
      results,
      `{"engine":"briefwright","area":"css-flexbox","path":"css/css-flexbox/other.html","outcome":"pass"}\n`,
    );
    expect((await run(...args)).stdout).toMatch(/css-flexbox\s+5 of 6 83\.3%/);
  });
});
