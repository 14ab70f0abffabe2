const refuse = (uri: unknown): Promise<never> =>
  Promise.reject(new Error(`A chart may not load "${String(uri)}": charts get their data from the briefing.`));

/**
 * A Vega loader that loads nothing: no file, no network, no image.
 *
 * `sanitize` must resolve, or Vega leaves an unhandled rejection behind; it answers with an empty address, which Vega
 * would only use on a second drawing.
 */
export const denyLoader = {
  options: {},
  load: refuse,
  http: refuse,
  file: refuse,
  sanitize: () => Promise.resolve({ href: "" }),
};
