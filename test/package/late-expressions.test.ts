import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { withLateExpressions } from "../../.config/late-expressions.mjs";

/** What a module says of itself when it has begun, and what its functions give, asked twice. */
const runs = (code: string): unknown => JSON.parse(runInNewContext(code) as string);

const asked = `
  const letters = /\\p{L}+/gu;
  const digits = /\\d/u;
  const words = { counted: /^\\p{L}+$/u, stops: /^a$/, ["own"]: /\\p{Lu}/u };
  const first = (text) => letters.exec(text)?.[0] ?? null;
  const both = () => ({ letters, isOne: letters === both2(), counted: words.counted === words.counted });
  function both2() { return letters; }
  JSON.stringify([first("ab cd"), first("ab cd"), digits.test("1"), { ...words }.counted.source, both().letters.lastIndex, both().isOne, both().counted, Object.keys(words)]);`;

describe("the command line as it is built", () => {
  it("makes expressions with classes of Unicode when a function asks for them, each once", () => {
    const built = withLateExpressions(asked);
    expect(built).toMatch(/^let letters, lateExpression0;/);
    expect(built).toContain("(letters ??= /\\p{L}+/gu).exec(text)");
    expect(built).toContain("const digits = ");
    expect(built).toContain("get counted() {");
    expect(runs(built)).toEqual(runs(asked));
  });

  it.each([
    ["is exported", "export const letters = /\\p{L}/u; const is = (text) => letters.test(text);"],
    ["is asked while the module begins", "const letters = /\\p{L}/u; const isOne = letters.test('a');"],
    ["is a name of something else, too", "const letters = /\\p{L}/u; const is = (letters) => letters.length;"],
    ["is the type of something", "const letters = /\\p{L}/u; const is = (of: typeof letters) => of;"],
    ["is made by a function", "const is = (text) => { const letters = /\\p{L}/u; return letters.test(text); };"],
    ["has no such class", "const letters = /[a-z]/u; const is = (text) => letters.test(text);"],
  ])("leaves alone what %s", (_, code) => {
    expect(withLateExpressions(code)).toBe(code);
  });
});
