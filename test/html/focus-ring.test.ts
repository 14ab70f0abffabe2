import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";

const css = await readFile(new URL("../../templates/briefing.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@media screen and (prefers-color-scheme: dark)");

/** The last colour that a part of the stylesheet sets a property of `:root` to. */
const colorOf = (name: string, ...parts: readonly string[]): string =>
  parts.map((part) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(part)?.[1]).find(Boolean) ?? "";

/** Relative luminance (WCAG 2.2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

it.each([
  ["on paper", colorOf("focus", light), colorOf("paper", light)],
  ["on a tint", colorOf("focus", light), colorOf("tint", light)],
  ["beside helplines", colorOf("focus", light), colorOf("help", light)],
  ["in the masthead", colorOf("on-brand-focus", light), colorOf("brand", light)],
  ["on paper, in the dark", colorOf("focus", dark), colorOf("paper", dark)],
  ["beside helplines, in the dark", colorOf("focus", dark), colorOf("help", dark)],
  ["in the masthead, in the dark", colorOf("on-brand-focus", dark, light), colorOf("brand-ground", dark)],
])("the focus ring is seen %s", (_, ring, ground) => {
  expect(contrast(ring, ground)).toBeGreaterThanOrEqual(3);
});
