import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";
import { packageFolder } from "./ensure-built.ts";

const { folder, run, runBuilt } = useWorkplace();
const example = join(packageFolder, "examples", "thames-valley");
const article = `Grooming crimes in the Thames Valley

Thames Valley Police recorded 274 offences in the year to April 2019, a 140% rise on the year before. A 12-year-old was among the victims. Some 34% of those cases involved Instagram.
`;

describe("a text", () => {
  it("becomes proposals, with what is missing and what is no claim", async () => {
    writeFileSync(join(folder, "article.txt"), article);
    const { exitCode, stdout, stderr } = await runBuilt(["extract", "article.txt"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const text = stdout.replaceAll(/\s+/g, " ");
    expect(text).toContain("p2 change “140%” in: Thames Valley Police recorded 274 offences");
    expect(text).toContain("missing: dataset");
    expect(text).toContain("12-year-old (age): An age.");
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("3 claims proposed: 0 complete, 3 with something missing");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("says the same as JSON", async () => {
    writeFileSync(join(folder, "article.txt"), article);
    const { stdout } = await run(["extract", "article.txt", "--format", "json"]);
    const { proposals, unread } = JSON.parse(stdout);
    expect(proposals.map(({ kind, text }: { kind: string; text: string }) => [kind, text])).toEqual([
      ["count", "274"],
      ["change", "140%"],
      ["share", "Some 34%"],
    ]);
    expect(unread).toMatchObject([{ text: "12-year-old", what: "age", reason: "not-a-statistic" }]);
  });

  it("becomes a claims.json, which check reads, and reminds of what is not confirmed", async () => {
    writeFileSync(join(folder, "article.txt"), article);
    const datasets = join(example, "claims.json");
    const extracted = await run(["extract", "article.txt", "--datasets", datasets, "-o", "article.json"]);
    expect(extracted).toMatchObject({ exitCode: 0, stderr: "" });
    expect(extracted.stdout.trimEnd().split("\n").at(-1)).toBe("article.json");
    const file = JSON.parse(readFileSync(join(folder, "article.json"), "utf8"));
    expect(file.title).toBe("Grooming crimes in the Thames Valley");
    expect(Object.keys(file.claims)).toEqual(["p1", "p2"]);
    expect(Object.keys(file.proposals)).toEqual(["p3"]);
    const data = ["offences", "platforms"].flatMap((name) => ["-d", `${name}=${join(example, `${name}.csv`)}`]);
    const checked = await run(["check", "article.json", ...data]);
    expect(checked.exitCode).toBe(0);
    expect(checked.stdout).toContain("2 claims: 2 supported");
    expect(checked.stderr).toContain("The proposal p3 is not checked: it lacks area, period, whole.");
  });
});

describe("what cannot be used ends with 2", () => {
  it("a text that is not there, data without a definition", async () => {
    expect(await run(["extract", "none.txt"])).toMatchObject({ exitCode: 2, stdout: "" });
    writeFileSync(join(folder, "article.txt"), article);
    const result = await run(["extract", "article.txt", "--data", "offences=offences.csv"]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain("Add --datasets");
  });
});
