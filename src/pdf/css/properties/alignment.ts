import { keywordOf, keywordsOf, type ValueNodes } from "../../../stylesheet/index.ts";
import type { Align, AlignKeyword, ComputedStyle, Distribution, DistributionKeyword } from "../computed-style.ts";
import type { Compute, Property } from "../property.ts";
import { lengthProperty, type PropertiesOf, same } from "../property-kinds.ts";

const positions = ["center", "start", "end", "flex-start", "flex-end", "left", "right"] as const;
const selfPositions = [...positions, "self-start", "self-end"] as const;
const spaces = ["space-between", "space-around", "space-evenly"] as const;

/** `overflow` is `safe` or `unsafe`, and stands before a position (CSS Box Alignment 3, 4.4). */
function readAlignment<K extends string>(
  nodes: ValueNodes,
  { plain, placed }: { readonly plain: readonly K[]; readonly placed: readonly K[] },
): { readonly keyword: K; readonly isSafe: boolean } | undefined {
  const words = keywordsOf(nodes) ?? [];
  const text = words.join(" ").replace(/^first baseline$/, "baseline");
  const [, overflow, rest] = /^(?:(safe|unsafe) )?(.+)$/.exec(text) ?? [];
  const keyword = (overflow === undefined ? [...plain, ...placed] : placed).find((each) => each === rest);
  return keyword === undefined ? undefined : { keyword, isSafe: overflow === "safe" };
}

const distribution = (name: string, plain: readonly DistributionKeyword[]): Property<Distribution> => ({
  name,
  inherited: false,
  initial: { keyword: "normal", isSafe: false },
  values: ["(safe \\| unsafe)?", ...plain, ...positions].join(" \\| ").replace("? \\|", "?"),
  parse(nodes) {
    const value = readAlignment<DistributionKeyword>(nodes, { plain, placed: positions });
    return value && (() => value);
  },
});

const alignOf = (nodes: ValueNodes) =>
  readAlignment<AlignKeyword>(nodes, {
    plain: ["normal", "stretch", "baseline", "last baseline"],
    placed: selfPositions,
  });

const alignValues = ["(safe \\| unsafe)? normal", "stretch", "(first \\| last)? baseline", ...selfPositions].join(
  " \\| ",
);

const items = (name: string): Property<Align> => ({
  name,
  inherited: false,
  initial: { keyword: "normal", isSafe: false },
  values: alignValues,
  parse(nodes) {
    // `legacy` is for descendants of old elements: alone it is the initial value (CSS Box Alignment 3, 6.1).
    const words = keywordsOf(nodes);
    const plain = words?.includes("legacy") ? nodes.filter((_, index) => words[index] !== "legacy") : nodes;
    const value = plain.length === 0 ? ({ keyword: "normal", isSafe: false } as const) : alignOf(plain);
    return value && (() => value);
  },
});

const self = (name: string): Property<Align | "auto"> => ({
  name,
  inherited: false,
  initial: "auto",
  values: `auto \\| ${alignValues}`,
  parse(nodes): Compute<Align | "auto"> | undefined {
    if (keywordOf(nodes) === "auto") return () => "auto";
    const value = alignOf(nodes);
    return value && (() => value);
  },
});

const rowGap: Property<ComputedStyle["rowGap"]> = lengthProperty<0>("row-gap", {
  initial: 0,
  keywords: { normal: 0 },
});

export const alignmentProperties: PropertiesOf<
  | "justifyContent"
  | "alignContent"
  | "justifyItems"
  | "alignItems"
  | "justifySelf"
  | "alignSelf"
  | "rowGap"
  | "columnGap"
> = {
  justifyContent: distribution("justify-content", ["normal", "stretch", ...spaces]),
  alignContent: distribution("align-content", ["normal", "stretch", "baseline", "last baseline", ...spaces]),
  justifyItems: items("justify-items"),
  alignItems: items("align-items"),
  justifySelf: self("justify-self"),
  alignSelf: self("align-self"),
  rowGap,
  // Columns of text have one by default, items of a container have none.
  columnGap: lengthProperty("column-gap", { initial: "normal", keywords: same("normal") }),
};
