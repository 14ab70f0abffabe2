/** Whether a fill or a stroke of Vega's scene leaves anything on the page. */
export const isInk = (paint: unknown): boolean => Boolean(paint) && paint !== "transparent" && paint !== "none";
