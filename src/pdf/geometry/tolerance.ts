/**
 * Lengths in pt that differ by less are the same: sums of the same widths in another order do not agree to the last digit. Far
 * below what print can show.
 */
export const tolerance = 0.01;
