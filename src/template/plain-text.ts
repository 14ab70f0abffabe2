const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
  "#x60": "`",
  "#x3D": "=",
};

/** What Handlebars writes in place of signs: each reads as one. */
export const references: readonly string[] = Object.keys(entities).map((name) => `&${name};`);

/** HTML text that holds no elements as plain text; marks stay. Undoes Handlebars' escaping. */
export function plainText(html: string): string {
  return html.replaceAll(/&(amp|lt|gt|quot|#x27|#x60|#x3D);/gu, (_, name: string) => entities[name] as string);
}
