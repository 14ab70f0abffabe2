import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const page = (title: string, places: readonly string[], own: number) => [
  `${title},,,`,
  ",,,",
  `Purpose,${places.join(",")}`,
  ...["Leisure", "Business", "Study", "Other"].map((name, at) => `${name},${own + at},${own + 7 * at},${own + 9 * at}`),
];

test.each(["_x000C_,,,", " Table 3 ,,,", " Table 3 ,,,  Page 6"])(
  "a table ends at %j, behind a page, and pages of other tables are not added to it",
  async (feed) => {
    const { dataset, spec } = await guessOf(
      [
        ...page("Trips by purpose", ["North", "South", "East"], 420),
        feed,
        ...page("Nights by purpose", ["Ayle", "Brent", "Carn"], 5200),
        feed,
        ...page("Spending by purpose", ["Men", "Women", "All"], 73000),
        "",
      ].join("\n"),
    );
    expect(spec.layout?.lastRow).toBe(7);
    expect(spec.layout?.repeatedRows).toBeUndefined();
    expect(dataset?.observations).toHaveLength(12);
  },
);
