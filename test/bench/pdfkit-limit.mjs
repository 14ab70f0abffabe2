// What a finished PDF shows, drawn again by pdfkit alone: the least that a formatter over pdfkit can take.
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import PDFDocument from "pdfkit";

/**
 * Text, lines and areas of each page with their places, colours and faces, in the order in which they are drawn, and
 * the marked content that they are in. `faceOf` finds the face for the name of an embedded font.
 */
export async function readMarks(bytes, faceOf) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width, height] = page.view;
    const { fnArray, argsArray } = await page.getOperatorList();
    const state = { fill: "#000000", stroke: "#000000", lineWidth: 1 };
    const marks = [];
    for (const [index, operator] of fnArray.entries()) {
      const mark = readers[operator]?.(argsArray[index], state, (name) => faceOf(page.commonObjs.get(name).name));
      if (mark) marks.push(mark);
    }
    pages.push({ width, height, marks });
  }
  await document.destroy();
  return pages;
}

/** By operator; `state` holds what earlier ones set. */
const readers = {
  [OPS.setFillRGBColor]: ([color], state) => void Object.assign(state, { fill: color }),
  [OPS.setStrokeRGBColor]: ([color], state) => void Object.assign(state, { stroke: color }),
  [OPS.setLineWidth]: ([lineWidth], state) => void Object.assign(state, { lineWidth }),
  [OPS.setFont]: ([name, size], state, face) => void Object.assign(state, { face: face(name), size }),
  [OPS.setTextMatrix]: ([matrix], state) => void Object.assign(state, { x: matrix[4], y: matrix[5] }),
  [OPS.beginMarkedContentProps]: ([tag, mcid]) => ({ kind: "begin", tag, isContent: mcid !== null }),
  [OPS.endMarkedContent]: () => ({ kind: "end" }),
  [OPS.showText]: ([items], { x, y, size, face, fill }) => {
    const glyphs = items.filter((item) => typeof item === "object");
    const text = glyphs.map(({ unicode }) => unicode).join("");
    return { kind: "text", text, x, y, size, face, color: fill, features: featuresOf(glyphs, face.font) };
  },
  [OPS.constructPath]: ([paint, [data]], { fill, stroke, lineWidth }) => ({
    kind: "path",
    isFilled: paint !== OPS.stroke,
    color: paint === OPS.stroke ? stroke : fill,
    lineWidth,
    ...readPath(data),
  }),
};

/** Digits that are not as wide as the font's usual ones are tabular. */
function featuresOf(glyphs, font) {
  const isOther = ({ unicode, width }) =>
    /^\d$/.test(unicode) &&
    Math.abs((width * font.unitsPerEm) / 1000 - font.glyphForCodePoint(unicode.codePointAt(0)).advanceWidth) > 1;
  // Without any, pdfkit remembers the words that it has shaped.
  return glyphs.some(isOther) ? ["tnum"] : undefined;
}

const [moveTo, lineTo, curveTo] = [0, 1, 2];
const operands = { [moveTo]: 2, [lineTo]: 2, [curveTo]: 6 };

function readPath(data) {
  const steps = [];
  for (let at = 0; at < data.length; ) {
    const count = operands[data[at]] ?? 0;
    steps.push({ operator: data[at], values: [...data.subarray(at + 1, at + 1 + count)] });
    at += 1 + count;
  }
  const points = steps.filter(({ values }) => values.length === 2).map(({ values }) => values);
  const isRectangle = steps.length === 5 && points.length === 4 && points[0][1] === points[1][1];
  if (!isRectangle) return { steps };
  const [[left, top], , [right, bottom]] = points;
  return { rectangle: [left, top, right - left, bottom - top] };
}

/**
 * The same marks with pdfkit's own calls. `isTagged`: with marked content, and a structure element for each piece of it,
 * all straight in the document: pdfkit has no call for more that would not move the text.
 */
export function drawWithPdfkit(pages, { isTagged }) {
  const tags = isTagged ? { tagged: true, pdfVersion: "1.7", lang: "en", displayTitle: true } : {};
  const doc = new PDFDocument({ font: "", autoFirstPage: false, ...tags });
  const chunks = [];
  const ended = new Promise((resolve) => doc.on("end", () => resolve(Buffer.concat(chunks))));
  doc.on("data", (chunk) => chunks.push(chunk));
  const root = isTagged ? doc.struct("Document") : undefined;
  if (root) doc.addStructure(root);
  for (const { width, height, marks } of pages) {
    doc.addPage({ size: [width, height], margin: 0 });
    for (const mark of marks) drawers[mark.kind](doc, mark, root);
  }
  root?.end();
  doc.end();
  return ended;
}

const drawers = {
  begin(doc, { tag, isContent }, root) {
    if (!root) return;
    if (isContent) root.add(doc.struct(tag, {}, [doc.markStructureContent(tag)]));
    else doc.markContent("Artifact", { type: "Layout" });
  },
  end(doc, _, root) {
    if (root) doc.endMarkedContent();
  },
  text(doc, { text, x, y, size, face, color, features }) {
    doc.font(face.font, face.id).fontSize(size).fillColor(color);
    doc.text(text, x, y, { lineBreak: false, baseline: "alphabetic", features });
  },
  path(doc, { rectangle, steps, isFilled, color, lineWidth }) {
    if (rectangle) doc.rect(...rectangle);
    else for (const { operator, values } of steps) pathCalls[operator]?.(doc, values);
    if (isFilled) doc.fill(color);
    else doc.lineWidth(lineWidth).stroke(color);
  },
};

const pathCalls = {
  [moveTo]: (doc, values) => doc.moveTo(...values),
  [lineTo]: (doc, values) => doc.lineTo(...values),
  [curveTo]: (doc, values) => doc.bezierCurveTo(...values),
};
