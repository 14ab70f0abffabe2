import type { Dataset, DimensionSpec } from "../../dataset/index.ts";
import type { Remarks } from "../remarks.ts";

/** What is left of one flow when another is taken from it, by its name. */
const balanceName =
  /(?<!\p{L})(?:net|balance|natural (?:increase|change)|saldo|solde|überschuss|accroissement|crecimiento|netto\p{L}*|nettó)(?!\p{L})/iu;
/** Of more categories than these none is looked at as one less another. */
const mostCategories = 12;
/** So many figures that are one less another show it, and of all that are known so many. */
const [fewestShown, mostlyShown] = [5, 0.9];
/** So many times what figures are rounded to may be between them, where each is rounded by itself; and so many times as large is what shows anything. */
const [nearness, fewestSteps] = [1.6, 10];

interface Balance {
  readonly net: string;
  readonly from: string;
  readonly less: string;
}

interface BalanceInput {
  readonly dataset: Dataset;
  readonly isSmall: boolean;
  readonly remarks: Remarks;
}

/**
 * Keeps a balance from being added to what it is made of: `Net migration` beside `Immigrants` and `Emigrants` is the one less the other. Where small counts are
 * protected, that they may be added up shows nobody more, and it is said alone.
 */
export function markBalances(
  dimensions: Record<string, DimensionSpec>,
  { dataset, isSmall, remarks }: BalanceInput,
): void {
  for (const [dimension, own] of Object.entries(dimensions)) {
    if (own.role !== "category" || own.total !== undefined) continue;
    const found = balanceAmong(dataset, dimension);
    if (!found) continue;
    if (!isSmall) dimensions[dimension] = { ...own, exclusive: false };
    remarks.add(`dimensions.${dimension}${isSmall ? "" : ".exclusive"}`, isBalance(found));
  }
}

const isBalance = ({ net, from, less }: Balance): string =>
  `"${net}" is "${from}" less "${less}", in all figures: add none of them up, and make a measure of each, by layout.long, where they are to be ranked or drawn apart.`;

const decimalsOf = (value: number): number => /\.(?<decimals>\d+)$/u.exec(String(value))?.groups?.decimals?.length ?? 0;

function balanceAmong(dataset: Dataset, dimension: string): Balance | undefined {
  const categories = dataset.categories(dimension);
  const nets = categories.filter(({ label }) => balanceName.test(label));
  if (nets.length === 0 || categories.length < 3 || categories.length > mostCategories) return undefined;
  const families = new Map<string, Map<string, number>>();
  for (const { measure, at, cell } of dataset.observations) {
    const id = at[dimension];
    if (id === undefined || cell.state !== "value") continue;
    const key = JSON.stringify([measure, ...Object.entries(at).filter(([other]) => other !== dimension)]);
    families.set(key, (families.get(key) ?? new Map<string, number>()).set(id, cell.value));
  }
  const step = 10 ** -Math.max(0, ...[...families.values()].flatMap((values) => [...values.values()].map(decimalsOf)));
  const isLess = (net: string, from: string, less: string): boolean => {
    const known = [...families.values()].flatMap((values) => {
      const [own, one, other] = [values.get(net), values.get(from), values.get(less)];
      // What is about as small as rounding shows nothing.
      const isShown = own !== undefined && one !== undefined && other !== undefined;
      return isShown && Math.min(one, other) >= step * fewestSteps
        ? [Math.abs(one - other - own) <= step * nearness]
        : [];
    });
    const shown = known.filter(Boolean).length;
    return shown >= fewestShown && shown >= known.length * mostlyShown;
  };
  for (const net of nets)
    for (const from of categories)
      for (const less of categories)
        if (new Set([net, from, less]).size === 3 && isLess(net.id, from.id, less.id))
          return { net: net.label, from: from.label, less: less.label };
  return undefined;
}
