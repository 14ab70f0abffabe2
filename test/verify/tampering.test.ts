import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateBriefings } from "briefwright";
import { type VerificationFindingCode, verifyFile } from "briefwright/verify";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import protectedBriefing, { data as referrals } from "../../examples/protected/briefing.ts";
import regions, { data as imprisonment } from "../../examples/regions/briefing.ts";
import regionsInWelsh from "../../examples/regions/briefing-cy.ts";
import type { VerificationData } from "../../src/record/index.ts";
import { isDeep, someOf, trials } from "../support/trials.ts";
import {
  drawnAs,
  glyphStringsExchanged,
  glyphsExchanged,
  mcidsExchanged,
  openPdf,
  type Place,
  readAttachment,
  redrawn,
  withAlternative,
  withAttachment,
  withContent,
  withMarksRenumbered,
  withoutAttachment,
  withoutLastPage,
  withoutMarks,
  withText,
} from "./tampered-pdf.ts";

interface Made {
  readonly name: string;
  readonly html: string;
  readonly pdf: Uint8Array;
  readonly inHtml: VerificationData;
  readonly inPdf: VerificationData;
  readonly pageCount: number;
  readonly attachesData: boolean;
}

const welsh = ["dyfed-powys", "gwent", "north-wales", "south-wales"];
const english = [
  "surrey",
  "dorset",
  "gwent",
  "sussex",
  "essex",
  "kent",
  "cumbria",
  "norfolk",
  "cheshire",
  "humberside",
  "cleveland",
];
const invented = ["ashby-vale", "birch-moor", "cold-fell", "dunmarsh", "eastwater"];
const [inEnglish, inWelsh, inProtected] = [someOf(english, 2), someOf(welsh, 1), someOf(invented, 1)];
/** The first file of each kind. */
const firsts = [0, inEnglish.length, inEnglish.length + inWelsh.length];
const carriedBlock = /(<script type="application\/json" id="briefwright-verification">)([^<]*)(<\/script>)/;

const made: Made[] = [];
beforeAll(async () => {
  const batches = [
    { briefing: regions, data: imprisonment, areas: inEnglish, attachesData: true },
    { briefing: regionsInWelsh, data: imprisonment, areas: inWelsh, attachesData: true },
    { briefing: protectedBriefing, data: referrals, areas: inProtected, attachesData: false },
  ];
  for (const { briefing, data, areas, attachesData } of batches) {
    const each = areas.map((area) => ({ area }));
    for await (const result of generateBriefings(briefing as typeof regions, {
      data: data as typeof imprisonment,
      each,
    })) {
      if (!("pdf" in result) || result.pdf === undefined || result.html === undefined) throw new Error("not made");
      const inPdf = JSON.parse(await readAttachment(result.pdf, "verification.json")) as VerificationData;
      made.push({
        name: `${result.record.title} (${result.record.lang})`,
        html: result.html,
        pdf: result.pdf,
        inHtml: JSON.parse(carriedBlock.exec(result.html)?.[2] ?? "") as VerificationData,
        inPdf,
        pageCount: inPdf.pageCount ?? 0,
        attachesData,
      });
    }
  }
});

/** Files are named in what is said of them. */
const verify = (content: string | Uint8Array) => verifyFile(content, { file: "briefing" });

/** What was done to a file, which is undefined where the file has nothing of the kind; what is found, and where. */
interface Tampered {
  readonly content: string | Uint8Array;
  readonly code: VerificationFindingCode;
  /** Stands in the sentence of a finding with that code: the thing. */
  readonly names: string | RegExp;
}

type Trick = (briefing: Made) => Promise<Tampered | undefined> | Tampered | undefined;
type Text = VerificationData["figures"][number];

const differ = (a: Text | undefined, b: Text | undefined) => a && b && a.text !== b.text;
const figuresOf = ({ figures }: VerificationData, kind: "text" | "table"): readonly Text[] =>
  figures.filter(
    ({ kind: is, of = "", text }) => is === "claim" && of.includes(".") === (kind === "table") && /\d/.test(text),
  );
/** The labels of rows, and the first figure of each. */
const rowsOf = ({ figures }: VerificationData) =>
  figures.flatMap((figure, index) => {
    const next = figures[index + 1];
    return figure.kind === "metadata" && next?.of?.startsWith("by-area.") ? [{ label: figure, figure: next }] : [];
  });
const rotated = (figure: string) => figure.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));

function replaced(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, to);
  if (result === text) throw new Error(`${from} is not there.`);
  return result;
}

const elementOf = (id: string) => new RegExp(`(<(data|time)[^>]* id="${id}"[^>]*>)([^<]*)(</\\2>)`);
const withHtmlText = (html: string, { id }: Text, text: string) => replaced(html, elementOf(id), `$1${text}$4`);
function exchangedInHtml(html: string, a: Text, b: Text): string {
  return withHtmlText(withHtmlText(html, a, b.text), b, a.text);
}
const withCarried = (html: string, json: string) =>
  html.replace(carriedBlock, (_, open, __, close) => open + json + close);

const htmlTricks: Readonly<Record<string, Trick>> = {
  "a digit of a claim in running text": ({ html, inHtml }) => {
    const [figure] = figuresOf(inHtml, "text");
    if (!figure) return undefined;
    return {
      content: withHtmlText(html, figure, rotated(figure.text)),
      code: "figure-differs",
      names: figure.of ?? "",
    };
  },
  "a digit of a cell": ({ html, inHtml }) => {
    const figure = figuresOf(inHtml, "table").at(-1)!;
    return {
      content: withHtmlText(html, figure, rotated(figure.text)),
      code: "figure-differs",
      names: figure.of ?? "",
    };
  },
  "the figures of two rows": ({ html, inHtml }) => {
    const rows = rowsOf(inHtml);
    const [a, b] = [
      rows[0]?.figure,
      rows.map(({ figure }) => figure).find((figure) => differ(figure, rows[0]?.figure)),
    ];
    return { content: exchangedInHtml(html, a!, b!), code: "figure-differs", names: b!.of ?? "" };
  },
  "two rows as a whole": ({ html }) => {
    const [first, second] = [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/g)].map(([row]) => row);
    if (!first || !second) throw new Error("no rows");
    return {
      content: html.replace(first, "\u0000").replace(second, first).replace("\u0000", second),
      code: "order-differs",
      names: /figure-\d+/,
    };
  },
  "the labels of two rows": ({ html, inHtml }) => {
    const [a, b] = rowsOf(inHtml);
    return { content: exchangedInHtml(html, a!.label, b!.label), code: "figure-differs", names: b!.label.text };
  },
  "a digit in the data that it carries": ({ html }) => ({
    content: replaced(html, /("state":"(?:value|rounded)","value":\d*)(\d)/, "$17$2"),
    code: "data-changed",
    names: /imprisonment|referrals/,
  }),
  "a digit in the record that it carries": ({ html, inHtml }) => {
    const claim = inHtml.record.claims.find(({ figure }) => figure)!;
    const record = {
      ...inHtml.record,
      claims: inHtml.record.claims.map((each) => (each === claim ? { ...claim, value: rotated(claim.value) } : each)),
    };
    return {
      content: withCarried(html, JSON.stringify({ ...inHtml, record })),
      code: "record-differs",
      names: claim.id,
    };
  },
  "a figure, in the page and in where it is said to stand": ({ html, inHtml }) => {
    const figure = figuresOf(inHtml, "table")[0]!;
    const figures = inHtml.figures.map((each) =>
      each.id === figure.id ? { ...each, text: rotated(each.text) } : each,
    );
    return {
      content: withHtmlText(withCarried(html, JSON.stringify({ ...inHtml, figures })), figure, rotated(figure.text)),
      code: "figure-of-another",
      names: figure.of ?? "",
    };
  },
  "a digit in a chart's label": ({ html }) => ({
    content: replaced(html, /(<text[^>]*>(?:<tspan[^>]*>)?[^<]*)\d/, "$1\u0667"),
    code: "chart-differs",
    names: "trend",
  }),
  "a digit in the linked data": ({ html }) => ({
    content: replaced(html, /(application\/ld\+json">[^<]*)2/, "$13"),
    code: "attachment-differs",
    names: "linked data",
  }),
  "the data of another area": ({ html, inHtml, name }) => {
    const other = made.find((each) => each.inHtml.record.title !== inHtml.record.title && each.name !== name)!;
    return { content: withCarried(html, JSON.stringify(other.inHtml)), code: "figure-differs", names: /record has/ };
  },
  "a figure where there was none": ({ html }) => ({
    content: replaced(html, "</h1>", "</h1><p>An increase of 999% since.</p>"),
    code: "figure-unrecorded",
    names: '"999%"',
  }),
  "a figure written by the stylesheet": ({ html }) => ({
    content: replaced(html, "</style>", "h1::after{content:' 999%'}</style>"),
    code: "figure-unrecorded",
    names: '"999%"',
  }),
  "a figure left out": ({ html, inHtml }) => {
    const figure = figuresOf(inHtml, "table")[0]!;
    return { content: replaced(html, elementOf(figure.id), ""), code: "figure-missing", names: figure.of ?? "" };
  },
  "a figure hidden, and another of its id shown": ({ html, inHtml }) => {
    const figure = figuresOf(inHtml, "table")[0]!;
    return {
      content: replaced(
        html,
        elementOf(figure.id),
        `<span hidden>$1$3$4</span><data id="${figure.id}" value="">many</data>`,
      ),
      code: "figure-differs",
      names: figure.of ?? "",
    };
  },
  "a text alternative": ({ html }) => ({
    content: replaced(html, /(<(?:svg|span)[^>]* aria-label="[^"]*?)\d/, "$1\u0667"),
    code: "alternative-differs",
    names: 'text alternative "',
  }),
  "the value of a figure that programs read": ({ html }) => ({
    content: replaced(html, /(<data [^>]*value="[^"]*)\d/, "$1000"),
    code: "alternative-differs",
    names: "000",
  }),
};

const placeOf = ({ markedContent: places }: Text): Place => places![0]!;
const onPage = (figures: readonly Text[]) => (page: number) =>
  figures.filter((figure) => figure.markedContent?.length === 1 && placeOf(figure).page === page);

const pdfTricks: Readonly<Record<string, Trick>> = {
  "two glyphs of a claim": async ({ pdf, inPdf }) => {
    const contents = (await openPdf(pdf)).content(1);
    const figure = onPage(figuresOf(inPdf, "text"))(1).find(
      (each) => glyphsExchanged(drawnAs(contents, placeOf(each))) !== undefined,
    );
    if (!figure) return undefined;
    const content = await withContent(pdf, 1, (text) =>
      redrawn(text, placeOf(figure), (drawn) => glyphsExchanged(drawn)!),
    );
    return { content, code: "figure-differs", names: `${figure.of} on page 1` };
  },
  "the marks of two figures": async ({ pdf, inPdf }) => {
    const [a, b] = twoRows(inPdf, "figure");
    const content = await withContent(pdf, placeOf(a).page, (text) => mcidsExchanged(text, placeOf(a), placeOf(b)));
    return { content, code: "figure-differs", names: `${b.of} on page ${placeOf(b).page}` };
  },
  "the figures of two rows": async ({ pdf, inPdf }) => {
    const [a, b] = twoRows(inPdf, "figure");
    const content = await withContent(pdf, placeOf(a).page, (text) =>
      glyphStringsExchanged(text, placeOf(a), placeOf(b)),
    );
    return { content, code: "figure-differs", names: `${b.of} on page ${placeOf(b).page}` };
  },
  "the labels of two rows": async ({ pdf, inPdf }) => {
    const [a, b] = twoRows(inPdf, "label");
    const content = await withContent(pdf, placeOf(a).page, (text) =>
      glyphStringsExchanged(text, placeOf(a), placeOf(b)),
    );
    return { content, code: "figure-differs", names: b.text };
  },
  "a chart's label": async ({ pdf, inPdf }) => {
    const chart = inPdf.charts[0]!;
    const place = chart.markedContent![0]!;
    const content = await withContent(pdf, place.page, (text) =>
      redrawn(text, place, (drawn) => glyphsExchanged(drawn)!),
    );
    return { content, code: "chart-differs", names: "trend" };
  },
  "the last page": async ({ pdf, pageCount }) => ({
    content: await withoutLastPage(pdf),
    code: "page-missing",
    names: String(pageCount - 1),
  }),
  "a digit in the CSV": async ({ pdf, attachesData }) => {
    if (!attachesData) return undefined;
    const csv = await readAttachment(pdf, "imprisonment.csv");
    return {
      content: await withAttachment(pdf, "imprisonment.csv", rotated(csv)),
      code: "attachment-differs",
      names: "imprisonment.csv",
    };
  },
  "a digit in the claims": async ({ pdf, attachesData }) => {
    if (!attachesData) return undefined;
    const claims = await readAttachment(pdf, "claims.json");
    return {
      content: await withAttachment(pdf, "claims.json", rotated(claims)),
      code: "attachment-differs",
      names: "claims.json",
    };
  },
  "a file taken out": async ({ pdf, attachesData }) =>
    attachesData
      ? {
          content: await withoutAttachment(pdf, "claims.json"),
          code: "attachment-differs",
          names: "claims.json is not there",
        }
      : undefined,
  "a digit in the record that it carries": async ({ pdf, inPdf }) => {
    const cell = inPdf.record.cells.find(({ figure }) => figure)!;
    const cells = inPdf.record.cells.map((each) => (each === cell ? { ...cell, value: rotated(cell.value) } : each));
    const json = JSON.stringify({ ...inPdf, record: { ...inPdf.record, cells } });
    return { content: await withAttachment(pdf, "verification.json", json), code: "record-differs", names: cell.id };
  },
  "the data of another area": async ({ pdf, inPdf, name }) => {
    const other = made.find((each) => each.name !== name && each.inPdf.record.title !== inPdf.record.title)!;
    const content = await withAttachment(pdf, "verification.json", JSON.stringify(other.inPdf));
    return { content, code: "figure-differs", names: /on page 1/ };
  },
  "a figure where there was none": async ({ pdf }) => ({
    content: await withText(pdf, "An increase of 999% since"),
    code: "figure-unrecorded",
    names: '"999%" on page 1',
  }),
  "a text alternative": async ({ pdf }) => ({
    content: await withAlternative(pdf, (alt) => alt.replace(/\d/, "000")),
    code: "alternative-differs",
    names: "000",
  }),
};

/** Of two rows of one page with different figures, the figures or the labels. */
function twoRows(data: VerificationData, what: "label" | "figure"): readonly [Text, Text] {
  for (const a of rowsOf(data)) {
    const b = rowsOf(data).find(
      (row) => differ(row.figure, a.figure) && placeOf(row.figure).page === placeOf(a.figure).page,
    );
    if (b) return [a[what], b[what]];
  }
  throw new Error("no rows");
}

/** A trick on every third briefing, and the next trick on others; in a sample on the first of them that has what it takes. */
async function play(trick: Trick, index: number) {
  let played = 0;
  const missed: unknown[] = [];
  const from = index % made.length;
  const all = [...made.slice(from), ...made.slice(0, from)];
  for (const briefing of isDeep ? all.filter((_, at) => at % 3 === 0) : all) {
    const tampered = await trick(briefing);
    if (!tampered) continue;
    played += 1;
    const { verdict, findings } = await verify(tampered.content);
    const isNamed = findings.some(
      ({ code, message }) => code === tampered.code && new RegExp(patternOf(tampered.names)).test(message),
    );
    if (verdict !== "differs" || !isNamed)
      missed.push({ of: briefing.name, names: tampered.names, verdict, findings: findings.slice(0, 4) });
    if (!isDeep) break;
  }
  return { played, missed };
}

const patternOf = (names: string | RegExp) =>
  typeof names === "string" ? names.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&") : names;

describe("over briefings of three kinds", () => {
  it("none that is untouched is accused", async () => {
    for (const { html, pdf, name } of made) {
      for (const content of [html, pdf]) {
        const { verdict, findings } = await verify(content);
        expect({ name, verdict, findings }).toEqual({ name, verdict: "agrees", findings: [] });
      }
    }
  });

  it.each(Object.entries(htmlTricks))("in HTML, %s is named", async (name, trick) => {
    const { played, missed } = await play(trick, Object.keys(htmlTricks).indexOf(name));
    expect(missed).toEqual([]);
    expect(played).toBeGreaterThan(trials(3, 0));
  });

  it.each(Object.entries(pdfTricks))("in PDF, %s is named", async (name, trick) => {
    const { played, missed } = await play(trick, Object.keys(pdfTricks).indexOf(name));
    expect(missed).toEqual([]);
    expect(played).toBeGreaterThan(trials(3, 0));
  });
});

describe("a file saved again by other software", () => {
  const folder = mkdtempSync(join(tmpdir(), "briefwright-saved-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const qpdf = (bytes: Uint8Array, ...options: readonly string[]) => {
    const [from, to] = [join(folder, "from.pdf"), join(folder, "to.pdf")];
    writeFileSync(from, bytes);
    execFileSync("qpdf", [...options, from, to]);
    return readFileSync(to);
  };
  const hasQpdf = (() => {
    try {
      execFileSync("qpdf", ["--version"]);
      return true;
    } catch {
      return false;
    }
  })();

  const saves: Readonly<Record<string, (briefing: Made) => Promise<string | Uint8Array> | string | Uint8Array>> = {
    "a parser of HTML": ({ html }) => toHtml(fromHtml(html)),
    "an editor with other ends of lines": ({ html }) => html.replaceAll("\n", "\r\n"),
    "a mark of byte order": ({ html }) => `\uFEFF${html}`,
    "pdf-lib": async ({ pdf }) => (await openPdf(pdf)).save(),
    "an editor that numbers what is drawn anew": ({ pdf }) => withMarksRenumbered(pdf),
    "printing, which loses the marks": ({ pdf }) => withoutMarks(pdf),
    ...(hasQpdf && {
      "qpdf, linearized": ({ pdf }: Made) => qpdf(pdf, "--linearize"),
      "qpdf, with object streams": ({ pdf }: Made) => qpdf(pdf, "--object-streams=generate", "--recompress-flate"),
      "qpdf, uncompressed": ({ pdf }: Made) => qpdf(pdf, "--qdf"),
    }),
  };

  it.each(Object.entries(saves))("%s, is not accused, nor vouched for", async (_, save) => {
    for (const briefing of firsts.flatMap((index) => made[index] ?? [])) {
      const { verdict, findings } = await verify(await save(briefing));
      expect({ of: briefing.name, verdict, codes: findings.map(({ code }) => code) }).toEqual({
        of: briefing.name,
        verdict: "cannot-tell",
        codes: ["saved-again"],
      });
    }
  });
});
