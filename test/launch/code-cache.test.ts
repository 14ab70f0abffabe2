import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeCacheFolder } from "../../src/launch/cache-folder.ts";
import { type CodeCache, cacheFile, readCodeCache, writeCodeCache } from "../../src/launch/code-cache.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "briefwright-code-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cacheOf = (scripts: Readonly<Record<string, string>>, runs: readonly string[] = ["build"]): CodeCache => ({
  scripts: new Map(Object.entries(scripts).map(([name, code]) => [name, { source: 7, code: Buffer.from(code) }])),
  runs,
});
const codeOf = (file: string) =>
  Object.fromEntries([...(readCodeCache(file)?.scripts ?? [])].map(([name, { code }]) => [name, code.toString()]));

describe("kept code", () => {
  it("comes back as it was", () => {
    const file = cacheFile(join(folder, "new", "code"));
    const cache = cacheOf({ "cli.cjs": "one", "chunk.cjs": "" });
    writeCodeCache(file, cache);
    expect(readCodeCache(file)).toEqual(cache);
  });

  it("grows with what other processes compile, and never shrinks", () => {
    const file = cacheFile(folder);
    writeCodeCache(file, cacheOf({ "a.cjs": "long code", "b.cjs": "b" }));
    writeCodeCache(file, cacheOf({ "a.cjs": "short", "c.cjs": "c" }, ["pdf"]));
    expect(codeOf(file)).toEqual({ "a.cjs": "long code", "b.cjs": "b", "c.cjs": "c" });
    expect(readCodeCache(file)?.runs).toEqual(["pdf", "build"]);
  });

  it("of a source that has changed since gives way, however long it was", () => {
    const file = cacheFile(folder);
    writeCodeCache(file, { runs: [], scripts: new Map([["a.cjs", { source: 1, code: Buffer.from("long code") }]]) });
    writeCodeCache(file, { runs: [], scripts: new Map([["a.cjs", { source: 2, code: Buffer.from("new") }]]) });
    expect(codeOf(file)).toEqual({ "a.cjs": "new" });
  });

  it("is read whole or not at all, whichever byte is another", () => {
    const file = cacheFile(folder);
    const cache = cacheOf({ "a.cjs": "some code", "b.cjs": "more of it" });
    writeCodeCache(file, cache);
    const whole = readFileSync(file);
    const codeFrom = whole.indexOf("some code");
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, isCut) => {
        const bytes = isCut ? whole.subarray(0, at) : Buffer.from(whole);
        if (!isCut) bytes[at] = (bytes[at] ?? 0) ^ change;
        writeFileSync(file, bytes, { mode: 0o600 });
        const read = readCodeCache(file);
        // A name or a checksum of a source that is another is that of no script here; code is never another.
        for (const { code } of read?.scripts.values() ?? [])
          expect([...cache.scripts.values()].map((one) => one.code.toString())).toContain(code.toString());
        if (isCut || at >= codeFrom) expect(read).toBeUndefined();
      }),
    );
  });

  it("is not read where another user may write it", () => {
    const file = cacheFile(folder);
    writeCodeCache(file, cacheOf({ "a.cjs": "code" }));
    chmodSync(file, 0o622);
    expect(readCodeCache(file)).toBeUndefined();
  });

  it("is for its owner alone", () => {
    const file = cacheFile(join(folder, "code"));
    writeCodeCache(file, cacheOf({ "a.cjs": "code" }));
    expect(readdirSync(join(folder, "code"))).toHaveLength(1);
    writeFileSync(file, readFileSync(file));
    expect(readCodeCache(file)).toBeDefined();
  });

  it("is done without, in silence, where nothing can be written", () => {
    const notFolder = join(folder, "file");
    writeFileSync(notFolder, "");
    const file = cacheFile(notFolder);
    expect(() => writeCodeCache(file, cacheOf({ "a.cjs": "code" }))).not.toThrow();
    expect(readCodeCache(file)).toBeUndefined();
    expect(readFileSync(notFolder, "utf8")).toBe("");
  });

  it("takes no more room than a few versions need", () => {
    for (let version = 0; version < 12; version++) {
      const old = join(folder, `code-v20.${version}.bin`);
      writeFileSync(old, "");
      utimesSync(old, version, version);
    }
    writeFileSync(join(folder, "other.bin"), "");
    writeCodeCache(cacheFile(folder), cacheOf({ "a.cjs": "code" }));
    const left = readdirSync(folder);
    expect(left).toHaveLength(7);
    expect(left).toContain("other.bin");
    expect(left).toContain("code-v20.11.bin");
    expect(existsSync(cacheFile(folder))).toBe(true);
  });
});

describe("where code is kept", () => {
  it.each([
    [{}, join(homedir(), ".cache", "briefwright", "code")],
    [{ XDG_CACHE_HOME: "/caches" }, join("/caches", "briefwright", "code")],
    [{ BRIEFWRIGHT_CACHE: "/other", NODE_DISABLE_COMPILE_CACHE: "1" }, "/other"],
    [{ NODE_COMPILE_CACHE: "/node" }, join("/node", "briefwright")],
    [{ BRIEFWRIGHT_CACHE: "off", NODE_COMPILE_CACHE: "/node" }, undefined],
    [{ NODE_DISABLE_COMPILE_CACHE: "1", NODE_COMPILE_CACHE: "/node" }, undefined],
  ])("%j: %s", (env, expected) => {
    expect(codeCacheFolder(env)).toBe(expected);
  });
});
