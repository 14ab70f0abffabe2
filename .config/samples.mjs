/**
 * Pictures of every shipped template, in both outputs, two brands and two languages, and the page that shows them; and the four of the README:
 * `npm run samples`, after `npm run build`; `npm run samples -- article parts thames-valley charts brands report` makes those alone. Needs Chromium (`CHROMIUM`, else `chromium`) and pdftoppm. Pictures
 * have few colours: small, and the same each time.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { createJiti } from "jiti";
import { encodePng } from "./encode-png.mjs";
import { makePartPictures } from "./part-pictures.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, "examples/samples/templates");
const work = mkdtempSync(path.join(tmpdir(), "briefwright-samples-"));
const chromium = process.env.CHROMIUM ?? "chromium";

const jiti = createJiti(root, {
  alias: {
    "briefwright/charts": path.join(root, "dist/charts.js"),
    "briefwright/check": path.join(root, "dist/check.js"),
    briefwright: path.join(root, "dist/index.js"),
  },
});
const load = (file) => jiti.import(path.join(root, "examples", file));
const { generateBriefing } = await import(pathToFileURL(path.join(root, "dist/index.js")).href);
const { checkArticle } = await import(pathToFileURL(path.join(root, "dist/check.js")).href);
const { createBriefing } = await load("regions/create-briefing.ts");
const { createReport } = await load("templates/create-report.ts");
const claims = await load("thames-valley/claims.ts");
const { data, texts } = await load("regions/briefing.ts");
const { texts: welsh } = await load("regions/briefing-cy.ts");
const { reportTexts } = await load("templates/report.ts");
const { reportTexts: welshReport } = await load("templates/report-cy.ts");

/** The house's own look, and one of the example brands with round corners. */
const brands = { house: [], orchard: [new URL("../examples/brands/orchard.css", import.meta.url)] };
const languages = ["en", "cy"];
const templates = ["regional", "national", "summary", "fact-sheet", "bulletin", "report", "article"];
/** Those that were named; all where none was. */
const named = process.argv.slice(2);
const isWanted = (name) => named.length === 0 || named.includes(name);
const titles = {
  regional: "Regional briefing",
  national: "National overview",
  summary: "Summary",
  "fact-sheet": "Fact sheet",
  bulletin: "Bulletin",
  report: "Report",
  article: "Checked article",
};
const file = (name) => new URL(`../examples/thames-valley/${name}`, import.meta.url);
const articleData = { offences: file("offences.csv"), platforms: file("platforms.csv") };

async function make(template, brand, lang) {
  const stylesheets = brands[brand];
  const date = new Date(template === "article" ? "2019-09-20" : "2023-09-20");
  const request = { formats: ["html", "pdf"], date };
  if (template === "article") {
    const text = readFileSync(file("article.txt"), "utf8");
    const options = { data: articleData, lang, organisation: "Example fact-checkers", stylesheets };
    const { briefing } = await checkArticle(text, claims.default, options);
    return generateBriefing(briefing, { ...request, data: articleData, parameters: {} });
  }
  if (template === "national" || template === "report") {
    const briefing = createReport(lang === "en" ? reportTexts : welshReport, stylesheets, template);
    return generateBriefing(briefing, { ...request, data, parameters: {} });
  }
  const briefing = createBriefing(lang === "en" ? texts : welsh, stylesheets, template);
  return generateBriefing(briefing, { ...request, data, parameters: { area: "south-wales" } });
}

/** The pages of a PDF side by side, at most eight. */
async function pictureOfPdf(pdf, name) {
  const source = path.join(work, "a.pdf");
  writeFileSync(source, pdf);
  execFileSync("pdftoppm", ["-r", "40", "-l", "8", "-png", source, path.join(work, name)]);
  return besideEachOther(
    readdirSync(work)
      .filter((each) => each.startsWith(`${name}-`))
      .sort(),
    "#9a9a9a",
  );
}

/** The pages of a PDF that have these texts, larger. */
function picturesOfPages(pdf, name, texts) {
  const source = path.join(work, "a.pdf");
  writeFileSync(source, pdf);
  const pages = execFileSync("pdftotext", [source, "-"], { encoding: "utf8" })
    .split("\f")
    .map((page) => page.replaceAll(/\s+/g, " "));
  return texts.map((text, index) => {
    const page = pages.findIndex((each) => each.includes(text)) + 1;
    if (page === 0) throw new Error(`No page of ${name} has "${text}".`);
    const target = path.join(work, `${name}-${index}`);
    execFileSync("pdftoppm", ["-r", "60", "-f", `${page}`, "-l", `${page}`, "-singlefile", "-png", source, target]);
    return `${name}-${index}.png`;
  });
}

/** @param most so many in a row. */
async function besideEachOther(files, ground, most = 4) {
  const pages = await Promise.all(files.map((each) => loadImage(path.join(work, each))));
  const across = Math.min(most, pages.length);
  const [width, height] = [Math.max(...pages.map((page) => page.width)), Math.max(...pages.map((page) => page.height))];
  const [gap, down] = [8, Math.ceil(pages.length / across)];
  const canvas = createCanvas(gap + across * (width + gap), gap + down * (height + gap));
  const context = canvas.getContext("2d");
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const [index, page] of pages.entries()) {
    context.drawImage(page, gap + (index % across) * (width + gap), gap + Math.floor(index / across) * (height + gap));
  }
  return canvas;
}

/** The first screens of a page. */
async function pictureOfPage(html, name) {
  const [source, target] = [path.join(work, "a.html"), path.join(work, `${name}.png`)];
  writeFileSync(source, html);
  const options = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--force-device-scale-factor=0.5",
  ];
  execFileSync(
    chromium,
    [...options, "--window-size=1000,1500", `--screenshot=${target}`, pathToFileURL(source).href],
    {
      stdio: "ignore",
    },
  );
  const image = await loadImage(target);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas;
}

/** What the README shows: of each briefing, the pages that have these texts, all in one row. */
const readmePictures = [
  {
    name: "thames-valley",
    date: "2019-09-20",
    briefings: ["thames-valley/briefing.ts"],
    texts: ["What the police recorded", "The platforms", "Grooming crimes up 140% in the Milton Keynes region"],
  },
  {
    name: "charts",
    date: "2023-09-20",
    briefings: ["charts/briefing.ts"],
    texts: ["A slope: the first year", "Small multiples: one small trend", "A tile map of police force areas"],
  },
  {
    name: "brands",
    date: "2023-09-20",
    briefings: ["brands/harbour.ts", "brands/orchard.ts", "brands/sunrise.ts"],
    parameters: { area: "kent" },
    texts: ["Published 20 September 2023"],
  },
  {
    name: "report",
    date: "2023-09-20",
    briefings: ["report/briefing.ts"],
    texts: [
      "Published 20 September 2023",
      "Contents",
      "How to read these figures",
      "Centres for women should be paid",
      "Example House",
    ],
  },
];
for (const { name, date, briefings, parameters = {}, texts } of readmePictures.filter(({ name }) => isWanted(name))) {
  const files = [];
  for (const [index, each] of briefings.entries()) {
    const { default: briefing, data } = await load(each);
    const { pdf } = await generateBriefing(briefing, { data, formats: ["pdf"], date: new Date(date), parameters });
    files.push(...picturesOfPages(pdf, `${name}-${index}`, texts));
  }
  const picture = await besideEachOther(files, "#bbc4cc", files.length);
  writeFileSync(path.join(root, `examples/samples/${name}.png`), encodePng(picture, 256));
  console.log(name);
}

mkdirSync(folder, { recursive: true });
const kindOf = (picture) =>
  picture.startsWith("part-") ? "parts" : templates.find((each) => picture.startsWith(each));
for (const old of readdirSync(folder)) if (isWanted(kindOf(old) ?? "none")) rmSync(path.join(folder, old));
const shown = [];
for (const template of templates.filter(isWanted)) {
  for (const brand of Object.keys(brands)) {
    for (const lang of languages) {
      const { html, pdf, pageCount } = await make(template, brand, lang);
      const name = `${template}-${brand}-${lang}`;
      writeFileSync(path.join(folder, `${name}-pdf.png`), encodePng(await pictureOfPdf(pdf, name)));
      writeFileSync(path.join(folder, `${name}-page.png`), encodePng(await pictureOfPage(html, name)));
      shown.push({ template, brand, lang, name, pageCount });
      console.log(name);
    }
  }
}
rmSync(work, { recursive: true });

const brandNames = { house: "in the colours of the house", orchard: "in the brand “orchard”" };
const languageNames = { en: "in English", cy: "in Welsh" };
const gallery = path.join(root, "examples/samples/README.md");
const before = readFileSync(gallery, "utf8").split(/\n(?=## )/);
const sections = templates.map((template) => {
  if (!isWanted(template))
    return `${before.find((section) => section.startsWith(`## ${titles[template]}\n`)) ?? ""}`.trimEnd().concat("\n");
  const own = shown.filter((each) => each.template === template);
  const pictures = own.map(({ brand, lang, name, pageCount }) => {
    const what = `${titles[template]}, ${brandNames[brand]}, ${languageNames[lang]}`;
    const pages =
      pageCount > 8 ? `the first eight of ${pageCount} pages` : pageCount === 1 ? "one page" : `${pageCount} pages`;
    return `### ${what}\n\n![${what}: ${pages} of the PDF](templates/${name}-pdf.png)\n\n![${what}: the top of the page on a screen](templates/${name}-page.png)\n`;
  });
  return `## ${titles[template]}\n\n${pictures.join("\n")}`;
});
const remarks = readFileSync(path.join(root, ".config/samples-remarks.md"), "utf8");
writeFileSync(gallery, `${remarks}\n${sections.join("\n").trimEnd()}\n`);
if (isWanted("parts")) await makePartPictures();
const bytes = readdirSync(folder).reduce((sum, each) => sum + statSync(path.join(folder, each)).size, 0);
console.log(`${shown.length * 2} pictures of templates; the folder has ${(bytes / 1e6).toFixed(2)} MB`);
