/** Which way a figure with a sign went. */
export const directionOf = (sign: string | undefined): "up" | "down" | undefined =>
  sign === undefined ? undefined : sign === "+" ? "up" : "down";
