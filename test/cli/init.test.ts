import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPages, textItems } from "../support/open-pdf.ts";
import { writeXlsx } from "../tables/write-workbooks.ts";
import { useWorkplace } from "./briefwright.ts";

const { folder, run } = useWorkplace();

/** Offences in three areas and years, one of them small, under a title and above a note. */
const offences = `Recorded offences by area

Area,Year,Offences
Kent,2018,120
Essex,2018,70
Devon,2018,3
Kent,2019,130
Essex,2019,90
Devon,2019,41

Source: a police force
`;

describe("a data file that nobody described", () => {
  it("is told of, without its small counts", async () => {
    writeFileSync(join(folder, "offences.csv"), offences);
    const { exitCode, stdout } = await run(["inspect", "offences.csv"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("offences.csv: 6 rows, headings in row 3 (rows: 1 above them, 1 of notes below)");
    expect(stdout).toMatch(/Offences +whole numbers +6 cells\n/u);
    expect(stdout).toContain("area (area), year (time)");
    expect(stdout).toContain("2018 to 2019, 2 of them");
    expect(stdout).not.toMatch(/from 1 to 9/u);
    const small = await run(["inspect", "offences.csv", "--show-small"]);
    expect(small.stdout).toContain("6 cells, up to 130, 1 from 1 to 9");
  });

  it("has no largest count told where small ones are hidden, which may be rounded or hidden too", async () => {
    writeFileSync(
      join(folder, "small.csv"),
      "area,year,cases\nKent,2018,143\nEssex,2018,3\nKent,2019,90\nEssex,2019,12\n",
    );
    const { stdout } = await run(["inspect", "small.csv"]);
    expect(stdout).toMatch(/cases +whole numbers +4 cells\n/u);
    const asked = await run(["inspect", "small.csv", "--show-small"]);
    expect(asked.stdout).toContain("4 cells, up to 143, 1 from 1 to 9");
  });

  it("has the name of its measure in the title of its page, where that is of several", async () => {
    const rows = ["Kent", "Essex", "Devon"].flatMap((area, at) =>
      [2018, 2019].map((year) => [area, year, 100 * at + year, 5000 + year * at, 90 * at + 700].join()),
    );
    writeFileSync(
      join(folder, "waste.csv"),
      `All waste by area\n\n${["Area,Year,A (tonnes),B (tonnes),C (tonnes)", ...rows].join("\n")}\n`,
    );
    await run(["init", "waste.csv", "--yes", "--out", "waste"]);
    expect(readFileSync(join(folder, "waste", "briefing.ts"), "utf8")).toContain('title: "All waste by area (A');
  });

  it("becomes a page alone where its names have letters that no shipped font has, which is said", async () => {
    writeFileSync(
      join(folder, "seoul.csv"),
      "시도,2018,2019\n서울특별시,39.2,41.5\n부산광역시,32.2,30.1\n경상북도,22.0,25.3\n",
    );
    const { exitCode, stderr } = await run(["init", "seoul.csv", "--yes", "--out", "seoul"]);
    expect({ exitCode, errors: stderr.match(/error.*/gu) }).toEqual({ exitCode: 0, errors: null });
    expect(stderr).toContain("a PDF needs a font that has the letters of these names");
    expect(stderr).toMatch(/Next: npx briefwright build .* --format html --out/u);
    expect(existsSync(join(folder, "seoul", "out", "서울특별시.html"))).toBe(true);
  });

  it.each([
    ["hebrew", "מחוז,שנה,מספר לידות", "ירושלים תל_אביב חיפה"],
    ["arabic", "المحافظة,السنة,عدد السكان", "عمان إربد الزرقاء"],
    ["thai", "จังหวัด,year,births", "เชียงใหม่ ภูเก็ต ขอนแก่น"],
  ])("so does one of another script: %s", async (name, headings, places) => {
    const rows = places
      .split(" ")
      .flatMap((place, at) => [2019, 2020].map((year) => `${place},${year},${310 + at * 7}`));
    writeFileSync(join(folder, `${name}.csv`), `${headings}\n${rows.join("\n")}\n`);
    const { exitCode, stderr } = await run(["init", `${name}.csv`, "--yes", "--out", name]);
    expect({ exitCode, errors: stderr.match(/error.*/gu) }).toEqual({ exitCode: 0, errors: null });
    expect(stderr).toContain("a PDF needs a font that has the letters of these names");
  });

  it("compares its categories where it has no areas, draws no letters that no font has, and is about the whole of its parts", async () => {
    const modes = ["Car", "Bus", "Rail"].map(
      (mode, at) => `${mode},${710 + at * 31},${460 - at * 35},${1170 - at * 4}`,
    );
    writeFileSync(join(folder, "trips.csv"), `mode,trips in,trips out,trips in all\n${modes.join("\n")}\n`);
    const first = await run(["init", "trips.csv", "--yes", "--out", "trips"]);
    expect(first.exitCode).toBe(0);
    const written = readFileSync(join(folder, "trips", "briefing.ts"), "utf8");
    expect(written).toMatch(/breakdown: \{\s+spec: rankingSpec\(\{ category: "mode", value: "tripsInAll"/u);
    expect(written).toContain("// Called as the file or its figures are");
    expect(written).toContain('template: "summary"');
    expect(readFileSync(join(folder, "trips", "out", "briefing.html"), "utf8")).toContain("Bus");
    writeFileSync(join(folder, "days.csv"), "日付,入院者\n2020/2/4,15\n2020/2/5,16\n2020/2/6,12\n");
    const page = await run(["init", "days.csv", "--yes", "--out", "days"]);
    expect(page.exitCode).toBe(0);
    expect(readFileSync(join(folder, "days", "briefing.ts"), "utf8")).not.toContain("charts:");
  });

  it("draws no category that holds others beside these", async () => {
    const rows = [2016, 2017, 2018, 2019, 2020].flatMap((year, at) => {
      // Each is somewhere the largest, so that none can hold another.
      const figures = [5317, 2273, 3239, 4111, 3907];
      const [train = 0, tram = 0, metro = 0, car = 0, bus = 0] = figures.map(
        (_, mode) => (figures[(mode + at) % figures.length] ?? 0) + mode * 13 + at * 29,
      );
      return [
        `Rail,${year},${train + tram + metro}`,
        `Train,${year},${train}`,
        `Tram,${year},${tram}`,
        `Metro,${year},${metro}`,
        `Car,${year},${car}`,
        `Bus,${year},${bus}`,
      ];
    });
    writeFileSync(join(folder, "modes.csv"), `mode,year,trips\n${rows.join("\n")}\n`);
    const { exitCode } = await run(["init", "modes.csv", "--yes", "--out", "modes"]);
    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, "modes", "dataset.ts"), "utf8")).toContain('holds: { rail: ["');
    expect(readFileSync(join(folder, "modes", "briefing.ts"), "utf8")).toContain(
      '.filter((row) => !["Rail"].includes(String(row["mode"])))',
    );
    const page = readFileSync(join(folder, "modes", "out", "briefing.html"), "utf8");
    expect(page).toContain("Metro");
  });

  it("draws no ranges that lie within others", async () => {
    const ages = ["16-24", "25-49", "50-64", "16-64"].map((age, at) => `${age},${1210 + at * 431},${1190 + at * 377}`);
    writeFileSync(join(folder, "ages.csv"), `age group,trips in,trips out\n${ages.join("\n")}\n`);
    const { exitCode } = await run(["init", "ages.csv", "--yes", "--out", "ages"]);
    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, "ages", "dataset.ts"), "utf8")).toContain("lie within others");
    expect(readFileSync(join(folder, "ages", "briefing.ts"), "utf8")).not.toContain("rankingSpec");
  });

  it("becomes a folder that builds a briefing, and holds none of its figures", async () => {
    writeFileSync(join(folder, "offences-2019.csv"), offences);
    const { exitCode, stdout, stderr } = await run(["init", "offences-2019.csv", "--yes", "--out", "first"]);
    expect({ exitCode, errors: stderr.match(/error.*/gu) }).toEqual({ exitCode: 0, errors: null });
    const written = ["dataset.ts", "briefing.ts", "introduction.hbs", "briefing.css", "package.json", "README.md"];
    for (const name of written) {
      expect(stdout).toContain(join("first", name));
      expect(readFileSync(join(folder, "first", name), "utf8")).not.toMatch(/\b(?:120|130|70|90|41)\b/u);
    }
    const page = readFileSync(join(folder, "first", "out", "kent.html"), "utf8");
    expect(page).toContain("130 offences");
    expect(page).toContain("<title>Recorded offences by area: Kent</title>");
    expect(existsSync(join(folder, "first", "out", "kent.pdf"))).toBe(true);
    const again = await run(["init", "offences-2019.csv", "--yes", "--out", "first"]);
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain("There is a dataset.ts in first already. Name another folder with --out.");
  });

  it("has as many decimals in text and charts as its dataset.ts says, once somebody edits that", async () => {
    const rows = ["Kent,12.125,13.375", "Essex,14.25,11.0625", "Devon,9.5,10.4375"].flatMap((row) => {
      const [area, ...rates] = row.split(",");
      return rates.map((rate, at) => `${area},${2018 + at},${rate}`);
    });
    writeFileSync(join(folder, "rates.csv"), `Area,Year,Rate per 1000\n${rows.join("\n")}\n`);
    const { exitCode } = await run(["init", "rates.csv", "--yes", "--out", "rates"]);
    expect(exitCode).toBe(0);
    const file = join(folder, "rates", "dataset.ts");
    const edited = readFileSync(file, "utf8").replace(/statType: "(?:mean|rate)"/u, "$&, decimals: 3");
    expect(edited).toContain("decimals: 3");
    // A module that has changed is not loaded again by its name.
    cpSync(join(folder, "rates"), join(folder, "edited"), { recursive: true });
    writeFileSync(join(folder, "edited", "dataset.ts"), edited);
    const built = await run([
      "build",
      "edited/briefing.ts",
      "--each",
      "area",
      "--format",
      "html",
      "--out",
      "edited/out",
    ]);
    expect({ exitCode: built.exitCode, errors: built.stderr.match(/error.*/gu) }).toEqual({
      exitCode: 0,
      errors: null,
    });
    const page = readFileSync(join(folder, "edited", "out", "kent.html"), "utf8");
    expect(page.match(/<text[^>]*>13\.375<\/text>/gu)).not.toBeNull();
  });

  it("is told of by the names of a definition that somebody has mended, and by what was said of what it left", async () => {
    const rows = ["Kent,2018,120,61", "Essex,2018,70,33", "Kent,2019,130,60", "Essex,2019,90,41"].join("\n");
    const note = "Comparisons should not be made between areas.";
    writeFileSync(join(folder, "mended.csv"), `Area,Year,Offences,Charges\n${rows}\n\n${note}\n`);
    expect((await run(["init", "mended.csv", "--yes", "--out", "guessed"])).exitCode).toBe(0);
    cpSync(join(folder, "guessed"), join(folder, "mended"), { recursive: true });
    const [module, briefing] = ["dataset.ts", "briefing.ts"].map((name) => join(folder, "mended", name)) as [
      string,
      string,
    ];
    const renamed = readFileSync(module, "utf8")
      .replaceAll(/\boffences\b/gu, "crimes")
      .replace('"Offences"', '"Crimes"');
    writeFileSync(module, renamed);
    writeFileSync(join(folder, "mended", "introduction.hbs"), '<p>In all {{value "total"}}.</p>\n');
    const command = ["init", "mended.csv", "--dataset", "mended/dataset.ts"];
    const refused = await run(command);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain("There is a briefing.ts in mended already. Delete it, or give it another name");
    rmSync(briefing);
    const { exitCode, stdout, stderr } = await run(command);
    expect({ exitCode, errors: stderr.match(/error.*/gu) }).toEqual({ exitCode: 0, errors: null });
    expect(stdout).not.toContain("introduction.hbs");
    expect(readFileSync(briefing, "utf8")).toContain('measure: "crimes"');
    const code = readFileSync(briefing, "utf8").replaceAll(/^ *\/\/.*$/gmu, "");
    expect(code).not.toMatch(/\b(?:offences|rank|standing)\b/u);
    const page = readFileSync(join(folder, "mended", "out", "kent.html"), "utf8");
    expect(page.replaceAll(/<[^>]*>/gu, "")).toContain("In all 130");
  });

  it.each([
    ["no dataset", "export const spec = {};\n", "The module exports no dataset by a name."],
    [
      "two",
      'import { figures } from "../guessed/dataset.ts";\nexport { figures };\nexport const others = figures;\n',
      "The module exports 2 datasets: figures, others.",
    ],
  ])("has no definition in a module that exports %s", async (name, code, message) => {
    writeFileSync(join(folder, "mended.csv"), offences);
    if (!existsSync(join(folder, "guessed"))) await run(["init", "mended.csv", "--yes", "--out", "guessed"]);
    const module = join(name.replaceAll(" ", "-"), "dataset.ts");
    mkdirSync(dirname(join(folder, module)));
    writeFileSync(join(folder, module), code);
    const { exitCode, stderr } = await run(["init", "mended.csv", "--dataset", module]);
    expect(exitCode).toBe(2);
    expect(stderr.replaceAll(/\s+/gu, " ")).toContain(message);
  });

  it("is made on any of the templates that it has figures for", async () => {
    writeFileSync(join(folder, "templates.csv"), offences.replaceAll("Devon,2018,3\n", "Devon,2018,30\n"));
    const templates = ["summary", "fact-sheet", "bulletin", "report"];
    for (const template of templates) {
      const { exitCode, stderr } = await run([
        "init",
        "templates.csv",
        "--yes",
        "--template",
        template,
        "--out",
        template,
      ]);
      expect([template, exitCode, stderr.match(/error.*/gu)]).toEqual([template, 0, null]);
      expect(readFileSync(join(folder, template, "briefing.ts"), "utf8")).toContain(`template: "${template}"`);
      expect(readFileSync(join(folder, template, "out", "kent.html"), "utf8")).toContain("130 offences");
    }
  });

  it("says how figures went and where they stand, and compares many areas by bars in a table", async () => {
    const rows = ["2018", "2019", "2020"].flatMap((year, on) =>
      Array.from({ length: 14 }, (_, at) => `Ward ${"ABCDEFGHIJKLMN"[at]},${year},${100 + 17 * at - 20 * on}`),
    );
    writeFileSync(join(folder, "wards.csv"), `Area,Year,Homes\n${rows.join("\n")}\n`);
    const { exitCode, stderr } = await run(["init", "wards.csv", "--yes", "--out", "wards"]);
    expect([exitCode, stderr.match(/error.*/gu)]).toEqual([0, null]);
    const page = readFileSync(join(folder, "wards", "out", "ward-n.html"), "utf8");
    const body = page.slice(page.indexOf("<body")).replaceAll(/<[^>]*>/gu, "");
    expect(body).toMatch(/fell by 12%, from 321 in 2018 to 281 in 2020/u);
    expect(body).toMatch(/the highest of 14/u);
    expect(page.match(/<span class="bar" aria-hidden="true"><span/gu)).toHaveLength(14);
    expect(page).not.toContain('id="ranking"');
  });

  it("is of all areas on the national template, where one of them is all together, and else is refused", async () => {
    writeFileSync(join(folder, "apart.csv"), offences);
    const { exitCode, stderr } = await run(["init", "apart.csv", "--yes", "--template", "national", "--out", "apart"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("No category of the areas is all of them together");
    expect(existsSync(join(folder, "apart"))).toBe(false);
    const rows = ["Kent,60,65", "Essex,40,45", "Devon,30,35", "Dorset,20,25", "Total,150,170"].flatMap((row) => {
      const [area, ...figures] = row.split(",");
      return figures.map((figure, at) => `${area},${2018 + at},${figure}`);
    });
    writeFileSync(join(folder, "together.csv"), `Area,Year,Offences\n${rows.join("\n")}\n`);
    const national = await run(["init", "together.csv", "--yes", "--template", "national", "--out", "together"]);
    expect([national.exitCode, national.stderr.match(/error.*/gu)]).toEqual([0, null]);
    expect(readFileSync(join(folder, "together", "README.md"), "utf8")).not.toContain("--each area");
    const other = await run(["init", "together.csv", "--yes", "--template", "article", "--out", "none"]);
    expect(other.exitCode).toBe(2);
  });

  it("shows no small count of many figures that are no sums, nor what stands in cells that are no figures", async () => {
    const headings = Array.from(
      { length: 30 },
      (_, at) => `Offences of kind ${"ABCDEFGHIJKLMNO"[at % 15]}${at > 14 ? "x" : ""}`,
    );
    const countOf = (row: number, at: number) =>
      row === 5 && at === 1 ? "1 or 2" : ((row * 31 + at * 17 + 5) ** 2 % 9973) % 97;
    const rows = Array.from(
      { length: 700 },
      (_, row) => `Ward ${row}k,${headings.map((_, at) => countOf(row, at)).join(",")}`,
    );
    writeFileSync(join(folder, "many.csv"), `Ward,${headings.join(",")}\n${rows.join("\n")}\n`);
    const { exitCode, stdout, stderr } = await run(["init", "many.csv", "--yes", "--out", "many"]);
    expect([exitCode, stderr.match(/error.*/gu)]).toEqual([0, null]);
    const module = readFileSync(join(folder, "many", "dataset.ts"), "utf8");
    expect(module.match(/statType: "count"/gu)).toHaveLength(30);
    expect(module).toContain('unreadableCells: "leave-out"');
    const out = join(folder, "many", "out");
    const files = readdirSync(out);
    const textOf = (end: string) => readFileSync(join(out, files.find((name) => name.endsWith(end)) ?? ""), "utf8");
    expect(textOf(".html")).not.toMatch(/<data[^>]* value="[1-4]"/u);
    const { datasets } = JSON.parse(textOf(".edition.json")) as {
      datasets: { figures: { cells: readonly { shown: readonly (readonly [number, unknown])[] }[] } };
    };
    const shown = datasets.figures.cells.flatMap((cell) => cell.shown.map(([, value]) => value));
    expect(shown.filter((value) => typeof value === "number").length).toBeGreaterThan(19_000);
    expect(shown.filter((value) => typeof value === "number" && value >= 1 && value <= 4)).toEqual([]);
    const bytes = readFileSync(join(out, files.find((name) => name.endsWith(".pdf")) ?? ""));
    const pages = (await readPages(bytes, textItems)).flatMap((items) => items.map(({ str }) => str));
    const written = [stdout, stderr, module, textOf(".html"), textOf(".claims.json"), ...pages].join(" ");
    expect(written).not.toContain("1 or 2");
    expect(pages.join(" ")).not.toMatch(/(?<![\d.,])[1-4] offences/u);
  });

  it("begins with the last period that is not hidden", async () => {
    const days = Array.from(
      { length: 12 },
      (_, day) => `2020-01-${String(day + 1).padStart(2, "0")},${day < 9 ? 40 + day : 2}`,
    );
    writeFileSync(join(folder, "late.csv"), `Date,Complaints\n${days.join("\n")}\n`);
    const { exitCode } = await run(["init", "late.csv", "--yes", "--out", "late"]);
    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, "late", "briefing.ts"), "utf8")).toMatch(
      /total: count\(.*: "\d January 2020" \}\)/u,
    );
  });

  it("names the last period where spans of several lengths have no name of their own", async () => {
    const spans = ["2001-2005", "2006-2010", "2011-2020"].flatMap((span, at) =>
      ["Kent", "Essex", "Devon"].map((area, index) => `${area},${span},${120 + at * 31 + index * 17}`),
    );
    writeFileSync(join(folder, "spans.csv"), `Area,Period,Deaths\n${spans.join("\n")}\n`);
    const { exitCode, stderr } = await run(["init", "spans.csv", "--yes", "--out", "spans"]);
    expect({ exitCode, errors: stderr.match(/error.*/gu) }).toEqual({ exitCode: 0, errors: null });
    expect(readFileSync(join(folder, "spans", "briefing.ts"), "utf8")).toContain('"2011-2020"');
  });

  it("gives areas without a name no place among the others", async () => {
    const rows = ["2018", "2019"].flatMap((year, on) =>
      ["Kent", "Essex", "Devon", "Surrey", "Dorset", ""].map(
        (area, at) => `${area},${year},${area === "" ? 900 + on : 100 + 17 * at + on}`,
      ),
    );
    writeFileSync(join(folder, "unnamed.csv"), `Area,Year,Homes\n${rows.join("\n")}\n`);
    const { exitCode } = await run(["init", "unnamed.csv", "--yes", "--out", "unnamed"]);
    expect(exitCode).toBe(0);
    const page = readFileSync(join(folder, "unnamed", "out", "dorset.html"), "utf8");
    const body = page.slice(page.indexOf("<body"));
    expect(body.includes("Devon")).toBe(true);
    expect(body.includes("Not stated")).toBe(false);
  });

  it("draws charts of totals, where rows are broken down further", async () => {
    const rows = ["2018", "2019"].flatMap((year) =>
      ["Kent", "Essex", "Devon", "Surrey"].flatMap((area, at) => [
        `${area},Total,${year},${220 + at}`,
        `${area},Men,${year},${120 + at}`,
        `${area},Women,${year},100`,
      ]),
    );
    writeFileSync(join(folder, "pupils.csv"), `Area,Sex,Year,Pupils\n${rows.join("\n")}\n`);
    const { exitCode } = await run(["init", "pupils.csv", "--yes", "--out", "pupils"]);
    expect(exitCode).toBe(0);
    const module = readFileSync(join(folder, "pupils", "briefing.ts"), "utf8");
    expect(module.match(/where\(\{[^}]*\}\)/gu)).toEqual([
      'where({ sex: "Total", area })',
      'where({ sex: "Total", year: "latest" })',
    ]);
    const page = readFileSync(join(folder, "pupils", "out", "surrey.html"), "utf8");
    expect(page).toContain("Surrey, 223");
  });

  it("builds of many periods with gaps, and begins with no area that is the sum of the others", async () => {
    const names = ["Spain", "Galicia", "Murcia", "Navarra", "Rioja"];
    const rows = Array.from({ length: 60 }, (_, at) => {
      const [year, month] = [2015 + Math.floor(at / 12), (at % 12) + 1];
      return names.map((name, on) => {
        const figure = on === 0 ? 403 : 100 + (on === 1 ? 3 : 0);
        return `${name},${year}-${String(month).padStart(2, "0")},${at > 10 && at < 50 ? "" : figure}`;
      });
    });
    writeFileSync(join(folder, "regions.csv"), `Region,Month,Population\n${rows.flat().join("\n")}\n`);
    const { exitCode, stderr } = await run(["init", "regions.csv", "--yes", "--out", "regions"]);
    expect({ exitCode, errors: stderr.match(/error:.*/gu) }).toEqual({ exitCode: 0, errors: null });
    expect(existsSync(join(folder, "regions", "out", "spain.html"))).toBe(false);
    const briefing = readFileSync(join(folder, "regions", "briefing.ts"), "utf8");
    expect(briefing).toContain(".slice(-24)");
    // What the text compares begins before.
    expect(briefing).toContain('yTitle: "Population (latest 24 periods)"');
  });

  it("names the one area that has a figure, where areas are not compared and none is the total", async () => {
    const rows = ["2015", "2016", "2017", "2018"].flatMap((year, on) => {
      const own = [103 + 7 * on * on, 211 + 13 * on, 307 - 5 * on, 419 + 3 * on];
      const named = ["Kent", "Essex", "Devon", "Surrey"].map((area, at) => `${area},${year},${own[at]}`);
      return [...named, `England,${year},${own.reduce((sum, one) => sum + one, 0)}`, `Wales,${year},${50 + on}`];
    });
    writeFileSync(join(folder, "whole.csv"), `Area,Year,Homes\n${rows.join("\n")}\nEngland,2019,1330\n`);
    const { exitCode, stderr } = await run(["init", "whole.csv", "--yes", "--out", "whole"]);
    expect({ exitCode, errors: stderr.match(/error.*/gu) }).toEqual({ exitCode: 0, errors: null });
    expect(readFileSync(join(folder, "whole", "out", "briefing.html"), "utf8").includes("1,330 homes")).toBe(true);
  });

  it("says on its first page which category the figures are of, where there is no total of all", async () => {
    writeFileSync(join(folder, "homes.csv"), ",RATING,,\nYear,A,B,C\n2018,10,20,30\n2019,11,31,21\n");
    const { exitCode } = await run(["init", "homes.csv", "--yes", "--out", "homes"]);
    expect(exitCode).toBe(0);
    const page = readFileSync(join(folder, "homes", "out", "briefing.html"), "utf8");
    expect(page).toMatch(/<h1[^>]*>Homes \(rating: B\)<\/h1>/u);
    expect(page).toContain("31 homes");
  });

  it("is asked about in a terminal only", async () => {
    writeFileSync(join(folder, "offences.csv"), offences);
    const { exitCode, stderr } = await run(["init", "offences.csv"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("init asks in a terminal, and this is none. Add --yes to take its guesses.");
  });

  it("is refused where it holds no table", async () => {
    writeFileSync(join(folder, "words.csv"), "only words\nand more words\n");
    const { exitCode, stderr } = await run(["inspect", "words.csv"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("No table was found");
  });

  it("says of a file of numbers without headings that these are missing, and of no empty one", async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
    ).join("");
    writeFileSync(join(folder, "numbers.xlsx"), writeXlsx([{ name: "Table", xml: `<sheetData>${rows}</sheetData>` }]));
    const { exitCode, stderr } = await run(["inspect", "numbers.xlsx"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The sheet "Table" holds 12 numbers, but no row was found to be their headings.');
    expect(stderr).toContain("[no-headings]");
  });
});

describe("a batch without a figure", () => {
  it("fails, and says why", async () => {
    writeFileSync(join(folder, "offences.csv"), offences);
    await run(["init", "offences.csv", "--yes", "--out", "gaps"]);
    writeFileSync(join(folder, "offences.csv"), offences.replaceAll(/,\d+$/gmu, ",[c]"));
    const { exitCode, stderr } = await run(["build", "gaps/briefing.ts", "--each", "area", "--out", "out"]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/error: None of the 3 briefings has a figure: \d+ are hidden, 0 are not available\./u);
    expect(stderr).toContain("[no-figures]");
  });
});
