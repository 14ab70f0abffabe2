/** Engines take time with the square of a text's length. */
const chunkLength = 1024;

/** Where each segment of a text starts, and what it is: a part at a time, each but the last from where a whole one ended. */
export function segmentsOf(text: string, segmenter: Intl.Segmenter): readonly Intl.SegmentData[] {
  const found: Intl.SegmentData[] = [];
  let start = 0;
  while (start < text.length) {
    const end = start + chunkLength;
    const part = Array.from(segmenter.segment(text.slice(start, end)), (data) => ({
      ...data,
      index: data.index + start,
    }));
    // The last one may go on, and what comes before it is judged by it.
    const kept = end < text.length && part.length > 2 ? part.slice(0, -2) : part;
    for (const data of kept) found.push(data);
    const last = kept.at(-1);
    if (!last) break;
    start = last.index + last.segment.length;
  }
  return found;
}
