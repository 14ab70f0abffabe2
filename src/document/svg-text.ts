import type { DiagnosticDetails } from "../diagnostics/index.ts";

const svgAddress = /^data:image\/svg\+xml([^,]*),([\s\S]*)$/i;

/** What shows text in an SVG, whatever its prefix, in any letters, or brings in what could: an image, an entity of its own. */
const textElement =
  /<(?:[^<>:/ \t\r\n]*:)?(?:text|tspan|textpath|foreignobject|image|script)\b|<!entity|<\?xml-stylesheet|(?<![-\w])content\s*:/i;

/**
 * Whether an address is an SVG image that shows text. What it says cannot be traced, and paths and shapes can: they are
 * no figures. An image that is not read with certainty counts as one with text.
 */
export const holdsSvgText = (address: string): boolean => [address.trim(), asRead(address)].some(isSvgWithText);

function isSvgWithText(address: string): boolean {
  const [, parameters = "", data = ""] = svgAddress.exec(address) ?? [];
  if (data === "") return false;
  const charset = /;\s*charset=["']?([\w-]+)/i.exec(parameters)?.[1]?.toLowerCase() ?? "utf-8";
  if (!/^(?:utf-?8|us-ascii)$/.test(charset)) return true;
  const raw = withoutPercents(data);
  const text = /;\s*base64\s*$/i.test(parameters) ? Buffer.from(raw, "base64").toString("utf8") : raw;
  return textElement.test(text) || text.includes("\0") || !text.includes("<");
}

/** An address as URL parsers take it: without line breaks and tabs, and spaces around its type (URL, 4.4; Fetch, 6). */
const asRead = (address: string): string =>
  address
    .replaceAll(/[\t\n\r]/g, "")
    .trim()
    .replace(/^(data:)\s*([^\s,;]*)\s*/i, "$1$2");

/** Each byte for itself: markup is ASCII, and other letters do not matter here. */
const withoutPercents = (data: string) =>
  data.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

export const svgTextFigure = (what: string): DiagnosticDetails => ({
  code: "untraced-figure",
  message: `${what} is an SVG with texts in it, whose figures cannot be traced.`,
  hint: "Turn its texts into paths, give it as PNG, or make it a chart of the briefing.",
});
