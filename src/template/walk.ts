import type { Compilation } from "./compilation.ts";
import type { HtmlContext } from "./html-context.ts";
import type { CallSite } from "./prepare-call.ts";
import type { TemplatePosition } from "./traced-text.ts";

/** Where the walk is. `html` moves on as pieces of the template are read; the rest holds for a whole block. */
export interface Walk {
  readonly compilation: Compilation;
  readonly file: string;
  readonly partial: string | undefined;
  readonly guards: ReadonlySet<string>;
  /** Names that a block gives to what it loops over. */
  readonly blockParameters: ReadonlySet<string>;
  /** In `each` or `with`, where names may be fields of an item. */
  readonly inItem: boolean;
  readonly html: { context: HtmlContext };
}

/** What the checking of a call needs to know of the walk. */
export function siteOf(walk: Walk): CallSite {
  const { compilation, partial, guards } = walk;
  return {
    compilation,
    scope: { partial, guards },
    positionOf: (node, offset) => positionOf(node, walk, offset),
    useVariable(name, position) {
      if (walk.inItem || walk.blockParameters.has(name)) return;
      compilation.variables.push({ name, position, partial, guards });
    },
  };
}

/** Of a node; with an offset, of a character of a string, which starts after its quotation mark. */
export function positionOf({ loc }: hbs.AST.Node, walk: Walk, offset?: number): number {
  const column = loc.start.column + 1 + (offset === undefined ? 0 : 1 + offset);
  return addPosition(walk, { file: walk.file, line: loc.start.line, column });
}

export const addPosition = (walk: Walk, position: TemplatePosition) => walk.compilation.positions.add(position);

/** The position after some text that starts at a position. */
export function positionAfter(before: string, start: TemplatePosition): TemplatePosition {
  const lines = before.split("\n");
  const lastLength = (lines.at(-1) as string).length;
  if (lines.length === 1) return { ...start, column: start.column + lastLength };
  return { ...start, line: start.line + lines.length - 1, column: lastLength + 1 };
}
