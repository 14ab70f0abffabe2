import fc from "fast-check";
import { expect, test } from "vitest";
import { auditNeighbours } from "../../src/document/audit-neighbours.ts";
import type { TextPiece } from "../../src/document/read-traced-text.ts";
import { englishWords } from "../../src/language/index.ts";
import { trials } from "../support/trials.ts";

const invisible = /[\p{Default_Ignorable_Code_Point}\u200B]/gu;
const oneNumber = /\p{N}(?:[.,'’/⁄∕\u00A0\u2007\u2009\u202F]?\p{N})*/gu;

/** By the text alone: each number that digits of two traced pieces are read as. */
function joinedIn(pieces: readonly TextPiece[]): readonly string[] {
  const owners = pieces.flatMap((piece) => [...piece.text.replaceAll(invisible, "")].map(() => piece));
  const text = pieces.map((piece) => piece.text.replaceAll(invisible, "")).join("");
  return [...text.matchAll(oneNumber)].flatMap(({ 0: found, index }) => {
    const within = new Set(owners.slice(index, index + found.length));
    return [...within].filter(({ run, text: own }) => run && /\p{N}/u.test(own)).length > 1 ? [found] : [];
  });
}

test("property: figures side by side are read as one wherever nothing parts them", () => {
  const text = fc
    .array(fc.constantFrom("1", "23", " ", "a", "B", ",", ".", "\u200B", "\u00AD", "\u00A0", "½", "–", "é", "%"), {
      maxLength: 4,
    })
    .map((parts) => parts.join(""));
  const run: TextPiece["run"] = { kind: "claim", id: "c", value: 1 };
  const piece = fc
    .record({ text, isTraced: fc.boolean() })
    .map(({ isTraced, ...own }): TextPiece => ({ ...own, run: isTraced ? run : null, marks: [] }));
  fc.assert(
    fc.property(fc.array(piece, { minLength: 2, maxLength: 6 }), (pieces) => {
      const told: string[] = [];
      auditNeighbours(
        { type: "root", children: [] },
        {
          elements: [],
          flows: [{ where: "the text", pieces }],
          affixes: englishWords().figureAffixes,
          unitOf: () => undefined,
        },
        ({ message }) => {
          if (message.includes("side by side")) told.push(message);
        },
      );
      const joined = joinedIn(pieces);
      expect(told.length > 0).toBe(joined.length > 0);
      for (const found of joined) expect(told.some((message) => message.includes(`"${found}"`))).toBe(true);
    }),
    { numRuns: trials(2000, 2000) },
  );
});
