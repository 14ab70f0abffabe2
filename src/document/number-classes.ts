import type { FigureAffixes } from "../language/index.ts";
import { joinFlow, type TextFlow } from "./text-flow.ts";

/** All of a text: a number under ten, perhaps with a plus, and a few words. */
const shortText = /^\s*(?<number>\p{Nd})(?<plus>\s?\+)?(?<words>(?:\s[\p{L}\p{M}'’-]+){1,5})\s*$/u;

interface NumberClass {
  readonly flow: TextFlow;
  readonly number: number;
  /** It goes on from its number: `2 or more children`, `2+ children`. */
  readonly isOpen: boolean;
  /** How its words begin: those for what it is of are in one number or several (`child`, `person`). */
  readonly words: readonly string[];
}

function readClass(flow: TextFlow, { bands }: Pick<FigureAffixes, "bands">): readonly NumberClass[] {
  const { number, plus, words = "" } = shortText.exec(joinFlow(flow).text)?.groups ?? {};
  if (number === undefined) return [];
  const starts = (words.match(/\p{L}{3,}/gu) ?? []).map((word) => word.slice(0, 2).toLowerCase());
  return [{ flow, number: Number(number), isOpen: plus !== undefined || bands.test(words), words: starts }];
}

/**
 * Texts that are the classes of a list or a table, one after the other up to one that is open: `1 child` and `2 or more children`. Nobody says
 * a figure so; an open class by itself, or one that no other leads up to, may be one.
 */
export function numberClasses(
  flows: readonly TextFlow[],
  affixes: Pick<FigureAffixes, "bands">,
): ReadonlySet<TextFlow> {
  const classes = flows.flatMap((flow) => readClass(flow, affixes));
  const closed = classes.filter(({ isOpen }) => !isOpen);
  const found = new Set<TextFlow>();
  for (const open of classes) {
    const isAlike = ({ words }: NumberClass) => open.words.includes(words.at(-1) ?? "");
    const below = open.isOpen ? closed.filter((each) => each.number < open.number && isAlike(each)) : [];
    if (!below.some(({ number }) => number === open.number - 1)) continue;
    for (const { flow } of [open, ...below]) found.add(flow);
  }
  return found;
}
