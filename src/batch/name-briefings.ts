import type { ParameterSpec, PreparedBriefing } from "../briefing/index.ts";
import { BriefingError, didYouMean } from "../diagnostics/index.ts";
import { fileKey, fileName, marked, shortened } from "./file-name.ts";

type Values = Readonly<Record<string, string>>;

/**
 * Names the files of briefings, without folder and extension: by a pattern such as `{area}-{year}`, a parameter of categories
 * standing for the id of its category. Where there is no pattern, by all category parameters. Each is safe on every file system, and no
 * two are one file on any; names that would be end in a hash of their parameters.
 * @throws BriefingError for a pattern that cannot be used, and for one that does not tell the briefings apart.
 */
export function nameBriefings(
  { briefing, datasets }: Pick<PreparedBriefing, "briefing" | "datasets">,
  sets: readonly Values[],
  pattern?: string,
): readonly string[] {
  const specs = briefing.spec.parameters ?? {};
  if (pattern !== undefined) checkPattern(pattern, Object.keys(specs));
  const used = pattern ?? usualPattern(specs);

  /** The id of what was given: its label and aliases name the same file. */
  function idOf(name: string, value: string): string {
    const spec = specs[name];
    if (spec?.kind !== "category") return value;
    return datasets.get(spec.dataset)?.category(spec.dimension, value)?.id ?? value;
  }

  const named = sets.map((set) => {
    const ids: string[] = [];
    const name = used.replaceAll(placeholder, (_, parameter: string) => {
      const id = idOf(parameter, set[parameter] ?? "");
      ids.push(id);
      return fileName(id);
    });
    return { name: shortened(name), whole: JSON.stringify(ids) };
  });
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(fileKey(name), (counts.get(fileKey(name)) ?? 0) + 1);
  const taken = new Map<string, number>();
  return named.map(({ name, whole }, index) => {
    const own = counts.get(fileKey(name)) === 1 ? name : marked(name, whole);
    const first = taken.get(fileKey(own));
    if (first === undefined) {
      taken.set(fileKey(own), index);
      return own;
    }
    if (pattern !== undefined) throw collision(name, sets[first], sets[index]);
    return shortened(`${own}-${index}`);
  });
}

const placeholder = /\{([^{}]*)\}/g;

function usualPattern(specs: Readonly<Record<string, ParameterSpec>>): string {
  const categories = Object.keys(specs).filter((name) => specs[name]?.kind === "category");
  return categories.map((name) => `{${name}}`).join("-") || "briefing";
}

function checkPattern(pattern: string, known: readonly string[]): void {
  for (const [, name = ""] of pattern.matchAll(placeholder)) {
    if (known.includes(name)) continue;
    throw new BriefingError([
      {
        code: "unknown-parameter",
        severity: "error",
        message: `The briefing has no parameter "${name}" to name files by.`,
        hint: didYouMean(name, known),
      },
    ]);
  }
  const text = pattern.replaceAll(placeholder, "x");
  if (text === "" || /[<>:"/\\|?*\p{Cc}]/u.test(text) || /^\.|[. ]$/.test(text)) {
    throw new BriefingError([
      {
        code: "invalid-option",
        severity: "error",
        message: `"${pattern}" cannot be the name of a file on every system.`,
        hint: "Use letters, digits, hyphens and {parameters}; the folder is told elsewhere.",
      },
    ]);
  }
}

function collision(name: string, first: Values | undefined, second: Values | undefined): BriefingError {
  const say = (set: Values = {}) => `"${Object.values(set).join(", ")}"`;
  return new BriefingError([
    {
      code: "name-collision",
      severity: "error",
      message: `${say(first)} and ${say(second)} would both be written to "${name}".`,
      hint: "Put what tells them apart into the name: {area} stands for the id of the area.",
    },
  ]);
}
