/** The shipped templates that a first briefing may be made on, and what each is for. */
const purposes = {
  regional: "one area among many",
  national: "all areas together, and how they differ",
  summary: "one page",
  "fact-sheet": "one sheet, two pages",
  bulletin: "main points, quality and methods, in the manner of official statistics",
  report: "a cover, contents, the areas one by one, a back page",
} as const;

export type StarterTemplate = keyof typeof purposes;

export const starterTemplates = Object.keys(purposes) as readonly StarterTemplate[];

export const purposeOf = (template: StarterTemplate): string => purposes[template];

/** What the data is, as far as templates depend on it. */
export interface TemplateData {
  /** Whether the first figures are of one area among several. */
  readonly isRegional: boolean;
  /** Whether the figures are of places at all. */
  readonly hasPlaces: boolean;
  /** Whether there are several periods. */
  readonly changes: boolean;
  /** Whether a category of the areas is all of them together, or no area has to be named. */
  readonly hasWhole: boolean;
}

/** The templates that a dataset has figures for, the one that is taken where nobody asks first. */
export function templatesFor({ isRegional, hasPlaces, changes, hasWhole }: TemplateData): readonly StarterTemplate[] {
  // What is of no place is of no nation either.
  const first = isRegional ? "regional" : changes && hasPlaces ? "national" : "summary";
  const fitting = starterTemplates.filter(
    (template) => (template !== "regional" || isRegional) && (template !== "national" || hasWhole),
  );
  return [first, ...fitting.filter((template) => template !== first)];
}
