import type { Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { parseFragment } from "../../src/document/parse-fragment.ts";

/** Without positions, which only the other parser gives. */
function withoutPositions(tree: Root): Root {
  visit(tree, (node: Nodes) => {
    delete node.position;
    if (node.type === "element" && node.content) withoutPositions(node.content);
  });
  return tree;
}

describe("parsing into a tree at once gives the tree that is read from the parser's", () => {
  it.each([
    ["text", "one &amp; two<br>three &#x26; <!-- a comment --> four"],
    ["attributes", '<p class="a  b" id=x data-claim="y" aria-hidden=true hidden tabindex=3 title>t</p>'],
    ["lists of attributes", '<td headers="a b" colspan="2" rowspan=x accept="a, b">'],
    ["names that look like selectors", '<x-a.b class=c>t</x-a.b><y#z>u</y#z><p __proto__=1 constructor="2">v'],
    ["formatting that is not nested", "<p>1<b>2<i>3</b>4</i>5</p><b>6<p>7</b>8</p><a>9<div>10<a>11</div>12</a>"],
    ["formatting around blocks", "<b>1<div>2<b>3<div>4</b>5</div>6</div>7<p>8</b>9"],
    ["text and elements in tables", "<table>1<b>2</b><tr>3<td>4</td>5</tr><caption>6</caption><p>7</table>8"],
    ["parts of tables by themselves", "<tr><td>1<td>2</tr><th>3"],
    ["a template", "<template><p>1<b>2</template>3"],
    ["pages within a page", "<html lang=en><head><title>1</title></head><body class=a>2<body id=b>3"],
    ["SVG", '<svg viewBox="0 0 1 1"><lineargradient gradientunits=x xlink:href="#a"/><text>1<foreignObject><p>2'],
    ["MathML", "<math><mi>x</mi><annotation-xml encoding=text/html><p>1"],
    [
      "what holds no elements",
      "<textarea>\n<b>1</textarea><script>2<3</script><style>4</style><noscript><p>5</noscript>",
    ],
    ["what ends nothing", "</p></b></table></x>1<p>2</div>3"],
    ["forms and lists", "<form><select><option>1<option>2</select><ul><li>3<li>4</ul></form><dl><dt>5<dd>6<dt>7"],
  ])("%s", (_, html) => {
    expect(JSON.parse(JSON.stringify(parseFragment(html)))).toEqual(
      JSON.parse(JSON.stringify(withoutPositions(fromHtml(html, { fragment: true })))),
    );
  });
});
