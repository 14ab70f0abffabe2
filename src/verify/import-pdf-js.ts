import { BriefingError } from "../diagnostics/index.ts";

/**
 * pdf.js, in its build for Node.
 *
 * That build brings core-js, which on older versions of Node puts code of its own in the place of `Array.prototype.push`, of JSON's and others:
 * several times slower, for the whole program that asked for one PDF. What stood there before stands there again afterwards; what core-js
 * adds stays, since pdf.js calls it.
 */
export function importPdfJs() {
  // Once: who asked while it is loaded would take core-js' code for what stood there before.
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

let loading: ReturnType<typeof load> | undefined;

async function load() {
  const putBack = rememberBuiltIns();
  try {
    const pdfJs = await import("pdfjs-dist/legacy/build/pdf.mjs");
    // It would be loaded with the first document, and brings core-js again.
    await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    return pdfJs;
  } catch {
    throw new BriefingError([
      {
        code: "missing-package",
        severity: "error",
        message: "The text of a PDF is read with pdfjs-dist, which is not installed.",
        hint: "npm install pdfjs-dist@5",
      },
    ]);
  } finally {
    putBack();
  }
}

/** Of the objects that the language itself has, what each property is now. @returns what makes it so again. */
function rememberBuiltIns(): () => void {
  const before = builtIns.map((object) => [object, Object.getOwnPropertyDescriptors(object)] as const);
  return () => {
    for (const [object, properties] of before) {
      for (const [name, property] of Object.entries(properties)) {
        const now = Object.getOwnPropertyDescriptor(object, name);
        if (property.configurable && now?.value !== property.value) Object.defineProperty(object, name, property);
      }
    }
  };
}

const builtIns: readonly object[] = [
  JSON,
  Math,
  Reflect,
  ...[Array, ArrayBuffer, Function, Map, Number, Object, Promise, RegExp, Set, String, Uint8Array, WeakMap].flatMap(
    (type) => [type, type.prototype],
  ),
];
