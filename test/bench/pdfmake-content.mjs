import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** The blocks of a page as pdfmake's content: headings, paragraphs, charts, the table. */
export function pdfmakeContent(html) {
  const content = [];
  visit(fromHtml(html), "element", (element) => {
    const { tagName } = element;
    if (tagName === "svg") content.push({ svg: chartSvg(element), width: 480, margin: [0, 8] });
    else if (tagName === "table") content.push(toTable(element));
    else if (/^h[1-3]$/.test(tagName))
      content.push({ text: words(element), bold: true, fontSize: 15, margin: [0, 12, 0, 4] });
    else if (/^(p|li|figcaption|dt|dd)$/.test(tagName)) content.push({ text: words(element), margin: [0, 0, 0, 6] });
    else return undefined;
    return "skip";
  });
  return content;
}

function toTable(element) {
  const body = [];
  visit(element, { tagName: "tr" }, (row) => {
    const cells = row.children.filter(({ tagName }) => tagName === "th" || tagName === "td");
    body.push(cells.map((cell) => ({ text: words(cell), bold: cell.tagName === "th" })));
  });
  const widths = body[0].map((_, index) => (index === 0 ? "*" : "auto"));
  return { table: { headerRows: 1, widths, body }, layout: "lightHorizontalLines" };
}

/** pdfmake takes the name of one family, not a list. */
function chartSvg(element) {
  const svg = { ...element, properties: { ...element.properties, xmlns: "http://www.w3.org/2000/svg" } };
  return toHtml(svg, { space: "svg" }).replace(/font-family="[^"]*"/g, 'font-family="Inter"');
}

const words = (element) => textOf(element).replace(/\s+/g, " ").trim();
