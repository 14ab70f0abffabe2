import { hasNumeral } from "../../language/index.ts";
import { isObject } from "../json.ts";
import { checkNamesDrawn } from "./check-names-drawn.ts";
import { checkTextsDrawn, type TextContext, type UntracedText } from "./check-texts-drawn.ts";
import type { ReadRows } from "./read-rows.ts";
import type { ReadMark, SceneItem } from "./read-scene.ts";
import type { TracedDatum } from "./traced-datum.ts";

/** The fields of each tooltip, by the mark that stands for it in the scene. */
export type TooltipFields = ReadonlyMap<string, readonly { readonly field: string }[]>;

interface TooltipContext {
  readonly fields: TooltipFields | undefined;
  readonly rows: Pick<ReadRows, "tracer" | "fieldsOfName">;
  readonly text: TextContext;
}

/** What shapes say on hover and is none of their rows' figures and names. The titles of its lines are the author's words. */
export function checkTooltips(
  shapes: readonly ReadMark[],
  { fields, rows, text }: TooltipContext,
): readonly UntracedText[] {
  if (!fields) return [];
  const asWritten: TextContext = { ...text, drawnTextOf: ({ text: said }) => String(said) };
  return shapes.flatMap((mark) => {
    const said = mark.items.flatMap((item) => cellsOf(item, fields).map((cell) => ({ datum: item.datum, cell })));
    const figures = said.flatMap(({ datum, cell }) =>
      typeof cell === "number" && !isTraced(cell, rows.tracer.trace(datum))
        ? [{ text: String(cell), figure: String(cell), of: "a tooltip" }]
        : [],
    );
    const words = said.flatMap(({ datum, cell }) => (typeof cell === "string" ? [{ datum, text: cell }] : []));
    const lines: ReadMark = { ...mark, type: "text", items: words };
    const withFigures = words.some((each) => hasNumeral(each.text)) ? checkTextsDrawn(lines, asWritten) : [];
    return [
      ...figures,
      ...withFigures.map((each) => ({ ...each, of: "a tooltip" })),
      ...checkNamesDrawn({ texts: [lines], data: [] }, rows).map(({ text: name, of }) => ({
        text: name,
        figure: name,
        of: of.replace("label", "tooltip"),
        isName: true,
      })),
    ];
  });
}

/** What a shape says of its row. */
function cellsOf({ datum, tooltip }: SceneItem, fields: TooltipFields): readonly unknown[] {
  if (!isObject(datum) || typeof tooltip !== "string") return [];
  return (fields.get(tooltip) ?? []).map(({ field }) => datum[field]);
}

const isTraced = (value: number, traced: TracedDatum | undefined): boolean =>
  traced !== undefined && (traced.own.has(value) || traced.figures.has(value));
