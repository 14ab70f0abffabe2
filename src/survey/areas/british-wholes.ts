/**
 * What holds others, by its name without what it is, and some of what it holds: in England counties of two tiers, now or until they became one, and the
 * metropolitan ones; nations beside their regions, authorities, health boards or forces, and what nations are together. In a list that has none of these it is an area like the others.
 */
const districtsOf: Readonly<Record<string, readonly string[]>> = {
  buckinghamshire: ["aylesbury vale", "chiltern", "south bucks", "wycombe"],
  cambridgeshire: ["east cambridgeshire", "fenland", "huntingdonshire", "south cambridgeshire"],
  cumbria: ["allerdale", "carlisle", "copeland", "eden", "south lakeland"],
  derbyshire: ["amber valley", "bolsover", "chesterfield", "high peak"],
  devon: ["east devon", "exeter", "mid devon", "teignbridge"],
  dorset: ["east dorset", "north dorset", "purbeck", "west dorset"],
  "east sussex": ["eastbourne", "hastings", "lewes", "rother", "wealden"],
  england: ["north east", "north west", "east midlands", "west midlands", "london", "south east", "south west"],
  "england and wales": ["england", "wales"],
  essex: ["basildon", "braintree", "chelmsford", "colchester"],
  gloucestershire: ["cheltenham", "cotswold", "stroud", "tewkesbury"],
  gb: ["england", "scotland", "wales"],
  "great britain": ["england", "scotland", "wales"],
  "greater london": ["barking and dagenham", "barnet", "bexley", "camden", "hackney"],
  "greater manchester": ["bolton", "bury", "oldham", "rochdale"],
  hampshire: ["basingstoke and deane", "eastleigh", "test valley", "winchester"],
  hertfordshire: ["dacorum", "hertsmere", "stevenage", "watford"],
  kent: ["ashford", "canterbury", "dover", "maidstone"],
  lancashire: ["burnley", "chorley", "hyndburn", "pendle"],
  leicestershire: ["blaby", "charnwood", "harborough", "melton"],
  lincolnshire: ["boston", "east lindsey", "north kesteven", "south holland"],
  "liverpool city region": ["knowsley", "sefton", "st helens", "wirral"],
  london: ["inner london", "outer london"],
  merseyside: ["knowsley", "sefton", "st helens", "wirral"],
  norfolk: ["breckland", "broadland", "great yarmouth", "north norfolk"],
  "northern ireland": ["belfast", "mid ulster", "fermanagh and omagh", "antrim and newtownabbey"],
  "north yorkshire": ["craven", "hambleton", "richmondshire", "ryedale"],
  northamptonshire: ["corby", "daventry", "east northamptonshire", "kettering"],
  nottinghamshire: ["ashfield", "bassetlaw", "broxtowe", "gedling"],
  oxfordshire: ["cherwell", "south oxfordshire", "vale of white horse", "west oxfordshire"],
  scotland: ["angus", "aberdeenshire", "falkirk", "highland", "grampian", "lothian", "tayside"],
  somerset: ["mendip", "sedgemoor", "south somerset", "somerset west and taunton"],
  "south yorkshire": ["barnsley", "doncaster", "rotherham"],
  staffordshire: ["cannock chase", "lichfield", "south staffordshire", "tamworth"],
  suffolk: ["babergh", "ipswich", "mid suffolk"],
  surrey: ["elmbridge", "guildford", "runnymede", "woking"],
  "tyne and wear": ["gateshead", "north tyneside", "south tyneside", "sunderland"],
  uk: ["england", "scotland", "wales", "northern ireland"],
  "united kingdom": ["england", "scotland", "wales", "northern ireland"],
  wales: ["cardiff", "gwent", "gwynedd", "newport", "north wales", "powys", "south wales", "swansea"],
  warwickshire: ["north warwickshire", "nuneaton and bedworth", "rugby"],
  "west midlands": ["dudley", "sandwell", "solihull", "walsall"],
  "west sussex": ["adur", "arun", "crawley", "horsham"],
  "west yorkshire": ["calderdale", "kirklees", "wakefield"],
  worcestershire: ["bromsgrove", "redditch", "wychavon"],
};
/** So many of the districts of one stand beside it: one alone may be a town of that name elsewhere. */
const fewestDistricts = 2;

/** The names of those British authorities that hold others of the same list: a county beside its districts, a combined authority beside any council. */
export function britishWholes(names: readonly string[]): ReadonlySet<string> {
  const known = new Set(names.map(plainName));
  const holdsOthers = (name: string): boolean => {
    const plain = plainName(name);
    const districts = (Object.hasOwn(districtsOf, plain) && districtsOf[plain]) || [];
    return combined.test(name) || districts.filter((district) => known.has(district)).length >= fewestDistricts;
  };
  return new Set(names.filter(holdsOthers));
}

/** What holds authorities and is none itself: what is told of it is told of them. */
const areNoAuthorities = new Set([
  "greater london",
  "greater manchester",
  "liverpool city region",
  "merseyside",
  "northern ireland",
  "scotland",
  "south yorkshire",
  "tyne and wear",
  "wales",
  "west midlands",
  "west yorkshire",
]);
const calledAuthority = /\b(?:authority|council|cc)$/iu;

/** Whether what holds others is an authority beside them, with figures of its own: a county council above its districts. */
export const isOfUpperTier = (name: string): boolean =>
  calledAuthority.test(name.trim()) || !areNoAuthorities.has(plainName(name));

const combined = /\bcombined (?:county )?authority$/iu;

/** `Kent County Council`, `London Borough of Barnet` and `Bolton MBC` without what they are. */
const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll("&", "and")
    .replace(/ \((?:met(?:ropolitan)?|shire|non-met(?:ropolitan)?)\.? ?county\)$/u, "")
    .replace(/^(?:(?:royal |london )*borough of|city of) /u, "")
    .replace(/(?: (?:metropolitan|royal|county|city|district|borough|council|authority|m?bc|dc|cc|met|lb))+$/u, "");
