import { isPath, isString, pathTo, setPosition, simpleName } from "./ast.ts";
import type { Compilation } from "./compilation.ts";
import { guardsOf } from "./guards-of.ts";
import type { HelperSignature } from "./helpers/helper.ts";
import { type HtmlPlace, markHtmlDigits, startOfText } from "./html-place.ts";
import { type CallSite, markString, prepareCall, prepareValue, printHelper, signatureOf } from "./prepare-call.ts";
import type { TemplatePosition } from "./traced-text.ts";

/** Where the walk is. `html` moves on as pieces of the template are read; the rest holds for a whole block. */
interface Walk {
  readonly compilation: Compilation;
  readonly file: string;
  readonly partial: string | undefined;
  readonly guards: ReadonlySet<string>;
  /** Names that a block gives to what it loops over. */
  readonly blockParameters: ReadonlySet<string>;
  /** In `each` or `with`, where names may be fields of an item. */
  readonly inItem: boolean;
  readonly html: { place: HtmlPlace };
}

interface Source {
  readonly file: string;
  readonly partial: string | undefined;
}

/**
 * Checks a parsed source and rewrites it in place, to be compiled: every digit that the author typed gets a position
 * mark, every helper call learns where it stands, every variable is looked up and printed by the house's own rules.
 */
export function prepareProgram(program: hbs.AST.Program, source: Source, compilation: Compilation): void {
  const html = { place: startOfText };
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
    const original = statement.original as unknown as string;
    const start = original.indexOf(statement.value);
    const { line, column } = statement.loc.start;
    const positionAt = (offset: number) =>
      addPosition(walk, placeIn(original.slice(0, start + offset), { file: walk.file, line, column: column + 1 }));
    const marked = markHtmlDigits(statement.value, walk.html.place, positionAt);
    statement.value = marked.text;
    walk.html.place = marked.place;
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
      if (signature) checkPlace(signature, walk, position);
      return;
    }
    checkPlace({ name: path.original, makes: "text" }, walk, position);
    statement.params = [prepareValue(path, site)];
    statement.path = pathTo(printHelper, statement.loc);
    setPosition(statement, position);
  },

  BlockStatement(statement: hbs.AST.BlockStatement, walk: Walk) {
    const position = positionOf(statement, walk);
    const signature = prepareCall(statement, "block", siteOf(walk));
    if (signature?.makes === "elements") checkPlace(signature, walk, position);
    const before = walk.html.place;
    const inItem = walk.inItem || signature?.name === "each" || signature?.name === "with";
    const guards = guardsOf(statement);
    if (statement.program) {
      const blockParameters = new Set([...walk.blockParameters, ...(statement.program.blockParams ?? [])]);
      prepareBody(statement.program, {
        ...walk,
        guards: new Set([...walk.guards, ...guards.inside]),
        blockParameters,
        inItem,
      });
    }
    const after = walk.html.place;
    if (!statement.inverse) return;
    walk.html.place = before;
    prepareBody(statement.inverse, { ...walk, guards: new Set([...walk.guards, ...guards.otherwise]) });
    if (statement.program && walk.html.place.mode !== after.mode) {
      walk.compilation.error(
        {
          code: "unbalanced-branches",
          message: "The branches of this block end at different places in the HTML, one within a tag.",
          hint: "Close the tag or the quotation marks in both.",
        },
        position,
      );
    }
    walk.html.place = after;
  },

  PartialStatement(statement: hbs.AST.PartialStatement, walk: Walk) {
    preparePartial(statement, walk);
  },

  PartialBlockStatement(statement: hbs.AST.PartialBlockStatement, walk: Walk) {
    preparePartial(statement, walk);
    prepareBody(statement.program, walk);
  },
};

function preparePartial(statement: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, walk: Walk): void {
  const { compilation, partial, guards } = walk;
  const position = positionOf(statement, walk);
  const site = siteOf(walk);
  statement.params = statement.params.map((param) => prepareValue(param, site));
  for (const pair of statement.hash?.pairs ?? []) {
    compilation.partialArguments.add(pair.key);
    if (isString(pair.value)) markString(pair.value, site);
    pair.value = prepareValue(pair.value, site);
  }
  if (walk.html.place.mode !== "text") {
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
  const fallback = statement.type === "PartialBlockStatement";
  compilation.partialCalls.push({ name: statement.name.original, position, fallback, partial, guards });
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

/** Refuses output where HTML would not hold it: it would end an attribute, or start an element within one. */
function checkPlace({ name, makes }: Pick<HelperSignature, "name" | "makes">, walk: Walk, position: number): void {
  const { mode } = walk.html.place;
  const quoted = mode === "double-quoted" || mode === "single-quoted";
  if (mode === "text" || mode === "comment" || (quoted && makes !== "elements")) return;
  const [where, hint] = quoted
    ? ["an attribute", "It makes elements; print words here."]
    : mode === "raw" || mode === "declaration"
      ? ["a style sheet, a script or a declaration", "Print it in the text."]
      : ["a tag outside quotation marks", 'Write it as name="{{…}}".'];
  walk.compilation.error({ code: "misplaced-output", message: `{{${name}}} stands in ${where}.`, hint }, position);
}

/** What the checking of a call needs to know of the walk. */
function siteOf(walk: Walk): CallSite {
  const { compilation, partial, guards } = walk;
  return {
    compilation,
    place: { partial, guards },
    positionOf: (node, offset) => positionOf(node, walk, offset),
    useVariable(name, position) {
      if (walk.inItem || walk.blockParameters.has(name)) return;
      compilation.variables.push({ name, position, partial, guards });
    },
  };
}

/** Of a node; with an offset, of a character of a string, which starts after its quotation mark. */
function positionOf({ loc }: hbs.AST.Node, walk: Walk, offset?: number): number {
  const column = loc.start.column + 1 + (offset === undefined ? 0 : 1 + offset);
  return addPosition(walk, { file: walk.file, line: loc.start.line, column });
}

const addPosition = (walk: Walk, position: TemplatePosition) => walk.compilation.positions.add(position);

/** The position after some text that starts at a position. */
function placeIn(before: string, start: TemplatePosition): TemplatePosition {
  const lines = before.split("\n");
  const lastLength = (lines.at(-1) as string).length;
  if (lines.length === 1) return { ...start, column: start.column + lastLength };
  return { ...start, line: start.line + lines.length - 1, column: lastLength + 1 };
}
