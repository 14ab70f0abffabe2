import type { WordlessReader } from "./wordless-reader.ts";

/** `the third highest of 42 police forces`. */
export const ranks: WordlessReader = ({ mentions }) =>
  mentions.flatMap((mention) =>
    mention.kind === "rank"
      ? [
          {
            kind: "rank",
            span: { start: mention.start, end: mention.end },
            stated: { value: mention.position },
            draft: { order: mention.order },
            explanation: `A place among others, counted from the ${mention.order}.`,
          } as const,
        ]
      : [],
  );
