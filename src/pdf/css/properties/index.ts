import type { ComputedStyle } from "../computed-style.ts";
import type { Property, PropertyRecords } from "../property.ts";
import { alignmentProperties } from "./alignment.ts";
import { backgroundProperties } from "./background.ts";
import { boxProperties } from "./box.ts";
import { columnProperties } from "./columns.ts";
import { flexProperties } from "./flex.ts";
import { floatProperties } from "./floats.ts";
import { fontProperties } from "./fonts.ts";
import { fragmentationProperties } from "./fragmentation.ts";
import { generatedProperties } from "./generated.ts";
import { gridProperties } from "./grid.ts";
import { positionProperties } from "./position.ts";
import { svgProperties } from "./svg.ts";
import { tableProperties } from "./table.ts";
import { textProperties } from "./text.ts";
import { transformProperties } from "./transform.ts";
import { wrappingProperties } from "./wrapping.ts";

/**
 * Every property that the formatter supports. The order is the order of computation: `color` and `font-size` come
 * first, because the others may refer to them. A new property is a field of `ComputedStyle` and a record here.
 */
const records: Required<PropertyRecords> = {
  ...textProperties,
  ...fontProperties,
  ...wrappingProperties,
  ...boxProperties,
  ...backgroundProperties,
  ...generatedProperties,
  ...floatProperties,
  ...positionProperties,
  ...transformProperties,
  ...fragmentationProperties,
  ...columnProperties,
  ...tableProperties,
  ...flexProperties,
  ...alignmentProperties,
  ...gridProperties,
  ...svgProperties,
};

export type Field = keyof ComputedStyle;
export const fields = Object.keys(records) as readonly Field[];

/** A field of `ComputedStyle` as written in CSS. */
export const cssNameOf = (field: string): string => field.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

export const properties = Object.fromEntries(
  fields.map((field) => [field, { inherited: false, ...records[field], name: cssNameOf(field) }]),
) as { readonly [Each in Field]: Property<ComputedStyle[Each]> };

const fieldByName: ReadonlyMap<string, Field> = new Map(fields.map((field) => [properties[field].name, field]));

/** The field of `ComputedStyle` for a property as written in CSS. */
export const fieldOf = (name: string): Field | undefined => fieldByName.get(name);

const initialValues: Partial<Record<Field, unknown>> = Object.fromEntries(
  fields.map((field) => [field, properties[field].initial]),
);
export const initialStyle = initialValues as ComputedStyle;
