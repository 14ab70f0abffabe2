import { numberOf } from "../../../stylesheet/index.ts";
import type { BreakBetween } from "../computed-style.ts";
import type { Property } from "../property.ts";
import { keywordProperty, type PropertiesOf } from "../property-kinds.ts";

const breaks: Readonly<Record<string, BreakBetween>> = {
  auto: "auto",
  avoid: "avoid",
  "avoid-page": "avoid",
  "avoid-column": "avoid",
  column: "column",
  page: "page",
  always: "page",
  left: "left",
  right: "right",
  verso: "left",
  recto: "right",
};

const lineCount = (name: string): Property<number> => ({
  name,
  inherited: true,
  initial: 2,
  values: "integer",
  parse(nodes) {
    const count = numberOf(nodes);
    return count !== undefined && Number.isInteger(count) && count > 0 ? () => count : undefined;
  },
});

export const fragmentationProperties: PropertiesOf<
  "page" | "breakBefore" | "breakAfter" | "breakInside" | "orphans" | "widows"
> = {
  // `auto` means the page of the parent (CSS Paged Media 3, 8.1), so that it comes to the same as inheriting.
  page: {
    name: "page",
    inherited: true,
    initial: "",
    values: "auto \\| name",
    parse(nodes) {
      const [node] = nodes;
      if (nodes.length !== 1 || node?.type !== "Identifier") return undefined;
      const { name } = node;
      return name.toLowerCase() === "auto" ? ({ parent }) => parent.page : () => name;
    },
  },
  breakBefore: keywordProperty("break-before", { initial: "auto", keywords: breaks }),
  breakAfter: keywordProperty("break-after", { initial: "auto", keywords: breaks }),
  breakInside: keywordProperty("break-inside", {
    initial: "auto",
    keywords: { auto: "auto", avoid: "avoid", "avoid-page": "avoid", "avoid-column": "avoid" },
  }),
  orphans: lineCount("orphans"),
  widows: lineCount("widows"),
};
