/**
 * Hooks for Node's own loader: who imports a door of briefwright gets that of the program that runs. In JavaScript, since Node before
 * 22.15 loads this file itself, for a thread of its own.
 */

/** @type {{ key: string, names: Readonly<Record<string, readonly string[]>> }} */
let doors = { key: "", names: {} };

/** Takes what each door exports, and the symbol under which they stand in `globalThis` of the thread that imports. */
export function initialize(given) {
  doors = given;
}

const scheme = "briefwright-door:";

export function resolve(specifier, context, next) {
  if (!Object.hasOwn(doors.names, specifier)) return next(specifier, context);
  const format = context.conditions.includes("require") ? "commonjs" : "module";
  return { url: `${scheme}${specifier}?${format}`, format, shortCircuit: true };
}

export function load(url, context, next) {
  if (!url.startsWith(scheme)) return next(url, context);
  const [specifier, format] = url.slice(scheme.length).split("?");
  const door = `globalThis[Symbol.for(${JSON.stringify(doors.key)})][${JSON.stringify(specifier)}]`;
  const source =
    format === "commonjs"
      ? `module.exports = ${door};`
      : `export const { ${doors.names[specifier].join(", ")} } = ${door};`;
  return { format, source, shortCircuit: true };
}
