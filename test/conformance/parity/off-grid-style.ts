/** Sizes that no grid of pixels knows, pt: what a designer writes. Line heights are multiples of them. */
const sizes = [
  { selector: "body", fontSize: 10, lineHeight: 1.4 },
  { selector: "h1", fontSize: 22, lineHeight: 1.2 },
  { selector: "h2", fontSize: 15, lineHeight: 1.2 },
  { selector: "h3", fontSize: 11, lineHeight: 1.2 },
  { selector: ".data", fontSize: 8.5, lineHeight: 1.4 },
  { selector: ".note", fontSize: 8.5, lineHeight: 1.4 },
] as const;

/** The style of a document whose sizes are in pt and mm, after any other. */
export const offGridStyle = `
@page { size: A4; margin: 20mm 18mm }
.key { gap: 4mm }
.key > div { padding: 2mm 3mm }
.note { padding: 2mm 3mm }
${sizes.map(({ selector, fontSize, lineHeight }) => `${selector} { font-size: ${fontSize}pt; line-height: ${lineHeight} }`).join("\n")}
`;
