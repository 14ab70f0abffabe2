import type { ChartRow, NamesFigure } from "../charts/index.ts";
import { type CategoryNames, checkSaidFigures, describeCoordinates } from "../tracing/index.ts";
import type { RowOrigins, RowSource } from "./traced-rows.ts";

interface Naming {
  readonly names: CategoryNames;
  readonly timeDimensions: ReadonlySet<string>;
}

/**
 * Tells whether the names beside a chart's figure, in one of its labels, are those of the cell or the claim that it comes from. Of several
 * figures that are equal it may be each: a median is that of the force in the middle as well.
 */
export function figuresNamed(
  origins: RowOrigins,
  { names, timeDimensions, figures }: Naming & Pick<RowSource, "figures">,
): NamesFigure {
  return ({ text, index, figure, row, field }) => {
    const traced = origins.get(row as ChartRow)?.get(field);
    if (!traced || names.mentions(text).length === 0) return undefined;
    const equal = traced.value === null ? [] : figures(traced.value);
    const said = { index, text: figure, figures: [traced, ...equal] };
    const misplaced = checkSaidFigures(text, [said], { names, timeDimensions });
    return {
      isRight: misplaced.length === 0,
      // Told of those alone that are wrong.
      get of() {
        return describeCoordinates(traced, names);
      },
    };
  };
}
