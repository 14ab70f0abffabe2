import { anyOf, createFinder, romanNumeral } from "../audit/find-said.ts";
import type { SaidFigure } from "../contract/audit.ts";

const units = anyOf("two three four five six seven eight nine");
const teens = anyOf("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
const tens = anyOf("twenty thirty forty fifty sixty seventy eighty ninety");
const scale = "(?:hundred|thousand|million|billion)";
/** 2 to 99 in words. "One" alone is an article or a pronoun as often as a number. */
const small = `(?:${tens}(?:[- ](?:one|${units}))?|${teens}|${units})`;
const number = `(?:(?:an?|one|${small}) ${scale}(?: ${scale})?(?:,? (?:and )?(?:one|${small})(?: ${scale})?){0,4}|${small}|threescore|fourscore|zero|nought)`;
const digitWord = anyOf("zero nought oh one two three four five six seven eight nine");
const hedge = "(?:nearly |almost |about |around |roughly |over |under |more than |less than |fewer than |at least )";

/** What is counted in a plan, a text or a calendar, and is no figure of the data. */
const notData = anyOf(`
  seconds? minutes? hours? days? nights? weeks? weekends? fortnights? months? quarters? terms? years? decades? centuries
  ways? sides? halves parts? sections? chapters? pages? paragraphs? headings? columns? rows? tables? charts? maps? figures?
  sentences? words? letters? notes? steps? stages? phases? points? questions? answers? reasons? things? kinds? sorts? types?
  forms? examples? options? choices? aims? goals? measures? methods? definitions? categories sources? datasets? digits?
  publications? releases? editions? principles? rules? conditions? times? legs? hands? eyes? pieces? elements? areas?
  themes? topics? strands? pillars? priorities objectives? levels? rounds? modules? lessons? units? copies lines? ideas?
  features? versions? approaches tests? fields? links? minds? others? factors? sets? items? characters?
  outcomes? results? miles? yards? feet inches clicks? doors? places?
`);
/** Verbs that look like a plural. */
const verb = anyOf("is as does has goes");
/** What figures of briefings count: after `most` and `all of the` it takes one of these to be more than a way to speak. */
const dataNoun = anyOf(`
  offences crimes cases victims incidents deaths arrests convictions reports complaints prisoners offenders suspects forces referrals
  allegations prosecutions attacks
`);
/** A rise or a fall, as a thing. */
const move = anyOf("rise fall increase decrease drop decline growth reduction");
/** A plural, or one of the plurals without s that figures are about. */
const plural = `(?!(?:${notData}|${verb})\\b)(?:[a-z]+(?:[^\\Ws_]s|ies|ses|xes|ches|shes)|people|children|women|men|boys|girls|police|staff)`;
/** One word between the two: recorded, young, more. */
const between = `(?:(?!(?:of|to|and|or|in|on|at|the|is|are|was|were|for|by|per|that|who|as|with|from|it|we|they|you|has|have|had|if|but|different|separate|key|main|why|how|when|most|${notData}|${verb})\\b)[a-z-]+ )`;

const fraction = anyOf(
  "half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth fifteenth sixteenth twentieth hundredth thousandth",
);
const fractions = anyOf(
  "halves thirds quarters fifths sixths sevenths eighths ninths tenths elevenths twelfths fifteenths twentieths hundredths thousandths",
);
const ordinal = anyOf(
  "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth",
);
const superlative = anyOf(
  "highest lowest largest smallest biggest greatest fewest worst best safest most least fastest slowest poorest richest steepest",
);
/** A part of a span of time, or of a page, is no share. */
const notPart =
  "(?! (?:of )?(?:the |an? |this |that |last |next )?(?:hour|day|week|month|year|decade|century|term|page|way|time|mile|past|dozen)s?\\b)";
const compared =
  "(?:as (?:many|much|high|large|often|likely|common|big|great|low|few)|the (?:number|rate|figure|share|average|median|total|risk|size|amount|level|proportion)|that (?:of|number|rate|figure)|more|higher|lower|fewer|less|greater|larger|likelier)";
const moved = anyOf(
  "rose fell grew increased decreased dropped declined went climbed shrank jumped up down risen fallen grown",
);
const was = "(?:were|was|are|have|had)";

const patterns = [
  // twelve offences, twelve recorded offences, two hundred children, zero offences
  `\\b(?<!\\b(?:these|those|the|all|other|first|last|next|these same|or|to|your|our|their|his|her) )(?<figure>${number}(?:[- ](?:odd|plus)| or (?:so|more))?) ${between}{0,2}(?<noun>${plural})\\b`,
  `\\b(?<!\\bnet )(?<figure>zero|nil) (?!tolerance\\b|hours?\\b|carbon\\b|waste\\b|emissions?\\b|rated\\b)(?<noun>[a-z]+s|children|people)\\b`,
  `\\b(?<figure>(?:only|just|exactly) (?:one|a single)|not a single|not one|a single(?= (?:[a-z]+ )?(?:offence|case|victim|crime|report|death|arrest|incident|conviction)\\b)) (?!${notData}\\b)(?:[a-z]+ )?(?:offences?|child|person|case|victim|crime|report|death|arrest|force|woman|man|girl|boy|patient|pupil|family|incident|conviction|area|council|school)\\b`,
  // nine of the victims
  `\\b(?<!\\b(?:these|those|the|all|other|first|last|next|or|to|one) )(?<figure>${number}) of (?:the|its|our|their|these|those|all)(?: the)? ${between}{0,2}${plural}\\b`,
  // several thousand, a score of officers
  `\\b(?<figure>(?:several|a few|a couple of|many|some) (?:hundred|thousand|million|billion|dozen))\\b(?! (?:${notData})\\b)(?= [a-z]+)`,
  `\\b(?<figure>(?:an?|half a|two|three|four) score) (?:of )?${between}{0,1}${plural}\\b`,
  // A text that is nothing else: a cell, a heading, what a stylesheet writes.
  `^[^a-z\uFFFC]*(?<figure>${number}|(?:an?|the) (?:majority|minority))(?: (?:more|fewer|less|others?|in all|of))?[^a-z\uFFFC]*$`,
  `\\b(?<figure>${number}) (?:more|fewer)(?=[),;:]|$)`,
  // twelve were girls, eleven of them
  `\\b(?<!\\b(?:these|those|the|all|other|first|last|next|or|to|one|[a-z]+(?:day|ary|age|year)|chapter|section|part|phase|stage|step|page) )(?<figure>${number}) (?:${was} (?!also\\b)|of (?:them|these|those)\\b|died\\b|in all\\b)`,
  // hundreds of children, a dozen offences
  `\\b(?<figure>(?:(?:tens|hundreds) of )?(?:dozens|scores|hundreds|thousands|millions|billions) (?:of|more|${was}))(?! (?:times|years|miles)\\b)(?= [a-z])`,
  `\\b(?<figure>(?:an?|half a|two|three|several) (?:half-|baker['’]s )?dozen) [a-z]+`,
  // fifty per cent, ten percentage points, nought point five, two and a half
  `\\b(?<figure>(?:one|half an?|an?|${number}|(?:${number}|one|zero|nought)? ?point(?: ${digitWord})+)(?: and a (?:half|quarter))? (?:per ?cent|percentage points?|per (?:thousand|million|hundred)))\\b`,
  `\\b(?<!\\bat )(?<figure>(?:${number}|one|oh|minus (?:${number}|one)) point ${digitWord}(?: ${digitWord})*(?: ${scale})?)\\b`,
  `\\b(?<figure>point ${digitWord}(?: ${digitWord})* (?:of a|${scale}))\\b`,
  `\\b(?<figure>(?:one|${number}) and a (?:half|quarter)(?: ${scale})?) (?!${notData}\\b)[a-z]+`,
  `\\b(?<figure>(?:one|${number}) and a half times)\\b`,
  // a third of, half of the, half the, nearly half
  `\\b(?<figure>(?:an?|one)[- ]${fraction}) of\\b${notPart}(?! of an? (?:hour|mile|year|century)\\b)`,
  `\\b(?<figure>one[- ]${fraction})\\b${notPart}(?=[,;:)]|$)`,
  `\\b(?<figure>(?:an?|one) ${fraction}) (?:${was}|said|more|fewer|less|higher|lower)\\b`,
  `(?<!(?:first|second|other|latter|former|top|bottom|each|either|better|and a)[- ])\\b(?<figure>half) (?:of|the(?! (?:price|battle|fun|story|trouble)\\b)|all|that (?:number|figure|rate)|as (?:many|much|high|likely)|${was})\\b${notPart}(?! (?:way|time|hour|day|year|term)\\b)`,
  `\\b(?<figure>${hedge}(?:half|an? ${fraction}))\\b${notPart}(?! an? )(?! (?:party|parties|century|person|country|countries)\\b)`,
  `\\b(?:by|to|${moved}|another|cut|only|just|(?:ran|runs|running|stood|stands|remains|remained|put|estimated) at) ${hedge}?(?<figure>half|an? ${fraction})\\b(?![- ](?:term|past|party|parties|person|country|hour|day|year|price|century|time|page|mile|way|dozen|hourly|an?)\\b)(?! of (?:an? )?(?:hour|day|week|month|year))`,
  // two thirds, three-quarters
  `\\b(?<figure>(?:${small}|one)[- ]${fractions})\\b(?! of an? (?:hour|mile|year|century))`,
  // one in ten, four out of five, one child in ten, every third child
  `\\b(?<figure>(?:one|${small}) (?:[a-z]+ )?(?:in|out of|of|in every|of every|out of every) (?:${small}|an? (?:hundred|thousand|million)|one (?:hundred|thousand|million)))\\b(?! (?:${notData}|of)\\b)(?!-)`,
  `\\b(?<figure>every (?:${ordinal})) (?!(?:${notData}|counts?|of)\\b)[a-z]+`,
  // doubled, twice as many, threefold
  `\\b(?<figure>(?:more than |nearly |almost |about )?(?:doubl|trebl|tripl|quadrupl|quintupl|sextupl|septupl|halv)(?:ed|ing|es))\\b(?! (?:up|down|back|as|sided?)\\b)`,
  `\\b(?<figure>(?:twice|thrice|(?:${number}|many) times) ${compared})\\b`,
  `\\b(?<figure>(?:double|treble|triple|quadruple) (?:the (?:number|rate|figure|share|average|median|total|risk|amount|level|proportion)|that of|what))\\b`,
  `\\b(?<figure>(?:an? )?(?:${small}|hundred|thousand|many)-?fold)\\b`,
  // a double-digit rise, a six-figure sum; three to one; fifty-fifty; forty a week; the million mark
  `\\b(?<figure>(?:double|triple|${units})[- ](?:digit|figure)) [a-z]+`,
  `\\b(?<figure>${small} to one)\\b(?!-)`,
  `\\b(?<figure>(?:one|${small})-in-(?:${small}|a-(?:hundred|thousand|million)))\\b`,
  `\\b(?<figure>${tens}-${tens})\\b`,
  `\\b(?!five a day)(?<figure>${number} an? (?:day|night|week|month|year))\\b(?! (?:later|earlier|ago)\\b)`,
  `\\b(?<figure>(?:the|an?) (?:${small} )?${scale}[- ]mark)\\b`,
  // majorities
  `\\b(?<figure>(?:an?|the) (?:[a-z]+ )?(?:majority|minority)) (?:of\\b|${was}\\b|said\\b|live\\b)`,
  // most offences, all of the victims, almost all cases
  `(?<!\\b(?:in|for|with|of|on|and|at|as|the|to) )\\b(?<figure>most) (?:of (?:the|these|those|its|our|their) )?(?:recorded |reported |such |sexual |violent |other )?${dataNoun}\\b`,
  `\\b(?<figure>most of the) (?:children|people|girls|boys|women|men|pupils|patients|families) ${was}\\b`,
  `\\b(?<figure>(?:almost|nearly|virtually|practically) (?:all|every|none)(?: of)?(?: the| these| those)? (?:recorded |reported )?(?:${dataNoun}|case|offence|victim|force|child|children|girls|boys|women|men|pupils|patients|families))\\b`,
  `\\b(?<figure>all) of the ${dataNoun} ${was}\\b`,
  // none of the children
  `\\b(?<figure>none|not one) of the (?:${number} )?${between}{0,1}(?:${dataNoun}|children|girls|boys|women|men|people|pupils|patients|families|parents|officers|residents|tenants|staff|schools|councils|members|respondents|callers|users|applicants|households|complainants|survivors)\\b`,
  // third highest, ranked twelfth, came second of
  `\\b(?<figure>${ordinal}[- ]${superlative})\\b`,
  `\\b(?:is|was|are|were|now|came|comes) (?<figure>${ordinal}) (?:in (?:the|england|wales|scotland|britain|europe) |nationally\\b|overall\\b|only to\\b|behind\\b)(?!(?:the )?(?:series|row|list of|line|queue|first|second|afternoon|morning|evening|sequence|order)\\b)`,
  `\\b(?<figure>${ordinal}) (?:[a-z]+ )?(?:running|in a row|in succession)\\b`,
  `\\b(?<figure>${ordinal} (?:consecutive|successive|straight|annual|quarterly|monthly|yearly)) [a-z]+`,
  `\\b(?<figure>${ordinal}) (?:such )?${move}\\b`,
  `\\b(?:rank(?:ed|s|ing)?|placed|came|comes|finished|stands|stood) (?<figure>${ordinal}|last|${tens}[- ](?:first|${ordinal})|hundredth)\\b(?! (?:time|to|year)\\b)`,
  `\\b(?<figure>${ordinal}) (?:out of|among(?:st)?) (?:all |the |${number})`,
  // a total of twelve, stood at forty, rose to ninety, fell to zero
  `\\b(?:total(?:led|ling)?(?: of)?|(?:stood|stands?|standing) at|reached|numbered|averag(?:ed|ing)|(?:total|count|figure|number|median|mean|average|rate|score|target|limit|maximum|minimum|peak|quota|high|low) (?:of|was|is)) (?<figure>${number})\\b(?![- ](?:${notData}|${fractions})\\b)`,
  `\\b${moved} (?:by|to|from) (?<figure>${number})\\b(?![- ](?:${notData}|${fractions})\\b)`,
  `\\b(?:to|at|was|is|were|by) (?:just|only|barely|a mere) (?<figure>${number})(?=[,;:)]|$)`,
  `\\b(?:to|at|was|is|were|by|of|from|nearly) (?<figure>zero|nought|nil)\\b(?![- ](?:tolerance|carbon|waste|hours?|emissions?|point|rated|per)\\b)`,
  // five pounds
  `\\b(?<figure>(?:one|an?|half an?|${number}) (?:(?:hundred|thousand|million|billion) )?(?:pounds|euros|dollars|pence))\\b`,
  // a hundred, in figures that stand by themselves
  `\\b(?<figure>(?:one|${small}) (?:hundred|thousand|million|billion)(?: (?:hundred|thousand|million|billion))?(?:,? (?:and )?(?:one|${small})){0,3})\\b(?![- ](?:${notData})\\b)`,
];

/** Words that every pattern needs one of. */
const triggers = `${anyOf(`
  two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
  thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens threescore fourscore
  scores score most all almost nearly virtually practically several many half third quarter halves thirds quarters twice thrice zero nought nil none single one point second seconds majority
  minority twelfth last first double treble triple quadruple doubled doubles doubling trebled trebles trebling tripled triples
  tripling halved halving quadrupled quadrupling quintupled quintupling sextupled septupled
`)}|[a-z]+fold|(?:four|fif|six|seven|eigh|nin|ten|eleven|hundred|thousand|twelf|[a-z]+teen|[a-z]+tie)ths?|thirds|halve`;

const find = createFinder({
  patterns,
  triggers,
  cased: romanNumeral("[a-z]+(?:[^\\Ws_]s|ies|ses|xes|ches|shes)|people|children|women|men|per ?cent"),
});

/** English numbers in words that state a figure. "One of", "the first", spans of time and parts of a text are none. */
export const saidFigures = (text: string): readonly SaidFigure[] => find(text);
