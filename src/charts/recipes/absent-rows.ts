import type { ChartRow } from "../chart-row.ts";

/** The two fields by which a recipe has a place for each figure of a field: a row for each pair of their texts. */
export interface PlacesOfRows {
  readonly fields: readonly [string, string];
  readonly value: string;
}

type Cell = ChartRow[string] | undefined;

/**
 * Rows with one, behind all others, for each pair of texts that has none: a gap like any other, so that what is not in the data is marked, and neither an
 * empty place nor nought. It has what all rows of its first text, or else of its second, say alike: a name, a highlight, the start of a period.
 */
export function withAbsentRows(rows: readonly ChartRow[], places: PlacesOfRows | undefined): readonly ChartRow[] {
  if (places === undefined) return rows;
  const [first, second] = places.fields;
  const isPlaced = (row: ChartRow) => isName(row[first]) && isName(row[second]);
  if (!rows.every(isPlaced)) return rows;
  const [ofFirst, ofSecond] = [rowsBy(rows, first), rowsBy(rows, second)];
  if (rows.length >= ofFirst.size * ofSecond.size) return rows;
  const there = new Map([...ofFirst].map(([name, own]) => [name, new Set(own.map((row) => row[second]))]));
  const alike = (groups: ReadonlyMap<Cell, readonly ChartRow[]>) =>
    new Map([...groups].map(([name, own]) => [name, saidByAll(own)] as const));
  const [saidOfFirst, saidOfSecond] = [alike(ofFirst), alike(ofSecond)];
  const absent = [...ofFirst.keys()].flatMap((one) =>
    [...ofSecond.keys()]
      .filter((other) => there.get(one)?.has(other) === false)
      .map((other): ChartRow => {
        const { [places.value]: _, state: __, ...said } = { ...saidOfSecond.get(other), ...saidOfFirst.get(one) };
        return { ...said, [first]: one as string, [second]: other as string, [places.value]: null };
      }),
  );
  return absent.length > 0 ? [...rows, ...absent] : rows;
}

function rowsBy(rows: readonly ChartRow[], field: string): ReadonlyMap<Cell, readonly ChartRow[]> {
  const groups = new Map<Cell, ChartRow[]>();
  for (const row of rows) {
    const own = groups.get(row[field]);
    if (own) own.push(row);
    else groups.set(row[field], [row]);
  }
  return groups;
}

const isName = (cell: Cell): boolean => cell !== undefined && cell !== null && cell !== "";

/** The cells that are the same in all rows. */
function saidByAll([one = {}, ...others]: readonly ChartRow[]): ChartRow {
  return Object.fromEntries(Object.entries(one).filter(([field, cell]) => others.every((own) => own[field] === cell)));
}
