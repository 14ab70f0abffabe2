/** Elements that the formatter knows how to lay out and tag, beyond what CSS alone says. */
export const knownElements: ReadonlySet<string> = new Set(
  `html head body title meta link style script template noscript base
  address article aside blockquote center dd details dialog div dl dt figcaption figure footer form fieldset legend
  h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary ul
  caption col colgroup table tbody td tfoot th thead tr
  a abbr b bdi bdo br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike
  strong sub sup time tt u var wbr`
    .trim()
    .split(/\s+/),
);
