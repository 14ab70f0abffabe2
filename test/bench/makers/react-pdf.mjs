import { readFile } from "node:fs/promises";
import { fromHtml } from "hast-util-from-html";
import { interFile } from "../inter-file.mjs";
import { importTool } from "../tools.mjs";

const { react, reactPdf } = {
  react: await importTool("react"),
  reactPdf: await importTool("@react-pdf/renderer"),
};

/** react-pdf draws the same words, table and charts, which it is given finished, as components. */
export const maker = {
  name: "react-pdf, an equivalent page",
  missing: "tags, PDF/A, links",
  available: () => react !== undefined && reactPdf !== undefined,
  async open({ blocksFile }) {
    const { Font, renderToBuffer } = reactPdf;
    Font.register({
      family: "Inter",
      fonts: [
        { src: interFile("regular") },
        { src: interFile("bold"), fontWeight: 700 },
        { src: interFile("italic"), fontStyle: "italic" },
      ],
    });
    Font.registerHyphenationCallback((word) => [word]);
    const blocks = JSON.parse(await readFile(blocksFile, "utf8"));
    return { make: () => renderToBuffer(documentOf(blocks)), async close() {} };
  },
};

const create = (...of) => react.createElement(...of);

function documentOf(blocks) {
  const { Document, Page, Text } = reactPdf;
  const page = { size: "A4", style: { fontFamily: "Inter", fontSize: 10, padding: 40 } };
  const footer = {
    fixed: true,
    style: { position: "absolute", bottom: 15, left: 40 },
    render: ({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`,
  };
  const content = blocks.map((block) => contents[block.kind](block));
  return create(Document, {}, create(Page, page, ...content, create(Text, footer)));
}

const contents = {
  chart({ svg }) {
    const [root] = fromHtml(svg, { fragment: true, space: "svg" }).children;
    const [, , width, height] = root.properties.viewBox.split(/[\s,]+/).map(Number);
    return drawn(root, { style: { width: 480, height: (480 * height) / width, marginVertical: 8 } });
  },
  heading: ({ text }) =>
    create(reactPdf.Text, { style: { fontWeight: 700, fontSize: 15, marginTop: 12, marginBottom: 4 } }, text),
  paragraph: ({ text }) => create(reactPdf.Text, { style: { marginBottom: 6 } }, text),
  table({ rows }) {
    const { View, Text } = reactPdf;
    const cell = ({ text, isHead }, index) =>
      create(Text, { style: { flex: index === 0 ? 3 : 1, fontWeight: isHead ? 700 : 400 } }, text);
    const row = { flexDirection: "row", borderBottom: "0.5pt solid #aaa", paddingVertical: 3 };
    const drawRow = (cells, index) => create(View, { style: row, wrap: false, fixed: index === 0 }, ...cells.map(cell));
    return create(View, {}, ...rows.map(drawRow));
  },
};

const elements = { svg: "Svg", g: "G", path: "Path", rect: "Rect", line: "Line", text: "Text", circle: "Circle" };

/** What SVG takes to be 0 where it is not said. */
const zeros = { line: { x1: 0, y1: 0, x2: 0, y2: 0 }, rect: { x: 0, y: 0 }, text: { x: 0, y: 0 } };

/** SVG as react-pdf's components; its titles and descriptions have none. */
function drawn(node, extra = {}) {
  if (node.type === "text") return node.value;
  const component = reactPdf[elements[node.tagName]];
  if (!component) return null;
  const { className: _, style: __, ...attributes } = node.properties;
  return create(
    component,
    { ...zeros[node.tagName], ...attributes, ...extra },
    ...node.children.map((child) => drawn(child)),
  );
}
