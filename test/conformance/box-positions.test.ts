import fc from "fast-check";
import { afterAll, describe, expect } from "vitest";
import { trials } from "../support/trials.ts";
import { lazily } from "./lazily.ts";
import { differingBoxes, openBoxBrowser, ourBoxes } from "./parity/compare-boxes.ts";
import { testWith } from "./test-with.ts";

/** An element and what is in it; a box without children is as large as what it says. */
interface Tree {
  readonly style: string;
  readonly children: readonly Tree[];
}

const px = (min: number, max: number) => fc.integer({ min, max }).map((value) => `${value}px`);
const percent = fc.constantFrom("10%", "25%", "50%", "100%");
const maybe = (name: string, value: fc.Arbitrary<string>, freq = 4) =>
  fc.option(value, { freq, nil: undefined }).map((each) => (each === undefined ? "" : `${name}:${each};`));
const all = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((found) => found.join(""));

const edges = all(
  maybe("margin", fc.constantFrom("4px", "0 auto", "auto 3px", "5px 0 0 7px", "0 0 0 auto"), 3),
  maybe("padding", px(1, 9), 3),
  maybe("border", fc.constant("2px solid"), 3),
  maybe("box-sizing", fc.constantFrom("border-box", "content-box"), 2),
);
const sizes = all(
  maybe("width", fc.oneof(px(0, 220), percent), 1),
  maybe("min-width", fc.oneof(px(0, 90), fc.constant("0")), 1),
  maybe("max-width", px(20, 200), 1),
  maybe("min-height", px(0, 60), 1),
);
const selfAligns = fc.constantFrom(
  "start",
  "end",
  "center",
  "stretch",
  "flex-start",
  "flex-end",
  "self-end",
  "baseline",
);
const distributions = fc.constantFrom(
  ...["start", "end", "center", "stretch", "flex-start", "flex-end", "left", "right"],
  ...["space-between", "space-around", "space-evenly", "safe center"],
);
const flexItem = all(
  maybe("flex", fc.constantFrom("1", "2 1 0", "0 0 auto", "1 1 40px", "none", "0 1 30%", "0.3"), 2),
  maybe("order", fc.constantFrom("-1", "1", "2"), 1),
  maybe("align-self", selfAligns, 1),
);
const line = fc.constantFrom("1", "2", "3", "-1", "-2", "span 2", "a", "b 2", "auto");
const gridItem = all(
  maybe(
    "grid-column",
    fc.oneof(
      line,
      fc.tuple(line, line).map(([start, end]) => `${start} / ${end}`),
    ),
    1,
  ),
  maybe(
    "grid-row",
    fc.oneof(
      line,
      fc.tuple(line, line).map(([start, end]) => `${start} / ${end}`),
    ),
    1,
  ),
  maybe("justify-self", selfAligns, 1),
  maybe("align-self", selfAligns, 1),
  maybe("order", fc.constantFrom("-1", "1"), 1),
);
const flexContainer = all(
  fc.constant("display:flex;"),
  maybe("flex-direction", fc.constantFrom("row", "row-reverse", "column", "column-reverse")),
  maybe("flex-wrap", fc.constantFrom("wrap", "wrap-reverse")),
  maybe("gap", fc.constantFrom("5px", "3px 8px")),
  maybe("justify-content", distributions),
  maybe("align-content", distributions),
  maybe("align-items", selfAligns, 2),
  maybe("direction", fc.constantFrom("rtl", "ltr"), 2),
);
const track = fc.constantFrom(
  "40px",
  "1fr",
  "2fr",
  "auto",
  "min-content",
  "max-content",
  "25%",
  "minmax(20px, 1fr)",
  "minmax(0, 60px)",
  "fit-content(50px)",
  "0.4fr",
);
const tracks = fc.oneof(
  fc.array(track, { minLength: 1, maxLength: 4 }).map((list) => list.join(" ")),
  fc.constantFrom(
    "[a] 50px [b] 1fr [a b]",
    "repeat(2, [b] 30px auto)",
    "repeat(auto-fill, 70px)",
    "repeat(auto-fit, minmax(60px, 1fr))",
  ),
);
const gridContainer = all(
  fc.constant("display:grid;"),
  maybe("grid-template-columns", tracks, 9),
  maybe("grid-template-rows", tracks, 1),
  maybe("grid-auto-rows", fc.constantFrom("20px", "auto 30px", "min-content"), 1),
  maybe("grid-auto-columns", fc.constantFrom("30px", "auto", "1fr"), 1),
  maybe("grid-auto-flow", fc.constantFrom("dense", "column", "column dense"), 2),
  maybe("gap", fc.constantFrom("5px", "3px 8px")),
  maybe("justify-content", distributions, 2),
  maybe("align-content", distributions, 2),
  maybe("justify-items", selfAligns, 2),
  maybe("align-items", selfAligns, 2),
  maybe("direction", fc.constantFrom("rtl", "ltr"), 2),
);

/** Content: a box that cannot be broken. */
const leaf = fc
  .tuple(px(0, 120), px(0, 50))
  .map(([width, height]): Tree => ({ style: `width:${width};height:${height}`, children: [] }));

function items(item: fc.Arbitrary<string>, depth: number): fc.Arbitrary<readonly Tree[]> {
  const inner: fc.Arbitrary<Pick<Tree, "style" | "children">> =
    depth === 0
      ? fc.oneof(fc.array(leaf, { maxLength: 2 }).map((children) => ({ style: "", children })))
      : fc.oneof(
          { weight: 2, arbitrary: fc.array(leaf, { maxLength: 2 }).map((children) => ({ style: "", children })) },
          { weight: 1, arbitrary: container(depth - 1) },
        );
  return fc.array(
    fc
      .tuple(inner, item, edges, sizes)
      .map(([{ style, children }, own, edge, size]): Tree => ({ style: style + own + edge + size, children })),
    { minLength: 1, maxLength: 5 },
  );
}

function container(depth: number): fc.Arbitrary<Tree> {
  const of = (style: fc.Arbitrary<string>, item: fc.Arbitrary<string>) =>
    fc.tuple(style, items(item, depth)).map(([own, children]): Tree => ({ style: own, children }));
  return fc.oneof(of(flexContainer, flexItem), of(gridContainer, gridItem));
}

const height = maybe("height", px(150, 400), 1);
const documents = fc.tuple(container(1), height, maybe("width", px(100, 500), 3)).map(([tree, tall, wide]) => {
  let count = 0;
  const html = ({ style, children }: Tree): string => {
    count += 1;
    return `<div id="b${count}" style="${style}">${children.map(html).join("")}</div>`;
  };
  const root = html({ ...tree, style: tree.style + tall + wide });
  return `<!DOCTYPE html><html lang="en"><title>x</title><style>body { margin: 0 }</style><body>${root}</body></html>`;
});

const browser = lazily(openBoxBrowser);

afterAll(async () => (await browser()).close());

/** Of the documents, those whose every box is where Chromium has it. */
const leastShare = 0.85;

describe("flex and grid", () => {
  testWith("chromium", "checkers")("stand where Chromium puts them, in most trees of random styles", async () => {
    const { boxes } = await browser();
    const sampled = fc.sample(documents, { numRuns: trials(3_000, 300), seed: 7 });
    const differing: string[] = [];
    for (const html of sampled) {
      const differs = differingBoxes(ourBoxes(html), await boxes(html));
      if (differs.length > 0) differing.push([html, ...differs].join("\n"));
    }
    const share = 1 - differing.length / sampled.length;
    const smallest = differing.sort((one, other) => one.length - other.length).slice(0, 3);
    expect(share, smallest.join("\n\n")).toBeGreaterThanOrEqual(leastShare);
  });
});
