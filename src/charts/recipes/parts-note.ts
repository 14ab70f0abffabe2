import { recipeWords } from "../spec/own-words.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { firstRow } from "./reference-layers.ts";
import { charactersIn, linePx, lines, wrapped } from "./room-for-names.ts";

const { says, params } = recipeWords({ partsNotWritten: undefined });
const noteText = lines(wrapped(says.partsNotWritten, charactersIn(0.9)));

/** The parameters that the note reads. */
export const partsNoteParams = params;

/** A Vega expression: the lines that the note takes. */
export const partsNoteLines = `length(split(${noteText}, '\\n'))`;

/** A Vega expression: from the left edge of the plot to that of the picture, without its padding, px, where nothing stands at the right of the plot. */
export const leftOfPicture = `width + 6 - ${pictureWidth}`;

interface PartsNoteOptions {
  /** Transforms that tell what the next reads. */
  readonly of?: readonly object[];
  /** A Vega expression: whether a row has a figure that its part has no room for. */
  readonly isUnwritten: string;
  /** Vega expressions: where it begins, px from the left of the plot, and so many px below that. */
  readonly left: string;
  readonly dy: string;
}

/** A layer that says below bars of parts where the figures are that some of them lack; nothing where none does. */
export const partsNote = ({ of = [], isUnwritten, left, dy }: PartsNoteOptions) => ({
  transform: [...of, { filter: isUnwritten }, ...firstRow("notePosition"), { calculate: noteText, as: "partsNote" }],
  mark: {
    type: "text",
    align: "left",
    baseline: "top",
    dy: { expr: dy },
    fontStyle: "italic",
    lineBreak: "\n",
    lineHeight: linePx,
  },
  encoding: { x: { value: { expr: left } }, y: { value: "height" }, text: { field: "partsNote" } },
});
