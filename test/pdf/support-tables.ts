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
    ...shorthands
      .toSorted(byName)
      .map(({ name, values, longhands: set }) => `| \`${name}\` | ${values} | ${shorten(name, set)} |`),
  ].join("\n");
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);

const shorten = (name: string, longhands: readonly string[]) =>
  longhands.length > 4 ? `all of \`${name}-…\`` : longhands.map((longhand) => `\`${longhand}\``).join(", ");
