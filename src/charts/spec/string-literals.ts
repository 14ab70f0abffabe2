/** A quoted string in a Vega expression, with what it stands in. */
const token = /(["'])((?:\\.|(?!\1).)*)\1|([\w$.]*)\s*\(|[)]/g;

/** Calls whose strings say how to write, not what. */
const formatting = /(?:^|\.)(?:\w*[fF]ormat|\w*Parse|regexp|scale|data|indata|pluck)$/;

/** The strings of an expression that it may draw: not field names, formats, or what it only compares with. */
export function stringLiterals(expression: string): readonly string[] {
  const literals: string[] = [];
  const calls: string[] = [];
  for (const { 0: found, 1: quote, 2: text = "", 3: call, index } of expression.matchAll(token)) {
    if (call !== undefined) calls.push(call);
    else if (quote === undefined) calls.pop();
    else {
      const before = expression.slice(0, index);
      const after = expression.slice(index + found.length);
      const isField = /[\w$]\s*\[\s*$/.test(before) && /^\s*\]/.test(after);
      const isCompared = /[=!]=\s*$/.test(before) || /^\s*[=!]=/.test(after);
      if (!isField && !isCompared && !formatting.test(calls.at(-1) ?? "")) literals.push(unescaped(text));
    }
  }
  return literals;
}

const unescaped = (text: string) =>
  text
    .replaceAll(/\\(?:u([\da-f]{4})|x([\da-f]{2}))/gi, (_, long?: string, short?: string) =>
      String.fromCharCode(Number.parseInt(long ?? short ?? "", 16)),
    )
    .replaceAll(/\\(.)/g, "$1");
