import type { DiagnosticDetails } from "../diagnostics/index.ts";

const svgAddress = /^\s*data:image\/svg\+xml([^,]*),([\s\S]*)$/i;

/** What shows text in an SVG, whatever its prefix, in any letters, or brings in what could: an image, an entity of its own. */
const textElement = /<(?:[^<>:/ \t\r\n]*:)?(?:text|tspan|textpath|foreignobject|image|script)\b|<!entity/i;

/**
 * Whether an address is an SVG image that shows text. What it says cannot be traced, and paths and shapes can: they are
 * no figures. An image that is not read with certainty counts as one with text.
 */
export function holdsSvgText(address: string): boolean {
  const [, parameters = "", data = ""] = svgAddress.exec(address) ?? [];
  if (data === "") return false;
  const charset = /;\s*charset=["']?([\w-]+)/i.exec(parameters)?.[1]?.toLowerCase() ?? "utf-8";
  if (charset !== "utf-8" && charset !== "us-ascii") return true;
  const raw = withoutPercents(data);
  const text = /;\s*base64\s*$/i.test(parameters) ? Buffer.from(raw, "base64").toString("utf8") : raw;
  return textElement.test(text) || text.includes("\0") || !text.includes("<");
}

/** Each byte for itself: markup is ASCII, and other letters do not matter here. */
const withoutPercents = (data: string) =>
  data.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

export const svgTextFigure = (what: string): DiagnosticDetails => ({
  code: "untraced-figure",
  message: `${what} is an SVG with texts in it, whose figures cannot be traced.`,
  hint: "Turn its texts into paths, give it as PNG, or make it a chart of the briefing.",
});
