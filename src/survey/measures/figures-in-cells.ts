import type { MeasureSpec } from "../../dataset/index.ts";
import type { Naming } from "../naming.ts";
import type { Roles } from "../rows/column-roles.ts";
import type { CellLook } from "../table/cell-looks.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import type { GuessedMeasures } from "./guessed-measures.ts";

/** What the second and third figures of cells are called, behind the id and behind the label of the measure. */
const partsOf: Readonly<Record<CellLook["holds"], readonly { readonly suffix: string; readonly part: string }[]>> = {
  bounds: [
    { suffix: "Lower", part: "lower bound" },
    { suffix: "Upper", part: "upper bound" },
  ],
  margin: [{ suffix: "Margin", part: "margin of error" }],
  share: [{ suffix: "Share", part: "share" }],
};

export interface MeasuresInCells extends Pick<GuessedMeasures, "specs"> {
  /** What cells look like, by measure; undefined where each holds one figure. */
  readonly cells: Readonly<Record<string, string>> | undefined;
}

/** Measures with those that stand in cells of theirs. Estimates, as their bounds show them to be, are never added up. */
export function withFiguresInCells(
  { specs, names, only }: GuessedMeasures,
  { wide, long, figures }: Pick<Roles, "wide" | "long" | "figures">,
  { columns, remarks }: Pick<Naming, "remarks"> & { readonly columns: readonly ColumnSurvey[] },
): MeasuresInCells {
  const lookOf = (id: string): CellLook | undefined => {
    const own = long && !wide ? long.values : columns.filter(({ index }) => wide?.indices.includes(index));
    const isWide = long !== undefined || id === only || (wide !== undefined && wide.measures.length > 0);
    const all = isWide ? own : figures.filter(({ ref }) => ref === names[id]);
    return all.find(({ look }) => look !== undefined)?.look;
  };
  const more: Record<string, MeasureSpec> = {};
  const cells: Record<string, string> = {};
  for (const [id, spec] of Object.entries(specs)) {
    const look = lookOf(id);
    if (!look) {
      more[id] = spec;
      continue;
    }
    const parts = partsOf[look.holds].map(({ suffix, part }) => {
      const own = `${id}${suffix}`;
      return { part, id: own in specs ? `${own}OfCell` : own };
    });
    const [open = "", ...others] = look.signs;
    const holes = parts.map((own) => `{${own.id}}`);
    cells[id] =
      look.holds === "margin"
        ? `{${id}} ${open} ${holes.join("")}`
        : `{${id}} ${open}${holes.map((hole, at) => `${hole}${others[at] ?? ""}`).join("")}`;
    more[id] = look.holds === "share" ? spec : asEstimate(spec);
    if (look.holds !== "share" && spec.statType === "count") {
      remarks.remove(`measures.${id}.statType`);
      remarks.add(`measures.${id}.statType`, estimates);
    }
    for (const own of parts)
      more[own.id] =
        look.holds === "share"
          ? {
              label: `${spec.label}, ${own.part}`,
              unit: { one: "%", other: "%" },
              statType: "share",
              ...numeratorOf(id, spec),
            }
          : boundOf(spec, own.part);
  }
  return { specs: more, cells: Object.keys(cells).length > 0 ? cells : undefined };
}

const numeratorOf = (id: string, { statType }: MeasureSpec) => (statType === "count" ? { numerator: id } : {});

const estimates = "Estimates, by the bounds in their cells: they are never added up.";

const asEstimate = (spec: MeasureSpec): MeasureSpec =>
  spec.statType === "count" ? { label: spec.label, unit: spec.unit, statType: "quantity", decimals: 0 } : spec;

function boundOf({ label, unit, statType, decimals }: MeasureSpec, part: string): MeasureSpec {
  const own = { label: `${label}, ${part}`, unit, statType: "quantity" } as const;
  const shown = statType === "count" ? 0 : decimals;
  return shown === undefined ? own : { ...own, decimals: shown };
}
