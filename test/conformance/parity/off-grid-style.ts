/** Sizes that no grid of pixels knows, pt: what a designer writes. Line heights are multiples of them. */
const sizes = [
  { selector: "body", fontSize: 10, lineHeight: 1.4 },
  { selector: "h1", fontSize: 22, lineHeight: 1.2 },
  { selector: "h2", fontSize: 15, lineHeight: 1.2 },
  { selector: "h3", fontSize: 11, lineHeight: 1.2 },
  { selector: ".data", fontSize: 8.5, lineHeight: 1.4 },
  { selector: ".note", fontSize: 8.5, lineHeight: 1.4 },
] as const;

const others = `
@page { size: A4; margin: 20mm 18mm }
.key { gap: 4mm }
.key > div { padding: 2mm 3mm }
.note { padding: 2mm 3mm }
`;

/** Exact sizes in px. */
export const exactly = (px: number) => px;

/**
 * Sizes as Chromium lays them out: FreeType takes a font size, and LayoutUnit a length, in whole 64ths of a px, and what is
 * over is cut off.
 */
export const cutAs64ths = (px: number) => Math.floor(px * 64) / 64;

const pxIn: Readonly<Record<string, number>> = { pt: 96 / 72, mm: 96 / 25.4 };

/** The document with every length of its style cut. */
export const withCutLengths = (html: string) =>
  html.replaceAll(/([\d.]+)(pt|mm)\b/g, (_, value: string, unit: string) => {
    return `${cutAs64ths(Number(value) * (pxIn[unit] ?? 1))}px`;
  });

/** The style of a document whose sizes are in pt and mm, after any other; `cut` is what becomes of a size. */
export function offGridStyle(cut: (px: number) => number): string {
  const rules = sizes.map(({ selector, fontSize, lineHeight }) => {
    const px = (fontSize * 96) / 72;
    return `${selector} { font-size: ${cut(px)}px; line-height: ${cut(px * lineHeight)}px }`;
  });
  return `${others}${rules.join("\n")}`;
}
