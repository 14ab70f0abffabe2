/** Cases that Chromium draws otherwise, each with the reason and how much of what is painted may differ. */
export const pictureExceptions: Readonly<Record<string, { readonly most: number; readonly reason: string }>> = {
  "svg-patterns": {
    most: 0.2,
    reason: "Chromium prints each tile as a small picture, with blurred edges; here tiles are vectors.",
  },
  "svg-text": {
    most: 0.07,
    reason: "Letters are moved by parts of a pixel, lines under and through them are thinner, outlines are not hinted.",
  },
};
