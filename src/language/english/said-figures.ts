import { anyOf, createFinder, romanNumeral } from "../audit/find-said.ts";
import { type SaidFigure, wordPattern } from "../contract/audit.ts";
import { numberWords } from "./number-words.ts";

const units = anyOf("two three four five six seven eight nine");
const teens = anyOf("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
const tens = anyOf("twenty thirty forty fifty sixty seventy eighty ninety");
const scale = "(?:hundred|thousand|million|billion|trillion)";
/** 2 to 99 in words. "One" alone is an article or a pronoun as often as a number. */
const small = `(?:${tens}(?:[- ]?(?:one|${units}))?|${teens}|${units})`;
const number = `(?:(?:an?|one|${small})[- ]${scale}(?: ${scale})?(?:,? (?:and )?(?:one|${small})(?: ${scale})?){0,4}|${small}|threescore|fourscore|zero|nought)`;
const digitWord = anyOf("zero nought oh one two three four five six seven eight nine");
const hedge = "(?:nearly |almost |about |around |roughly |over |under |more than |less than |fewer than |at least )";

/** What is counted in a plan, a text or a calendar, and is no figure of the data. */
const notData = anyOf(`
  seconds? minutes? hours? days? (?:mon|tues|wednes|thurs|fri|satur|sun)days? mornings? afternoons? evenings? nights? weeks? weekends? fortnights? months? quarters? terms? years? decades? centuries
  ways? sides? halves parts? sections? chapters? pages? paragraphs? headings? columns? rows? tables? charts? maps? figures?
  sentences? words? letters? notes? steps? stages? phases? points? questions? answers? reasons? things? kinds? sorts? types?
  forms? examples? options? choices? aims? goals? measures? methods? definitions? categories sources? datasets? digits?
  publications? releases? editions? principles? rules? conditions? times? legs? hands? eyes? pieces? elements? areas?
  themes? topics? components? strands? pillars? priorities objectives? levels? rounds? modules? lessons? units? copies lines? ideas?
  features? versions? approaches tests? fields? links? minds? others factors? sets? items? characters?
  outcomes? results? codes? codelists? formats? sheets? outputs? paths? miles? yards? feet inches metres? kilometres? degrees? clicks? doors? places?
`);
/** Verbs that look like a plural. */
const verb = anyOf("is as does has goes towards besides always sometimes afterwards perhaps");
/** What figures of briefings count: after `most` and `all of the` it takes one of these to be more than a way to speak. */
const dataNoun = anyOf(`
  offences crimes cases victims incidents deaths arrests convictions reports complaints prisoners offenders suspects forces referrals
  allegations prosecutions attacks
`);
/** A rise or a fall, as a thing. */
const move = anyOf("rise fall increase decrease drop decline growth reduction");
/** A plural, or one of the plurals without s that figures are about. */
const plural = `(?!(?:${notData}|${verb})\\b)(?:[a-z]+(?:[^\\Ws_]s|ies|ses|xes|ches|shes)|people|(?:[a-z]+)?(?:children|women|men)|boys|girls|police|staff)`;
/** One word between the two: recorded, young, more. */
const between = `(?:["“'‘]?(?!(?:of|to|and|or|in|on|at|the|is|are|was|were|for|by|per|that|who|as|with|from|it|we|they|you|has|have|had|if|but|key|main|why|how|when|most|${notData}|${verb})\\b)[a-z][a-z-]*["”'’]? )`;
/** Whose they are: of the county's children. */
const owner = `(?:${between}{0,2}[a-z]+(?:['’]s|s['’]) )`;
/** Bodies and places that help, teach or hold people: of those that somebody has, so many is a figure. */
const body = anyOf(`
  refuges shelters hostels hospitals hospices clinics surgeries nurseries prisons courts libraries centres hubs academies colleges
  universities charities stations
`);

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
/** What becomes of the scores of a test. */
const graded = "(?:not|never|shared|recorded|saved|kept|calculated|based|shown|given|scaled|sent|used)\\b";

/** Of whom, or of what, one each so often is a rate. */
const oneOf =
  "(?:(?:an?|one|another) (?:child|girl|boy|woman|man|person|pupil|patient|teenager|baby|mother|family|victim|offence|crime|case|incident)|somebody|someone)";
const soOften = `every (?:(?:${number}|few|other|\\p{N}+) )?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?)`;

const patterns = [
  // twelve offences, twelve recorded offences, two hundred children, zero offences
  `\\b(?<!\\b(?:these|those|the|all|other|first|last|past|next|these same|one or|your|our|their|his|her|net) )(?<figure>${number}(?:[- ](?:odd|plus)| or (?:so|more|${small})| to ${small})?) ${between}{0,4}?(?<noun>${plural})\\b`,
  // ten others, between eight and 16 forces
  `\\b(?<!\\b(?:or|the|these|those|all) )(?<figure>${number}) others\\b`,
  `\\b(?<figure>between (?:one|${number}) and (?:${number}|\\p{N}+)) (?!${notData}\\b)[a-z]+`,
  // a couple of officers, a trio of reports
  `\\b(?<figure>(?:a|another|the first|the last) couple of|an? (?:trio|quartet|quintet|brace|gross|hat-trick) of) (?!${notData}\\b)(?:[a-z-]+ ){0,2}${plural}\\b`,
  `\\b(?<figure>an? pair of) (?:[a-z-]+ ){0,2}${dataNoun}\\b`,
  // a fiver each, sixpence; an offence every hour
  `\\b(?<figure>an? (?:fiver|tenner)|(?:two|three|six|eight|ten)pence|tuppence)\\b`,
  `\\b(?<figure>(?:one|an?) (?:offence|crime|case|death|incident|call|report|child|person|arrest|victim|referral|complaint) (?:an?|every|each) (?:${number} )?(?:second|minute|hour|day|night|week|fortnight)s?)\\b`,
  // That is more than one a day; nobody is told to take so many.
  `\\b(?<!\\b(?:no|not|never|take|takes|taking|eat|eating|use|using|have|having|drink|drinking|need|send|wear) )(?<figure>(?:more than|over|fewer than|less than|nearly|almost|about|around|roughly|approximately|equivalent to|equal to) one (?:an?|per|every|each) (?:second|minute|hour|day|night|week|fortnight|month|year))\\b`,
  `\\baverage of (?<figure>one every (?:${number} )?(?:second|minute|hour|day|night|week|fortnight|month)s?)\\b`,
  // more than forty, up to a dozen, minus six
  `\\b(?<!\\b(?:age|age of|aged|ages|at|until|till|after|before|since|from|by|turned) )(?<figure>(?:more than|fewer than|less than|at least|at most|up to|upwards of|as many as|as few as|no fewer than|no more than|no less than|nearly|almost|approximately|an estimated|roughly|exactly|precisely|barely|around|about|just over|just under|well over) (?:${number}|an? (?:dozen|score))|(?:over|under) (?:an? (?:dozen|score)|(?:an?|one|${small}) ${scale}))\\b(?![- ](?:${notData}|o['’]clock|in the|am|pm|past|to (?:${small})|legged|fold|year|month|week|day|hour)\\b)`,
  `\\b(?<figure>(?:minus|negative|plus) (?:one|${number}))\\b(?! (?:${notData})\\b)`,
  // Kent saw twenty; four escaped; a forty-strong team
  `\\b(?:saw|had|has|recorded|reported|counted|logged|registered|received|lost|found|scored|totalled|and|but|while|only|just) (?<figure>${number})(?=[,;]|$| in (?!(?:the|a|an|every|his|her|their|my) )| (?:last|this|that) (?:year|month|week))`,
  `(?:^|[;:] |, and )["“'‘]?(?<figure>${number}) (?!(?:thousand|hundred|million)\\b)(?:[a-z]+ed|went|came|died|left|fell|rose|got|had|have|said|took|gave|made|saw|lost|ran|fled|chose|spoke)\\b`,
  `\\b(?<figure>${number}-strong) [a-z]+`,
  // There were four from Kent; another nine; the team of twelve; twelve more were hurt; five in a clause's end
  `\\bthere (?:was|were|are|is|had been|have been) (?:now |only |just |still )?(?<figure>${number})\\b(?! (?:[a-z-]+ ){0,3}(?:${notData})\\b)`,
  `\\b(?:another|a further|the other|the remaining|all but|some|perhaps|maybe|team of|group of|gang of|class of|crew of|panel of|family of|hardly|scarcely) (?<figure>${number}|a dozen)\\b(?! \\(g\\d+\\))(?! (?:[a-z-]+ ){0,2}(?:${notData})\\b)`,
  `\\b(?<!\\bor )(?<figure>${number}) more (?:${was}|came|died|[a-z]+ed)\\b`,
  `\\b(?<!\\b(?:the|these|those|at|age|aged|ages|age of|he is|she is|is now|(?:who|he|she|i|you) (?:is|was|am|are)(?: then| now| only| just)?|turned|by|past|to|till|until|after|before|around|about|under|over|above|below|from|or|and|us|you|chapter|part|section|session|lesson|module|workshop|exercise|message|year|years|stage|phase|level|step|page|pages|class|grade|unit|room|number|channel|radio|formula|act|book|volume|article|day|week|tier|table|figure|form|group|band|zone|area|question|option|line|row|column|round|game|at sixes|platform|route|verse|scene|big|all|other|first|last|next|your|our|their|his|her|[a-z]+day|each) )(?<![-–—] ?)(?<figure>(?:${number}|an? dozen))(?=["”’]?(?:[,;:)]|$))(?!, (?:and )?(?:${number}|one)\\b)`,
  `\\b(?:figure|number|count|total|tally|backlog|caseload|toll|rate|average|it|that|this|arrests|deaths|cases|offences|crimes|reports) (?:is|was|are|were|came to|comes to|stands at|stood at) (?:now |then |still |only |just |already |about )?(?<figure>${number})\\b(?![- ](?:${notData}|o['’]clock|of|in|to)\\b)`,
  `\\b(?:injur|kill|wound|hurt|arrest|charg|convict|rescu|captur|trapp)ing (?<figure>${number})\\b(?! (?:${notData})\\b)`,
  `\\b(?:and|with|,) (?<figure>${number}) (?:wounded|injured|hurt|killed|dead|missing|arrested|charged|convicted|unharmed)\\b`,
  `\\b(?<figure>half again|half as (?:many|much)|as (?:many|much) again|the same number as)\\b`,
  `(?:[:–—]|^[a-z]+) (?<figure>nil|none)(?=[.,;]|$)`,
  `\\b(?<figure>every other) (?:child|girl|boy|woman|man|victim|case|offence|family|pupil|patient|household|call|report)\\b`,
  // twelveoffences: words that are set as one, or joined by what nobody sees
  `\\b(?<figure>${number})(?=(?:${dataNoun}|children|people|girls|boys|women|men|pupils|patients|families|officers|calls)\\b)`,
  `\\b(?<figure>(?:double|triple) figures)\\b`,
  `\\b(?<figure>every one) (?:of (?:the|these|those|them)\\b|(?:was|is|had)\\b)`,
  `\\b(?<figure>not one) [a-z]+ (?:was|were|is|had|has)\\b`,
  `\\b(?<figure>(?:an?|one) (?:full|mere|good|whole|clear) (?:${fraction}|half)) of\\b${notPart}`,
  `\\bevery (?<figure>${number}) (?!(?:[a-z]+ )?${notData}\\b)[a-z]+`,
  `\\b[a-z]+['’]s (?<figure>${number}) (?:is|was|are|were|to)\\b`,
  // no offences
  `\\b(?<!\\b(?:in|of|with|there are|has|have) )(?<figure>no) (?:recorded |reported |further |new |such |known )?(?:${dataNoun})\\b(?! (?:will|should|must|can|may) )`,
  `\\b(?<!\\bnet )(?<figure>zero|nil) (?!tolerance\\b|trust\\b|hours?\\b|carbon\\b|waste\\b|emissions?\\b|rated\\b)(?<noun>[a-z]+s|children|people)\\b`,
  `\\b(?<figure>(?:only|just|exactly) (?:one|a single)|not a single|not one|a single(?= (?:[a-z]+ )?(?:offence|case|victim|crime|report|death|arrest|incident|conviction)\\b)) (?!${notData}\\b)(?:[a-z]+ )?(?:offences?|offender|suspect|perpetrator|child|person|case|victim|crime|report|death|arrest|force|woman|man|girl|boy|patient|pupil|family|incident|conviction|area|council|school)\\b`,
  // nine of our shelters, before those of which so few are none
  `\\b(?<!\\b(?:these|those|the|all|other|first|last|next|or|to|one) )(?<figure>${number}) of (?:the|its|our|their|these|those|all)(?: the)? ${owner}?(?:\\p{N}+ )?${between}{0,2}${body}\\b`,
  // nine of the victims
  `\\b(?<!\\b(?:these|those|the|all|other|first|last|next|or|to|one) )(?<figure>${number}) of (?:(?:the|its|our|their|his|her|my|these|those|all)(?: the)? ${owner}?(?:\\p{N}+ )?${between}{0,3}(?<noun>${plural})|[a-z]+['’]s [a-z]+)\\b`,
  // Nine of the eleven districts: of so many it is a share.
  `\\b(?<!\\b(?:these|those|the|all|other|first|last|next|or|to|one) )(?<figure>${number} (?:out )?of (?:the|its|our|their|these|those) ${owner}?(?:${small}|\\p{N}+)) ${between}{0,2}${plural}\\b`,
  `\\b(?<figure>(?:only|just) one of (?:the|its|our|their|these|those)) ${owner}?(?:${number} )?${between}{0,2}${plural}\\b`,
  // several thousand, a score of officers
  `\\b(?<figure>(?:several|a few|a couple of|many|some) (?:hundred|thousand|million|billion|dozen))\\b(?! (?:${notData})\\b)(?= [a-z]+)`,
  `\\b(?<figure>(?:an?|half a|two|three|four) score) (?:of )?${between}{0,1}${plural}\\b`,
  // A text that is nothing else: a cell, a heading, what a stylesheet writes.
  `^[^a-z\uFFFC]*(?<figure>${number}|(?:an?|the) (?:majority|minority))(?: (?:more|fewer|less|others?|in all|of))?[^a-z\uFFFC]*$`,
  `\\b(?<figure>${number}) (?:more|fewer)(?=[),;:]|$| than )`,
  `\\b(?<figure>one (?:more|fewer) (?:[a-z]+ )?(?:offence|crime|case|death|incident|child|person|arrest|victim|referral|report)) than (?!(?:usual|enough|necessary|needed)\\b)`,
  // twelve were girls, eleven of them
  `\\b(?<!\\b(?:these|those|the|all|other|first|last|next|or|to|one|[a-z]+(?:day|ary|age|year)|chapter|section|part|phase|stage|step|page) )(?<figure>${number}) (?:${was} (?!also\\b)|of (?:them|these|those)\\b(?!(?<=\\b${units} of [a-z]+) (?!(?:${was}|died|came|went|left)\\b)[a-z])|died\\b|in all\\b)`,
  // hundreds of children, a dozen offences
  `\\b(?<figure>(?:(?:tens|hundreds) of )?(?:dozens|scores(?! (?:${was}) ${graded})|hundreds|thousands|millions|billions|trillions) (?:of|more|${was}))(?! (?:times|seconds|minutes|hours|days|nights|weeks|months|years|miles)\\b)(?= [a-z])`,
  `\\b(?<figure>(?:(?:tens|hundreds) of )?(?:hundreds|thousands|millions|billions|trillions))\\b(?! of\\b)`,
  `^["“'‘]?(?<figure>dozens|scores(?! (?:${was}) ${graded})(?! (?:ranges?|ranged|help|show|mean|vary|above|below|between|(?:can|cannot|may|will|should) (?:range|vary|help|change|differ|be (?:compared|used|added|averaged|read))|(?:and|for|on|by|from|in|with) [^.;]{0,40}\\b(?:tests?|scales?|surveys?|questions?|ind(?:ex|ices)|measures?|maths|reading|items?|scores?|wellbeing))\\b)) (?!of\\b)[a-z]+`,
  `\\b(?<figure>(?:an?|one|half a|two|three|several) (?:half-|baker['’]s )?dozen) [a-z]+`,
  // fifty per cent, ten percentage points, nought point five, two and a half
  `\\b(?<figure>(?:one|half an?|an?|${number}|(?:${number}|one|zero|nought)? ?point(?: ${digitWord})+)(?: and a (?:half|quarter))? (?:per ?cent|percentage points?|per (?:thousand|million|hundred)))\\b`,
  `\\b(?<!\\bat )(?<figure>(?:${number}|one|oh|minus (?:${number}|one)) point ${digitWord}(?: ${digitWord})*(?: ${scale})?)\\b`,
  `\\b(?<figure>point ${digitWord}(?: ${digitWord})* (?:of a|${scale}))\\b`,
  `\\b(?<figure>(?:one|${number}) and a (?:half|quarter)(?: ${scale})?) (?!${notData}\\b)[a-z]+`,
  `\\b(?<figure>(?:one|${number}) and a half times)\\b`,
  // a third of, half of the, half the, nearly half
  `\\b(?<figure>(?:an?|one)[- ]${fraction}) of\\b${notPart}(?! of an? (?:hour|mile|year|century)\\b)`,
  `\\b(?<!\\b(?:an?|one|each|every|this|that|last|first|next|final|previous|per|the|other|${ordinal}) )(?<figure>(?:third|quarter|fifth|tenth) of) (?:the |all )?${dataNoun}`,
  `\\b(?<figure>one[- ]${fraction})\\b${notPart}(?=[,;:)]|$)`,
  `\\b(?<figure>(?:an?|one) ${fraction}) (?:${was}|said|more|fewer|less|higher|lower)\\b`,
  `(?<!(?:first|second|1st|2nd|other|latter|former|top|bottom|upper|lower|left|right|front|back|rear|inner|outer|(?:north|south|east|west)(?:ern)?|harder|easier|difficult|easy|each|either|better|and a)[- ])\\b(?<figure>half) (?:of|the(?! (?:price|battle|fun|story|trouble)\\b)|all|that (?:number|figure|rate)|as (?:many|much|high|likely)|${was})\\b${notPart}(?! (?:way|time|hour|day|year|term)\\b)`,
  `\\b(?<figure>${hedge}(?:half|an? ${fraction}))\\b(?!-)${notPart}(?! an? )(?! (?:party|parties|century|person|country|countries)\\b)`,
  `\\b(?:by|to|${moved}|another|cut|only|just|(?:ran|runs|running|stood|stands|remains|remained|put|estimated) at) ${hedge}?(?<figure>half|an? ${fraction})\\b(?![- ](?:wrong|right|true|finished|done|asleep|awake|full|empty|joking|expected|term|mast|board|past|party|parties|person|country|hour|day|year|price|century|time|page|mile|way|dozen|hourly|an?)\\b)(?! of (?:an? )?(?:hour|day|week|month|year))`,
  // two thirds, three-quarters
  `\\b(?<figure>(?:${small}|one)[- ]${fractions})\\b(?! of an? (?:hour|mile|year|century)|(?<=quarters) (?:ahead|ago|earlier|later|in a row|running|of (?:growth|contraction|negative|decline)|before|after)\\b)`,
  // one in ten, four out of five, one child in ten, every third child
  `\\b(?<figure>(?:one|${small}) (?:in|out of|in every|of every|out of every) (?:the )?\\p{N}+)\\b`,
  `\\b(?<figure>(?:one|${small}) (?:[a-z]+ )?(?:in|out of|of|in every|of every|out of every) (?:${small}|an? (?:hundred|thousand|million)|one (?:hundred|thousand|million)))\\b(?! (?:${notData}|of)\\b)(?!-)`,
  `\\b(?<figure>every (?:${ordinal})) (?!(?:${notData}|counts?|of)\\b)[a-z]+`,
  // A six-figure sum, single figures.
  `\\b(?<figure>(?:single|double|triple|three|four|five|six|seven|eight|nine)[- ]figures?)\\b`,
  // doubled, twice as many, threefold
  `\\b(?<figure>(?:more than |nearly |almost |about )?(?:doubl|trebl|tripl|quadrupl|quintupl|sextupl|septupl|octupl|decupl|halv)(?:ed|ing|es))\\b(?<!\\b(?:the|mens|additional|million|rdf|data|these|those|some|any|more|second|both|two|mixed|ladies|womens) (?:triples|doubles|halves))(?![ -](?:up|down|back|as|sided?)\\b)`,
  `\\b(?:to|will|would|could|can|may|might|should|and) (?<figure>double|treble|triple|quadruple|halve)\\b(?![- ](?:check|down|up|back|as|act|bluff|book|park|page|room|bed|sided?|glaz|digits?|figures?|figure|standard)\\b)`,
  // They double.
  `^[Tt]hey (?:almost |nearly |more than )?(?<figure>double|treble|triple|quadruple|halve)(?=[.,;!?]|$)`,
  // Child cruelty offences double; thefts halve in a year
  `\\b(?:${dataNoun}|thefts|burglaries|robberies|assaults|rapes|murders|homicides|killings|stabbings|injuries|admissions|numbers|rates) (?:almost |nearly |more than )?(?<figure>double|treble|triple|quadruple|halve)\\b(?![- ](?:check|down|up|back|as|jeopardy|standards?|figures?|counting|sided?|glaz))`,
  `\\b(?<figure>(?:twice|thrice|(?:${number}|many) times) (?:${compared}|what|[a-z]{3,}(?:er|ier)|[a-z]+['’]s [a-z]+))\\b(?<!\\b(?:over|after|under|later|another|other|ever|never|whether|however))`,
  `\\b(?<figure>(?:double|treble|triple|quadruple) (?:the (?:number|rate|figure|share|average|median|total|risk|amount|level|proportion)|that of|what))\\b`,
  // the double of; all bar one; one more offence a day; nine-nine-nine
  "\\b(?<figure>(?:the|an?) (?:double|treble|triple|quadruple) of)\\b",
  `\\b(?<figure>all (?:bar|but|except) (?:one|${small}))\\b`,
  `\\b(?<figure>one (?:more |further |extra )?(?:child|offence|crime|case|victim|incident|death|arrest|girl|boy|woman|man|person|family|attack|report) (?:an?|per|each|every) (?:second|minute|hour|day|night|week|month|year))\\b`,
  // every two minutes a child; a woman is killed every three days
  `\\b(?<figure>${soOften},? ${oneOf})\\b`,
  `\\b(?<figure>${oneOf} (?:(?:is|was|gets|has been|is being) (?:[a-z]+ly )?(?:[a-z]+ed|hurt|hit|shot|struck|beaten|taken|lost|found)|die[sd]|disappear(?:s|ed)|goes missing) (?:(?:in|across|within|by|at|on) (?:[a-z’'-]+ ){1,4}?)?${soOften})\\b`,
  `\\b(?<!\\b(?:call|calls|called|calling|dial|dialled|ring|rang|phone|text|on) )(?<figure>${digitWord}(?:[- ]${digitWord}){2,})\\b`,
  `\\b(?<!\\b(?:is|are|was|were|be|become|becomes|became) )(?<figure>(?:an? )?(?:${small}|hundred|thousand|many)-?fold)\\b`,
  `\\b(?:is|are|was|were|be|become|becomes|became) (?<figure>(?!two)(?:${small}|hundred|thousand|many)-?fold)\\b`,
  // a double-digit rise, a six-figure sum; three to one; fifty-fifty; forty a week; the million mark
  `\\b(?<figure>(?:double|triple|${units})[- ](?:digit|figure)) (?!(?:[a-z]+ )?(?:codes?|numbers?|pins?|references?|passcodes?|ids?)\\b)[a-z]+`,
  `\\b(?<figure>${small} to one)\\b(?!-)`,
  `\\b(?<figure>(?:one|${small})-in-(?:${small}|a-(?:hundred|thousand|million)))\\b`,
  `\\b(?<figure>${tens}-${tens})\\b`,
  `\\b(?!five a day)(?<figure>${number} an? (?:minute|hour|day|night|week|month|year))\\b(?! (?:later|earlier|ago)\\b)`,
  `\\b(?<figure>(?:the|an?) (?:${small} )?${scale}[- ]mark)\\b`,
  // majorities
  `\\b(?<!\\b(?:against|win|wins|won|lose|lost|hold|holds|held|keep|kept|retain|retains|retained|maintain|maintained|command|commands|secure|secured|gain|gained|need|needs|form|formed|have|has|had|without|those of|opinions of|rights of|will of|interests? of) (?=(?:an?|the) (?:[a-z]+ )?(?:majority|minority)\\b(?! of\\b)))(?<figure>(?:an?|the) (?:(?!(?:ethnic|and|democratic|republican|conservative|labour|parliamentary|governing|ruling|working|overall|political|religious|linguistic|national|two-thirds)\\b)[a-z]+ )?(?:majority|minority))\\b(?! (?:of (?:his|her|their|my|our|your|its|the|this) (?:time|life|day|work|career|energy|attention|week|year|report|paper|book|article|chapter|document|essay|page|website|discussion|presentation|film|exhibition)\\b|in (?:the |both )?(?:house|houses|senate|commons|lords|parliament|chamber|council|assembly|legislature|congress)|(?:changes|will|shall|is still|leader|whip|must|can|should)\\b|ethnic|groups?|communit|languages?|owner|owned|stake|share|interest|part|government|rule|rights?|report|view|opinion|verdict|vote(?!d)|leaders?|whip|sports?|religio|population|background)[a-z]*)`,
  // most offences, all of the victims, almost all cases
  `(?<!\\b(?:in|for|with|of|on|and|at|as|the|to|like) )\\b(?<figure>most) (?:of (?:the|these|those|its|our|their) ${owner}?)?(?:recorded |reported |such |sexual |violent |other )?${dataNoun}\\b`,
  `\\b(?<figure>most of the) ${owner}?(?:children|people|girls|boys|women|men|pupils|patients|families) ${was}\\b`,
  `\\b(?<figure>(?:almost|nearly|virtually|practically) (?:all|every|none)(?: of)?(?: the| these| those)? (?:recorded |reported )?(?:${dataNoun}|case|offence|victim|force|child|children|girls|boys|women|men|pupils|patients|families))\\b`,
  `\\b(?<figure>all) of the ${owner}?${dataNoun} ${was}\\b`,
  // none of the children
  `\\b(?<figure>none|not one) of the (?:${number} )?${between}{0,1}(?:${dataNoun}|children|girls|boys|women|men|people|pupils|patients|families|parents|officers|residents|tenants|staff|schools|councils|members|respondents|callers|users|applicants|households|complainants|survivors)\\b`,
  `\\b(?<figure>none|not one) of (?:the|these|those|its|our|their|his|her) ${owner}?${between}{0,2}${plural}\\b`,
  // third highest, ranked twelfth, came second of
  `\\b(?<figure>${ordinal}[- ]${superlative})\\b`,
  `\\b(?:is|was|are|were|now|came|comes) (?<figure>${ordinal}) (?:in (?:the|england|wales|scotland|britain|europe) |nationally\\b|overall\\b|only to\\b|behind\\b)(?!(?:the )?(?:series|row|list of|line|queue|first|second|afternoon|morning|evening|sequence|order)\\b)`,
  `\\b(?<figure>${ordinal}) (?:[a-z]+ )?(?:running|in a row|in succession)\\b`,
  `\\b(?<figure>${ordinal} (?:consecutive|successive|straight|quarterly|monthly|yearly)) [a-z]+`,
  `\\b(?<figure>${ordinal} annual) (?<noun>(?!${move}\\b)[a-z]+)`,
  `\\b(?<figure>${ordinal} annual) ${move}\\b`,
  `\\b(?<figure>${ordinal}) (?:such )?${move}\\b`,
  `\\b(?:rank(?:ed|s|ing)?|placed|came|comes|finished|stands|stood) (?<figure>${ordinal}|last|${tens}[- ](?:first|${ordinal})|hundredth)\\b(?! (?:time|to|year)\\b)`,
  `\\b(?<figure>${ordinal}) (?:out of|among(?:st)?) (?:all |the |${number})`,
  // a total of twelve, stood at forty, rose to ninety, fell to zero
  `\\b(?:total(?:led|ling)?(?: of)?|(?:stood|stands?|standing) at|reached|numbered|averag(?:ed|ing)|(?:total|count|figure|number|median|mean|average|rate|score|target|limit|maximum|minimum|peak|quota|high|low) (?:of|was|is)) (?<figure>${number})\\b(?![- ](?:${notData}|${fractions})\\b)`,
  `\\b(?:average|mean|median|typical) age (?:of|is|was) (?<figure>${number})\\b(?! (?:months|weeks|days)\\b)`,
  `\\b${moved} (?:by|to|from) (?<figure>${number})\\b(?![- ](?:${notData}|${fractions})\\b)`,
  `\\b(?:to|at|was|is|were|by) (?:just|only|barely|a mere) (?<figure>${number})(?=[,;:)]|$)`,
  `\\b(?<!\\b(?:start|starts|starting|begin|begins|beginning) )(?:to|at|was|is|were|by|of|from|nearly) (?<figure>zero|nought|nil)\\b(?![- ](?:tolerance|carbon|waste|hours?|emissions?|point|rated|per)\\b)`,
  // five pounds
  `\\b(?<figure>(?:one|an?|half an?|${number}) (?:(?:hundred|thousand|million|billion) )?(?:pounds|euros|dollars|pence))\\b`,
  // a hundred, in figures that stand by themselves
  `\\b(?<figure>(?:one|${small}) (?:hundred|thousand|million|billion)(?: (?:hundred|thousand|million|billion))?(?:,? (?:and )?(?:one|${small})){0,3})\\b(?![- ](?:${notData})\\b)`,
];

/** Words that every pattern needs one of. */
const triggers = `${anyOf(`
  two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
  thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens threescore fourscore
  hat-trick pair fiver tenner twopence threepence sixpence eightpence tenpence tuppence
  offence crime case death incident call report child person arrest victim referral complaint scores score most all almost nearly virtually practically several many half third quarter halves thirds quarters twice thrice zero nought nil none single one point second seconds majority
  minority twelfth last first double treble triple quadruple halve couple trio quartet quintet brace gross trillion trillions minus negative plus no every doubled doubles doubling trebled trebles trebling tripled triples
  tripling halved halving quadrupled quadrupling quintupled quintupling sextupled septupled octupled octupling decupled single double triple
`)}|${tens}(?:one|${units})|[a-z]+(?:${dataNoun}|children|people|girls|boys|women|men|pupils|patients|families|officers|calls)|[a-z]+fold|(?:four|fif|six|seven|eigh|nin|ten|eleven|hundred|thousand|twelf|[a-z]+teen|[a-z]+tie)ths?|thirds|halve`;

/** What figures of briefings are about, besides `dataNoun`: a list of so many of these is a figure. */
const ofBriefings = `(?:${dataNoun}|children|people|girls|boys|women|men|pupils|patients|families|officers|calls|forces|areas|councils|schools)`;

/** What of number words states no figure. */
const idioms = [
  // A charity that is called so: Thirtyone:eight.
  "\\bthirtyone:eight\\b",
  // What nobody sent or said at a meeting: Apologies: None. How often somebody won: safe in third position for the second year running.
  "\\b(?:apologies|any other business|aob|matters arising|declarations? of interests?)(?: for absence| received| from)?: (?:none|nil)\\b",
  `\\b(?:position|place|award|cup|title|trophy|champions?|winners?|league|promoted|promotion) (?:[a-z]+ ){0,3}for the ${ordinal} (?:year|season|time) (?:running|in a row|in succession)\\b`,
  // What a meter is set to, machines of a mill, what a picture shows: reset back to zero, doubling frames, a crown of twelve stars.
  "\\breset(?:s|ting)? (?:it |them |this |the (?:clock|counter|timer|meter|display|dial|scale|credit) )?(?:back )?to zero\\b",
  "\\bdoubling frames?\\b",
  "\\bcrown of (?:seven|twelve) stars\\b",
  // only half the story; one incident or several, in a policy; aims that are threefold
  "\\bhalf the (?:battle|fun|story|trouble|problem)\\b(?! of\\b)",
  "\\ba single (?:incident|event|act|report|complaint) or (?:an? |several |more )?(?:series|number|pattern|ongoing|repeated|multiple|several|more)\\b",
  "\\b(?:reasons?|aims?|goals?|purposes?|objectives?|roles?|approach|benefits?|answers?|comments?|arguments?|points?|questions?|problems?|challenges?|concerns?|strategy|mission|task|message|function|focus|intention|motivation|rationale) (?:is|was|are|were) (?:two|three|four|five)-?fold\\b",
  // An age: over the age of eighteen, at the age of just thirty-three.
  `(?<!\\b(?:average|mean|median|typical) )\\bage of (?:just |only |about |around )?${number}\\b(?! (?:${ofBriefings}|others|more)\\b)`,
  // Another of its kind, and no number: a negative one.
  "\\ba (?:more |less |very )?(?:negative|plus) one\\b",
  // A people, and no share of one: the Kurdish minority.
  "\\bthe (?:[a-z]+(?:ish|ian|ese|olic|slim|ite)|protestant|hindu|sikh|white|black|arab|roma|kurd|albino) (?:majority|minority)\\b(?! of\\b)",
  // no two alike, second best, a double click, an axis in thousands
  "\\bno (?:two|three) (?!of\\b)[a-z]+",
  "\\bfor second best\\b|\\bsecond[- ]best (?:option|choice|thing|time|friend)\\b",
  // knocked for six, five and six year olds, the first, second and third most, the forgotten majority
  "\\b(?:knock(?:ed|s|ing)?|hit) [a-z ]{0,20}for six\\b|\\b(?:came|come|comes|arrived|left|spoke|went) last\\b",
  `\\b${number}(?:(?:,| and| or| to)+ ${number})*[- ]years?[- ]olds?\\b`,
  "\\bfirst, second,? (?:and|or) third (?:most|least)\\b",
  "\\bthe (?:forgotten|silent|moral|hidden) (?:majority|minority)\\b",
  // The group, and no share of one: the size of the majority.
  "\\b(?:am|are|is|was|were|be) not one of the (?=[a-z]+ )",
  "\\b(?:size|views?|will|rights?|rule|power|part|member|members|opinions?) of the (?:[a-z]+ )?(?:majority|minority)\\b(?! of\\b)|\\bthe (?:majority|minority)['’]s\\b",
  "\\bno (?:reports?|cases?|results?) (?:to (?:display|show)|found|available|yet)\\b",
  // about ten thousand years ago, the youngest of five
  `\\b(?:${number} (?:and|to|or) )?${number} (?:hundred |thousand |million |billion )*(?:years|hours|days|miles|feet|yards|metres|meters|inches)\\b`,
  `\\b(?:youngest|eldest|oldest|middle) of ${number}\\b`,
  // Ages of people: a daughter called Ann, three, by her first husband; a kid of seven.
  `\\b(?:daughter|son|sister|brother|girl|boy|baby)(?: (?:called|named))?(?: (?!of\\b)[a-z]+)?, ${number}, (?!(?:and|or|to)\\b)`,
  `\\ba (?:kid|child|lad|boy|girl) of ${number}\\b(?! (?:${ofBriefings}|others|more|siblings|children)\\b)`,
  "\\bnet[- ]zero\\b|\\bzero[- ](?:tolerance|trust|carbon|waste|emissions?|hours?|rated|rating)\\b|\\bzero or (?:ultra-?)?low\\b|\\bfrom zero to hero\\b",
  // Of a household that stands for many: a married couple with two children.
  "\\b(?<!\\b(?:only|just|not) )an? (?:[a-z-]+ ){0,3}(?:couple|family|household|parent|mother|father|home) with (?:two|three|four|five|six) (?:young |small |older |dependent )?children\\b(?= would| could| can| will| may| might| whose| earning| living on (?:benefits|one|a (?:low|single|median))| on (?:benefits|one|a (?:low|single|median))|[.]|$)",
  // What figures are in, and no figure: revenue, in billions of pounds.
  "(?<=(?:^[^,.;]{1,40},|\\(|\\bin) )(?:hundreds|thousands|millions|billions) of (?:pounds|euros|dollars)(?=[)]|$)|(?<=\\bin )(?:hundreds|thousands|millions|billions) of (?:pounds|euros|dollars)(?=[.])",
  // A mark, and no twenty: a score of zero. A span: half a dozen years. Who somebody is: a father of two boys. The second annual report.
  `\\b(?:an?|the) score of ${number}\\b(?! (?:${ofBriefings})\\b| (?!(?:is|was|has|means)\\b)[a-z]+s\\b)|\\b(?:an?|the) score of (?:zero|nought|one)\\b`,
  "\\b(?:half a|a) dozen (?:years|months|weeks|days|hours|minutes)\\b(?! of (?:abuse|harm|violence))",
  "\\b(?:father|mother|mum|dad|parent|grandmother|grandfather) of (?:two|three|four|five|six|seven|eight|nine)(?: (?:young |small |grown-up )?(?:boys|girls|children|sons|daughters))?\\b",
  `\\b${ordinal} annual (?:[a-z]+ )?(?:report|guide|conference|festival|survey|awards?|meeting|lecture|event|fair|fete|show|review|dinner|ball|competition|symposium|exhibition|summit|congress|convention)\\b`,
  // Of an order, and no share: about a third type. Ages of rocks: hundreds of millions of years.
  "\\b(?:about|on) an? (?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:type|kind|option|way|person|party|time|reason|point|thing|category|group|approach|form|case|example)\\b",
  "\\b(?:(?:tens|hundreds) of )?(?:thousands|millions|billions) of years\\b",
  "\\b(?:the|my|his|her|their|your|our) eleven[- ]plus\\b",
  "\\b(?:four|six|eight|ten)[- ]figure (?:grid )?(?:references?|answers?|coordinates?)\\b|\\b(?:four|six|four and six)[- ]figure grid references?\\b",
  // on cloud nine, a million thanks, she is one in a million
  "\\bcloud nine\\b|\\ba million thanks\\b|\\b(?:he|she|you|they|who) (?:is|are|was|were) (?:truly |really )?one in a million\\b",
  // How often: every two to three weeks. What happens to somebody so often is a rate.
  `\\bevery ${number} to ${number} (?:${notData})\\b(?!,? (?:an?|one|another|somebody|someone) )`,
  // Those who won, and what they may do: the majority enjoyed more rights than a minority, the majority do have the right.
  "\\bthe majority (?:[a-z]+ ){1,3}(?:rights?|power|powers|privileges) than (?:an?|the) minority\\b|\\bthe majority (?:do|does|did)(?: indeed)? have (?:the|a) right\\b|\\b(?:elections?|polls?) with an? (?:[a-z]+ )?majority\\b(?! of\\b)",
  // What a vote takes, and no share of it: a simple majority of those present.
  "\\b(?:an?|the) (?:simple|qualified) majority(?: of (?:those (?:present|voting)|votes|members|trustees|shareholders|the (?:members|votes|trustees|council))\\b|(?! of\\b))",
  "\\bdouble[- ]?(?:click|tap)[a-z]*",
  "\\b(?:in|by the) (?:hundreds|thousands|millions|billions|trillions)\\b(?! of\\b)",
  // the first of a list of things: the top ten threats
  `\\btop (?:three|five|ten|twenty)(?:(?= ?[:;,.]|$)| (?!${ofBriefings}\\b)(?:[a-z]+ (?!${ofBriefings}\\b))?[a-z]+s\\b)`,
  // the scores of a test: standardised scores were
  "(?<=\\b(?!(?:and|but|or|while|when|as|that|because|where|if|since|after|before|then|so|today|yesterday|tonight|there|[a-z]+day|another|several|many|nearly|almost|about|over)\\b)[a-z-]+ )scores (?:was|were|is|are|had|have|of)\\b",
  `\\ba couple of (?:[a-z]+ )?(?:${notData}|tools|tips|caveats|resources|issues|problems|changes|thoughts|additional)\\b`,
  // what a list names behind it: three policies: a, b and c
  `\\b(?:two|three|four|five|six|seven|eight|nine|ten) ${between}{0,3}(?!(?:${dataNoun}|children|people|girls|boys|women|men|pupils|patients|families|officers|calls)\\b)[a-z]+s:`,
];

const find = createFinder({
  patterns,
  triggers,
  parts: [
    ...[
      owner,
      number,
      small,
      notData,
      plural,
      between,
      compared,
      dataNoun,
      superlative,
      ordinal,
      fractions,
      fraction,
      moved,
    ],
    ...[body, units, teens, tens, scale, digitWord, hedge, verb, move, notPart],
  ],
  idioms,
  few: { number: wordPattern(units), counted: numberWords.counted },
  capitals: [
    // Essex thirty, after what says what is counted
    `(?<=(?<!\\p{L})(?!(?:Chapter|Part|Section|Years?|Stage|Phase|Level|Step|Page|Type|Class|Grade|Unit|Room|Number|Channel|Radio|Formula|Act|Book|Volume|Article|Day|Week|Tier|Table|Figure|Note|War|Platform|Route|Form|Group|Band|Zone|Area|Question|Option|Line|Row|Column|Session|Lesson|Module|Episode|Term|Season|Theme|Priority|Missive|Letter|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|At|By|From|To|And|Or|The|These|Those|All|Age|Aged|Under|Over|After|Before|Until) )\\p{Lu}[\\p{L}-]+ )(?<figure>${number})(?=[,;.]|$| and \\p{Lu})`,
  ],
  cased: romanNumeral(
    "(?!(?:does|has|is|was|goes|as|its|this|us)\\b)[a-z]+(?:[^\\Ws_]s|ies|ses|xes|ches|shes)|people|children|women|men|per ?cent",
  ),
});

/** English numbers in words that state a figure. "One of", "the first", spans of time and parts of a text are none. */
export const saidFigures = (text: string): readonly SaidFigure[] => find(text);
