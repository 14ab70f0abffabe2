import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";
import { packageFolder } from "./ensure-built.ts";

const { folder, run, runBuilt } = useWorkplace();
const article = join(packageFolder, "examples", "thames-valley");

describe("the article of the example", () => {
  it("has fifteen verdicts, each with its reason", async () => {
    const { exitCode, stdout, stderr } = await runBuilt(["check", join(article, "claims.json")]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    const verdicts = Object.fromEntries(
      [...stdout.matchAll(/^(c\d+) +((?:[a-z]+ ?)+) /gm)].map(([, id, verdict]) => [id, verdict?.trim()]),
    );
    expect(Object.keys(verdicts)).toHaveLength(15);
    expect(verdicts).toMatchObject({ c4: "supported", c5: "supported", c10: "not enough evidence", c12: "refuted" });
    const text = stdout.replaceAll(/\s+/g, " ");
    expect(text).toContain("area: The claim gives the figure for England and Wales");
    expect(text).toContain("denominator: 929 of 4,373: the figures give 21.2%, not 34%");
    expect(text).toContain("evidence: from 114 (2017/18), to 274 (2018/19); Bucks Herald, 12 September 2019");
    expect(text).toContain("doubtful 140% is said of Milton Keynes (c1) and of the Thames Valley (c5)");
    expect(text).toContain("274 (c4) after a change of 140% (c5) leaves only 114 for 2017/18.");
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^15 claims: \d+ supported, /);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("says the same as JSON, from the module as from the file", async () => {
    const fromFile = await run(["check", join(article, "claims.json"), "--format", "json"]);
    const fromModule = await run(["check", join(article, "claims.ts"), "--format", "json"]);
    expect(JSON.parse(fromModule.stdout)).toEqual(JSON.parse(fromFile.stdout));
    const c5 = JSON.parse(fromFile.stdout).claims[4];
    expect(c5).toMatchObject({
      id: "c5",
      kind: "change",
      text: "A 140% rise on the year before",
      verdict: "supported",
      facets: [{ id: "value", verdict: "supported" }],
      issues: [],
      figure: { unit: "percent", text: "140%" },
      evidence: [
        {
          dataset: "offences",
          at: { area: "Thames Valley" },
          period: "2017/18",
          state: "value",
          value: 114,
          role: "from",
        },
        {
          dataset: "offences",
          at: { area: "Thames Valley" },
          period: "2018/19",
          state: "value",
          value: 274,
          role: "to",
        },
      ],
      sources: [{ publisher: "Bucks Herald", published: "2019-09-12" }],
    });
  });
});

describe("claims of a module", () => {
  it("end with 0 where none is refuted, and never print what is hidden", async () => {
    const table = await run(["check", "claims.ts", "--data", "cases=cases.csv"]);
    expect(table).toMatchObject({ exitCode: 0, stderr: "" });
    expect(table.stdout).toContain("2 claims: 1 supported, 1 not enough evidence");
    const { claims } = JSON.parse((await run(["check", "claims.ts", "-d", "cases=cases.csv", "-f", "json"])).stdout);
    expect(claims[1].figure).toBeNull();
    const hidden = claims[1].evidence.find((item: { role: string }) => item.role === "to");
    expect(hidden).toMatchObject({ state: "suppressed" });
    expect(hidden).not.toHaveProperty("value");
  });
});

describe("what cannot be used ends with 2", () => {
  it("claims that are not JSON, or not claims", async () => {
    writeFileSync(join(folder, "text.json"), "Claims: none");
    writeFileSync(join(folder, "list.json"), "[]");
    for (const file of ["text.json", "list.json"]) {
      const result = await run(["check", file]);
      expect(result).toMatchObject({ exitCode: 2, stdout: "" });
      expect(result.stderr).toContain(file);
    }
  });

  it("data that is not named and not beside the claims", async () => {
    const result = await run(["check", "claims.ts", "--data", "cases=none.csv"]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain("none.csv");
  });

  it("a format that there is not", async () => {
    const result = await run(["check", "claims.ts", "--format", "xml"]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain("Allowed choices are table, json");
  });
});

describe("the text of an article", () => {
  const claims = ["--datasets", join(article, "claims.ts")];

  it("is checked for the claims of a module, and written as a page and as a PDF", async () => {
    const text = join(article, "article.txt");
    const table = await run(["check", text, ...claims]);
    expect(table.exitCode).toBe(1);
    expect(table.stdout).toContain("15 claims: 3 supported, 2 refuted, 8 not enough evidence, 2 not checkable");
    for (const format of ["html", "pdf"]) {
      const out = join(folder, `article.${format}`);
      const made = await run(["check", text, ...claims, "--format", format, "--out", out, "--date", "2019-09-20"]);
      expect(made).toMatchObject({ exitCode: 1, stdout: `${out}\n`, stderr: "" });
      expect(readFileSync(out, "latin1").slice(0, 5)).toBe(format === "pdf" ? "%PDF-" : "<!doc");
    }
  });

  it("has verdicts, reasons and totals in Welsh where that is asked for, and says which languages there are", async () => {
    const text = join(article, "article.txt");
    const { stdout } = await run(["check", text, ...claims, "--lang", "cy"]);
    expect(stdout).toMatch(
      /Nifer yr honiadau: 15; ategwyd: 3; gwrthbrofwyd: 2; dim digon o dystiolaeth: 8;\sni ellir ei wirio: 2/u,
    );
    expect(stdout).toMatch(/sail: 929 o 4,373: mae'r ffigurau'n rhoi 21\.2%,\s+nid 34%\./u);
    const json = await run(["check", join(article, "claims.json"), "--lang", "cy", "--format", "json"]);
    expect(json.stdout).toContain("Datganiad o brofiad, barn neu fwriad: ni allai unrhyw set ddata ei benderfynu.");
    const none = await run(["check", text, ...claims, "--lang", "xx"]);
    expect(none).toMatchObject({ exitCode: 2, stdout: "" });
    expect(none.stderr).toContain('There are no words in the language "xx".');
  });

  it("is asked for where a page is wanted of claims alone", async () => {
    const { exitCode, stderr } = await run(["check", join(article, "claims.json"), "--format", "html"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Give the article's text, and these claims with --datasets.");
  });
});
