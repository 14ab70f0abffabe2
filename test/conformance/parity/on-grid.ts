/** Width and height, px, as Chromium rounds them. */
const papers: Readonly<Record<string, string>> = { A4: "794px 1123px", A5: "559px 794px" };
const landscapes: Readonly<Record<string, string>> = { A4: "1123px 794px", A5: "794px 559px" };

/**
 * The same document with paper and page margins in whole px. Chromium would round them to that, and whether a word fits by
 * a tenth of a point would say nothing about how lines are broken.
 */
export function onGrid(html: string): string {
  return html
    .replaceAll(/size: (A[45])( landscape)?/g, (_, name: string, landscape?: string) => {
      return `size: ${(landscape ? landscapes : papers)[name]}`;
    })
    .replaceAll(/([\d.]+)mm/g, (_, value: string) => `${Math.round((Number(value) * 96) / 25.4)}px`);
}
