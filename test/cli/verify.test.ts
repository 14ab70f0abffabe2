import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";

const { folder, run, runBuilt } = useWorkplace();
const file = (name: string) => join(folder, name);

it("verifies what build wrote: a folder, a file, and one that was tampered with, with an exit code each", async () => {
  writeFileSync(file("two.csv"), "area,period,cases\nNorthmarch,2018/19,120\nEastfold,2018/19,30\n");
  const built = await run(["build", "briefing.ts", "-d", "cases=two.csv", "-e", "area", "--verifiable", "-o", "out"]);
  expect(built.exitCode).toBe(0);

  const all = await run(["verify", "out"]);
  expect({ exitCode: all.exitCode, stderr: all.stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(all.stdout.match(/: agrees \(/g)).toHaveLength(4);

  const html = readFileSync(file("out/northmarch.html"), "utf8");
  writeFileSync(file("tampered.html"), html.replace(/(<data[^>]*>[^<]*)120/, "$1210"));
  const tampered = await runBuilt(["verify", "out/northmarch.pdf", "tampered.html", "--format", "json"]);
  expect(tampered.exitCode).toBe(1);
  expect(JSON.parse(tampered.stdout)).toMatchObject([
    { file: "out/northmarch.pdf", verdict: "agrees", findings: [] },
    { file: "tampered.html", verdict: "differs", findings: [{ code: "figure-differs" }] },
  ]);

  writeFileSync(file("saved.html"), html.replaceAll("\n", "\r\n"));
  const saved = await run(["verify", "saved.html"]);
  expect(saved.exitCode).toBe(2);
  expect(saved.stdout).toContain("saved.html: cannot tell");
  expect(saved.stdout).toContain("[saved-again]");
});

it("says what it was not given: a file, or anything to verify", async () => {
  const missing = await run(["verify", "nowhere.pdf"]);
  expect(missing.exitCode).toBe(2);
  expect(missing.stderr).toContain("nowhere.pdf");
  mkdirSync(file("empty"));
  const empty = await run(["verify", "empty"]);
  expect(empty.exitCode).toBe(2);
});
