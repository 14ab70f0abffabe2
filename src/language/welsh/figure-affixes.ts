import type { FigureAffixes } from "../contract/audit.ts";

const scale =
  "cant|gant|chant|cannoedd|mil|fil|miloedd|filoedd|miliwn|filiwn|miliynau|filiynau|biliwn|triliwn|dwsin|ddwsin";

/** What makes another figure of a Welsh one that it stands beside. */
export const figureAffixes: FigureAffixes = {
  before: new RegExp(
    `(?<!\\p{L})(?:minws|negyddol|(?:h?anner|d?dwywaith|dwbl|ddwbl|traean|draean|chwarter)(?: o)?|${scale}|dim pwynt|punn?oedd|bunnoedd|ewros?|un o bob)\\s?$`,
    "iu",
  ),
  after: new RegExp(
    `^(?:\\s?(?:o )?(?:${scale}|k|m|mn|bn|tn|y cant|[pb]h?wynt canran|gwaith|waith|punn?oedd|bunnoedd|o bunnau|p|ceiniog|ewros?|kg|km|a hanner|fesul \\p{L}+|y (?:pen|funud|awr|dydd|diwrnod|wythnos|mis)|o bob \\p{L}+)(?!\\p{L})|-\\p{L}+)`,
    "iu",
  ),
  often:
    /^\s(?:(?:bob|pob) (?:eiliad|munud|awr|dydd|diwrnod|nos|wythnos|pythefnos|mis|chwarter)|(?:yr|y|fesul) (?:eiliad|funud|awr|dydd|diwrnod|wythnos|mis))(?!\p{L}|-|\s(?:yma|hon|hwn|honno|hwnnw|diwethaf|nesaf|ddiwethaf|cyntaf|gyntaf|olaf)(?!\p{L}))/iu,
  alone: /^(?:minws|cant|mil|miloedd|[mf]iliwn|miliynau|biliwn|triliwn)$/iu,
  counted:
    /^(?:b?[pb]h?lant|b?[pb]h?lentyn|[pb]h?obl|bersonau|oedolion|dd?ioddefwyr|dd?ioddefwr|troseddwyr|droseddwyr|merched|ferched|merch|ferch|bechgyn|fechgyn|menywod|fenywod|menyw|fenyw|dynion|ddynion|disgyblion|ddisgyblion|cleifion|gleifion|teuluoedd|deuluoedd|ysgolion|athrawon|troseddau?|droseddau?|throseddau?|marwolaethau|farwolaethau|achosion|digwyddiadau|ddigwyddiadau|carcharorion|garcharorion|eiliadau?|munudau?|funudau?|oriau|dyddiau|ddyddiau|diwrnodau|wythnosau?|misoedd|fisoedd|blynyddoedd|flynyddoedd|milltir(?:oedd)?|filltir(?:oedd)?|tunnell|dunnell|punnoedd|bunnoedd|bunnau|ceiniog|gradd)$/iu,
  stops: /^(?:(?!o$)\p{L}{1,3}|o['’]\p{L}+)$/iu,
  magnitudes: {
    cant: 100,
    gant: 100,
    chant: 100,
    cannoedd: 100,
    k: 1e3,
    mil: 1e3,
    fil: 1e3,
    miloedd: 1e3,
    filoedd: 1e3,
    miliwn: 1e6,
    filiwn: 1e6,
    miliynau: 1e6,
    filiynau: 1e6,
    m: 1e6,
    mn: 1e6,
    biliwn: 1e9,
    bn: 1e9,
    triliwn: 1e12,
    tn: 1e12,
  },
  percent: /(?<!\p{L})(?:y cant|[cg]h?anran(?:nau)?|[pb]h?wynt(?:iau)? canran(?:nol)?)(?!\p{L})/iu,
  moves:
    /(?<!\p{L})(?:[cg]ynydd\p{L}*|gostyngiad\p{L}*|[cg]o[sd]tyng\p{L}*|gostwng|dyblodd|treblodd|haner\p{L}+|cododd|godi|disgynn\p{L}*|cofnod\p{L}*|gofnod\p{L}*|i fyny|i lawr|cyfanswm)(?!\p{L})/iu,
  bands:
    /(?<!\p{L})(?:dan|o dan|dros|llai|mwy|na|hyd at|i|o leiaf|a|neu|rhwng|mwyaf|lleiaf|uchaf|isaf|cyntaf|olaf|degradd|cwintel|chwartel|band|grŵp|oed)(?!\p{L})|[–—‐‑-]\s?\p{Sc}?\p{N}|\p{N}\s?\+|[<>≤≥]/iu,
  ordinal: /^(?:af|il|ydd|ed|fed|eg|ain)(?!\p{L})/u,
  whose: /^(?:yn|yng|ym|i|o|ar gyfer) /u,
  scales: {
    reversed: /gwrthdro|wrthdro/iu,
    logarithmic: /(?<!\p{L})(?:sym)?log(?:arithm\p{L}*)?(?!\p{L})/iu,
    power: /(?<!\p{L})(?:ail isradd|isradd|p[wŵ]er)(?!\p{L})|√/iu,
  },
};
