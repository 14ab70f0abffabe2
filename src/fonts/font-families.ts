/** The names of a CSS font stack: `Inter, "Noto Sans", serif`. */
export function fontFamilies(stack: string): readonly string[] {
  return stack.split(",").map((family) => family.trim().replaceAll(/^["']|["']$/g, ""));
}
