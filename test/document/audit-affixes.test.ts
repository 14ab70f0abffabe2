import { describe, expect, test } from "vitest";
import { buildDocument } from "../../src/document/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { createPage } from "./rendered.ts";

const unitOf = (id: string) =>
  id === "money"
    ? { own: ["Spending", "million pounds", "£"], others: [] }
    : { own: ["Offences", "recorded offence", "recorded offences"], others: ["detections"] };

/** What is said of a page; `[274]` in it is the figure of the claim `total`. */
function besideIn(html: string, { lang = "en-GB", text = "274", id = "total" } = {}): string[] {
  const page = createPage();
  const marked = html.replaceAll("[274]", page.claim(text, 274, id)).replaceAll("[lit]", page.literal(" million"));
  const { diagnostics } = buildDocument(page.rendered(`<h1>Title</h1>${marked}`), {
    strict: false,
    words: createWords({ language: findLanguage(lang) }),
    unitOf,
  });
  return diagnostics.filter(({ code }) => code === "figure-affix").map(({ message }) => message);
}

describe("what stands beside a traced figure", () => {
  test("is named with the figure and its claim", () => {
    expect(besideIn("<p>Police recorded [274] million offences.</p>")).toEqual([
      'The figure "274" of the claim "total" stands beside "million" in the text, which makes another figure of it: "Police recorded 274 million offences.".',
    ]);
  });

  test("is what is read in its place", () => {
    const labelled = (id: string) =>
      besideIn(
        `<p id="many">Many</p><p id="own">In all [274]</p><p><span role="img" aria-labelledby="${id}">[274]</span></p>`,
      );
    expect(labelled("many")).toEqual([
      'The aria-labelledby of <span> is read in place of the figure "274", and says "Many".',
    ]);
    expect(labelled("own")).toEqual([]);
    expect(labelled("none")).toEqual([]);
    expect(besideIn(`<p id="many">Many</p><p>In all <b aria-label="300">[274]</b></p>`)).toEqual([
      'The aria-label of <b> is read in place of the figure "274", and says "300".',
    ]);
    expect(besideIn(`<p>In all <b aria-label="274 offences">[274]</b></p>`)).toEqual([]);
    expect(besideIn(`<p>In all <b aria-label="">[274]</b></p>`)).toEqual([]);
    expect(besideIn(`<p aria-label="300">In all [274]</p>`)).toEqual([]);
    // What says nothing of a figure is of no one who reads one.
    expect(besideIn(`<p>In all [274] <b aria-label="and some">and 3 more</b></p>`)).toEqual([]);
    const page = createPage();
    const cell = `<h1>Title</h1><p>In all <b aria-label="300">${page.cell("274", 274)}</b></p>`;
    expect(buildDocument(page.rendered(cell), { strict: false }).diagnostics).toContainEqual(
      expect.objectContaining({
        message: 'The aria-label of <b> is read in place of the figure "274", and says "300".',
      }),
    );
  });

  test("is what its cell of a table is called, and what another column is is none", () => {
    const cells = (label: string) =>
      besideIn(`<table><caption>Cases</caption><tr><td aria-label="${label}">[274]</td></tr></table>`);
    expect(cells("300")).toEqual(['The aria-label of <td> is read in place of the figure "274", and says "300".']);
    expect(cells("274 cases")).toEqual([]);
  });

  test("is what is heard beside it, where it is not heard itself", () => {
    const pair = (heard: string, more = "") => {
      const page = createPage();
      const figures = [page.claim("274", 274, "total"), page.cell(heard, 300)];
      const html = `<h1>Title</h1><p><b aria-hidden="true">${figures[0]}</b> and <i${more}>${figures[1]}</i></p>`;
      return buildDocument(page.rendered(html), {
        strict: false,
        words: createWords({ language: findLanguage("en-GB") }),
        unitOf,
      })
        .diagnostics.filter(({ code }) => code === "figure-affix")
        .map(({ message }) => message);
    };
    expect(pair("300")).toEqual([
      'aria-hidden of <b> keeps the figure "274" from those who listen, who hear "300" beside it.',
    ]);
    expect(pair("1,274")).toEqual([]);
    expect(pair("27")).toEqual([]);
    expect(pair("300", ' aria-hidden="true"')).toEqual([]);
  });

  test.each([
    ["<p>[274]k", "k"],
    ["<p>[274]%", "%"],
    ["<p>[274] per cent", "per cent"],
    ["<p>[274] thousand", "thousand"],
    ["<p>£[274]", "£"],
    ["<p>£ [274]", "£"],
    ["<p>[274] €", "€"],
    ["<p>fell by -[274]", "-"],
    ["<p>fell by −[274]", "−"],
    ["<p>&minus; [274]", "−"],
    ["<p>+[274]", "+"],
    ["<p>[274]+", "+"],
    ["<p>minus [274]", "minus"],
    ["<p>half of [274]", "half of"],
    ["<p>twice [274]", "twice"],
    ["<p>a hundred and [274]", "hundred and"],
    ["<p>[274] children were harmed", "children"],
    ["<p>[274] young girls", "girls"],
    ["<p>[274] detections", "detections"],
    ["<p>[274] a day", "a day"],
    ["<p>[274] per thousand", "per thousand"],
    ["<p>[274]-year-old", "-year"],
    ["<p>[274] and a half", "and a half"],
    ["<p>[274] times", "times"],
    // Across elements, in disguise, in a declared literal.
    ["<p><b>[274]</b> <i>million</i>", "million"],
    ["<p>[274] mil<b>lion</b>", "million"],
    ["<p>[274] mil&shy;lion", "million"],
    ["<p>[274] ｍｉｌｌｉｏｎ", "million"],
    ["<p>[274]％", "%"],
    ["<p>[274][lit]", "million"],
    ["<figure><figcaption>[274] million</figcaption></figure>", "million"],
    ['<p title="[274] million">x', "million"],
    ['<p>[274] <img src="data:image/png;base64,iVBORw0KGgo9" alt="million">', "million"],
    // A line's end is a space to a reader.
    ["<p>[274]<br>million", "million"],
  ])("is warned of: %s", (html, what) => {
    expect(besideIn(html)).toEqual([expect.stringContaining(`"274" of the claim "total" stands beside "${what}"`)]);
  });

  test.each([
    "<p>Police recorded [274] offences, of which many were serious.",
    "<p>[274] recorded offences of children",
    "<p>[274] of the children",
    "<p>From [274]–[274], or [274] - [274].",
    "<p>under-[274], mid–[274]",
    "<p>a rise – [274] in all – and more",
    "<ul><li>[274]</li><li>millions of homes</li></ul>",
    "<p>[274]. Millions more.",
    "<p>[274] in Kent, or [274] (a fall)",
    "<p>“[274]” more",
    "<p>[274] mill workers, [274] bin rounds, [274] milling jobs",
    "<p>→[274], =[274]",
  ])("is nothing to warn of: %s", (html) => {
    expect(besideIn(html)).toEqual([]);
  });

  test("is right where it is the unit of the measure", () => {
    expect(besideIn("<p>£[274] million", { id: "money" })).toEqual([]);
    expect(besideIn("<p>[274] million", { id: "money" })).toEqual([]);
    expect(besideIn("<p>[274] per cent", { id: "money" })).toHaveLength(1);
  });

  test.each([
    ["<p>[274] o filiynau", "o filiynau"],
    ["<p>[274] miliwn", "miliwn"],
    ["<p>[274] y cant", "y cant"],
    ["<p>hanner [274]", "hanner"],
    ["<p>[274] o blant", "blant"],
  ])("in Welsh: %s", (html, what) => {
    expect(besideIn(html, { lang: "cy" })).toEqual(
      what === undefined ? [] : [expect.stringContaining(`stands beside "${what}"`)],
    );
  });

  test("is told once in a page, with the field of the briefing where it is one", () => {
    const page = createPage();
    const figure = page.claim("274", 274, "total");
    const { diagnostics } = buildDocument(
      page.rendered(`<h1>Title</h1><p>${figure} million</p><p>${figure} million</p>`),
      {
        strict: false,
        metadata: { subject: "Off\u202Eences" },
      },
    );
    expect(diagnostics.map(({ code, source }) => [code, source])).toEqual([
      ["figure-affix", { file: "briefing", field: "subject" }],
      ["figure-affix", undefined],
    ]);
  });

  test("is a character that turns the order of digits", () => {
    expect(besideIn("<p>&#x202E;[274]&#x202C;")).toEqual([
      'A character that turns the order of what is read (U+202E) stands in the text beside the figure "274" of the claim "total".',
    ]);
  });
});

describe("a period that stands where a figure is said", () => {
  const saidOf = (before: string, after: string, heading = false) => {
    const page = createPage();
    const period = page.run("2018", { kind: "period" });
    const html = heading
      ? `<h1>Title</h1><p>${before} ${period}</p><p>${after}</p>`
      : `<h1>Title</h1><p>${before} ${period}${after}</p>`;
    return buildDocument(page.rendered(html), {
      strict: false,
      words: createWords({ language: findLanguage("en-GB") }),
      unitOf,
    })
      .diagnostics.filter(({ code }) => code === "figure-affix")
      .map(({ message }) => message);
  };
  test.each([
    ["Police recorded", " offences in all", "offences"],
    ["The number rose", " children", "children"],
    ["Kent saw", " <b>cases</b>", "cases"],
  ])("is told before what is counted: %s 2018%s", (before, after, counted) => {
    expect(saidOf(before, after)).toEqual([
      `The period "2018" stands in the text where a figure is said, before "${counted}".`,
    ]);
  });
  test.each([
    // A word between, or another one before it; nothing that is counted behind it, or not at once.
    ["Police recorded in", " offences"],
    ["What was", " offences is"],
    ["Police recorded", " quickly"],
    ["Police recorded", ", offences"],
    ["Police recorded", " (offences)"],
    ["Police recorded", ""],
    ["", " offences fell"],
  ])("is none elsewhere: %s 2018%s", (before, after) => {
    expect(saidOf(before, after)).toEqual([]);
  });
  test("is none before another block", () => {
    expect(saidOf("Police recorded", "offences", true)).toEqual([]);
  });
});
