/**
 * Lengths in pt that differ by less are the same: sums of the same widths in another order do not agree to the last digit. Far
 * below what print can show.
 */
export const tolerance = 0.01;

/** Shares of a length and numbers of equal steps, by how little they may differ and be the same. */
export const shareTolerance = 1e-6;
