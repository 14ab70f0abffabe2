/**
 * Heading levels for the structure tree, without gaps: ISO 14289-1 (7.4.2) forbids to skip one on the way down. An h4
 * under an h2 becomes H3; its siblings do too.
 */
export function createHeadingLevels(): (level: number) => { readonly level: number; readonly isSkipped: boolean } {
  const open: number[] = [];
  return (level) => {
    let closed: number | undefined;
    while ((open.at(-1) ?? 0) >= level) closed = open.pop();
    // A sibling of a heading that skipped is no news.
    const isSkipped = level > (open.at(-1) ?? 0) + 1 && closed !== level;
    open.push(level);
    return { level: open.length, isSkipped };
  };
}
