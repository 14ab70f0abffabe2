/** The house's colours of categories beside the highlight, each for light and for dark paper. */
export const companions: readonly (readonly [light: string, dark: string])[] = [
  ["#c2570c", "#ee8133"],
  ["#2a9d8f", "#2a9d8f"],
  ["#4f321f", "#8a6540"],
  ["#8e7bcf", "#b78bf7"],
  ["#a46c4c", "#f0e490"],
  ["#5b1a94", "#3df0cc"],
  ["#4d62e6", "#62629e"],
  // The house's own highlight, for those who have another.
  ["#12436d", "#a9cdf0"],
];
