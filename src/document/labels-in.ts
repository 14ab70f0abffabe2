import { type FindNames, wholeNames } from "./find-names.ts";

interface LabelOptions {
  readonly findLabels: FindNames;
  readonly mayBeName: (text: string) => boolean;
}

/**
 * Finds the labels of some texts: those that stand as one does, and the same with their words wherever else they are written
 * (`Microsoft 365` at the start of a heading). A label of the data's own words is none: `Kent 274`.
 * @returns what gives the label around some digits of a text.
 */
export function labelsIn(texts: ReadonlySet<string>, { findLabels, mayBeName }: LabelOptions) {
  const shown = new Map([...texts].map((text) => [text, labelsOf(text)]));
  const written = wholeNames([...shown.values()].flat().flatMap(({ label }) => (hasWords(label) ? [label] : [])));
  return (text: string, start: number, end: number): string | undefined => {
    const again = written ? [...text.matchAll(written)].map(({ 0: label, index }) => ({ label, index })) : [];
    return [...(shown.get(text) ?? []), ...again].find(
      ({ label, index }) => index <= start && end <= index + label.length,
    )?.label;
  };

  function labelsOf(text: string) {
    return findLabels(text).flatMap(({ index, length }) => {
      const label = text.slice(index, index + length);
      return label.split(/\s+/).every((word) => !hasWords(word) || mayBeName(word)) ? [{ label, index }] : [];
    });
  }
}

const hasWords = (label: string): boolean => /\p{L}/u.test(label);
