import { keywordOf, keywordsOf, type ValueNodes } from "../../../stylesheet/index.ts";
import type { Align, AlignKeyword, ComputedStyle, Distribution, DistributionKeyword } from "../computed-style.ts";
import type { PropertyRecord, PropertyRecords } from "../property.ts";
import { fixed, lengthProperty, same } from "../property-kinds.ts";

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

const distribution = (plain: readonly DistributionKeyword[]): PropertyRecord<Distribution> => ({
  initial: { keyword: "normal", isSafe: false },
  values: ["(safe \\| unsafe)?", ...plain, ...positions].join(" \\| ").replace("? \\|", "?"),
  parse: fixed((nodes) => readAlignment<DistributionKeyword>(nodes, { plain, placed: positions })),
});

const alignOf = (nodes: ValueNodes) =>
  readAlignment<AlignKeyword>(nodes, {
    plain: ["normal", "stretch", "baseline", "last baseline"],
    placed: selfPositions,
  });

const alignValues = ["(safe \\| unsafe)? normal", "stretch", "(first \\| last)? baseline", ...selfPositions].join(
  " \\| ",
);

const items: PropertyRecord<Align> = {
  initial: { keyword: "normal", isSafe: false },
  values: alignValues,
  parse: fixed((nodes) => {
    // `legacy` is for descendants of old elements: alone it is the initial value (CSS Box Alignment 3, 6.1).
    const words = keywordsOf(nodes);
    const plain = words?.includes("legacy") ? nodes.filter((_, index) => words[index] !== "legacy") : nodes;
    return plain.length === 0 ? { keyword: "normal", isSafe: false } : alignOf(plain);
  }),
};

const self: PropertyRecord<Align | "auto"> = {
  initial: "auto",
  values: `auto \\| ${alignValues}`,
  parse: fixed((nodes) => (keywordOf(nodes) === "auto" ? "auto" : alignOf(nodes))),
};

const rowGap: PropertyRecord<ComputedStyle["rowGap"]> = lengthProperty<0>({
  initial: 0,
  keywords: { normal: 0 },
});

export const alignmentProperties = {
  justifyContent: distribution(["normal", "stretch", ...spaces]),
  alignContent: distribution(["normal", "stretch", "baseline", "last baseline", ...spaces]),
  justifyItems: items,
  alignItems: items,
  justifySelf: self,
  alignSelf: self,
  rowGap,
  // Columns of text have one by default, items of a container have none.
  columnGap: lengthProperty({ initial: "normal", keywords: same("normal") }),
} satisfies PropertyRecords;
