import { withoutTrail } from "../html/without-trail.ts";
import type { Printed } from "./open-comparison.ts";

/** One white pixel. */
const blank =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAG7buVgAAAABJRU5ErkJggg==";

/**
 * A page of a briefing without the letters of its charts, which the two place one by one, and without running heads, which
 * browsers do not print. For us an image takes the room of each chart.
 */
export function withoutCharts(page: string): Printed {
  const html = withoutTrail(page)
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    // Drawn for narrow pages alone.
    .replaceAll(/<svg class="[^"]*chart-narrow[^"]*"[^>]*>.*?<\/svg>/gs, "")
    .replace("</head>", "<style>* { string-set: none !important }</style></head>");
  return {
    theirs: html.replaceAll(/<text\b.*?<\/text>/gs, ""),
    ours: html.replaceAll(/<svg ([^>]*)>.*?<\/svg>/gs, (_, attributes: string) => {
      const [width, height] = ["width", "height"].map(
        (name) => new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1],
      );
      return `<img class="chart-image" alt="A chart" width="${width}" height="${height}" src="${blank}">`;
    }),
  };
}
