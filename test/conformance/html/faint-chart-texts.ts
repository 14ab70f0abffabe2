import type { Page } from "./open-browser.ts";

interface ShownText {
  readonly text: string;
  /** As the browser computes them: `rgb(27, 39, 51)`. */
  readonly color: string;
  readonly behind: string;
}

/** Texts of charts in sight with a contrast of less than 4.5:1 against the shape or the page that they stand on: axe does not look into SVG. */
export async function faintChartTexts(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate<readonly ShownText[]>(`
    [...document.querySelectorAll("svg text")].filter((text) => text.checkVisibility()).map((text) => {
      text.scrollIntoView({ block: "center", inline: "center" });
      const { left, top, width, height } = text.getBoundingClientRect();
      const below = document.elementsFromPoint(left + width / 2, top + height / 2).flatMap((element) => {
        if (element.closest("text")) return [];
        const { fill, backgroundColor } = getComputedStyle(element);
        return element.closest("svg > *") ? fill : backgroundColor;
      });
      const behind = below.find((color) => /^rgb\\(/.test(color)) ?? "rgb(255, 255, 255)";
      return { text: text.textContent, color: getComputedStyle(text).fill, behind };
    })`);
  return texts
    .map((shown) => ({ ...shown, ratio: contrast(channels(shown.color), channels(shown.behind)) }))
    .filter(({ ratio }) => !(ratio >= 4.5))
    .map(({ text, color, behind, ratio }) => `"${text}" in a chart: ${color} on ${behind}, ${ratio.toFixed(2)}:1`);
}

const channels = (color: string): readonly number[] => [...color.matchAll(/[\d.]+/g)].slice(0, 3).map(Number);

/** WCAG 2.2, 1.4.3. */
function contrast(a: readonly number[], b: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
