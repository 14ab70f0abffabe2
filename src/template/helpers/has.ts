import type { ClaimTable } from "../../claims/index.ts";
import { areOverTime } from "../is-over-time.ts";
import { hasNames } from "../named-things.ts";
import { askedNames } from "./asked-names.ts";
import { defineHelper } from "./helper.ts";
import { isLong } from "./table-parts.ts";

/**
 * `{{#if (has claim="rank")}}…{{/if}}`: whether the briefing has a claim, chart, table, image, source or parameter of this name;
 * of several, all of them; with `published=true`, whether its date is known; with `overTime=true`, whether the chart or table
 * shows several periods; with `long=true`, whether the table has so many rows that a chart of them need not be read twice; with `bars=true`, whether bars stand within the table, so that no chart is needed. What stands inside such a block may use the
 * name without its being an error elsewhere.
 */
export const has = defineHelper({
  name: "has",
  makes: "values",
  parameters: [],
  hash: {
    ...askedNames,
    published: "flag",
    long: "flag",
    bars: "flag",
  },
  run: ({ rendering: { input }, hash: { published, overTime, long, bars, ...names } }) =>
    (published === undefined || published === (input.date !== "")) &&
    hasNames(input, names) &&
    (overTime === undefined || overTime === areOverTime(input, names)) &&
    (bars === undefined || bars === hasBars(input.tables.get(names.table ?? ""))) &&
    (long === undefined || long === isLong(input.tables.get(names.table ?? "")?.rows.length ?? 0)),
});

const hasBars = (table: ClaimTable | undefined): boolean => table?.columns.some(({ bars }) => bars) ?? false;
