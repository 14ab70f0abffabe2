/** What shares of one whole may add up to: each of them may have been rounded, ten of them by half a hundredth. */
export const mostOfWhole = 1.05;
