import ts from "typescript";

/**
 * Lets the objects that one literal makes share a hidden class. V8 of Node 20 gives each `{ ...first, more: 1 }` one of its own, which takes
 * 25 times as long as to copy it, and makes whatever reads such objects look each property up anew. A literal that begins with `...null` is
 * made another way, and means the same. From Node 22 on they share it anyway: this goes with Node 20.
 */
export function withSharedShapes(code) {
  const starts = [];
  const visit = (node) => {
    // In a pattern, what takes the rest is the last.
    if (ts.isObjectLiteralExpression(node) && node.properties.length > 1 && ts.isSpreadAssignment(node.properties[0]))
      starts.push(node.getStart() + "{".length);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("built.js", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  const ordered = starts.sort((a, b) => a - b);
  const pieces = ordered.map((start, index) => code.slice(ordered[index - 1] ?? 0, start));
  return [...pieces, code.slice(ordered.at(-1) ?? 0)].join("...null,");
}

/** The same as a plugin of tsup. */
export const sharedShapes = {
  name: "shared-shapes",
  renderChunk: (code) => ({ code: withSharedShapes(code) }),
};
