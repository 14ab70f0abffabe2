import type { Problems } from "../diagnostics/index.ts";
import type { Sheet } from "../tables/index.ts";
import type { CellWatch } from "./build-input.ts";
import { buildObservations } from "./build-observations.ts";
import { createCategoryRegistry } from "./category-registry.ts";
import type { DatasetSpec } from "./definition.ts";
import { disclosureRule } from "./disclosure/disclosure-spec.ts";
import { figureTest } from "./layout/cell-pattern.ts";
import { readTables } from "./layout/read-tables.ts";
import { createWideHeads } from "./layout/wide-heads.ts";
import { watchSigns } from "./mixed-signs.ts";
import { createCellParser } from "./parse-cell.ts";
import { createSourceRegistry } from "./source-registry.ts";
import { createToldParents } from "./told-parents.ts";
import { watchShares } from "./watch-shares.ts";

interface ReadingSheets {
  readonly problems: Problems;
  readonly watch?: CellWatch;
}

/** Reads the rows of sheets by a definition, before anything is worked out of several of them. What is wrong with a row is among `problems`. */
export function readSheetsBy(spec: DatasetSpec, sheets: readonly Sheet[], { problems, watch }: ReadingSheets) {
  const { parseCell: cells, secret } = cellsBy(spec);
  const { parseCell, report: reportShares } = watchShares(cells, spec);
  const wide = createWideHeads(spec);
  const tables = readTables({ spec, sheets, wide, isFigure: figureTest(spec, parseCell.isFigure), problems });
  const categories = createCategoryRegistry(spec);
  const sources = createSourceRegistry(spec, problems);
  const signs = watchSigns(spec, secret);
  const parents = createToldParents(problems, categories);
  const given = { spec, tables, wide, parseCell, signs, categories, sources, parents, problems };
  const read = buildObservations({ ...given, watch });
  return { read, categories, sources, signs, parents, reportShares };
}

/** How cells are read by a definition, and whether small counts among them are to be hidden. */
export function cellsBy({ markers, disclosure, layout }: DatasetSpec) {
  const secret = disclosureRule(disclosure) !== undefined;
  const { decimal, parentheses, noteMarks } = layout ?? {};
  return { secret, parseCell: createCellParser({ markers, decimal, parentheses, noteMarks, secret }) };
}
