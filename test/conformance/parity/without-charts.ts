/** One white pixel. */
const blank =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==";

/**
 * A page of a briefing with an image of the same size in place of each chart, whose letters the two place one by one, and
 * without running heads, which browsers do not print.
 */
export function withoutCharts(html: string): string {
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replaceAll(/<svg ([^>]*)>.*?<\/svg>/gs, (_, attributes: string) => {
      const [width, height] = ["width", "height"].map(
        (name) => new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1],
      );
      return `<img class="chart-image" alt="A chart" width="${width}" height="${height}" src="${blank}">`;
    })
    .replace("</head>", "<style>* { string-set: none !important }</style></head>");
}
