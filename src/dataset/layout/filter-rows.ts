import type { Problems } from "../../diagnostics/index.ts";
import { cellText } from "../../tables/index.ts";
import type { DatasetSpec } from "../definition.ts";
import type { TableColumn } from "../raw-table.ts";
import type { RowFilter } from "./layout-spec.ts";
import { findColumn } from "./locate-table.ts";
import { type Headings, missingColumn } from "./missing-column.ts";
import { createNameGlob } from "./names.ts";

export interface TableRowFilter {
  /** Of some rows, those that the layout asks for. */
  keep(headings: Headings, cells: readonly TableColumn[], rows: Uint32Array): Uint32Array;
  /** Reports what of the filter fits no row of any table. */
  finish(): void;
}

export function createRowFilter({ layout = {} }: Pick<DatasetSpec, "layout">, problems: Problems): TableRowFilter {
  const conditions = [...conditionsOf("only", layout.rows?.only), ...conditionsOf("except", layout.rows?.except)];
  return {
    keep(headings, cells, rows) {
      const tests = conditions.map((condition) => {
        const index = findColumn(headings.columns, [condition.column]);
        if (index === undefined)
          problems.error(`filter ${condition.column}`, missingColumn(headings, condition.column, "layout.rows"));
        const column = index === undefined ? undefined : cells[index];
        if (column) condition.isThere = true;
        const fitting = column?.values.map((cell) => condition.texts.filter(({ fits }) => fits(cellText(cell))));
        return { isOnly: condition.kind === "only", codes: column?.codes, fitting };
      });
      if (tests.length === 0) return rows;
      return rows.filter((row) => {
        let isKept = true;
        for (const { isOnly, codes, fitting } of tests) {
          const found = codes && fitting?.[codes[row] as number];
          for (const text of found ?? []) text.isMet = true;
          if (found && found.length > 0 !== isOnly) isKept = false;
        }
        return isKept;
      });
    },
    finish() {
      for (const { kind, column, texts } of conditions.filter(({ isThere }) => isThere)) {
        for (const { text } of texts.filter(({ isMet }) => !isMet)) {
          problems.warn(`unmet ${column} ${text}`, {
            code: "unmet-row-filter",
            message: `No row has "${text}" in the column "${column}", as layout.rows.${kind} says.`,
            hint: "Look at how it is written, or take it out.",
            source: { field: `layout.rows.${kind}` },
          });
        }
      }
    },
  };
}

const conditionsOf = (kind: "only" | "except", filter: RowFilter = {}) =>
  Object.entries(filter).map(([column, wanted]) => ({
    kind,
    column,
    isThere: false,
    texts: [wanted].flat().map((text) => ({ text, fits: createNameGlob(text), isMet: false })),
  }));
