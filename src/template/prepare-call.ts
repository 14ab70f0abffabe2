import { didYouMean } from "../diagnostics/index.ts";
import { callOf, isCall, isNumber, isPath, isString, setPosition, simpleName } from "./ast.ts";
import { builtinSignatures } from "./builtin-signatures.ts";
import type { Compilation, Guarded } from "./compilation.ts";
import type { ArgumentKind, HelperSignature } from "./helpers/helper.ts";
import { helpers } from "./helpers/index.ts";
import { markDigits } from "./mark-digits.ts";
import { isNamedKind } from "./named-things.ts";

/** Where a call stands, and how to remember what is found in it. */
export interface CallSite {
  readonly compilation: Compilation;
  readonly scope: Guarded;
  /** Index of the position of a node; with an offset, of a character within a string. */
  positionOf(node: hbs.AST.Node, offset?: number): number;
  /** A variable is used that should be known. */
  useVariable(name: string, position: number): void;
}

type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;
type Form = "print" | "block" | "argument";

export const getHelper = "$get";
export const printHelper = "$print";

export const signatureOf = (name: string): HelperSignature | undefined =>
  helpers.get(name) ?? builtinSignatures.get(name);

/** Checks a call against the helper's signature, prepares its arguments; gives the signature, unless there is none. */
export function prepareCall(call: Call, form: Form, site: CallSite): HelperSignature | undefined {
  const { compilation } = site;
  const position = site.positionOf(call);
  const name = simpleName(call.path);
  const signature = name === undefined ? undefined : signatureOf(name);
  if (!signature) {
    const written = String((call.path as hbs.AST.PathExpression).original);
    compilation.error(
      {
        code: "unknown-helper",
        message: `There is no helper "${written}".`,
        hint: didYouMean(written, [...helpers.keys(), ...builtinSignatures.keys()]),
      },
      position,
    );
    return undefined;
  }
  checkForm(signature, form, site, position);
  checkCount(signature, call, site, position);
  call.params = call.params.map((param, index) =>
    prepareArgument(param, { kind: signature.parameters[index] ?? signature.rest ?? "any", signature, site }),
  );
  for (const pair of call.hash?.pairs ?? []) {
    const kind = signature.hash?.[pair.key];
    if (kind === undefined) {
      compilation.error(
        {
          code: "unknown-option",
          message: `{{${signature.name}}} has no option "${pair.key}".`,
          hint: didYouMean(pair.key, Object.keys(signature.hash ?? {})),
        },
        site.positionOf(pair),
      );
    }
    pair.value = prepareArgument(pair.value, { kind: kind ?? "any", signature, site });
  }
  if (helpers.has(signature.name)) setPosition(call, position);
  return signature;
}

function checkForm({ name, makes, block }: HelperSignature, form: Form, site: CallSite, position: number): void {
  const faults: Readonly<Record<Form, readonly [boolean, string, string]>> = {
    print: [block === "always", `{{${name}}} wraps content.`, `Write {{#${name}}}…{{/${name}}}.`],
    block: [
      block === undefined,
      `{{#${name}}} holds no content.`,
      `Write {{${name} …}}, with no closing {{/${name}}}.`,
    ],
    argument: [
      makes === "elements" || block === "always",
      `(${name} …) cannot be an argument of another helper.`,
      "It makes elements; arguments are ids, words and values.",
    ],
  };
  const [wrong, message, hint] = faults[form];
  const [printsNothing, nothingMessage, nothingHint] = [
    form === "print" && makes === "values" && block !== "always",
    `{{${name}}} prints nothing.`,
    `Use it in {{#if (${name} …)}} or {{#each (${name} …)}}.`,
  ];
  if (wrong) site.compilation.error({ code: "misused-helper", message, hint }, position);
  else if (printsNothing) {
    site.compilation.error({ code: "misused-helper", message: nothingMessage, hint: nothingHint }, position);
  }
}

function checkCount({ name, parameters, rest }: HelperSignature, call: Call, site: CallSite, position: number): void {
  const given = call.params.length;
  if (given >= parameters.length && (given === parameters.length || rest !== undefined)) return;
  const wanted = parameters.map((kind) => (isNamedKind(kind) ? `the id of a ${kind}` : `a ${kind}`)).join(" and ");
  site.compilation.error(
    {
      code: "wrong-arguments",
      message: `{{${name}}} takes ${wanted || "no argument"}, not ${given === 0 ? "nothing" : `${given} arguments`}.`,
      hint: parameters.length > 0 && given === 0 ? `Write {{${name} "…"}}.` : 'Options are written name="…".',
    },
    position,
  );
}

interface ArgumentSite {
  readonly kind: ArgumentKind;
  readonly signature: HelperSignature;
  readonly site: CallSite;
}

function prepareArgument(node: hbs.AST.Expression, { kind, signature, site }: ArgumentSite): hbs.AST.Expression {
  if (isNumber(node) && kind !== "any") {
    site.compilation.error(
      {
        code: "number-argument",
        message: `{{${signature.name}}} is given the number ${node.original}, which could not be traced to the data.`,
        hint: "Give the id of a claim; words that hold digits go in quotation marks.",
      },
      site.positionOf(node),
    );
  }
  if (kind === "literal" && !isString(node) && !isNumber(node)) {
    const written = isPath(node) ? node.original : "(…)";
    site.compilation.error(
      {
        code: "literal-argument",
        message: `{{${signature.name}}} takes words of the template, not the value of ${written}, which could be any figure.`,
        hint: `Write the words themselves: {{${signature.name} "0800 1111"}}. A value is printed by {{${isPath(node) ? node.original : "…"}}}.`,
      },
      site.positionOf(node),
    );
    return node;
  }
  if (isString(node)) {
    if (isNamedKind(kind)) {
      const reference = { kind, id: node.value, helper: signature.name, position: site.positionOf(node) };
      site.compilation.references.push({ ...reference, scope: site.scope });
    }
    if (kind === "text") markString(node, site);
    return node;
  }
  return prepareValue(node, site);
}

/** Marks the digits of words that an author wrote as an argument. */
export function markString(node: hbs.AST.StringLiteral, site: CallSite): void {
  node.value = markDigits(node.value, (offset) => site.positionOf(node, offset));
}

/** What Handlebars' own data variables offer to templates. */
const dataVariables = new Set(["root", "index", "key", "first", "last"]);

/** An expression whose value is used: variables are looked up by `$get`, which knows what to do about one that is missing. */
export function prepareValue(node: hbs.AST.Expression, site: CallSite): hbs.AST.Expression {
  if (isCall(node)) {
    prepareCall(node, "argument", site);
    return node;
  }
  if (!isPath(node)) return node;
  const position = site.positionOf(node);
  const [first, second] = node.parts;
  if (node.data && !dataVariables.has(first ?? "")) {
    site.compilation.error(
      {
        code: "unknown-variable",
        message: `There is no ${node.original}.`,
        hint: didYouMean(first ?? "", dataVariables),
      },
      position,
    );
  }
  const name = node.data ? (first === "root" ? second : undefined) : first;
  if (name !== undefined) site.useVariable(name, position);
  const words = { type: "StringLiteral", value: node.original, original: node.original, loc: node.loc };
  return callOf(getHelper, [node, words as hbs.AST.StringLiteral], { loc: node.loc, position });
}
