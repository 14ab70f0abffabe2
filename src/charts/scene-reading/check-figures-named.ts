import { hasNumeral } from "../../language/index.ts";
import type { ChartRow } from "../chart-row.ts";
import type { NumberWriting } from "../number-writing.ts";
import type { Misnamed } from "./check-names-drawn.ts";
import type { NamedFigure, NamesFigure } from "./field-meaning.ts";
import type { ReadRows } from "./read-rows.ts";
import type { ReadMark, SceneItem } from "./read-scene.ts";
import type { TracedDatum } from "./traced-datum.ts";
import { readsAs, writtenFigures } from "./written-figure.ts";

export interface NamedFigures {
  /** Labels that name another thing than their figure is of: a line that is called "Kent" and stands at the figure of Essex. */
  readonly misnamed: readonly (Misnamed & { readonly item: SceneItem })[];
  /** Labels that name what theirs is of, whichever row they are drawn with. */
  readonly right: ReadonlySet<SceneItem>;
}

/** Asks of each label with a figure whether the names in it are those of the figure's own cell. */
export function checkFiguresNamed(
  texts: readonly ReadMark[],
  { tracer, meaningOf, namesFigure, known }: Pick<ReadRows, "tracer" | "meaningOf" | "namesFigure" | "known">,
  signs: NumberWriting,
): NamedFigures {
  const misnamed: (Misnamed & { readonly item: SceneItem })[] = [];
  const right = new Set<SceneItem>();
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
      else if (said.length > 0) right.add(item);
    }
  }
  return { misnamed, right };
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

/** What a label says that is drawn and has a figure and words; undefined for all others. */
function withFigureAndName(item: SceneItem): string | undefined {
  if (item.opacity === 0 || isFigureAlone(item)) return undefined;
  const text = textOf(item);
  return hasNumeral(text) && letter.test(text) ? text : undefined;
}

const letter = /\p{L}/u;

/** Whether nothing but signs of ASCII stands in it, among which are no letters: so are most labels. */
function isFigureAlone({ text }: SceneItem): boolean {
  if (typeof text !== "string") return false;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 64) return false;
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
  return writtenFigures(text, signs).flatMap((written) => {
    const fields = [...own].flatMap(([value, fieldsOfValue]) =>
      fieldsOfValue.filter((field) => readsAs(written, value, { fields: [field], meaningOf })),
    );
    const { index, text: figure } = written;
    const answers = fields.flatMap((field) => namesFigure({ text, index, figure, row, field }) ?? []);
    const [first] = answers;
    return first ? [answers.find(({ isRight }) => isRight) ?? first] : [];
  });
}
