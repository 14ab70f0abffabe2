import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** A page as blocks for those who do not read HTML: headings, paragraphs, charts as SVG, the table as rows of cells. */
export function pageBlocks(html) {
  const blocks = [];
  visit(fromHtml(html), "element", (element) => {
    const { tagName } = element;
    if (isForNarrowScreens(element)) return "skip";
    if (tagName === "svg") blocks.push({ kind: "chart", svg: chartSvg(element) });
    else if (tagName === "table") blocks.push({ kind: "table", rows: rowsOf(element) });
    else if (/^h[1-3]$/.test(tagName)) blocks.push({ kind: "heading", text: words(element) });
    else if (/^(p|li|figcaption|dt|dd)$/.test(tagName)) blocks.push({ kind: "paragraph", text: words(element) });
    else return undefined;
    return "skip";
  });
  return blocks;
}

/** A chart stands there twice, as wide and as narrow screens show it; paper has the wide one. */
const isForNarrowScreens = ({ properties }) => [properties.className].flat().includes("chart-narrow");

function rowsOf(element) {
  const rows = [];
  visit(element, { tagName: "tr" }, (row) => {
    const cells = row.children.filter(({ tagName }) => tagName === "th" || tagName === "td");
    rows.push(cells.map((cell) => ({ text: words(cell), isHead: cell.tagName === "th" })));
  });
  return rows;
}

/** Some take the name of one family, not a list. */
function chartSvg(element) {
  const svg = { ...element, properties: { ...element.properties, xmlns: "http://www.w3.org/2000/svg" } };
  return toHtml(svg, { space: "svg" }).replace(/font-family="[^"]*"/g, 'font-family="Inter"');
}

const words = (element) => textOf(element).replace(/\s+/g, " ").trim();
