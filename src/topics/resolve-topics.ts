import { createDiagnostics, didYouMean } from "../diagnostics/index.ts";
import type { HarmfulWords } from "./lint-texts.ts";
import { type topicIds, topics } from "./shipped/index.ts";
import type { Helpline, TopicSpec } from "./topic.ts";

/** A topic that ships. */
export type TopicId = (typeof topicIds)[number];

export interface ResolvedTopics {
  /** Each once, in the order of the topics. */
  readonly helplines: readonly Helpline[];
  readonly words: readonly HarmfulWords[];
  /** How their figures are to be read, in the language asked for, each once. */
  readonly readings: readonly string[];
}

export interface ResolveTopicsOptions {
  /** BCP 47: words of other languages are not looked for. */
  readonly lang: string;
  /**
   * ISO 3166 code of the region that the readers are in. A helpline of a part of it is for some of them, one of a whole
   * that it is part of is for all. Absent: the region of `lang`, or all helplines.
   */
  readonly region?: string;
}

/**
 * Looks up topics, and what of them suits the readers.
 * @throws BriefingError with every id that is no topic.
 */
export function resolveTopics(
  specs: readonly (TopicId | TopicSpec)[],
  { lang, region = regionOf(lang) }: ResolveTopicsOptions,
): ResolvedTopics {
  const diagnostics = createDiagnostics();
  const found = specs.flatMap((spec): readonly TopicSpec[] => {
    if (typeof spec !== "string") return [spec];
    const topic = topics.get(spec);
    if (topic) return [topic];
    diagnostics.error({
      code: "unknown-topic",
      message: `There is no topic "${spec}".`,
      hint: `${didYouMean(spec, topics.keys())} A topic of your own is an object with helplines and advice.`,
      source: { id: spec },
    });
    return [];
  });
  diagnostics.throwIfErrors();
  const language = languageOf(lang);
  const helplines = found.flatMap(({ helplines }) => helplines).filter((helpline) => helpsIn(helpline, region));
  return {
    helplines: [...new Map(helplines.map((helpline) => [helpline.name, helpline])).values()],
    readings: [...new Set(found.flatMap(({ reading }) => reading?.[language] ?? []))],
    words: found.flatMap(({ advice, guideline }) =>
      advice
        .filter((each) => each.lang === language)
        .map(({ words, say, why }) => ({ words, say, why, guideline: guideline?.title })),
    ),
  };
}

const languageOf = (lang: string): string => (lang.split("-")[0] ?? "").toLowerCase();

const regionOf = (lang: string): string | undefined => /-([A-Z]{2})(?:-|$)/.exec(lang)?.[1];

function helpsIn({ regions }: Helpline, region: string | undefined): boolean {
  return region === undefined || regions.some((each) => isWithin(each, region) || isWithin(region, each));
}

const isWithin = (part: string, whole: string): boolean => part === whole || part.startsWith(`${whole}-`);
