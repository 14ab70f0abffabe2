import type { BreakBetween } from "../computed-style.ts";
import type { PropertyRecords } from "../property.ts";
import { integerProperty, keywordProperty } from "../property-kinds.ts";

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

const lineCount = integerProperty({ inherited: true, initial: 2, least: 1 });

export const fragmentationProperties = {
  // `auto` means the page of the parent (CSS Paged Media 3, 8.1), so that it comes to the same as inheriting.
  page: {
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
  breakBefore: keywordProperty({ initial: "auto", keywords: breaks }),
  breakAfter: keywordProperty({ initial: "auto", keywords: breaks }),
  breakInside: keywordProperty({
    initial: "auto",
    keywords: { auto: "auto", avoid: "avoid", "avoid-page": "avoid", "avoid-column": "avoid" },
  }),
  orphans: lineCount,
  widows: lineCount,
} satisfies PropertyRecords;
