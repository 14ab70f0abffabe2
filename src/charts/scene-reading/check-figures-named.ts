import { hasNumeral } from "../../language/index.ts";
import type { ChartRow } from "../chart-row.ts";
import type { NumberWriting } from "../number-writing.ts";
import type { Misnamed } from "./check-names-drawn.ts";
import type { FigurePlace, NamedFigure, NamesFigure } from "./field-meaning.ts";
import type { ReadRows } from "./read-rows.ts";
import type { ReadMark, SceneItem } from "./read-scene.ts";
import type { TracedDatum } from "./traced-datum.ts";
import { readsAs, writtenFigures } from "./written-figure.ts";

export interface NamedFigures {
  /** Labels that name another thing than their figure is of: a line that is called "Kent" and stands at the figure of Essex. */
  readonly misnamed: readonly (Misnamed & { readonly item: SceneItem })[];
  /** Labels that name what theirs is of, whichever row they are drawn with, each with what they say of it. */
  readonly right: ReadonlyMap<SceneItem, readonly NamedFigure[]>;
}

/** Asks of each label with a figure whether the names in it are those of the figure's own cell. */
export function checkFiguresNamed(
  texts: readonly ReadMark[],
  { tracer, meaningOf, namesFigure, known }: Pick<ReadRows, "tracer" | "meaningOf" | "namesFigure" | "known">,
  signs: NumberWriting,
): NamedFigures {
  const misnamed: (Misnamed & { readonly item: SceneItem })[] = [];
  const right = new Map<SceneItem, readonly NamedFigure[]>();
  if (!namesFigure) return { misnamed, right };
  for (const { role, items } of texts) {
    if (role !== "mark") continue;
    for (const item of items) {
      const text = withFigureAndName(item);
      if (text === undefined) continue;
      const traced = tracer.trace(item.datum);
      const [row] = traced?.rows.length === 1 ? traced.rows : [];
      if (!traced || !row) continue;
      const ofRow = ofRowIn(known.namedFigures, traced.own);
      const said = ofRow.get(text) ?? figuresSaid(text, { own: traced.own, row, meaningOf, namesFigure, signs });
      ofRow.set(text, said);
      const wrong = said.find(({ isRight }) => !isRight);
      if (wrong) misnamed.push({ text, of: `the label of the figure of ${wrong.of}`, item });
      else if (said.length > 0) right.set(item, said);
    }
  }
  return { misnamed, right };
}

/** What all figures of a column are of that its title names. Of one figure that each row has, that is its area and its period. */
export function namesOfColumn(
  title: string,
  field: string,
  { rows, namesFigure }: Pick<ReadRows, "rows" | "namesFigure">,
): readonly string[] {
  if (!namesFigure) return [];
  const answers = rows
    .filter((row) => typeof row[field] === "number")
    .map((row) => namesFigure({ text: title, index: title.length, figure: "", row, field, others: [] }));
  const [first] = answers;
  return (first?.names ?? []).filter((name) => answers.every((each) => each?.isRight && each.names.includes(name)));
}

function ofRowIn(
  named: ReadRows["known"]["namedFigures"],
  own: TracedDatum["own"],
): Map<string, readonly NamedFigure[]> {
  const before = named.get(own);
  if (before) return before;
  const ofRow = new Map<string, readonly NamedFigure[]>();
  named.set(own, ofRow);
  return ofRow;
}

/** What a label says that is drawn and has a figure and words, or a period; undefined for all others. */
function withFigureAndName(item: SceneItem): string | undefined {
  if (item.opacity === 0 || isFigureAlone(item)) return undefined;
  const text = textOf(item);
  return hasNumeral(text) && (letter.test(text) || periodBefore.test(text)) ? text : undefined;
}

const letter = /\p{L}/u;
/** `2018/19 301`, `2018: 301`: two figures beside each other are no period. */
const periodBefore = /(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4}[:,]?|[:,])\s/u;

/** Whether it is digits and signs of ASCII without a space or a line's end: so are most labels. */
function isFigureAlone({ text }: SceneItem): boolean {
  if (typeof text !== "string") return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 64 || code <= 32) return false;
  }
  return true;
}

const textOf = ({ text = "" }: SceneItem): string =>
  (typeof text === "string" ? text : [text].flat().join(" ")).replaceAll("\n", " ");

interface SaidOptions extends Pick<ReadRows, "meaningOf"> {
  readonly own: TracedDatum["own"];
  readonly row: ChartRow;
  readonly namesFigure: NamesFigure;
  readonly signs: NumberWriting;
}

/** The figures of its row that a label says, each with whether the names beside it are its own. */
function figuresSaid(text: string, { own, row, meaningOf, namesFigure, signs }: SaidOptions): readonly NamedFigure[] {
  const all = writtenFigures(text, signs).flatMap((written): readonly FigurePlace[][] => {
    const fields = [...own].flatMap(([value, fieldsOfValue]) =>
      fieldsOfValue.filter((field) => readsAs(written, value, { fields: [field], meaningOf })),
    );
    const { index, text: figure } = written;
    return fields.length > 0 ? [fields.map((field) => ({ index, figure, field }))] : [];
  });
  return all.flatMap((places) => {
    const others = all.flatMap((each) => (each === places ? [] : each.slice(0, 1)));
    const answers = places.flatMap((place) => namesFigure({ ...place, text, row, others }) ?? []);
    const [first] = answers;
    return first ? [answers.find(({ isRight }) => isRight) ?? first] : [];
  });
}
