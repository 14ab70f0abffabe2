import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import type { DomNode } from "../../src/pdf/dom/dom-node.ts";
import { readDom } from "../../src/pdf/dom/read-dom.ts";
import { makeReports } from "./cases/make-reports.ts";

/** All that is known of an element, but what it stands in. */
const plain = (node: DomNode): unknown => {
  const { parent: _, ...own } = node;
  return node.kind === "text" ? own : { ...own, children: node.children.map(plain) };
};

function read(source: Parameters<typeof readDom>[0]) {
  const diagnostics = createDiagnostics();
  const { html, isQuirky } = readDom(source, { diagnostics, file: undefined });
  return { html: plain(html), isQuirky, diagnostics: diagnostics.all };
}

const awkward: Readonly<Record<string, string>> = {
  empty: "",
  text: "Just text &amp; more",
  "a part of a page": "<p>One<p>Two",
  "no doctype": "<html lang=en><body>a",
  "limited quirks":
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd"><p>a',
  "old doctype": '<!DOCTYPE html PUBLIC "-//IETF//DTD HTML//EN"><html><p>a',
  "two doctypes": "<!doctype html><!doctype html><p>a",
  comments: "<!-- before --><html><!-- in --><body>a<!-- between -->b</body></html><!-- after -->",
  "foster parents": "<table>text<tr><td>a</td></tr>more<p>b</p></table>tail",
  "misnested formatting": "<p><b>one<i>two</b>three</i>four<p>five",
  "anchors in anchors": "<a href=1>one<a href=2>two</a></a>",
  "html and body twice":
    '<html lang=en class=a><html lang=cy id=b><body class="c  d"><body style="color:red" class=e>x',
  templates: "<template><p>not here<tr><td>a</template><p>here",
  attributes: `<input disabled checked=checked value="  a " maxlength=07 size=""><ol reversed start=-3><li value=2></ol><td colspan=2 rowspan=x>`,
  "lists of words": `<p class="  a b\tc " headers=" x y " rel="a  b" accept="a, b" srcset="a 1x, b 2x" coords="1,2 ,3" lang=EN aria-labelledby="a  b" data-Foo-Bar=1 data-x2="">`,
  "names that look like selectors": "<a.b.c#d>text</a.b.c#d><x-y:z>more</x-y:z>",
  "names of objects": `<p __proto__=1 constructor=2 toString=3 type=text children=4>`,
  svg: `<svg viewBox="0 0 1 1" preserveAspectRatio=none><linearGradient gradientUnits=userSpaceOnUse><stop offset=.5/></linearGradient><a xlink:href="#x" xml:lang=cy><foreignObject><p Class=a>in</p></foreignObject></a><text><tspan x="1 2">t</tspan></text></svg>`,
  mathml: '<math definitionurl=a><mi>x</mi><annotation-xml encoding="text/html"><p>y</annotation-xml></math>',
  "raw text":
    "<title>a<b>c</title><style>p > a {}</style><script>1 < 2 && '</p>'</script><noscript><p>n</noscript><textarea>\n<p></textarea><pre>\nx</pre>",
  directions: "<p dir=auto>\u05d0bc</p><p dir=AUTO>abc<bdi>x</bdi></p>",
  languages: '<p lang="not a language">a</p><p lang="">b</p>',
  characters: "a\0b\ud800c&#0;&#x80;&nosuch;&ampx\r\nd\re",
  forms: "<form><form><select><option>a<option selected>b<optgroup label=c><option>d</select><button>e<button>f",
  framesets: "<frameset><frame></frameset><noframes>x</noframes>",
  "lines and columns": "<p>one\n  <b>two</b>\n\n<i>three\n</i></p>\n",
};

/** A tree by others does not have what makes a doctype old. */
function treeOf(html: string): Root {
  const tree = fromHtml(html);
  return html.includes("IETF") ? { ...tree, data: { ...tree.data, hasOldDoctype: true } } : tree;
}

test.each(Object.entries(awkward))("text reads as the tree that others make of it: %s", (_, html) => {
  expect(read(html)).toEqual(read(treeOf(html)));
});

test("whole reports read as the trees that others make of them", () => {
  for (const { html } of makeReports().slice(0, 4)) expect(read(html)).toEqual(read(fromHtml(html)));
  const sample = readFileSync(new URL("../../templates/README.md", import.meta.url), "utf8");
  expect(read(sample)).toEqual(read(fromHtml(sample)));
});

const names = [
  "p",
  "b",
  "i",
  "a",
  "div",
  "table",
  "tr",
  "td",
  "th",
  "tbody",
  "caption",
  "ul",
  "li",
  "svg",
  "g",
  "title",
  "math",
  "template",
  "select",
  "option",
  "h1",
  "br",
  "body",
  "html",
  "form",
  "button",
  "nobr",
];
const piece = fc.oneof(
  fc.constantFrom(...names).map((name) => `<${name}>`),
  fc.constantFrom(...names).map((name) => `</${name}>`),
  fc.constantFrom(...names).map((name) => `<${name} class=" a  b" id=x colspan=2 hidden>`),
  fc.constantFrom("text", " ", "\n", "<!-- c -->", "&amp;", "</", "<!doctype html>", "<br/>"),
);

test("tags in any order read as the tree that others make of them", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = pieces.join("");
      expect(read(html)).toEqual(read(fromHtml(html)));
    }),
  );
});

test("elements too deep are an error with the place of the first", () => {
  const { diagnostics } = read(`${"<div>".repeat(20_000)}x`);
  expect(diagnostics).toMatchObject([{ code: "html-too-deep", source: { line: 1 } }]);
});
