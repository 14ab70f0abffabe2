import { isBuiltin } from "node:module";

/**
 * The doors that a module can come to: those that it names itself, where it imports nothing else but what is Node's. Most modules of briefings
 * do, and need not wait for the rest of the program.
 * @returns undefined where it may come to any: by another module, or by code that it makes.
 */
export function namedDoors(code: string, doors: readonly string[]): readonly string[] | undefined {
  const specifiers: string[] = [];
  const take = (whole: string, specifier: string) => {
    specifiers.push(specifier);
    return " ".repeat(whole.length);
  };
  const rest = code
    .replaceAll(ofItself, "")
    .replaceAll(whenCalled, (whole, _quote, specifier: string) => take(whole, specifier))
    .replaceAll(atFirst, (whole, _quote, specifier: string) => take(whole, specifier));
  if (mayReachMore.test(rest)) return undefined;
  const named = new Set(specifiers.filter((specifier) => doors.includes(specifier)));
  return specifiers.every((specifier) => named.has(specifier) || isHarmless(specifier)) ? [...named] : undefined;
}

const ofItself = /\bimport\s*\.\s*meta\b/g;
/** `import("briefwright")` */
const whenCalled = /\bimport\s*\(\s*(["'])([^"'\\\n]+)\1\s*\)/g;
/** `import { count } from "briefwright"`, `export * from "briefwright"`, `import "briefwright"` */
const atFirst = /\b(?:import|export)\s*(?:[\w$*{},\s]+?\bfrom\s*)?(["'])([^"'\\\n]+)\1/g;
/** What else has a module loaded, and code that is made of a text. In a comment too: it only takes longer. */
const mayReachMore = /\b(?:import|require|eval|Function|getBuiltinModule|mainModule|binding)\b|\bfrom\s*["'`]/;

/** Of Node, and nothing that loads modules. */
const isHarmless = (specifier: string): boolean =>
  isBuiltin(specifier) && !/^(?:node:)?(?:module|vm|worker_threads|repl|test)$/.test(specifier);
