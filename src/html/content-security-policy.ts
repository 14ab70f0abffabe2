/**
 * The policy that holds the page to its promise: it fetches nothing, runs nothing, and uses the one style sheet that it
 * was written with (Content Security Policy Level 3). `styleAttributes` allows style attributes, if the page has any;
 * `scriptHashes` name its blocks of data, which are scripts to a policy and run nowhere.
 */
export function contentSecurityPolicy(
  styleHash: string,
  { styleAttributes, scriptHashes }: { readonly styleAttributes: boolean; readonly scriptHashes: readonly string[] },
): string {
  return [
    "default-src 'none'",
    "img-src data:",
    "font-src data:",
    `style-src ${styleHash}`,
    ...(scriptHashes.length === 0 ? [] : [`script-src ${scriptHashes.join(" ")}`]),
    ...(styleAttributes ? ["style-src-attr 'unsafe-inline'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
