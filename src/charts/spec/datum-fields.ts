/** `datum.n`, `datum["n"]` or `datum['n']` in a Vega expression. */
const reference = /\bdatum(?:\.([A-Za-z_$][\w$]*)|\[\s*(["'])((?:\\.|(?!\2).)*)\2\s*\])/g;
const guardCall = new RegExp(String.raw`\bisValid\(\s*${reference.source}\s*\)`, "g");

const positionCall = new RegExp(String.raw`\bscale\(\s*(?:"[^"]*"|'[^']*')\s*,\s*${reference.source}\s*\)`, "g");

/** Fields that a Vega expression reads of its row. */
export const datumFields = (expression: string): ReadonlySet<string> => fieldsOf(expression.matchAll(reference));

/** Those of them that it tests with `isValid` first. */
export const guardedFields = (expression: string): ReadonlySet<string> => fieldsOf(expression.matchAll(guardCall));

/** Those whose figures go into its result: where a label stands, and whether there is a figure, is none. */
export const figuresTaken = (expression: string): ReadonlySet<string> =>
  datumFields(expression.replaceAll(guardCall, "").replaceAll(positionCall, ""));

function fieldsOf(matches: Iterable<RegExpExecArray>): ReadonlySet<string> {
  const fields = [...matches].map(([, name, , quoted]) => name ?? (quoted as string).replaceAll(/\\(.)/g, "$1"));
  return new Set(fields);
}
