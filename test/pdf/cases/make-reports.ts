/** A whole report of some pages, about statistics that nobody ever collected. */
export interface Report {
  readonly name: string;
  readonly html: string;
}

interface ReportPlan {
  readonly name: string;
  readonly title: string;
  readonly chapters: number;
  readonly sectionsEach: number;
  /** Rows of the table that each chapter has. */
  readonly rows: number;
  readonly css: string;
}

const plans: readonly ReportPlan[] = [
  {
    name: "summary",
    title: "Summary on a page",
    chapters: 1,
    sectionsEach: 1,
    rows: 5,
    css: "body { font-size: 9pt }",
  },
  { name: "bulletin", title: "Quarterly bulletin", chapters: 1, sectionsEach: 3, rows: 12, css: "" },
  { name: "tables", title: "Tables by area", chapters: 2, sectionsEach: 1, rows: 43, css: "table { width: 100% }" },
  {
    name: "methods",
    title: "Methods and quality",
    chapters: 3,
    sectionsEach: 2,
    rows: 4,
    css: "p { text-align: justify }",
  },
  {
    name: "small-format",
    title: "Pocket report",
    chapters: 2,
    sectionsEach: 3,
    rows: 8,
    css: "@page { size: A5; margin: 14mm }",
  },
  {
    name: "landscape",
    title: "Wide report",
    chapters: 3,
    sectionsEach: 3,
    rows: 20,
    css: "@page { size: A4 landscape }",
  },
  {
    name: "chapters",
    title: "Report in chapters",
    chapters: 6,
    sectionsEach: 3,
    rows: 14,
    css: "h2 { break-before: page }",
  },
  {
    name: "handbook",
    title: "Handbook of figures",
    chapters: 6,
    sectionsEach: 5,
    rows: 30,
    css: ".data { width: 100% }",
  },
  {
    name: "annual",
    title: "Annual report",
    chapters: 9,
    sectionsEach: 6,
    rows: 43,
    css: "body { font-size: 12pt } h2 { break-before: page }",
  },
  {
    name: "compendium",
    title: "Compendium",
    chapters: 11,
    sectionsEach: 7,
    rows: 43,
    css: "h2 { break-before: page }",
  },
];

/** The same ten reports every time. */
export function makeReports(): readonly Report[] {
  return plans.map((plan, index) => ({ name: `report-${plan.name}`, html: makeReport(plan, createWriter(index + 1)) }));
}

/**
 * A document of many chapters, for what grows with length.
 * @public The bench loads it.
 */
export function makeLongReport(chapters: number): string {
  const plan = { name: "long", title: "Long report", chapters, sectionsEach: 7, rows: 43, css: "" };
  return makeReport(plan, createWriter(chapters));
}

const style = `
@page { size: A4; margin: 22mm 20mm; @bottom-center { content: "Page " counter(page) " of " counter(pages); font-size: 9pt } }
body { font-family: Inter; font-size: 10.5pt; line-height: 1.5 }
h1 { font-size: 24pt; margin: 0 0 12pt }
h2 { font-size: 18pt; margin: 20pt 0 8pt }
h3 { font-size: 12pt; margin: 14pt 0 4pt }
p { margin: 0 0 8pt }
.key { display: flex; gap: 12px; margin: 12pt 0 }
.key > div { flex: 1; padding: 8px 12px; background: #e8eff6; border-left: 4px solid #0b4f8a }
.key b { display: block; font-size: 18pt; line-height: 1.2 }
.data { margin: 12pt 0; font-size: 9pt; line-height: 1.5; font-variant-numeric: tabular-nums }
.data td, .data th { padding: 3px 10px 3px 0; border-bottom: 1px solid #ccd }
.data td { text-align: right }
.note { border: 1px solid #99a; border-radius: 4px; padding: 8px 12px; font-size: 9pt; break-inside: avoid }
`;

function makeReport({ title, chapters, sectionsEach, rows, css }: ReportPlan, writer: Writer): string {
  const names = Array.from({ length: chapters }, (_, index) => writer.topic(index));
  const contents = names.map((name, index) => `<li><a href="#chapter-${index + 1}">${name}</a></li>`).join("\n");
  const body = names.map((name, index) => makeChapter({ name, number: index + 1, sectionsEach, rows }, writer));
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>${title}</title>
<style>${style}${css}</style>
<body>
<h1>${title}</h1>
<p>${writer.paragraph(3)}</p>
<div class="key">${[1, 2, 3].map(() => `<div><b>${writer.count()}</b> ${writer.unit()}</div>`).join("")}</div>
${chapters > 2 ? `<nav role="doc-toc"><ol>${contents}</ol></nav>` : ""}
${body.join("\n")}
</body>
</html>
`;
}

interface ChapterPlan {
  readonly name: string;
  readonly number: number;
  readonly sectionsEach: number;
  readonly rows: number;
}

function makeChapter({ name, number, sectionsEach, rows }: ChapterPlan, writer: Writer): string {
  const sections = Array.from({ length: sectionsEach }, (_, index) => makeSection(number + index, writer));
  return `<section id="chapter-${number}">
<h2>${number}. ${name}</h2>
<p>${writer.paragraph(5)}</p>
${sections.join("\n")}
<table class="data">
<caption>Table ${number}: ${name.toLowerCase()}, by area</caption>
<thead><tr><th scope="col">Area</th><th scope="col">2018</th><th scope="col">2019</th><th scope="col">Change</th></tr></thead>
<tbody>
${Array.from({ length: rows }, (_, index) => makeRow(index, writer)).join("\n")}
</tbody>
</table>
</section>`;
}

function makeSection(kind: number, writer: Writer): string {
  const paragraphs = `<p>${writer.paragraph(4)}</p>\n<p>${writer.paragraph(6)}</p>`;
  const extras = [
    () => `<ul>\n${[1, 2, 3].map(() => `<li>${writer.sentence()}</li>`).join("\n")}\n</ul>`,
    () => `<div class="note"><p>${writer.paragraph(2)}</p></div>`,
    () => `<blockquote><p>${writer.paragraph(2)}</p></blockquote>`,
    () => `<ol>\n${[1, 2, 3, 4].map(() => `<li>${writer.paragraph(2)}</li>`).join("\n")}\n</ol>`,
  ];
  return `<h3>${writer.heading()}</h3>\n${paragraphs}\n${(extras[kind % extras.length] as () => string)()}`;
}

function makeRow(index: number, writer: Writer): string {
  return `<tr><th scope="row">${areas[index % areas.length]}</th><td>${writer.count()}</td><td>${writer.count()}</td><td>${writer.percent()}</td></tr>`;
}

const areas = [
  "Ashdale",
  "Brinmouth",
  "Carrick and Moor",
  "Dunford",
  "East Penlow",
  "Farrowdale",
  "Glan Afon",
  "Harbour Towns",
  "Inverlee",
  "Kestrel Vale",
  "Llanwern Newydd",
  "Marsh and Fen",
  "North Tarrant",
];
const topics = [
  "Reports and responses",
  "Coverage of the areas",
  "Time between event and report",
  "Outcomes",
  "Revisions",
];
const subjects = [
  "The number of reports",
  "The share of answers within a month",
  "The median wait",
  "The rate per thousand",
];
const verbs = ["rose", "fell", "stayed close to its level", "was revised upwards", "was lower than expected"];
const reasons = [
  "because two areas changed the way in which they keep records",
  "while the population that it refers to hardly changed",
  "although the survey had fewer answers than in the year before",
  "as it had done in each of the four years for which there are comparable figures",
  "and the difference is larger than chance alone would explain",
];
const remarks = [
  "Readers should compare it with the figure for the same quarter of last year.",
  "Figures in brackets rest on fewer than fifty cases.",
  "The next edition will hold the final values.",
  "Areas that did not answer are left out of both sides of the comparison.",
];
const units = ["reports in the year", "areas that answered", "days of waiting, the median", "cases closed"];

type Writer = ReturnType<typeof createWriter>;

/** Words from a seed: a linear congruential generator chooses them. */
function createWriter(seed: number) {
  let state = seed * 7919;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = (words: readonly string[]) => words[below(words.length)] as string;
  const count = () => String(100 + below(9000)).replace(/(?=\d{3}$)/, (_, at) => (at === 0 ? "" : ","));
  const percent = () => `${below(2) === 0 ? "+" : "−"}${below(60)}%`;
  const sentence = () =>
    below(4) === 0
      ? pick(remarks)
      : `${pick(subjects)} in ${pick(areas)} ${pick(verbs)} (${count()}, ${percent()}), ${pick(reasons)}.`;
  return {
    topic: (index: number) => topics[index % topics.length] as string,
    heading: () => `${pick(subjects)} in ${pick(areas)}`,
    paragraph: (sentences: number) => Array.from({ length: sentences }, sentence).join(" "),
    unit: () => pick(units),
    count,
    percent,
    sentence,
  };
}
