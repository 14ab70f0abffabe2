import { isPath, isString } from "./ast.ts";
import { markString, prepareValue } from "./prepare-call.ts";
import { positionOf, siteOf, type Walk } from "./walk.ts";

/** Checks a call of a partial, and remembers it: the partial itself is read later. */
export function preparePartial(statement: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, walk: Walk): void {
  const { compilation, partial, guards } = walk;
  const position = positionOf(statement, walk);
  const site = siteOf(walk);
  statement.params = statement.params.map((param) => prepareValue(param, site));
  for (const pair of statement.hash?.pairs ?? []) {
    compilation.partialArguments.add(pair.key);
    if (isString(pair.value)) markString(pair.value, site);
    pair.value = prepareValue(pair.value, site);
  }
  if (walk.html.context.mode !== "text") {
    compilation.error(
      {
        code: "misplaced-partial",
        message: "A partial stands within a tag.",
        hint: "Partials hold whole elements or text; put it between tags.",
      },
      position,
    );
  }
  if (!isPath(statement.name)) {
    compilation.error(
      { code: "unknown-partial", message: "The name of a partial is written out, not computed.", hint: "Use {{#if}}." },
      position,
    );
    return;
  }
  // What a caller put between {{#> name}} and {{/name}}.
  if (statement.name.original === "@partial-block") {
    if (partial === undefined)
      compilation.error(
        {
          code: "misplaced-partial",
          message: "{{> @partial-block}} stands in a template, which nobody calls with a block.",
          hint: "Set it in a partial: it prints what stands between {{#> name}} and {{/name}}.",
        },
        position,
      );
    else compilation.blockPartials.add(partial);
    return;
  }
  const fallback = statement.type === "PartialBlockStatement";
  compilation.partialCalls.push({ name: statement.name.original, position, fallback, partial, guards });
}
