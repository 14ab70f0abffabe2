import type { ClaimSpec } from "../claims/index.ts";
import type { Category, Dataset } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Words } from "../language/index.ts";
import type { TemplateSource } from "../template/index.ts";
import { type HarmfulWords, type LintedText, lintTexts } from "../topics/index.ts";

/** Words to avoid in templates and partials of the author's own. Their comments are nobody's to read. */
export function lintTemplates(
  sources: readonly TemplateSource[],
  words: readonly HarmfulWords[],
): readonly Diagnostic[] {
  return lintTexts(
    sources.map(({ text, file }) => ({
      text: text.replaceAll(/\{\{!--[\s\S]*?--~?\}\}|\{\{![^}]*\}\}|<!--[\s\S]*?-->/g, blank),
      what: "the template",
      source: { file, line: 1, column: 1 },
    })),
    words,
  );
}

/** As many characters, in lines of the same length. */
const blank = (text: string): string => text.replaceAll(/[^\n]/g, " ");

/** Words to avoid in the labels, notes and caveats of datasets. */
export function lintDatasets(datasets: Iterable<Dataset>, words: readonly HarmfulWords[]): readonly Diagnostic[] {
  return [...datasets].flatMap((dataset) => lintTexts(textsOfDataset(dataset), words));
}

function textsOfDataset({ id, definition: { spec }, categories, sources }: Dataset): readonly LintedText[] {
  const texts: (readonly [field: string, what: string, text: string])[] = [
    ["title", "the dataset's title", spec.title],
    ...(spec.caveats ?? []).map((text, index) => [`caveats.${index}`, "a caveat of the dataset", text] as const),
    ...Object.entries(spec.measures).flatMap(([measure, { label, unit }]) => [
      [`measures.${measure}.label`, "the label of a measure", label] as const,
      [`measures.${measure}.unit`, "the unit of a measure", unit.other] as const,
    ]),
    ...Object.keys(spec.dimensions).flatMap((dimension) =>
      categories(dimension).map(
        ({ id: category, label }) => [`${dimension}.${category}`, "the label of a category", label] as const,
      ),
    ),
    ...[...sources.values()].flatMap(({ id: source, title, note = "" }) => [
      [`sources.${source}.title`, "the title of a source", title] as const,
      [`sources.${source}.note`, "the note of a source", note] as const,
    ]),
  ];
  return texts.map(([field, what, text]) => ({ text, what, source: { id, field } }));
}

/** Words to avoid in what the author adds to claims, and in the texts given for parameters. */
export function lintArguments(
  claims: Readonly<Record<string, ClaimSpec>>,
  parameters: Readonly<Record<string, Category | string>>,
  words: readonly HarmfulWords[],
): readonly Diagnostic[] {
  const said = Object.entries(claims).flatMap(([id, spec]) =>
    [spec.text ?? "", ...(spec.caveats ?? []), ("condition" in spec && spec.condition) || ""].map((text) => ({
      text,
      what: "the words of a claim",
      source: { id },
    })),
  );
  const given = Object.entries(parameters).flatMap(([id, text]) =>
    typeof text === "string" ? [{ text, what: "a parameter", source: { id } }] : [],
  );
  return lintTexts([...said, ...given], words);
}

/**
 * Figures that the caveats and the condition of a derived claim say in words: these are printed with the claim, and pass for its own.
 * In digits they are an error. A stated claim is somebody's, and so are its numbers.
 */
export function saidInCaveats(
  claims: Readonly<Record<string, ClaimSpec>>,
  { saidFigures }: Pick<Words, "saidFigures">,
): readonly Diagnostic[] {
  return Object.entries(claims).flatMap(([id, spec]) =>
    spec.stated || spec.text !== undefined
      ? []
      : [...(spec.caveats ?? []), ("condition" in spec && spec.condition) || ""].flatMap((text) =>
          saidFigures(text).map(({ text: figure }) => ({
            code: "said-figure" as const,
            severity: "warning" as const,
            message: `"${figure}" in the words of the claim "${id}" says a figure in words, which cannot be traced: "${text}".`,
            hint: "Say it without a figure, put it among the caveats of the dataset, or write it in the template.",
            source: { id },
          })),
        ),
  );
}
