// Runs the examples as a user would, with the command line, and says where the files are. `npm run example` builds first.
//
//   node examples/run.mjs           into out/
//   node examples/run.mjs <folder>
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [out = "out"] = process.argv.slice(2);

/** Runs one command; shows it first, as it would be typed. */
function briefwright(args, { expected = [0] } = {}) {
  console.log(`\n$ npx briefwright ${args.join(" ")}`);
  const { status } = spawnSync(process.execPath, ["dist/cli.js", ...args], { cwd: root, stdio: "inherit" });
  if (!expected.includes(status ?? -1)) process.exit(status ?? 1);
}

// Some of the article's claims are refuted, so the check ends with 1: that is its answer, not a failure.
briefwright(["check", "examples/thames-valley/claims.json"], { expected: [1] });
// The article itself, each claim of it marked, as a page and as a PDF.
for (const format of ["html", "pdf"])
  briefwright(
    [
      "check",
      "examples/thames-valley/article.txt",
      "--datasets",
      "examples/thames-valley/claims.ts",
      "--format",
      format,
      "--organisation",
      "Example fact-checkers",
      "--date",
      "2019-09-20",
      "--out",
      `${out}/thames-valley/article.${format}`,
    ],
    { expected: [1] },
  );
briefwright(["build", "examples/thames-valley/briefing.ts", "--date", "2019-09-20", "--out", `${out}/thames-valley`]);
briefwright([
  "build",
  "examples/regions/briefing.ts",
  "--each",
  "area",
  "--date",
  "2023-09-20",
  "--out",
  `${out}/regions`,
]);

// The four forces of Wales, in Welsh.
for (const area of ["dyfed-powys", "gwent", "north-wales", "south-wales"]) {
  briefwright([
    "build",
    "examples/regions/briefing-cy.ts",
    "--param",
    `area=${area}`,
    "--name",
    "{area}.cy",
    "--date",
    "2023-09-20",
    "--out",
    `${out}/rhanbarthau`,
  ]);
}

// One area in three brands, and in large print.
for (const brand of ["harbour", "orchard", "sunrise", "large-print"]) {
  briefwright([
    "build",
    `examples/brands/${brand}.ts`,
    "--param",
    "area=kent",
    "--name",
    brand,
    "--date",
    "2023-09-20",
    "--out",
    `${out}/brands`,
  ]);
}

// The figures of this one are invented.
briefwright([
  "build",
  "examples/protected/briefing.ts",
  "--each",
  "area",
  "--date",
  "2024-01-31",
  "--out",
  `${out}/protected`,
]);

briefwright(["build", "examples/report/briefing.ts", "--date", "2023-09-20", "--out", `${out}/report`]);

// A briefing on each of the other templates, in English and in Welsh.
for (const lang of ["", "-cy"]) {
  for (const template of ["summary", "fact-sheet", "bulletin"])
    briefwright([
      "build",
      `examples/templates/${template}${lang}.ts`,
      "--param",
      "area=south-wales",
      "--name",
      `${template}${lang}`,
      "--date",
      "2023-09-20",
      "--out",
      `${out}/templates`,
    ]);
  for (const template of ["national", "report"])
    briefwright([
      "build",
      `examples/templates/${template}${lang}.ts`,
      "--name",
      `${template}${lang}`,
      "--date",
      "2023-09-20",
      "--out",
      `${out}/templates`,
    ]);
}

briefwright(["build", "examples/charts/briefing.ts", "--date", "2023-09-20", "--out", `${out}/charts`]);

console.log(
  `\nThe files are in ${resolve(root, out)}: thames-valley/ (a briefing, and the article that it checks), regions/ (42 of each), rhanbarthau/ (4 of each, in Welsh), protected/ (5 of each), report/ (a report with a cover, by hand), templates/ (the other templates, in two languages) and charts/ (every kind of chart).`,
);
