/**
 * A name with `*` for anything.
 * @param plain how names are compared: both are put so first.
 */
export function createGlob(pattern: string, plain: (name: string) => string): (name: string) => boolean {
  const parts = plain(pattern).split("*").map(escapeRegExp);
  const expression = new RegExp(`^${parts.join(".*")}$`, "su");
  return (name) => expression.test(plain(name));
}

export const escapeRegExp = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
