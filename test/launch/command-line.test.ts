import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { useWorkplace } from "../cli/briefwright.ts";

const { folder, run: runHere, runBuilt } = useWorkplace();
const page = ["pdf", "page.html", "--title", "Hello", "--lang", "en", "-o"];
const kept = (name: string) => join(folder, name);
const pdf = (name: string) => readFileSync(join(folder, name));
const run = async (out: string, env: Readonly<Record<string, string>>) => {
  const { exitCode, stderr } = await runBuilt([...page, out], env);
  expect(exitCode).toBe(0);
  return stderr;
};

let said: string;

describe("the command line, as it is built", () => {
  beforeAll(async () => {
    writeFileSync(
      join(folder, "page.html"),
      "<h1>Hello</h1><p>Some words, and a table.</p><table><tr><td>1</td></tr></table>",
    );
    said = await run("plain.pdf", { BRIEFWRIGHT_CACHE: "off" });
  });

  it("writes the same with compiled code and without, and compiles once", async () => {
    const env = { BRIEFWRIGHT_CACHE: kept("once") };
    await run("first.pdf", env);
    const [name = ""] = readdirSync(kept("once"));
    const { mtimeMs, size } = statSync(join(kept("once"), name));
    expect(size).toBeGreaterThan(500_000);
    await run("second.pdf", env);
    expect(pdf("first.pdf")).toEqual(pdf("plain.pdf"));
    expect(pdf("second.pdf")).toEqual(pdf("plain.pdf"));
    expect(statSync(join(kept("once"), name)).mtimeMs).toBe(mtimeMs);
  });

  it("has whole code in the folder when several processes end at once", async () => {
    const env = { BRIEFWRIGHT_CACHE: kept("several") };
    await Promise.all(["a.pdf", "b.pdf", "c.pdf"].map((out) => run(out, env)));
    expect(readdirSync(kept("several"))).toHaveLength(1);
    await run("after.pdf", env);
    expect(pdf("after.pdf")).toEqual(pdf("plain.pdf"));
  });

  it("understands letters beyond those of English as its sources do", async () => {
    const figures = "Région;Année;Prix (£);Décès\nÎle-de-France;2019;1,5;120\nBretagne;2019;2,5;70\n";
    writeFileSync(kept("figures.csv"), figures);
    const args = ["inspect", "figures.csv", "--format", "json"];
    const { exitCode, stdout } = await runBuilt(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: (await runHere(args)).stdout });
    expect(stdout).toContain('"pound"');
  });

  it("keeps code of other flags apart", async () => {
    const env = { BRIEFWRIGHT_CACHE: kept("flags") };
    await run("usual.pdf", env);
    await run("other.pdf", { ...env, NODE_OPTIONS: "--stack-trace-limit=20" });
    expect(readdirSync(kept("flags"))).toHaveLength(2);
    expect(pdf("other.pdf")).toEqual(pdf("plain.pdf"));
  });

  it("says nothing where it cannot write, and writes nothing beside its own scripts", async () => {
    mkdirSync(kept("there"));
    writeFileSync(join(kept("there"), "file"), "");
    expect(await run("unwritten.pdf", { BRIEFWRIGHT_CACHE: join(kept("there"), "file") })).toBe(said);
    expect(pdf("unwritten.pdf")).toEqual(pdf("plain.pdf"));
    expect(readdirSync(kept("there"))).toEqual(["file"]);
  });
});
