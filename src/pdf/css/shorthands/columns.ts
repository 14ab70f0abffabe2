import { keywordOf } from "../../../stylesheet/index.ts";
import type { Shorthand } from "../property.ts";
import { anyOrder, sortValues } from "./any-order.ts";

const widthAndCount = ["column-width", "column-count"];

export const columns: Shorthand = {
  name: "columns",
  longhands: widthAndCount,
  values: "width, count",
  // `auto` may be either's, and is initial for both.
  expand: (nodes) =>
    nodes.length > 2
      ? undefined
      : sortValues(
          nodes.filter((node) => keywordOf([node]) !== "auto"),
          widthAndCount,
        ),
};

export const columnRule = anyOrder({
  name: "column-rule",
  longhands: ["column-rule-width", "column-rule-style", "column-rule-color"],
  values: "width, style, color",
});
