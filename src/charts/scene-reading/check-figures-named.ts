import { hasNumeral } from "../../language/index.ts";
import type { NumberWriting } from "../number-writing.ts";
import type { Misnamed } from "./check-names-drawn.ts";
import type { ReadRows } from "./read-rows.ts";
import type { ReadMark, SceneItem } from "./read-scene.ts";
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
  {
    tracer,
    meaningOf,
    namesFigure,
    signs,
  }: Pick<ReadRows, "tracer" | "meaningOf" | "namesFigure"> & { readonly signs: NumberWriting },
): NamedFigures {
  const misnamed: (Misnamed & { readonly item: SceneItem })[] = [];
  const right = new Set<SceneItem>();
  if (!namesFigure) return { misnamed, right };
  for (const { role, items } of texts) {
    if (role !== "mark") continue;
    for (const item of items) {
      const text = [item.text ?? ""].flat().join(" ").replaceAll("\n", " ");
      if (item.opacity === 0 || !hasNumeral(text) || !/\p{L}/u.test(text)) continue;
      const traced = tracer.trace(item.datum);
      const [row] = traced?.rows.length === 1 ? traced.rows : [];
      if (!traced || !row) continue;
      const said = writtenFigures(text, signs).flatMap((written) => {
        const fields = [...traced.own].flatMap(([value, own]) =>
          own.filter((field) => readsAs(written, value, { fields: [field], meaningOf })),
        );
        const { index, text: figure } = written;
        const answers = fields.flatMap((field) => namesFigure({ text, index, figure, row, field }) ?? []);
        const [first] = answers;
        return first ? [answers.find(({ isRight }) => isRight) ?? first] : [];
      });
      const wrong = said.find(({ isRight }) => !isRight);
      if (wrong) misnamed.push({ text, of: `the label of the figure of ${wrong.of}`, item });
      else if (said.length > 0) right.add(item);
    }
  }
  return { misnamed, right };
}
