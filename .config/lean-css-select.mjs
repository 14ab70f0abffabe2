/** css-select without the walk through trees of another parser, and the writer of these: it is always told how to walk ours. */
export const leanCssSelect = {
  name: "lean-css-select",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^(?:domhandler|domutils)$/ }, ({ importer }) =>
      /[\\/]css-select[\\/]/.test(importer) ? { path: "no-walk", namespace: "lean-css-select" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "lean-css-select" }, () => ({ contents: "export const isTag = undefined;" }));
  },
};
