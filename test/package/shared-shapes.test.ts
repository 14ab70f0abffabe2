import { execFileSync } from "node:child_process";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { withSharedShapes } from "../../.config/shared-shapes.mjs";

/** How many of a hundred objects have another hidden class than the one before. */
function shapesOf(literal: string): number {
  const script = `
    const make = (first, index) => (${literal});
    let before = make({ a: 1, b: "x" }, 0);
    let others = 0;
    for (let index = 1; index < 200; index += 1) {
      const made = make({ a: 1, b: "x" }, index);
      if (index >= 100 && !%HaveSameMap(before, made)) others += 1;
      before = made;
    }
    console.log(others);`;
  return Number(execFileSync(process.execPath, ["--allow-natives-syntax", "-e", script], { encoding: "utf8" }));
}

const copies = ["{ ...first, c: index }", "{...first,c:index,...{d:1}}", "{ ...first, ['c']: { ...first, d: 2 } }"];

describe("built code", () => {
  it.each(copies)("makes objects of one shape of %s", (literal) => {
    const built = withSharedShapes(`(${literal})`);
    expect(shapesOf(built.slice(1, -1))).toBe(0);
  });

  it("means the same as what was written, and leaves alone what copies nothing, texts and patterns", () => {
    const code = `
      const first = { a: 1, get b() { return 2; } };
      const { ...rest } = first;
      let other;
      ({ ...other } = { ...first, a: 3 });
      const took = ({ a, ...more }) => ({ ...more, a, "…": \`\${{ ...first, d: 4 }.d}{ ...x, y }\` });
      [rest, other, took(first), { c: 5, ...first }, { ...first }, { ...undefined, c: 6 }, "{ ...first, c: 7 }"];`;
    const built = withSharedShapes(code);
    expect(built.split("...null,")).toHaveLength(5);
    expect(JSON.stringify(runInNewContext(built))).toBe(JSON.stringify(runInNewContext(code)));
  });
});
