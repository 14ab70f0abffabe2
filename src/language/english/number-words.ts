import { type NumberWords, wordPattern } from "../contract/audit.ts";

const magnitudes = "hundred|thousand|million|billion|trillion|dozen";
const months =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
/** Words of grammar, after which another thing is spoken of. */
const link =
  "however|and|or|but|nor|in|at|on|by|for|with|from|as|to|of|when|that|which|who|whom|where|while|because|if|is|was|are|were|be|been|being|am|has|had|have|having|will|would|can|could|may|might|must|shall|should|do|does|did|the|an?|it|they|we|he|she|you|I|this|these|those|there|here|its|his|her|their|our|your|my|not|no|so|than|then|into|onto|out|off|over|under|above|below|across|around|after|before|since|until|during|between|within|without|through|throughout|against|toward|towards|upon|per|via|plus|minus|up|down|only|just|even|still|now|also|all|any|each|every|some|both|either|such|another|other|more|less|fewer|most|least|about|nearly|almost|roughly|approximately|around|exactly|next|last|first|how|what|why|like|me|us|him|them|let|see|use|using|eg|ie|etc|vs|versus";
const being =
  "was|were|is|are|be|been|being|stood|stands|remain(?:s|ed)?|equals?|reach(?:ed|es)?|hit|totall?(?:ed|ing)|totals";
const moves =
  "rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|growing|growth|increas(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|reduc(?:ed|es|ing|tion)|drop(?:s|ped|ping)?|declin(?:e|ed|es|ing)|jump(?:ed|s)?|climb(?:ed|s)?|doubled|trebled|halved|numbered";
const does =
  "had|have|has|having|cost|spend|raised|donated|earned|granted|awarded|invested|saw|seen|got|made|won|lost|hit|held|took|sent|paid|sold|built|found|met|heard|gave|said|told|kept|ran|left|fed|spent|scored?|(?:receive|record|report|employ|contain|include|count|serve|support|help|need|cover|kill|hire|add|house|arrest|injure|charge|interview|survey|answer|use|reach)(?:s|d|ed)?|total(?:l?ed|s)?|average[sd]?|select";

/** English words that tell how a number is meant. */
export const numberWords: NumberWords = {
  counted: wordPattern(
    "children|child|people|persons?|individuals?|adults?|victims?|survivors?|offenders?|suspects?|defendants?|girls?|boys?|women|woman|men|man|pupils?|students?|patients?|families|households?|homes|schools?|teachers?|nurses?|doctors?|officers?|officials?|staff|workers?|employees|residents|respondents?|participants?|refugees|claimants?|carers?|parents?|prisoners?|voters?|visitors?|volunteers?|tenants|offences?|crimes?|deaths?|fatality|fatalities|births?|lives|arrests?|convictions?|charges|cases?|incidents?|reports?|referrals?|complaints?|claims|calls|visits|attacks?|assaults?|murders?|homicides?|burglaries|robberies|thefts|injuries|collisions|accidents|admissions|appointments|applications|enquiries|inquiries|infections|investigations|councils?|forces|votes?",
  ),
  sums: wordPattern(
    "totals?|number|counts?|sums?|averages?|means?|medians?|rates?|proportions?|shares?|percentages?|maximum|minimum|majority|samples?|populations?|tally|tolls?|turnout|membership|attendances?|caseloads?|capacity|ratios?|backlog",
  ),
  typical: wordPattern("averages?|averag(?:ed|ing)|means?|medians?|typical|typically|totals?|totall?ed|rates?|tolls?"),
  numberedSums: wordPattern("number|index|score|sample|population"),
  reported: wordPattern(
    "abus(?:e|ed|es)|rap(?:e|es|ed)|groom(?:ing|ed)|neglect(?:ed)?|exploit(?:ed|ation)|violence|(?:assault|murder|harm|stabb)(?:s|ed|ings?)?|self-harm|homicides?|manslaughter|robber(?:y|ies)|burglar(?:y|ies)|thefts?|hurt|injur(?:y|ies|ed)|killed|killings?|dead|deaths?|died|victims|offen[cd]ers|offen[cs]es?|crimes?|arrest(?:s|ed)|convict(?:ions|ed)|suicides?|reported|recorded|risk",
  ),
  bodies: wordPattern(
    "organi[sz]ations|charities|employers|companies|businesses|firms|agencies|providers|hospitals|universities|colleges|parishes|districts|boroughs|local authorities|authorities|nurseries|prisons|nations",
  ),
  spent: wordPattern("funding|funds?|grants?|budgets?|costs?|costing|spend|spending|savings?|cuts?|given"),
  mark: wordPattern("scores?|grades?|ratings?|marks?|ages?"),
  example:
    /(?<!\p{L})(?:e\.?g\.?,?|any number(?: at all)?:|(?:enter|type|select|press|choose)(?: \p{L}+){0,3}(?: (?:greater|more|less|lower|higher) than)?|(?:number|value|amount|code|answer) (?:must|should|has to|needs to|can) be(?: (?:between|at least|at most|from|up to|(?:no )?(?:greater|more|less|lower|higher) than))?|(?:^|["“‘'(:]\s?)(?:change|set|adjust)(?: \p{L}+){1,10} to) [–-]?$/iu,
  oneOfList: wordPattern("first|last|next|these|those|other|following"),
  top: /(?<!\p{L})top $/iu,
  groupOfShare:
    /(?<!\p{L})(?:(?:rich|poor|wealthi|needi|old|young)est|(?:most|least) (?:deprived|disadvantaged|affluent|vulnerable|wealthy|prosperous|privileged)|(?:highest|lowest)[- ](?:paid|earning|income|scoring|performing|achieving)|(?:worst|best)[- ](?:off|paid|performing|affected)|(?:in|among|amongst|within) the (?:best|worst|highest|lowest|largest|smallest)|the (?:bottom|middle)) #|each (?:\p{L}+ )?(?:decile|quintile|quartile|band|group|LSOA) (?:contains|comprises|holds|represents|covers|is) (?:(?:exactly|about|around|roughly) )?# of (?:the |all )?(?:[\p{L}’']+ )?(?:population|people|households|areas|residents)(?!\p{L})|#(?:-\d+%)? (?:(?:least|most) ['‘"“]?(?:(?:access|income|health|employment|education) )?(?:deprived|disadvantaged|affluent|wealthy)|(?:wealthi|rich|poor)est)(?!\p{L})/iu,
  levied:
    /(?<!\p{L})(?:tax(?:ed|able|es|ation)?|VAT|CGT|duty|duties|lev(?:y|ies|ied)|surcharge|dividends?|interest|APR|AER|mortgages?|basic[- ]rate|higher[- ]rate|inheritances?|pension contributions?|bonus|capped|discount(?:s|ed)?|commission|(?:cancellation|landing|booking|service|entry|administration|admin|handling|transaction|congestion) (?:charges?|fees?)|(?:tax|rates?|inheritance|business) relief|sav(?:e|ing) (?:a further|an extra|another)(?= #)|add(?:ing|s)?(?: (?:a further|an extra|another))?(?= #.{1,60}(?<!\p{L})(?:fees?|bills?|prices?|tariffs?|invoices?|deliver(?:y|ies)|postage)(?!\p{L})))(?!\p{L})/iu,
  supposed:
    /(?<!\p{L})(?:(?:suppose|imagine|let['’]s (?:say|assume)|let us (?:say|assume)|(?:for example|for instance),? (?:if|where|suppose|imagine))(?!\p{L})[^#]*#|if (?:\p{L}+ ){0,3}#[^#]*(?<!\p{L})would(?!\p{L})|if (?:an?|one) (?:\p{L}+ ){1,4}(?:ha[ds]|gets?|got|wins?|won|receives?|pays?|takes?|loses?|earns?) [^#]{0,240}#(?!\s?%| ?per ?cent))/iu,
  defined:
    /(?<!\p{L})(?:(?:defined|classed|classified) as |(?:^|[\s(])\d means? (?:that )?(?=(?:more|less|fewer|at|over|under|above|below|between) )|["“‘'][\p{L} ]{1,30}["”’'] means? (?:that )?(?=(?:at|more) ))[^#.;!?]{0,80}(?<!\p{L})(?:at least|at most|(?:more|less|fewer|greater|higher|lower) than|over|under|above|below|exceed(?:s|ing)?) #|(?<!\p{L})definitions? of (?:\p{Ll}+ ){1,5}(?:at|as) #|(?<!\p{L})miss(?:ing)? (?:at least |more than )#(?: or more)?(?:%| ?per ?cent) of (?:(?:their|all|available|possible|the|school) ){0,3}sessions|(?<!\p{L})any (?:\p{Ll}+ )?(?:number|value|score|figure|amount|result)s? (?:over|under|above|below|(?:more|less|fewer|greater|higher|lower) than) #|(?<!\p{L})(?:sizes?|headcounts?|values?|bases?)(?: of)? (?:over|under|above|below|(?:more|less|fewer|greater|higher|lower) than) # (?:\p{Ll}+ ){0,2}(?:is|are|were|have been|has been) (?:set|grouped|excluded|suppressed|rounded|combined|merged|removed|hidden|omitted)|(?:is|are|were) set to #|(?<!\p{L})(?:who|that|which) ha(?:s|ve) more than #(?= (?:allocated|assigned|named|designated|registered) )/iu,
  placed:
    /^(?!.*(?<!\p{L})(?:police|forces?|councils?|count(?:y|ies)|areas?|constabular(?:y|ies)|boroughs?|districts?|regions?|authorit(?:y|ies)|hospitals?|trusts?|schools?|cit(?:y|ies)|nations?|countr(?:y|ies))(?!\p{L})).*(?<!\p{L})(?:came|coming|finish(?:ed|es|ing)?|placed) (?:in |a \p{Ll}+ )?(?:the )?#(?:st|nd|rd|th)? (?:place|position|out of|in (?:the|their|his|her|my|our) (?:selection|semi-final|category|division|repechage))(?!\p{L})/iu,
  bounds:
    /(?<!\p{L})(?:(?:max|min)\.? |(?<=\()(?:max|min)imum:? |(?:max(?:imum)?|min(?:imum)?) (?:of|(?:(?:class|group|team|party) )?(?:size|number|capacity)(?: (?:of|for)(?: \p{L}+){1,4})? (?:is|will be|must be|should be)) |(?:capped|limited|restricted) (?:at|to) (?:(?:just|only) )?|(?:an?|the|our|upper|strict) limit (?:of|is|will be) )$/iu,
  whole: wordPattern("of"),
  label: wordPattern("number|index|score"),
  moves: wordPattern(moves),
  movedBy:
    /(?<!\p{L})(?:(?:rose|grew|fell|increased|decreased|dropped|declined|jumped|climbed) by|ranged from|stood at|resulted in|(?:rose|grew|fell|increased|decreased|dropped|declined|jumped|climbed|went up|went down) (?:by|to)) $/iu,
  being: wordPattern(being),
  does: wordPattern(does),
  time: wordPattern(
    `in|since|until|till?|by|before|after|during|from|through|throughout|circa|c|ca|early|late|mid|dated|spring|summer|autumn|winter|term|years?|${months}`,
  ),
  mayBeTime: wordPattern("as|late|early|between|across|and|or|to|of|for|on|into|with|than"),
  joins: "to|and|or|vs|&",
  across: "by",
  determiner: wordPattern(
    "other|following|first|last|next|the|an?|this|that|these|those|its|his|her|their|our|your|my|each|every|\\p{L}+['’]s|\\p{L}+s['’]",
  ),
  link: wordPattern(link),
  quantifier: wordPattern(
    "several|many|few|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands",
  ),
  verb: wordPattern(
    `${being}|${moves}|${does}|${magnitudes}|\\p{L}+ly|\\p{L}+ing|\\p{L}+(?<!ne|spe|fe|ble|[Rr])ed|\\p{L}+['’]s?|yes|today|total|further|extra|additional|estimated|top|worth|often`,
  ),
  month: wordPattern(months),
  ageBefore:
    /(?<!\p{L})(?:under|over|aged?|ages|above|below|turn(?:s|ed|ing)?|younger than|older than|(?<=(?<!\p{L})aged? (?:\p{L}+ ){0,4}(?:or )?)(?:less|greater|more) than|(?<=(?<!\p{L})age [^.;]{0,40} or )greater than)(?: of)? $/iu,
  ageAfter:
    /^(?:[ -](?:years?|yrs?|months?|weeks?|days?))?[ -](?:olds?|of age|(?:and|or)[ -](?:over|under|older|younger|above|below))(?!\p{L})/iu,
  counting: /(?!)/u,
  partOf: /^ of (?:the|these|those|them|all|our|its|whom|which)(?!\p{L})/iu,
  reaching: /(?<!\p{L})(?:to|at) $|: $/u,
  plural:
    /^(?!(?:is|was|has|does|as|its|this|us|his|plus|always|perhaps|unless|less|thus|yes|news|process|goes|comes|takes|makes|gets|says|needs|seems|gives|runs|starts|ends|becomes|works|shows|includes|uses|access|progress|business|address|class|press|basis|analysis|crisis|series|status|focus|bonus|census|campus|virus|bus|gas)$)(?:\p{Ll}[\p{Ll}’'-]*(?:[^\Ws_sSu]s|ies|sses|xes|ches|shes)|\p{Lu}{2,}s|police|people|children|women|men|staff|sheep|cattle|aircraft|feet|teeth|mice)$/u,
  pluralBefore: /^\p{Ll}+[^\Ws_sSu]s$/u,
  numbered:
    /^(?:(?:101|105|111|112|911|988|999)(?: \p{Ll}+){0,2} call(?:s|ers?)?|\d{3,4}(?:-\p{Lu}+)? forms?)(?!\p{L})/u,
  call: /(?<!\p{L})(?:(?:call|dial|ring|phone|contact|text|use) |(?:call\p{L}*|dial\p{L}*|ring(?:ing)?|rang|phon\p{L}+|contact\p{L}*|text\p{L}*|police|NHS|report|emergency|number|helpline|hotline|line|speak|us|them|use)(?!\p{L}).*(?<!\p{L})(?:on|to|at|or|and|via|the) )$/iu,
  units: {
    time: {
      second: "seconds?",
      minute: "minutes?",
      hour: "hours?|hourly",
      day: "days?|nights?|mornings?|afternoons?|evenings?|weekdays?|daily",
      week: "weeks?|weekends?|fortnights?|(?:week|fortnight)ly",
      month: "months?|monthly",
      season: "term|semesters?|seasons?|summers|winters|quarterly",
      year: "years?|yearly",
      decade: "decades?",
      generation: "generations?|lifetimes?",
      century: "century|centuries",
      millennium: "millennia",
    },
    length: {
      nanometre: "nanomet(?:re|er)s?",
      micrometre: "micromet(?:re|er)s?|microns?",
      millimetre: "millimet(?:re|er)s?",
      centimetre: "centimet(?:re|er)s?",
      inch: "inch|inches",
      foot: "foot|feet",
      yard: "yards?",
      metre: "met(?:re|er)s?|fathoms?",
      furlong: "furlongs?",
      kilometre: "kilomet(?:re|er)s?",
      mile: "miles?",
      "light-year": "light-years?",
    },
    area: { acre: "acres?|roods?", hectare: "hectares?" },
    volume: {
      millilitre: "millilit(?:re|er)s?",
      teaspoon: "teaspoons?|tsps?",
      centilitre: "centilit(?:re|er)s?",
      tablespoon: "tablespoons?|tbsps?",
      cup: "cups?",
      pint: "pints?|quarts?",
      litre: "lit(?:re|er)s?",
      gallon: "gallons?",
      bushel: "bushels?",
      barrel: "barrels?",
    },
    mass: {
      microgram: "micrograms?",
      milligram: "milligrams?",
      carat: "carats?",
      gram: "grams?|grammes?",
      ounce: "ounces?",
      kilogram: "kilograms?|kilogrammes?|kilos?",
      stone: "stones?",
      hundredweight: "hundredweight",
      tonne: "tonnes?|tons?",
    },
    digital: {
      bit: "bits?",
      byte: "bytes?",
      kilobyte: "kilobytes?|kilobits?",
      megabyte: "megabytes?|megabits?",
      gigabyte: "gigabytes?|gigabits?",
      terabyte: "terabytes?",
    },
    temperature: { degree: "degrees?" },
    speed: { knot: "knots?|mach" },
    power: {
      watt: "watts?|kilowatts?|megawatts?|gigawatts?|terawatts?|volts?|amps?|joules?|kilojoules?|calories?|kilocalories?|horsepower|lumens?",
    },
    frequency: { hertz: "hertz|kilohertz|megahertz|gigahertz" },
    pressure: { pascal: "pascals?|hectopascals?|atmospheres?" },
    sound: { decibel: "decibels?|octaves?|semitones?" },
    concentration: { mole: "moles" },
    graphics: { pixel: "pixels?|megapixels?" },
    text: {
      word: "words?|characters?|pages?|paragraphs?|lines?|slides?|digits?|syllables?|columns?|footnotes?",
    },
    score: { point: "points?|credits?|goals?|runs|wickets?|tries|overs|laps?" },
  },
  shareAfter:
    /^(?:\s?[%‰]|,? \(\d[\d.,]*\s?(?:%|per cent)|[ -]?(?:per ?cent|percent|percentage points?|pct|pp|ppts?)(?!\p{L})|\stimes (?:more|less|fewer|as|than|that|what|the|this|its|their|his|her|our|\p{L}+er)(?!\p{L}))/iu,
  percent: /^\s?(?:[%‰]|per ?cent(?!\p{L}))/iu,
  often: /^ times(?!\p{L})(?! (?:an?|each|every|per) )/iu,
  magnitudeAfter: new RegExp(`^(?:[ -]?(?:${magnitudes})s?|(?:k|m|mn|mln|bn|tn))(?![\\p{L}\\p{N}])`, "iu"),
  money:
    /^[ -]?(?:(?:Australian|Canadian|US|Irish|Swiss|Hong Kong) )?(?:pounds?|pence|penn(?:y|ies)|p|dollars?|cents?|euros?|rupees?|yen|yuan|rand|reais|pesos?|r(?:o)?ubles?|naira|dirhams?|riyals?|lira|zloty|kron(?:a|or|e|er)|baht|taka|francs?|quid|guineas?|shillings?|GBP|USD|EUR)(?![\p{L}\p{N}])/iu,
  magnitude:
    /^(?:(?:k|m|mn|mln|bn|tn|fold|pc|pp|p)(?![\p{L}\p{N}])|x(?=$|[.,;:)]| (?:more|less|fewer|as|the|that|growth|(?:in|de)crease|rise|\p{Ll}+er)(?!\p{L})))/iu,
  spatial:
    /(?<!\p{L})(?:heights?|widths?|depths?|lengths?|distances?|high|wide|tall|deep|long|apart|metres?|walls?|fences?|towers?|bridges?|pools?|lanes?|paths?|footpaths?|tracks?|walk(?:s|ed|ing)?|swim(?:s|ming)?|swam|run|ran|running|jump(?:s|ed)? (?:of|was)|throws?|race|sprint|hurdles|relay|freestyle|boundar(?:y|ies)|kerb|trees?|cliffs?|ceilings?|rooms?|plots?|ropes?|boats?|lakes?|ponds?|reservoirs?|summits?|hills?|piers?|harbours?|moorings?|slipway|yachts?|vessels?|climb(?:s|ed)?|pitch(?:es)?)(?!\p{L})|\d ?m? ?[x×] ?\d/iu,
  ordinal: /^(?:st|nd|rd|th)(?!\p{L})/u,
  rankAfter:
    /^ (?:highest|lowest|longest|shortest|largest|smallest|biggest|most|least|worst|best|greatest|percentile|out of \d|of \d)(?!\p{L})/u,
  rankBefore:
    /(?:(?<!\p{L})(?:(?:rank(?:s|ed)|came|comes|finished|placed)(?: as| in)?(?: the)?|(?:up|down) by)|(?:^|[,:;(–—]\s?)(?:up|down)) $/iu,
  ratio:
    /^,? (?:(?:in|out of)(?: every)?|of(?: the| these| those| every)?) (?:\d|\uFFFC)|^ (?:more|fewer|less|higher|lower)(?=$|[.,;:)]| than )/iu,
  saying: wordPattern(
    "by|to|from|at|of|in|about|around|nearly|almost|over|under|just|only|roughly|approximately|exactly|some|as|high|low|now|up|down|an?|the|further|more|less|than|well|between|and|back|\\p{L}+ly|[(:=]|[–—]",
  ),
  ago: /^ ago(?!\p{L})/iu,
  lately:
    /(?<!\p{L})(?:the|these|those|my|your|his|her|its|our|their) (?:first|last|past|next|previous|coming|following|final)(?: about| \p{L}+ly)? $/iu,
  each: /(?<!\p{L})(?:every|per)(?: other)? $/iu,
  lasting:
    /^[ -](?:\p{Ll}+ )?(?:waits?|waiting|delays?|rises?|falls?|increases?|decreases?|averages?|means?|medians?|highs?|lows?|gaps?|backlogs?|peaks?|leads?|drops?|growth|declines?|records?|trends?|streaks?|sentences?|jail|prison|bans?|queues?|improvements?|jumps?|slumps?|turnarounds?|surges?|spikes?|plunges?|slides?|dips?|upturns?|downturns?|chances?|likelihoods?|probability|probabilities|risks?|margins?|majority|turnouts?|swings?|success|failures?)(?!\p{L})/iu,
  asked:
    /(?<!\p{L})(?:you|your|you['’](?:re|ll|ve|d))(?!\p{L})|^\W*(?:please )?(?:submit|provide|bring|choose|complete|attach|upload|send|allow|book|select|tick|prepare)(?!\p{L})/iu,
  telling:
    /(?<!\p{L})you(?:['’](?:ll|ve|d))? (?:(?:can|may|might|will|could|should|must|already|probably) )*(?:see|saw|seen|know|knew|find|found|notice|read|hear|heard|remember)(?!\p{L})/iu,
  rateOf: /(?<!\p{L})numbers? of (?:\p{L}[\p{L}’'-]* ){1,5}(?:per|for every|for each) $/iu,
  ratesGiven:
    /(?<!\p{L})(?:(?:rates?|figures|values|results|data|they|these|all)(?: \p{L}[\p{L}’'-]*){0,6}? (?:is|are|was|were|been)(?: \p{Ll}+ly| all| also| both)?(?: (?:given|shown|expressed|calculated|reported|presented|quoted|stated|published|displayed|measured|worked out|standardised|computed|listed))?(?: as (?:an? )?(?:rates?|numbers?|figures?))?|(?:we|it|this (?:page|briefing|report|table|chart|map)) (?:gives?|shows?|uses?|express(?:es)?|calculates?|reports?|presents?|quotes?|states?) (?:\p{L}+ ){0,3}rates(?: of(?: \p{L}+){1,3})?) (?:per|for every|for each) $/iu,
  limit: /(?<!\p{L})(?:up to|until|till|within|before|after|from|to)(?: (?:about|around|at least|another))? $/iu,
  ruling:
    /(?<!\p{L})(?:must|should|shall|needs? to|ha(?:s|ve) to|ought to|required?|requires|entitled|eligible|allowed|permitted|valid|invalid|please|deadline|notice|no later than|not later than|by law|may (?:have|nominate|appoint|elect|send|apply)|(?:given|have|has|had|allow(?:s|ed)?) (?:up to|until|another|a further)|maximum|minimum|limit(?:ed)?|zoom(?:ed|ing)?|magnif\p{L}+|browser|screen|viewport)(?!\p{L})/iu,
  compound: wordPattern(
    "strong|fold|odd|plus|something|up|down|in|out|of|to|and|or|by|a|per|percent|percentage|points?|times|hundred|thousand|million|billion|dozen",
  ),
  near: /(?<!\p{L})(?:at least|at most|up to|(?:more|less|fewer|greater|higher|lower|other|larger|smaller|longer|rather) than|as (?:many|much|few|little|low|high) as|nearly|almost|about|around|approximately|approx\.?|roughly|exactly|some|another|further|extra|additional|estimated|only|just(?: over| under)?|all|every|worth|remaining|of (?:which|whom|these|those),?|there (?:are|were|is|was|have been|had been)|total of|n ?=|[<>≤≥=~±] ?) ?(?:the |a |an )?$/iu,
  many: /^(?:\+|,? (?:or (?:more|fewer|less|so)|more|fewer|less|higher|lower|in (?:all|total)|times|of (?:them|these|those|which|whom|us)|(?:people )?(?:who )?(?:were|are|have|had|came|died|went|left|live|lived|did|took|said)|(?:was|is) the (?:total|number|count|sum)|ratio|odds|majority|(?:an?|per) (?:hour|day|night|week|fortnight|month|quarter|year)(?!-))(?!\p{L}))/u,
  happened: /^ (?:were|are|was|have|had|has|came|died|went|left)(?!\p{L})/u,
  shared:
    /^(?: or (?:more|fewer|less|so)|-plus)?(?: (?:more|fewer|further|other|extra|additional|new|different))?(?: of(?: (?:the|an?|these|those|all|its|their|our|his|her|whom|which))*)?(?= )/iu,
  whose: /^(?:in|for|of) /u,
};
