import type { Shorthand } from "../property.ts";
import { aliases } from "./aliases.ts";
import { background } from "./background.ts";
import { borderRadius, borders, sides } from "./box.ts";
import { columnRule, columns } from "./columns.ts";
import { flex, flexFlow, gap } from "./flex.ts";
import { gridShorthands } from "./grid.ts";
import { marker } from "./svg.ts";
import { font, fontVariant, listStyle, textDecoration } from "./text.ts";

/** Every shorthand, and every other name of a property, that the formatter supports. */
export const shorthands: readonly Shorthand[] = [
  ...sides,
  ...borders,
  borderRadius,
  background,
  font,
  fontVariant,
  textDecoration,
  listStyle,
  flex,
  flexFlow,
  gap,
  columns,
  columnRule,
  ...gridShorthands,
  marker,
  ...aliases,
];

const byName: ReadonlyMap<string, Shorthand> = new Map(shorthands.map((shorthand) => [shorthand.name, shorthand]));

export const shorthandOf = (name: string): Shorthand | undefined => byName.get(name);
