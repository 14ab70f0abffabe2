import ts from "typescript";

/**
 * Has regular expressions with classes of Unicode (`\p{L}`) made when they are first asked for. V8 reads an expression when it is made, and each
 * such class is a set that it collects character by character: most modules have some, and a run asks few of them. What stands
 * at the top of a module as `const name = /…/u` is made where the name is used, and what stands there in an object becomes a getter.
 */
export function withLateExpressions(code) {
  const file = ts.createSourceFile("module.ts", code, ts.ScriptTarget.Latest, true);
  const edits = [...constantsOf(file), ...propertiesOf(file)];
  const declared = edits.flatMap(({ name }) => name ?? []);
  if (declared.length === 0) return code;
  const text = edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((so, { start, end, written }) => so.slice(0, start) + written + so.slice(end), code);
  return `let ${declared.join(", ")};${text}`;
}

const isLate = (node) => node !== undefined && ts.isRegularExpressionLiteral(node) && /\\p\{/i.test(node.text);

function* constantsOf(file) {
  const names = namesIn(file);
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || statement.modifiers || statement.declarationList.declarations.length > 1)
      continue;
    const [{ name, initializer }] = statement.declarationList.declarations;
    if (!isLate(initializer)) continue;
    const uses = names.get(name.text).filter((each) => each !== name);
    if (!uses.every(isUse)) continue;
    yield { name: name.text, start: statement.getStart(), end: statement.end, written: "" };
    const made = `(${name.text} ??= ${initializer.text})`;
    for (const use of uses) {
      const isShort = ts.isShorthandPropertyAssignment(use.parent);
      yield { start: use.getStart(), end: use.end, written: isShort ? `${name.text}: ${made}` : made };
    }
  }
}

/** Identifiers by their text, without those that name a property. */
function namesIn(file) {
  const names = new Map();
  const visit = (node) => {
    const { parent } = node;
    const isOfProperty =
      (ts.isPropertyAccessExpression(parent ?? node) && parent.name === node) ||
      (ts.isPropertyAssignment(parent ?? node) && parent.name === node);
    if (ts.isIdentifier(node) && !isOfProperty) names.set(node.text, [...(names.get(node.text) ?? []), node]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** Whether a name is asked for its value, by a function: not declared once more, exported or asked while the module begins. */
function isUse(name) {
  const { parent } = name;
  const isValue =
    ts.isShorthandPropertyAssignment(parent) ||
    (ts.isExpression(parent) && !ts.isFunctionLike(parent)) ||
    (ts.isVariableDeclaration(parent) && parent.initializer === name) ||
    (ts.isPropertyAssignment(parent) && parent.initializer === name) ||
    ts.isSpreadElement(parent) ||
    ts.isReturnStatement(parent) ||
    (ts.isArrowFunction(parent) && parent.body === name);
  return isValue && isInFunction(name);
}

const isInFunction = (node) => ts.findAncestor(node, ts.isFunctionLike) !== undefined;

function* propertiesOf(file) {
  const found = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isPropertyAssignment(node) && isLate(node.initializer) && ts.isIdentifier(node.name)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const [index, { name, initializer, end }] of found.entries()) {
    const kept = `lateExpression${index}`;
    const written = `get ${name.text}() { return (${kept} ??= ${initializer.text}); }`;
    yield { name: kept, start: name.getStart(), end, written };
  }
}
