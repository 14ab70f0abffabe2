import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { resolveTracedText } from "../../src/document/resolve-traced-text.ts";
import { createTraceList } from "../../src/document/trace-list.ts";
import { createPage } from "./rendered.ts";

type Page = ReturnType<typeof createPage>;

/** What becomes of a page: its text as it is written, what flows of text it has, and the words that say where they come from. */
function resolved(write: (page: Page) => string, mark: "all" | "figures" | "none" = "none") {
  const page = createPage();
  const source = page.rendered(write(page));
  const tree = fromHtml(source.html, { fragment: true });
  const { flows } = resolveTracedText(tree, source, { mark, traces: createTraceList() });
  const traced: string[] = [];
  visit(tree, "element", (element: Element) => {
    if (typeof element.properties.dataTrace === "number") traced.push(toHtml(element.children));
  });
  return {
    html: toHtml(tree),
    texts: flows.map(({ pieces }) => pieces.map(({ text }) => text).join("")),
    raised: flows.flatMap(({ pieces }) => pieces.flatMap(({ text, isRaised }) => (isRaised ? [text] : []))),
    traced,
  };
}

describe("the text of a page", () => {
  test("has nothing to read between the cells of a table, but an empty figure is one", () => {
    const { texts } = resolved(
      ({ run }) => `<table> <tr> <td>Kent</td> <td>40</td> </tr> </table>${run(" ", { kind: "literal" })}`,
    );
    expect(texts.map((text) => text.trim())).toEqual(["Kent", "40", ""]);
  });

  test("goes on from what stands for an image, and has none where nothing stands for it", () => {
    const image = 'src="data:image/png;base64,iVBORw0KGgo="';
    expect(resolved(() => `<p>Some <img ${image} alt="40"> cases</p>`).texts).toContain("Some 40 cases");
    expect(resolved(() => `<p>Some <img ${image}> cases</p>`).texts).toEqual(["Some  cases"]);
    expect(resolved(() => '<p>Some <img src="chart:a" alt="40"> cases</p>').texts).toContain("Some  cases");
  });

  test("is raised where a superscript holds it, and nothing but that sets it", () => {
    const { raised } = resolved(
      () =>
        '<p>A<sup>(1)</sup> B<sup style="vertical-align:0">(2)</sup> C<sup><b>(3)</b></sup> D<sup>(<i>4</i>)</sup> (5)</p>',
    );
    expect(raised).toEqual(["(1)"]);
  });

  test("of attributes is what they are without their marks, and numbers stay numbers", () => {
    const { html, texts } = resolved(
      ({ claim }) => `<ol start="3" title="${claim("40")} cases" class="a b"><li>x</ol>`,
    );
    expect(html).toBe('<ol start="3" title="40 cases" class="a b"><li>x</li></ol>');
    expect(texts).toEqual(["3", "40 cases", "x"]);
  });
});

describe("what says where it comes from", () => {
  const write = ({ claim, cell, literal, metadata, run }: Page) =>
    [
      claim("40", 40),
      cell("30", 30),
      run("20", { kind: "literal", about: "rise" }),
      literal("ten"),
      metadata("Cases"),
    ].join(" and ");

  test("is each figure of the data or of a claim that is checked, if figures alone are asked for", () => {
    expect(resolved(write, "figures").traced).toEqual(["40", "30", "20"]);
  });
  test("is all that is not typed, or nothing, if so asked", () => {
    expect(resolved(write, "all").traced).toEqual(["40", "30", "20", "ten", "Cases"]);
    expect(resolved(write, "none").traced).toEqual([]);
  });
});
