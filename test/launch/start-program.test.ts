import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import nodeModule from "node:module";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import zlib from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readCodeCache } from "../../src/launch/code-cache.ts";
import { startProgram } from "../../src/launch/start-program.ts";

let folder: string;
let kept: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "briefwright-program-"));
  kept = join(folder, "kept");
  vi.stubEnv("BRIEFWRIGHT_CACHE", kept);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, code: string) => writeFileSync(join(folder, name), code);
const start = (run = "build") =>
  startProgram<{ readonly say: () => unknown }>({
    folder: pathToFileURL(`${folder}${sep}`),
    entry: "cli.cjs",
    run,
  });
const namesKept = () => [...(readCodeCache(join(kept, readdirSync(kept)[0] ?? ""))?.scripts.keys() ?? [])].sort();

describe("a program that is started", () => {
  it("loads its other scripts once, and what is Node's by Node", () => {
    write(
      "cli.cjs",
      'const other = require("./other.cjs"); exports.say = () => [other === require("./other.cjs"), require("node:path").sep];',
    );
    write("other.cjs", "exports.name = 'other';");
    expect(start().exports.say()).toEqual([true, sep]);
  });

  it("imports what stands beside it and what does not, whether V8 compiled it before or not", async () => {
    write(
      "cli.cjs",
      'exports.say = async () => [(await hostImport("./other.cjs")).name, (await hostImport("node:path")).sep, hostUrl];',
    );
    write("other.cjs", "exports.name = 'other';");
    const expected = ["other", sep, pathToFileURL(join(folder, "cli.cjs")).href];
    const first = start();
    expect(await first.exports.say()).toEqual(expected);
    first.keep();
    expect(namesKept()).toEqual(["cli.cjs", "other.cjs"]);
    expect(await start().exports.say()).toEqual(expected);
  });

  it("never runs code of what it was: not even of a source as long", () => {
    for (const word of ["one", "two", "six"]) {
      write("cli.cjs", `exports.say = () => "${word}";`);
      const { exports, keep } = start();
      expect(exports.say()).toBe(word);
      keep();
    }
  });

  it("keeps code once, and again where it does something else", () => {
    write("cli.cjs", 'exports.say = () => require("./other.cjs").name;');
    write("other.cjs", "exports.name = 'other';");
    const fileOf = () => readFileSync(join(kept, readdirSync(kept)[0] ?? ""));
    start().keep();
    expect(namesKept()).toEqual(["cli.cjs"]);
    const before = fileOf();
    start().keep();
    expect(fileOf().equals(before)).toBe(true);
    // Another script, by the same words.
    const second = start();
    second.exports.say();
    second.keep();
    expect(namesKept()).toEqual(["cli.cjs", "other.cjs"]);
    const other = start("pdf");
    other.keep();
    expect(readCodeCache(join(kept, readdirSync(kept)[0] ?? ""))?.runs).toEqual(["pdf", "build"]);
  });

  it("runs as well where kept code is damaged, and keeps it anew", () => {
    write("cli.cjs", "exports.say = () => 'well';");
    start().keep();
    const file = join(kept, readdirSync(kept)[0] ?? "");
    const bytes = readFileSync(file);
    bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 255;
    writeFileSync(file, bytes);
    const again = start();
    expect(again.exports.say()).toBe("well");
    again.keep();
    expect(namesKept()).toEqual(["cli.cjs"]);
  });

  it("has Node load what is its own, and the thread of its loader, without flags", () => {
    const register = vi.spyOn(nodeModule, "register").mockImplementation(() => undefined);
    write(
      "cli.cjs",
      'exports.say = () => { require("./other.cjs"); require("node:zlib"); require("node:module").register("file:///hooks.mjs", { data: 1 }); };',
    );
    write("other.cjs", "");
    const loaded: unknown[] = [];
    const withoutFlags = <Result>(load: () => Result): Result => {
      const before = register.mock.calls.length;
      const result = load();
      loaded.push(register.mock.calls.length > before ? "register" : result);
      return result;
    };
    startProgram<{ readonly say: () => unknown }>({
      folder: pathToFileURL(`${folder}${sep}`),
      entry: "cli.cjs",
      run: "build",
      withoutFlags,
    }).exports.say();
    expect(loaded).toEqual([zlib, nodeModule, "register"]);
    expect(register).toHaveBeenCalledWith("file:///hooks.mjs", { data: 1 });
    register.mockRestore();
  });

  it("writes nothing where the cache is off", () => {
    vi.stubEnv("BRIEFWRIGHT_CACHE", "off");
    write("cli.cjs", "exports.say = () => 1;");
    const { exports, keep } = start();
    expect(exports.say()).toBe(1);
    keep();
    expect(readdirSync(folder)).toEqual(["cli.cjs"]);
  });
});
