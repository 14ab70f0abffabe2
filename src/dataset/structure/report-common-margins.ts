import type { DiagnosticDetails } from "../../diagnostics/index.ts";
import type { CommonMargin, MarginSide } from "./common-margins.ts";

/** What to say of counts that two datasets have in common; undefined where the definitions say that readers know them. */
export function reportCommonMargin({ sides, equalFigures, isDenied }: CommonMargin): DiagnosticDetails | undefined {
  const secret = sides.filter((side) => side.secret);
  const open = secret.filter((side) => !isDeclared(side));
  if (secret.length > 0 && open.length === 0) return undefined;
  const [one, two] = sides.map(({ source, measure }) => `${measure} of ${source.id}`);
  const by = sides[0].by.join(" and ");
  const lines = open.map(
    ({ source, measure, by: own }) =>
      `Add to the disclosure of ${source.id}: knownTotals: [{ measure: ${JSON.stringify(measure)}, by: [${timeAnd(
        source.spec,
        own,
      )
        .map((id) => JSON.stringify(id))
        .join(", ")}] }].`,
  );
  const remedy =
    lines.length > 0
      ? `${lines.join(" ")} Each is then protected as if readers knew these totals.`
      : "Where one hides a figure, the other may give it away: compare what both hide, or leave one out.";
  return {
    code: "common-margin",
    message: `${one} and ${two} are equal by ${by} (${equalFigures} figures): they count the same things, and what one hides the other may give away.`,
    hint: isDenied
      ? `A definition says that it is chance, or seen to (notSums): nothing protects one against the other. ${remedy}`
      : `${remedy} If that is chance, or you have seen to it, notSums: [${JSON.stringify(sides[0].measure)}] in the definition of ${sides[0].source.id}.`,
    source: { id: sides[0].source.id },
  };
}

/** The dimensions that are kept, and time: a dataset of one period may be added up over it, and its totals are of that period. */
function timeAnd({ dimensions }: MarginSide["source"]["spec"], by: readonly string[]): readonly string[] {
  const time = Object.keys(dimensions).filter((id) => dimensions[id]?.role === "time" && !by.includes(id));
  return [...by, ...time];
}

const isDeclared = ({ source, measure, by }: MarginSide): boolean =>
  source.spec.disclosure?.knownTotals?.some(
    (known) => known.measure === measure && by.every((dimension) => known.by.includes(dimension)),
  ) === true;
