import { runProgram } from "../run-program.ts";

type PdfValue = string | number | boolean | null | readonly PdfValue[] | PdfDictionary;
interface PdfDictionary {
  readonly [key: string]: PdfValue;
}

/**
 * Finds references from the structure tree to annotations (OBJR, ISO 32000-1, 14.7.4.3) that name another page than the
 * one that shows the annotation, and links that no structure element refers to.
 */
export async function checkLinkPages(path: string): Promise<readonly string[]> {
  const { stdout } = await runProgram("qpdf", ["--json=2", "--json-key=qpdf", path]);
  const [, objects = {}] = (JSON.parse(stdout) as { qpdf: readonly [object, PdfDictionary] }).qpdf;
  const dictionaries = Object.entries(objects).flatMap(([key, object]) => {
    const { value } = object as { value?: PdfValue };
    return isDictionary(value) ? [{ id: key.replace(/^obj:/, ""), dictionary: value }] : [];
  });

  const pageOf = new Map<PdfValue, string>();
  for (const { id, dictionary } of dictionaries) {
    if (dictionary["/Type"] !== "/Page") continue;
    const reference = dictionary["/Annots"];
    const annotations = typeof reference === "string" ? objects[`obj:${reference}`] : undefined;
    const list = isDictionary(annotations) ? annotations.value : reference;
    for (const annotation of toArray(list)) pageOf.set(annotation, id);
  }

  const problems: string[] = [];
  const referenced = new Set<PdfValue>();
  for (const { id, dictionary } of dictionaries) {
    for (const child of toArray(dictionary["/K"])) {
      if (!isDictionary(child) || child["/Type"] !== "/OBJR") continue;
      const annotation = child["/Obj"] ?? null;
      const page = child["/Pg"] ?? dictionary["/Pg"];
      referenced.add(annotation);
      if (page !== pageOf.get(annotation)) {
        problems.push(
          `Element ${id} says that link ${annotation} is on page ${page}; it is on ${pageOf.get(annotation)}.`,
        );
      }
    }
  }
  for (const [annotation, page] of pageOf) {
    if (!referenced.has(annotation)) problems.push(`No element refers to the link ${annotation} on page ${page}.`);
  }
  return problems;
}

function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toArray(value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as PdfValue];
}
