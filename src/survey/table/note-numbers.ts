import type { ColumnSurvey } from "./column-survey.ts";

/** So many columns are no chance; so much of each is empty. */
const [fewestColumns, mostFilled] = [3, 0.8];

/**
 * Columns with those that hold the numbers of notes below the table as notes: each stands right behind figures, has a number for its heading, one higher than that of
 * the last, and is mostly empty: `GDP | 14 | Exports | 15`.
 */
export function withNoteNumbers(columns: readonly ColumnSurvey[], rows: number): readonly ColumnSurvey[] {
  const numbered = columns.filter(({ name }) => isOfNote(name));
  const isInTurn = numbered.every(
    ({ name, index, filled }, at) =>
      filled < rows * mostFilled &&
      (at === 0 || Number(name) > Number(numbered[at - 1]?.name)) &&
      columns.some((own) => own.index === index - 1 && own.kind === "figure" && /\p{L}{2}/u.test(own.name)),
  );
  const areNotes = numbered.every(({ texts }) => texts.every((text) => ofNotes.test(text.trim())));
  return numbered.length < fewestColumns || !isInTurn || !areNotes
    ? columns
    : columns.map((own) =>
        numbered.includes(own) && own.filled > 0 ? { ...own, kind: "note", figures: undefined } : own,
      );
}

/** `40, 41` */
const ofNotes = /^\d{1,3}(?:\s*[,;&]\s*\d{1,3})*$/u;
/** Whether a heading is nothing but the number of a note. */
export const isOfNote = (name: string): boolean => /^\d{1,3}$/u.test(name.trim());
