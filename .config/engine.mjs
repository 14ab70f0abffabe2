/**
 * What esbuild may write, for all that is built: what the oldest Node runs that the package is for. It would write `/\p{N}/u` as
 * `new RegExp("\\p{N}", "u")` for each version of Node, since scripts are added to Unicode that an older one cannot name. The sources name none
 * of those, and the constructor reads its text again wherever a function asks by one.
 */
export const engine = {
  target: "node20.19",
  supported: { "regexp-unicode-property-escapes": true },
};
