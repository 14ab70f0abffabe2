import { describe, expect, it } from "vitest";
import {
  compileTemplate,
  leftOut,
  type RenderedTemplate,
  type TemplateInput,
  type TracedRun,
} from "../../src/template/index.ts";
import { byYear, claimOf, inputOf, trend } from "./fake-input.ts";

function render(text: string, input: TemplateInput = inputOf()): RenderedTemplate {
  return compileTemplate({ template: { text, file: "page.hbs" }, title: "A title" }).render(input);
}

const marks = /[\uFDD0\uFDD3]\d+\uFDD1|\uFDD2/gu;

/** What a reader sees. */
const plain = (text: string) => text.replaceAll(marks, "");
const html = (text: string, input?: TemplateInput) => plain(render(text, input).html);

/** Each traced run with its text. */
function runsOf({ html, runs }: RenderedTemplate): [string, TracedRun | undefined][] {
  return [...html.matchAll(/\uFDD0(\d+)\uFDD1([^\uFDD2]*)\uFDD2/gu)].map(([, index, text]) => [
    text as string,
    runs[Number(index)],
  ]);
}

/** Each marked digit run with the place where it was typed. */
function positionsOf({ html, positions }: RenderedTemplate): [string, string][] {
  return [...html.matchAll(/\uFDD3(\d+)\uFDD1(\p{N}+)/gu)].map(([, index, digits]) => {
    const { file, line, column } = positions[Number(index)] ?? { file: "?", line: 0, column: 0 };
    return [digits as string, `${file}:${line}:${column}`];
  });
}

describe("figures", () => {
  it("are traced to their claims", () => {
    const rendered = render(
      '{{claim "total"}}, {{value "rise"}}: it {{change "rise"}} ({{period "rise"}}, {{area "rise"}})',
    );
    expect(runsOf(rendered)).toEqual([
      ["274 offences", { kind: "claim", id: "total", value: 274 }],
      ["140%", { kind: "claim", id: "rise", value: 1.4035 }],
      ["rose by 140%", { kind: "claim", id: "rise", value: 1.4035 }],
      ["2017/18 to 2018/19", { kind: "period" }],
      ["Thames Valley", { kind: "metadata" }],
    ]);
  });

  it("without a value print the words that say so", () => {
    const hidden = claimOf("hidden", { phrase: "a figure that is not shown [c]" });
    const rendered = render('{{claim "hidden"}}', inputOf({ claims: new Map([["hidden", hidden]]) }));
    const gap = { helper: "claim", position: 1, why: "its figure is hidden, to protect confidentiality" };
    expect(runsOf(rendered)).toEqual([
      ["a figure that is not shown [c]", { kind: "claim", id: "hidden", value: null, gap }],
    ]);
  });

  it("stand in attributes as in text", () => {
    expect(html('<p title="{{claim "total"}} in {{area.label}}">x</p>')).toBe(
      '<p title="274 offences in Thames Valley">x</p>',
    );
  });

  it("leave their words for a label below them", () => {
    expect(html('{{label "total"}} · {{label "rise"}} · {{label "rank"}}')).toBe(
      "offences · rise on the previous year · highest of 43 police forces",
    );
  });

  it("tell their direction as printed", () => {
    const branch =
      '{{#if (eq (direction "x") "up")}}up{{else if (eq (direction "x") "down")}}down{{else}}{{text (direction "x")}}{{/if}}';
    const cases: [number | null, number, "percent" | "times", string][] = [
      [0.304, 0.3, "percent", "up"],
      [-0.304, -0.3, "percent", "down"],
      [0.003, 0, "percent", "flat"],
      [1.02, 1, "times", "flat"],
      [0.52, 0.5, "times", "down"],
      [null, 0, "percent", "unknown"],
    ];
    for (const [value, rounded, unit, expected] of cases) {
      const claim = claimOf("x", { value, rounded, unit, phrase: "x" });
      expect(html(branch, inputOf({ claims: new Map([["x", claim]]) }))).toBe(expected);
    }
  });
});

describe("what the author typed", () => {
  it("has a position mark before every digit run that a reader meets", () => {
    const rendered = render('<p>Up 140%,\n  <b title="since 2014">½</b> and {{claim "total"}} of 1,000</p>');
    expect(positionsOf(rendered)).toEqual([
      ["140", "page.hbs:1:7"],
      ["2014", "page.hbs:2:19"],
      ["½", "page.hbs:2:25"],
      ["1", "page.hbs:2:56"],
      ["000", "page.hbs:2:58"],
    ]);
  });

  it("is not touched where nobody reads it", () => {
    const markup =
      '<h2 id="s2" class="col-3"><a href="https://example.org/2019?a=1">x</a></h2><!-- 12 --><p style=\'width:9px\'>&#8217;&euro;</p>';
    expect(render(markup).html).toBe(markup);
    const style = "<style>p { margin: 0 12px }</style><input tabindex=3 value=4>";
    expect(render(style).html).toBe(style);
  });

  it("is marked where a character reference makes a digit", () => {
    expect(render("&#49; &#x32; &frac12; &sup2; &amp;").html.match(/\uFDD3/gu)).toHaveLength(4);
  });

  it("is marked in options that are printed", () => {
    const rendered = render('{{chart "trend" caption="Up 140% since 2014" class="wide-2"}}');
    expect(positionsOf(rendered).slice(0, 2)).toEqual([
      ["140", "page.hbs:1:29"],
      ["2014", "page.hbs:1:40"],
    ]);
    expect(plain(rendered.html)).toContain('class="chart wide-2"');
  });

  it("comes from partials with their own file and line", () => {
    const template = compileTemplate({
      template: { text: "{{> foot}}", file: "page.hbs" },
      partials: { foot: { text: "\n<p>Call 101</p>", file: "foot.hbs" } },
      title: "t",
    });
    expect(positionsOf(template.render(inputOf()))).toEqual([["101", "foot.hbs:2:9"]]);
  });

  it("may be the content of a partial's block", () => {
    const box = { text: "<div>{{> @partial-block}}</div>", file: "box.hbs" };
    const page = '{{#> box}}{{claim "total"}}{{/box}}{{#> nothing}}instead{{/nothing}}';
    const template = compileTemplate({ template: { text: page, file: "page.hbs" }, partials: { box }, title: "t" });
    expect(plain(template.render(inputOf()).html)).toBe("<div>274 offences</div>instead");
  });

  it("includes parameters that are no category", () => {
    const rendered = render(
      "{{phone}} {{area.label}}",
      inputOf({ parameters: { phone: "0800 1", area: inputOf().parameters.area ?? "" } }),
    );
    expect(positionsOf(rendered)).toEqual([
      ["0800", "page.hbs:1:1"],
      ["1", "page.hbs:1:1"],
    ]);
    expect(runsOf(rendered)).toEqual([["Thames Valley", { kind: "metadata" }]]);
  });

  it("is no figure where it is declared as a literal, a date or the briefing's date", () => {
    expect(runsOf(render('{{literal "0800 1111"}} {{date "2019-09-06"}} {{date "2019-04"}} {{published}}'))).toEqual([
      ["0800 1111", { kind: "literal" }],
      ["6 September 2019", { kind: "period", datetime: "2019-09-06" }],
      ["April 2019", { kind: "period", datetime: "2019-04" }],
      ["12 September 2019", { kind: "period", datetime: "2019-09-12" }],
    ]);
  });

  it("cannot forge a mark", () => {
    const forged = "\uFDD00\uFDD1 9 \uFDD2";
    const rendered = render(`${forged}{{word}}`, inputOf({ parameters: { word: forged } }));
    expect(rendered.runs).toEqual([]);
    expect(positionsOf(rendered)).toHaveLength(4);
  });
});

describe("escaping", () => {
  it("holds for parameters, claims and tables", () => {
    const claim = claimOf("x", { value: 1, text: "1", phrase: '<b>"1"</b> & more' });
    const evil = { dimension: "area", id: "x", label: "<script>", inText: "x" };
    const page = html(
      '{{claim "x"}} {{area.label}} {{word}}',
      inputOf({ claims: new Map([["x", claim]]), parameters: { area: evil, word: "<i>" } }),
    );
    expect(page).toBe("&lt;b&gt;&quot;1&quot;&lt;/b&gt; &amp; more &lt;script&gt; &lt;i&gt;");
  });

  it("holds in the attributes that helpers write", () => {
    const area = { dimension: "area", id: '"><script>', label: "x", inText: "x" };
    const input = inputOf({ parameters: { area } });
    expect(html('{{chart "trend" class=area.id}}{{table "by-year" class=area.id}}', input)).not.toContain('"><script>');
    expect(html('{{#chart "trend"}}The "rise" <b>in brief</b>{{/chart}}')).toContain(
      'aria-label="The &quot;rise&quot; in brief"',
    );
  });

  it("leaves the title as plain text, and prints it escaped", () => {
    const template = compileTemplate({
      template: { text: "<h1>{{title}}</h1>", file: "page.hbs" },
      title: 'Harm & "risk" in {{area.label}}',
    });
    const rendered = template.render(
      inputOf({ parameters: { area: { dimension: "a", id: "a", label: "Kent & Sussex", inText: "x" } } }),
    );
    expect(plain(rendered.title)).toBe('Harm & "risk" in Kent & Sussex');
    expect(plain(rendered.html)).toBe("<h1>Harm &amp; &quot;risk&quot; in Kent &amp; Sussex</h1>");
  });

  it("reads no element in a title, though it looks like one", () => {
    const template = compileTemplate({
      template: { text: "<h1>{{title}}</h1>", file: "page.hbs" },
      title: "R<D in {{area.label}}: 5 <b>&#49;</b>",
    });
    const { title, html, positions } = template.render(inputOf());
    expect(plain(title)).toBe("R<D in Thames Valley: 5 <b>&#49;</b>");
    expect(plain(html)).toBe("<h1>R&lt;D in Thames Valley: 5 &lt;b&gt;&amp;#49;&lt;/b&gt;</h1>");
    expect(positions.map(({ column }) => column)).toEqual(expect.arrayContaining([24, 31]));
  });
});

describe("charts", () => {
  it("print the figures behind them with the cells that these are", () => {
    const [row] = trend.table.rows;
    const at = { area: "kent", period: "2017-04-01/2018-04-01" };
    const origin = { kind: "cell", dataset: "offences", measure: "offences", at } as const;
    const figures = new Map([["offences", { origin, value: 1114, places: new Map(), across: new Set<string>() }]]);
    const { runs } = compileTemplate({ template: { text: '{{chart "trend"}}', file: "page.hbs" }, title: "t" }).render(
      inputOf({ chartOrigins: new Map([["trend", new Map([[row as object, figures]])]]) as never }),
    );
    const cells = runs.filter(({ kind }) => kind === "cell");
    expect(cells).toContainEqual({ kind: "cell", id: "trend", value: 1114, origin });
    expect(cells).toContainEqual({ kind: "cell", id: "trend", value: 274, origin: null });
  });

  it("are a figure with caption, description and the data behind it", () => {
    const rendered = render('{{#chart "trend"}}In {{area.label}}{{#footnote}}New.{{/footnote}}{{/chart}}');
    const page = plain(rendered.html);
    expect(page).toContain('<figcaption>In Thames Valley<span data-note="author">New.</span></figcaption>');
    expect(page).toContain(
      '<img src="chart:trend" alt="Line chart. 114 in 2017/18 &amp; 274 in 2018/19." width="640" height="320" aria-details="chart-trend-details">',
    );
    expect(page).toContain("<summary>Figures behind this chart</summary>");
    expect(page).toContain("<caption>In Thames Valley</caption>");
    expect(page).toContain('<tr><th scope="row">2017/18</th><td class="numeric">1,114</td></tr>');
    expect(page).toContain('<td class="numeric">[c]</td>');
    expect(page).toContain("[c] not shown, to protect confidentiality.");
    expect(runsOf(rendered)).toContainEqual(["274", { kind: "cell", id: "trend", value: 274, origin: null }]);
  });

  it("have a table that is called what its figures are, where nothing captions the chart", () => {
    const page = html('{{chart "trend"}}');
    expect(page).toContain("<summary>Figures behind this chart</summary>");
    expect(page).not.toContain("<caption>Figures behind this chart");
    expect(page).toMatch(/<caption>Offences\b/);
  });

  it("do not repeat data that the template places, or says a table holds", () => {
    expect(html('{{chart "trend"}}{{chart-data "trend"}}')).not.toContain("<details");
    expect(html('{{chart "trend"}}{{chart-data "trend"}}')).toContain("<table");
    expect(html('{{chart "trend" data=false}}')).not.toContain("<table");
  });

  it("align the decimals of a column and round nothing", () => {
    const rows = [4.2, 1234567.125, -3, 0].map((rate, index) => ({ area: `A${index}`, rate }));
    const table = {
      columns: [
        { id: "area", label: "Area", numeric: false },
        { id: "rate", label: "Rate", numeric: true },
      ],
      rows,
    };
    const page = html('{{chart-data "trend"}}', inputOf({ charts: new Map([["trend", { ...trend, table }]]) }));
    expect([...page.matchAll(/numeric">([^<R]+)</gu)].map(([, text]) => text)).toEqual([
      "4.200",
      "1,234,567.125",
      "−3.000",
      "0.000",
    ]);
  });
});

it("writes the figures behind a chart for reading, and marks what is not there", () => {
  const rows = [
    { period: "2016/17", offences: 1 / 3, state: "value" },
    { period: "2017/18", offences: 44, state: "value" },
    { period: "2018/19", offences: null, state: "conflict" },
    { period: "2019/20", offences: null, state: "suppressed" },
  ];
  const table = { ...trend.table, rows };
  const page = html('{{chart-data "trend"}}', inputOf({ charts: new Map([["trend", { ...trend, table }]]) }));
  const cells = [...page.matchAll(/<td class="numeric">([^<]+)</gu)].map(([, text]) => text);
  expect(cells).toEqual(["0.333", "44.000", "[x]", "[c]"]);
});

it("renders the description as it does the title", () => {
  const source = { text: "x", file: "page.hbs" };
  const described = compileTemplate({ template: source, title: "t", description: "Of {{area.label}}, up 9%" });
  const { description = "", positions } = described.render(inputOf());
  expect(plain(description)).toBe("Of Thames Valley, up 9%");
  expect(positions).toContainEqual({ file: "description", line: 1, column: 23 });
  expect(compileTemplate({ template: source, title: "t" }).render(inputOf()).description).toBeUndefined();
});

it("writes the figures behind a chart as the briefing says", () => {
  const chartFormats = new Map([["trend", (value: number) => `${value / 10}%`]]);
  expect(html('{{chart-data "trend"}}', inputOf({ chartFormats }))).toContain('<td class="numeric">27.4%</td>');
});

describe("tables", () => {
  it("have a caption, scoped headings, traced cells, and say in words which row is meant", () => {
    const rendered = render('{{table "by-year"}}');
    const page = plain(rendered.html);
    expect(page).toContain("<caption>Offences by police force, Thames Valley</caption>");
    expect(page).toContain('<th scope="col" class="numeric">2018/19</th>');
    expect(page).toContain(
      '<tr class="highlight"><th scope="row">Thames Valley <span class="this-row">(highlighted)</span></th>',
    );
    expect(page).toContain('<p class="table-note">[c] not shown, to protect confidentiality.</p>');
    expect(runsOf(rendered)).toContainEqual(["274", { kind: "claim", id: "by-year:tv", value: 274 }]);
  });

  it("leave figures typed into headings and captions to the audit", () => {
    const typed = {
      ...byYear,
      caption: "Top 10",
      columns: [{ id: "a", header: "Rank of 43", fromData: false, show: "value" as const, bars: false }],
    };
    const rendered = render('{{table "by-year"}}', inputOf({ tables: new Map([["by-year", typed]]) }));
    expect(new Map(positionsOf(rendered))).toEqual(
      new Map([
        ["10", 'caption of table "by-year":1:5'],
        ["43", "page.hbs:1:1"],
      ]),
    );
  });

  it("leave row headings to the audit that are no labels of a dataset", () => {
    const row = { ...byYear.rows[0]!, header: "Top 10", fromData: false };
    const rendered = render(
      '{{table "by-year"}}',
      inputOf({ tables: new Map([["by-year", { ...byYear, rows: [row] }]]) }),
    );
    expect(new Map(positionsOf(rendered)).get("10")).toBe("page.hbs:1:1");
  });

  it("take a caption of the template's", () => {
    expect(html('{{table "by-year" caption=(text "Year " (period "total"))}}')).toContain(
      "<caption>Year 2018/19</caption>",
    );
  });
});

describe("notes and sources", () => {
  it("put the claim's note where it is cited, with links to the sources", () => {
    expect(html('{{note "total"}}')).toBe(
      '<span data-note="claim:total"><a href="https://example.org/foi?a&#x3D;1&amp;b&#x3D;2">Sexual communication with a child: recorded offences</a>' +
        ". NSPCC, 6 September 2019. 43 of 44 responded. Year to April 2019.</span>",
    );
  });

  it("list what is cited, wherever it is", () => {
    const expected =
      '<ul class="sources"><li>NSPCC, <a href="https://example.org/foi?a&#x3D;1&amp;b&#x3D;2"><cite>Sexual communication with a child: recorded offences</cite></a>, ' +
      "6 September 2019. 43 of 44 responded.</li></ul>";
    expect(html('{{sources}}{{claim "total"}}')).toBe(`${expected}274 offences`);
    expect(html("{{sources}}")).toBe(leftOut);
    expect(html('{{source "foi-2019"}}')).toContain("<cite>");
  });

  it("leave places for notes and contents", () => {
    expect(html('{{contents}}{{notes title="Footnotes"}}')).toBe(
      '<nav class="contents" data-contents></nav><section class="notes" data-notes><h2>Footnotes</h2></section>',
    );
  });
});

describe("stated claims", () => {
  const base = claimOf("c4", { value: 274, text: "274", phrase: "274 offences" });
  const c4 = {
    ...base,
    spec: { ...base.spec, text: "Police recorded 274 offences", attribution: { who: "A. Name", role: "reporter" } },
    verdict: "refuted" as const,
    facets: [
      { id: "value" as const, verdict: "supported" as const, reason: "The figure is 274." },
      { id: "area" as const, verdict: "refuted" as const, reason: "It is for 43 forces." },
    ],
    issues: [{ code: "area-mismatch" as const, message: "It is for 43 forces." }],
  };

  it("print what was said, by whom, the verdict and its reasons", () => {
    const page =
      '{{#each (claims stated=true)}}{{stated this}} ({{speaker this}}): {{verdict this}}{{reasons this facets="deciding"}}{{/each}}';
    expect(
      html(
        page,
        inputOf({
          claims: new Map([
            ["c4", c4],
            ["total", base],
          ]),
        }),
      ),
    ).toBe(
      'Police recorded 274 offences (A. Name, reporter): <strong class="verdict verdict-refuted">Refuted</strong>' +
        '<ul class="reasons"><li>It is for 43 forces.</li></ul>',
    );
  });
});

describe("conditions and lists", () => {
  it("find parameters from within a list, and skip what does not exist", () => {
    const page =
      '{{#each (list "total" "nothing" "rise")}}{{#if (has claim=this)}}[{{value this}} {{area.label}}]{{/if}}{{/each}}';
    expect(html(page)).toBe("[274 Thames Valley][140% Thames Valley]");
  });

  it("combine", () => {
    expect(html('{{#if (and (has claim="rise") (not (has chart="x")))}}yes{{else}}no{{/if}}')).toBe("yes");
    expect(html('{{#unless (or (has claim="x") (has table="x"))}}none{{/unless}}')).toBe("none");
    expect(html('{{#if (eq area.id "thames-valley")}}here{{/if}}')).toBe("here");
    expect(html('{{#lang "cy"}}Heddlu{{/lang}}')).toBe('<span lang="cy">Heddlu</span>');
  });
});

it("renders the same each time, but that rows which came before stand by themselves", () => {
  const template = compileTemplate({
    template: { text: '{{claim "total"}}{{table "by-year"}}{{sources}}', file: "page.hbs" },
    title: "{{area.label}}",
  });
  const withRows = ({ html, rows, runs, ...rendered }: RenderedTemplate) => ({
    ...rendered,
    html: plain(html.replaceAll(/<!--\uFDDB(\d+)\uFDD1-->/gu, (_, index) => rows[index]?.html ?? "")),
    runs: runs.length + rows.flatMap((row) => row.runs).length,
  });
  const first = withRows(template.render(inputOf()));
  template.render(inputOf({ parameters: { area: { dimension: "area", id: "k", label: "Kent", inText: "Kent" } } }));
  expect(withRows(template.render(inputOf()))).toEqual(first);
});

describe("a figure in large", () => {
  it("has what bounds it in an element of its own, traced as the figure is", () => {
    const bounded = claimOf("total", { value: 4373, text: "at least 4,373", phrase: "at least 4,373 offences" });
    const input = { ...inputOf(), claims: new Map([["total", bounded]]) };
    expect(html('{{large-value "total"}}', input)).toBe('<span class="key-bound">at least </span>4,373');
    expect(runsOf(render('{{large-value "total"}}', input)).map(([text, run]) => [text, run?.kind])).toEqual([
      ["at least ", "claim"],
      ["4,373", "claim"],
    ]);
    expect(html('{{large-value "rise"}}')).not.toContain("key-bound");
  });
});
