/** Which way a figure with a sign went. */
export const directionOf = (sign: string | undefined): { readonly direction?: "up" | "down" } =>
  sign === undefined ? {} : { direction: sign === "+" ? "up" : "down" };
