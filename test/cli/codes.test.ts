import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/run-cli.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "briefwright-codes-")));
const at = (file: string) => join(folder, file);

beforeAll(() => {
  cpSync(fileURLToPath(new URL("fixtures", import.meta.url)), folder, { recursive: true });
  mkdirSync(at("empty"));
  const files = {
    "throws.mjs": 'throw new Error("out of order");',
    "nothing.mjs": "export default 7;",
    "article.txt": "There were 274 offences.",
    "page.html": '<html lang="en"><title>T</title><link rel="stylesheet" href="a.css"><p>x',
    "image.html": '<html lang="en"><title>T</title><img src="none.png" alt="x">',
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(at(file), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command line says on standard error, and its exit code. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  let said = "";
  const stream = (write: (text: string) => void) => ({
    isTerminal: false,
    columns: 80,
    paint: (_: unknown, text: string) => text,
    write,
  });
  const exitCode = await runCli(args, {
    out: stream(() => {}),
    err: stream((text) => {
      said += text;
    }),
    env,
  });
  return { exitCode, codes: [...said.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code]) => code) };
}

describe("the command line says what is wrong, by its code", () => {
  it.each<[code: string, args: readonly string[], exitCode: number]>([
    ["module-failed", ["check", at("throws.mjs")], 2],
    ["wrong-module", ["check", at("nothing.mjs")], 2],
    ["wrong-module", ["check", at("briefing.ts")], 2],
    ["unknown-file-type", ["check", at("cases.csv")], 2],
    ["unreadable-file", ["check", at("none.json")], 2],
    ["no-records", ["diff", at("empty"), at("empty")], 2],
    ["nothing-to-verify", ["verify", at("empty")], 2],
    ["missing-datasets", ["extract", at("article.txt"), "--data", `cases=${at("cases.csv")}`], 2],
    ["unreadable-image", ["pdf", at("image.html"), "--out", at("image.pdf")], 1],
    ["missing-parameter", ["build", at("briefing.ts"), "--out", at("out")], 2],
    ["name-collision", ["build", at("briefing.ts"), "--each", "area", "--name", "all", "--out", at("out")], 2],
    ["invalid-option", ["build", at("briefing.ts"), "--each", "area", "--name", "a/b", "--out", at("out")], 2],
    ["unwritable-file", ["pdf", at("page.html"), "--out", at("cases.csv/x.pdf")], 2],
  ])("%s", async (code, args, exitCode) => {
    const done = await run(args);
    expect(done.codes).toContain(code);
    expect(done.exitCode).toBe(exitCode);
  });

  it("names a stylesheet that is not there, until it is", async () => {
    const args = ["pdf", at("page.html"), "--out", at("page.pdf")];
    expect(await run(args)).toMatchObject({ exitCode: 0, codes: ["unknown-stylesheet"] });
    writeFileSync(at("a.css"), "p { color: #333 }");
    expect(await run(args)).toMatchObject({ exitCode: 0, codes: [] });
  });

  it("refuses a font file that is none", async () => {
    writeFileSync(at("a.ttf"), "no font");
    const args = ["pdf", at("page.html"), "--font", at("a.ttf"), "--out", at("page.pdf")];
    expect(await run(args)).toMatchObject({ exitCode: 2, codes: ["unusable-font"] });
    expect(await run([...args, "--font", at("none.ttf")])).toMatchObject({ exitCode: 2 });
  });

  it("refuses a date that is none", async () => {
    const args = ["pdf", at("page.html"), "--out", at("page.pdf")];
    expect(await run(args, { SOURCE_DATE_EPOCH: "today" })).toMatchObject({ exitCode: 2, codes: ["invalid-option"] });
  });
});
