/**
 * A small picture of each part of a page, as `examples/report` would have it. Each part is a briefing of its own: of one that is a page, that page
 * is shown, of any other the first page to where nothing stands on it any more.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { createJiti } from "jiti";
import { encodePng } from "./encode-png.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, "examples/samples/templates");

const jiti = createJiti(root, {
  alias: {
    "briefwright/charts": path.join(root, "dist/charts.js"),
    briefwright: path.join(root, "dist/index.js"),
  },
});

/** The whole report, for the parts that are pages of it. */
const report = (inside) => `{{#> report kind="Report"}}${inside}{{/report}}`;
const sections = `<section><h2>In short</h2><p>{{sentence "standing-south-wales"}}.</p></section>
<section><h2>South Wales</h2><p>{{sentence "trend-south-wales"}}.</p></section>
<section><h2>Gwent</h2><p>{{sentence "trend-gwent"}}.</p></section>`;
const alone = (inside) => `<main class="report"><h1 class="alone">{{title}}</h1><section>${inside}</section></main>`;

/** What each is made from, and which page of it is shown: of those that are no page, what stands on the first. */
const parts = [
  { name: "cover", template: report(sections), page: 1 },
  { name: "contents", template: report(sections), page: 2 },
  { name: "back-page", template: report(sections), page: "last" },
  {
    name: "call-out",
    template: alone(
      `{{#> call-out heading="How to read these figures"}}<p>A rate counts sentences, not people: one woman may be counted more than once.</p>{{/call-out}}`,
    ),
  },
  { name: "pull-quote", template: alone(`{{#> pull-quote}}<p>{{lead "standing-south-wales"}}.</p>{{/pull-quote}}`) },
  { name: "key-figures", template: alone(`{{> key-figures ids=(claims)}}`), figures: true },
  { name: "photo", template: alone(`{{#image "hills"}}Hills, where a photo of your own would stand.{{/image}}`) },
  {
    name: "band",
    template: alone(
      `{{#> band}}<h2>For readers of Welsh</h2><p lang="cy">Mae briff i bob ardal heddlu yng Nghymru ar gael yn Gymraeg.</p>{{/band}}`,
    ),
  },
  { name: "wide-page", template: report(`${sections}{{#> wide-page}}{{table "by-year"}}{{/wide-page}}`), page: "wide" },
  {
    name: "appendix",
    template: alone(
      `{{#> appendix heading="Appendix: method"}}<p>Rates are as they were published, and are rounded once.</p>{{table "by-year"}}{{/appendix}}`,
    ),
    page: "last",
  },
  { name: "method-note", template: alone(`<p>{{sentence "trend-south-wales"}}.</p>{{> quality-and-methods}}`) },
  {
    name: "recommendations",
    template: alone(
      `{{#> recommendations heading="What we recommend"}}<li>Courts should have somewhere to send women that is no prison.</li><li>Figures should be published by area and by length of sentence.</li>{{/recommendations}}`,
    ),
  },
  {
    name: "side-by-side",
    template: alone(
      `{{#> side-by-side}}<div><h3>English</h3><p>{{sentence "trend-south-wales"}}.</p></div><div lang="cy"><h3>Cymraeg</h3><p>Mae brawddegau briff wedi'u hysgrifennu yn ei iaith ei hun.</p></div>{{/side-by-side}}`,
    ),
  },
];

/** Pictures of all of them. */
export async function makePartPictures() {
  const { change, defineBriefing, generateBriefing, rank, rate } = await import(
    pathToFileURL(path.join(root, "dist/index.js")).href
  );
  const { default: briefing, data } = await jiti.import(path.join(root, "examples/report/briefing.ts"));
  const work = mkdtempSync(path.join(tmpdir(), "briefwright-parts-"));
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (const { name, template, page = 1, figures = false } of parts) {
    const claims = ({ imprisonment }) => {
      const at = { area: "south-wales", period: "latest" };
      return {
        total: rate(imprisonment, at),
        fall: change(imprisonment, { area: "south-wales", from: "first", to: "latest" }),
        rank: rank(imprisonment, { ...at, among: "area" }),
      };
    };
    const { spec } = briefing;
    const own = defineBriefing({
      ...spec,
      ...(figures ? { claims } : {}),
      verifiable: false,
      template: { text: template, file: `${name}.hbs` },
      stylesheets: [{ text: page === 1 && name !== "cover" ? ".alone { display: none }" : "", file: "alone.css" }],
    });
    const made = await generateBriefing(own, { data, parameters: {}, formats: ["pdf"], date: new Date("2023-09-20") });
    const source = path.join(work, `${name}.pdf`);
    writeFileSync(source, made.pdf);
    const picture = encodePng(await pictureOf(source, { page, count: made.pageCount, isPage: name in whole }));
    writeFileSync(path.join(folder, `part-${name}.png`), picture);
    bytes += picture.length;
  }
  rmSync(work, { recursive: true });
  console.log(`${parts.length} pictures of parts, ${(bytes / 1e3).toFixed(0)} kB`);
}

/** Parts that take a page of their own, and are shown with all of it. */
const whole = { cover: true, contents: true, "back-page": true, "wide-page": true, appendix: true };

async function pictureOf(source, { page, count, isPage }) {
  const sizes = execFileSync("pdfinfo", ["-f", "1", "-l", String(count), source], { encoding: "utf8" });
  const wide = [...sizes.matchAll(/Page +(\d+) size: +([\d.]+) x ([\d.]+)/g)].find(
    ([, , w, h]) => Number(w) > Number(h),
  );
  const number = String(page === "last" ? count : page === "wide" ? Number(wide?.[1]) : page);
  const target = source.replace(/\.pdf$/, "");
  execFileSync("pdftoppm", [
    "-r",
    isPage ? "40" : "60",
    "-f",
    number,
    "-l",
    number,
    "-singlefile",
    "-png",
    source,
    target,
  ]);
  const image = await loadImage(`${target}.png`);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return isPage ? framed(canvas) : cut(canvas);
}

/** With a line around it: a page is as white as what it is shown on. */
function framed(canvas) {
  const context = canvas.getContext("2d");
  context.strokeStyle = "#9a9a9a";
  context.strokeRect(0.5, 0.5, canvas.width - 1, canvas.height - 1);
  return canvas;
}

/** Without the empty foot of a page, and the line that stands at its end. */
function cut(canvas) {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const isEmpty = (y) => {
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      if (data[at] < 250 || data[at + 1] < 250 || data[at + 2] < 250) return false;
    }
    return true;
  };
  // The number of the page stands in the last part of it.
  let last = Math.floor(height * 0.93);
  while (last > 0 && isEmpty(last)) last -= 1;
  let first = 0;
  while (first < last && isEmpty(first)) first += 1;
  const [above, below] = [Math.max(0, first - 12), Math.min(height, last + 12)];
  const shown = createCanvas(width, below - above);
  shown.getContext("2d").drawImage(canvas, 0, -above);
  return framed(shown);
}
