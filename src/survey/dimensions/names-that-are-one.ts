import { type CategorySpec, categoryId, groupBy } from "../../dataset/index.ts";
import { cellAt, cellText } from "../../tables/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import type { MistypedPair } from "../table/mistyped-names.ts";
import { withoutNoteMark } from "../table/note-marks.ts";
import { aliasesOf, isOneSpelledOtherwise, namesOf, namesOfSeveral } from "../table/spellings.ts";
import { isPlainTotal } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";
import { namesInTurn, sayRenamed } from "./names-in-turn.ts";

/** The names of a column that are one another, spelled otherwise, by the name that stays. */
export function spellingsOf(
  survey: TableSurvey,
  column: ColumnSurvey,
  { code, isNamed }: { readonly code: ColumnSurvey | undefined; readonly isNamed: boolean },
): Readonly<Record<string, string>> | undefined {
  if (code) return aliasesOf(namesOf(survey, column, code));
  const several = isNamed ? namesOfSeveral(survey, column) : undefined;
  return several && aliasesOf(column.texts.filter((text) => !several.has(text)));
}

interface NamesSaid {
  readonly said: readonly string[];
  readonly spellings: Readonly<Record<string, string>> | undefined;
  readonly remarks: Remarks;
}

/** Says which names of categories were taken for one. */
export function remarkOnNames(field: string, { said, spellings, remarks }: NamesSaid): void {
  for (const text of said) remarks.also(`${field}.categories`, text);
  if (spellings) remarks.add(`${field}.aliases`, spelledAlike);
}
const spelledAlike = guessedFrom(
  "its labels",
  "Names that differ in case, accents, hyphens or & alone are one here. Say categories with ids of their own where they are several.",
);
const mayBeOne = ([one, other, beside]: MistypedPair): string =>
  `"${one}" and "${other}" differ by a letter, and ${beside === undefined ? "no period" : `nothing in "${beside}"`} has both: where they are one, say so by aliases: { ${JSON.stringify(one)}: ${JSON.stringify(categoryId(other))} }.`;
const nearlySame = "Names that are nearly the same: make one an alias of the other where they are one.";

/** Says what of its name and of those of its categories is in doubt by the way they are written. */
export function remarkOnWords(
  field: string,
  {
    doubt,
    mistyped,
    remarks,
  }: {
    readonly doubt: readonly string[];
    readonly mistyped: readonly MistypedPair[];
    readonly remarks: Remarks;
  },
): void {
  for (const text of doubt) remarks.add(`${field}.label`, text);
  for (const pair of mistyped) remarks.also(field, mayBeOne(pair));
}

/** Names that differ between sheets by references to notes alone: `Wallis` on one, and `Wallis 3)` on another. */
function namesWithNotes(sheets: readonly (readonly string[])[]): readonly CategorySpec[] {
  const spellings = groupBy([...new Set(sheets.flat())].sort(), (text) => withoutNoteMark(text).toLowerCase());
  return [...spellings.values()].flatMap((own) => {
    const isTwice = sheets.some((texts) => texts.filter((text) => own.includes(text)).length > 1);
    const label = withoutNoteMark(own[0] ?? "");
    const id = categoryId(label);
    if (own.length < 2 || isTwice || id === "") return [];
    return [{ id, label, aliases: own.filter((text) => text !== label) }];
  });
}

/** Names of a column that stand for one thing, or are nearly the same, and what is said of them. */
export function namesThatAreOne(
  survey: TableSurvey,
  column: ColumnSurvey,
  {
    section,
    inSheets,
    isArea,
  }: {
    readonly section: ColumnSurvey | undefined;
    readonly inSheets: readonly (readonly string[])[];
    readonly isArea: boolean;
  },
): { readonly twins: readonly CategorySpec[]; readonly said: readonly string[] } {
  const marked = namesWithNotes(inSheets);
  const ofBlocks = totalOfBlocks(survey, column, section);
  const taken = new Set([...marked, ...ofBlocks].flatMap(({ label = "", aliases = [] }) => [label, ...aliases]));
  const renamed = (isArea ? namesInTurn(survey, column) : []).filter(
    ({ label, aliases }) => ![label, ...aliases].some((text) => taken.has(text) || survey.notesBehind.has(text)),
  );
  const numbered = withoutMarked(column.texts, [...marked, ...ofBlocks, ...renamed]).flatMap((text) => {
    const label = survey.notesBehind.get(text);
    return label === undefined ? [] : [{ id: categoryId(label), label, aliases: [text] }];
  });
  const known = [...marked, ...ofBlocks, ...renamed, ...numbered];
  const alike = alikeCategories(withoutMarked(column.texts, known), namesOfSeveral(survey, column));
  const said = [
    ...(alike.length > 0 ? [nearlySame] : []),
    ...(ofBlocks.length > 0 ? [totalsOfBlocks] : []),
    ...(marked.length > 0 ? [notesOnNames] : []),
    ...(numbered.length > 0 ? [numbersOfNotes] : []),
    ...renamed.map(sayRenamed),
  ];
  return { twins: [...known, ...alike], said };
}

/** The total of each block of rows, where blocks call it by different names: `Insgesamt` of all, `Zusammen` of men and of women. */
function totalOfBlocks(
  { sheet, rows }: TableSurvey,
  { index, texts }: ColumnSurvey,
  section: ColumnSurvey | undefined,
): readonly CategorySpec[] {
  const totals = texts.filter(isPlainTotal);
  const [label = "", ...aliases] = totals;
  if (!section || aliases.length === 0) return [];
  const blocks = groupBy([...rows], (row) => cellText(cellAt(sheet, row, section.index)));
  const isOnce = [...blocks.values()].every(
    (own) => own.filter((row) => totals.includes(textIn(sheet, row, index))).length <= 1,
  );
  return isOnce ? [{ id: categoryId(label), label, aliases }] : [];
}
const totalsOfBlocks = guessedFrom(
  "its name",
  "Totals that are called otherwise in each block of rows were taken for one.",
);

/** Labels that none of the named categories stands for. */
const withoutMarked = (texts: readonly string[], marked: readonly CategorySpec[]): readonly string[] => {
  const taken = new Set(marked.flatMap(({ label = "", aliases = [] }) => [label, ...aliases]));
  return texts.filter((text) => !taken.has(text));
};

const numbersOfNotes = "Numbers or letters behind names were taken for those of the notes below the table.";
const notesOnNames = "Names that differ between sheets by a reference to a note alone were taken for one.";

/** Categories whose names make the same id, or none, and are not one name; each gets one of its own. */
function alikeCategories(texts: readonly string[], several: ReadonlySet<string>): readonly CategorySpec[] {
  const labels = new Map(texts.map((text) => [text.replaceAll(/\s+/gu, " ").toLowerCase(), text]));
  const byId = groupBy([...labels.values()].sort(), categoryId);
  for (const [id, own] of byId)
    if (isOneSpelledOtherwise(own) && !own.some((label) => several.has(label))) byId.delete(id);
  const taken = new Set([...byId.keys(), ...labels.keys()]);
  const free = (id: string): string => {
    let number = 2;
    while (taken.has(`${id}-${number}`)) number += 1;
    taken.add(`${id}-${number}`);
    return `${id}-${number}`;
  };
  return [...byId].flatMap(([id, own]) => {
    if (own.length === 1 && id !== "") return [];
    // The one that is called as the id is keeps it.
    const first = own.find((label) => label.toLowerCase() === id) ?? own[0];
    return own.map((label) => ({ id: label === first && id !== "" ? id : free(id || "other"), label }));
  });
}
