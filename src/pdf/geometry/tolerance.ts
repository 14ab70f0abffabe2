/**
 * Lengths in pt that differ by less are the same: sums of the same widths in another order do not agree to the last digit. Far
 * below what print can show.
 */
export const tolerance = 0.01;

/** Shares of a length and numbers of equal steps, by how little they may differ and be the same. */
export const shareTolerance = 1e-6;

/**
 * pt. Programs put letters and the edges of pictures on whole pixels or quarters of them. What lies exactly on one would fall to either
 * side by the last digit of a number, and the same words or the same picture would look otherwise from place to place. So letters are
 * drawn by this much to the right and down, and pictures within their areas by as much.
 */
export const hair = 0.0002;
