import { type Field, fieldOf } from "./properties/index.ts";

/** A property of a side that depends on the direction of the text (CSS Logical Properties 1, 4). */
export interface LogicalProperty {
  readonly name: string;
  /** As written in CSS, where text runs from left to right, and from right to left. */
  readonly sides: readonly [ltr: string, rtl: string];
}

const starts = (name: string): LogicalProperty["sides"] => [name.replace("*", "left"), name.replace("*", "right")];
const ends = (name: string): LogicalProperty["sides"] => [name.replace("*", "right"), name.replace("*", "left")];

/** Each by its pattern: `*` is where the side stands. */
const inline = ["margin-*", "padding-*", "border-*-width", "border-*-style", "border-*-color"].flatMap((pattern) => [
  { name: pattern.replace("*", "inline-start"), sides: starts(pattern) },
  { name: pattern.replace("*", "inline-end"), sides: ends(pattern) },
]);

const corners: readonly LogicalProperty[] = [
  { name: "border-start-start-radius", sides: starts("border-top-*-radius") },
  { name: "border-start-end-radius", sides: ends("border-top-*-radius") },
  { name: "border-end-start-radius", sides: starts("border-bottom-*-radius") },
  { name: "border-end-end-radius", sides: ends("border-bottom-*-radius") },
];

/** Text runs in lines from top to bottom always, so that only the inline sides have to wait for the direction. */
export const logicalProperties: readonly LogicalProperty[] = [
  ...inline,
  { name: "inset-inline-start", sides: ["left", "right"] },
  { name: "inset-inline-end", sides: ["right", "left"] },
  ...corners,
];

export interface LogicalFields {
  readonly ltr: Field;
  readonly rtl: Field;
}

const fieldsByName: ReadonlyMap<string, LogicalFields> = new Map(
  logicalProperties.map(({ name, sides: [ltr, rtl] }) => [
    name,
    { ltr: fieldOf(ltr) as Field, rtl: fieldOf(rtl) as Field },
  ]),
);

export const logicalFieldsOf = (name: string): LogicalFields | undefined => fieldsByName.get(name);
