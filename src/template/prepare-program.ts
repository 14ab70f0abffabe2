import Handlebars from "handlebars";
import { isPath, pathTo, setPosition, simpleName } from "./ast.ts";
import type { Compilation } from "./compilation.ts";
import { guardsOf } from "./guards-of.ts";
import type { HelperSignature } from "./helpers/helper.ts";
import { type HtmlContext, markHtmlDigits } from "./html-context.ts";
import { prepareCall, prepareValue, printHelper, signatureOf } from "./prepare-call.ts";
import { preparePartial } from "./prepare-partial.ts";
import { addPosition, positionAfter, positionOf, siteOf, type Walk } from "./walk.ts";

interface Source {
  readonly file: string;
  readonly partial: string | undefined;
  /** Where in HTML it begins. */
  readonly context: HtmlContext;
}

/**
 * Checks a parsed source and rewrites it in place, to be compiled: every digit that the author typed gets a position
 * mark, every helper call learns where it stands, every variable is looked up and printed by the house's own rules.
 */
export function prepareProgram(program: hbs.AST.Program, source: Source, compilation: Compilation): void {
  const html = { context: source.context };
  const walk: Walk = {
    ...source,
    compilation,
    guards: new Set(),
    blockParameters: new Set(),
    inItem: false,
    html,
  };
  prepareBody(program, walk);
}

function prepareBody(program: hbs.AST.Program, walk: Walk): void {
  for (const statement of program.body) {
    const prepare = statements[statement.type as keyof typeof statements];
    if (prepare) prepare(statement as never, walk);
    else unsupported(statement, walk);
  }
}

/** By type of Handlebars statement. */
const statements = {
  CommentStatement() {},

  ContentStatement(statement: hbs.AST.ContentStatement, walk: Walk) {
    // The text as it was typed, which its types call flags.
    const original = String(statement.original);
    const start = original.indexOf(statement.value);
    const { line, column } = statement.loc.start;
    const positionAt = (offset: number) =>
      addPosition(
        walk,
        positionAfter(original.slice(0, start + offset), { file: walk.file, line, column: column + 1 }),
      );
    const marked = markHtmlDigits(statement.value, walk.html.context, positionAt);
    statement.value = marked.context.mode === "plain" ? Handlebars.escapeExpression(marked.text) : marked.text;
    walk.html.context = marked.context;
  },

  MustacheStatement(statement: hbs.AST.MustacheStatement, walk: Walk) {
    const site = siteOf(walk);
    const position = site.positionOf(statement);
    if (!statement.escaped) {
      walk.compilation.error(
        {
          code: "unescaped-output",
          message: "{{{…}}} and {{&…}} print HTML as it comes, which is not allowed: only helpers make elements.",
          hint: "Write {{…}}.",
        },
        position,
      );
    }
    const { path, params, hash } = statement;
    const name = simpleName(path);
    if (params.length > 0 || hash || !isPath(path) || (name !== undefined && signatureOf(name))) {
      const signature = prepareCall(statement, "print", site);
      if (signature) checkContext(signature, walk, position);
      return;
    }
    checkContext({ name: path.original, makes: "text" }, walk, position);
    statement.params = [prepareValue(path, site)];
    statement.path = pathTo(printHelper, statement.loc);
    setPosition(statement, position);
  },

  BlockStatement(statement: hbs.AST.BlockStatement, walk: Walk) {
    const position = positionOf(statement, walk);
    const signature = prepareCall(statement, "block", siteOf(walk));
    if (signature?.makes === "elements") checkContext(signature, walk, position);
    const before = walk.html.context;
    const { inside, otherwise } = guardsOf(statement);
    if (statement.program) prepareBody(statement.program, enterBlock(statement, walk, inside));
    const after = walk.html.context;
    walk.html.context = before;
    if (statement.inverse) prepareBody(statement.inverse, { ...walk, guards: new Set([...walk.guards, ...otherwise]) });
    if (statement.program && walk.html.context.mode !== after.mode) {
      const message =
        "Whether this block is shown changes where the HTML after it stands: a tag or a quotation is left open.";
      const hint = "Close in a branch what it opens.";
      walk.compilation.error({ code: "unbalanced-branches", message, hint }, position);
    }
    if (statement.program) walk.html.context = after;
  },

  PartialStatement: preparePartial,

  PartialBlockStatement(statement: hbs.AST.PartialBlockStatement, walk: Walk) {
    preparePartial(statement, walk);
    prepareBody(statement.program, walk);
  },
};

/** The walk of a block's content: names that exist there, names that the block gives. */
function enterBlock(block: hbs.AST.BlockStatement, walk: Walk, guards: readonly string[]): Walk {
  const given = block.program.blockParams ?? [];
  for (const name of given.filter(signatureOf)) {
    const message = `The block calls its item "${name}", which is the name of a helper.`;
    walk.compilation.error({ code: "name-taken", message, hint: "Use another name." }, positionOf(block, walk));
  }
  const name = simpleName(block.path);
  return {
    ...walk,
    guards: new Set([...walk.guards, ...guards]),
    blockParameters: new Set([...walk.blockParameters, ...given]),
    inItem: walk.inItem || name === "each" || name === "with",
  };
}

function unsupported(statement: hbs.AST.Statement, walk: Walk): void {
  walk.compilation.error(
    {
      code: "unsupported-syntax",
      message: "Decorators and inline partials ({{* …}}, {{#* …}}) are not supported.",
      hint: "Put the partial into a file of its own.",
    },
    positionOf(statement, walk),
  );
}

type Output = Pick<HelperSignature, "name" | "makes">;

/** Refuses output where HTML would not hold it: it would end an attribute, or start an element within one. */
function checkContext({ name, makes }: Output, { html, compilation }: Walk, position: number): void {
  const { mode } = html.context;
  const quoted = mode === "double-quoted" || mode === "single-quoted";
  const isOfWords = quoted || mode === "plain";
  if (mode === "text" || mode === "comment" || (isOfWords && makes !== "elements")) return;
  const [where, hint] = isOfWords
    ? [quoted ? "an attribute" : "a title or description", "It makes elements; print words here."]
    : mode === "raw" || mode === "declaration"
      ? ["a style sheet, a script or a declaration", "Print it in the text."]
      : ["a tag outside quotation marks", 'Write it as name="{{…}}".'];
  compilation.error({ code: "misplaced-output", message: `{{${name}}} stands in ${where}.`, hint }, position);
}
