import { logicalProperties } from "../../src/pdf/css/logical-properties.ts";
import { properties } from "../../src/pdf/css/properties/index.ts";
import type { Property } from "../../src/pdf/css/property.ts";
import { shorthands } from "../../src/pdf/css/shorthands/index.ts";

/** The tables of src/pdf/README.md, from the registries. */
export function supportTables(): string {
  const longhands = Object.values(properties) as readonly Property<unknown>[];
  return [
    "| property | values | inherited |",
    "|---|---|---|",
    ...longhands
      .toSorted(byName)
      .map(({ name, values, inherited }) => `| \`${name}\` | ${values} | ${inherited ? "yes" : ""} |`),
    "",
    "| shorthand or other name | values | sets |",
    "|---|---|---|",
    ...[...shorthands, ...logicalNames]
      .toSorted(byName)
      .map(({ name, values, longhands: set }) => `| \`${name}\` | ${values} | ${shorten(name, set)} |`),
  ].join("\n");
}

/** They set one of two sides, as the text runs from left to right or from right to left. */
const logicalNames = logicalProperties.map(({ name, sides }) => ({
  name,
  values: `as \`${sides[0]}\``,
  longhands: [`${sides[0]}\`; from right to left \`${sides[1]}`],
}));

const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);

const shorten = (name: string, longhands: readonly string[]) =>
  longhands.length > 4 ? `all of \`${name}-…\`` : longhands.map((longhand) => `\`${longhand}\``).join(", ");
