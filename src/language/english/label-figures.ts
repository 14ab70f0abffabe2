import { createLabelFinder, noAmount } from "../audit/find-labels.ts";
import type { FindNames } from "../audit/find-names.ts";

const month =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
const plural =
  "(?!(?:is|was|has|does|as|its|this|us|his|plus|versus|across|always|perhaps|unless|less)(?!\\p{L}))(?:[\\p{L}-]*(?:[^\\Ws_sS]s|ies|sses|xes|ches|shes)|children|people|women|men|police|staff|per ?cent|percent|percentage|million|billion|thousand|hundred|times|more|fewer|less|min|hr|sec|km|kg|cm|mm|ft|lb|pc|pct|pp|bn|mn|mins|hrs)";
/** Plurals that no count has behind a year. */
const uncounted =
  "(?:elections?|results|regulations|rules|guidelines|figures|statistics|estimates|findings|data|games|proposals|reforms|changes|census|awards|terms|standards|accounts|series|basis|analysis|crisis|press|class|process|progress|business|congress|holidays|levels|prices)";
const linking =
  "(?:and|or|but|in|at|on|by|for|with|from|as|to|of|when|that|which|who|where|while|because|if|is|was|are|were|has|had|will|the|a|an|it|they|we|he|she|you|this|there|its|his|her|their|our)";
/** Within three words nothing is said that may be counted. */
const countsNothing = `(?!\\s(?:(?!${linking}(?!\\p{L}))[\\p{Ll}-]+ ){0,2}(?!${uncounted}(?!\\p{L}))${plural}(?!\\p{L}))`;
/** Where a text goes on behind a label: not with what could be counted. */
const goesOn = `(?=[.,;:)?!’'”"\\]](?!\\p{N})|$|\\s[-–—(|]|\\s(?:${linking}|can|may|must|should|so|since|before|after|until|during|only|than|not|also|then|until|onwards?)(?!\\p{L})(?! \\p{N}))`;

/** Words before a number that say how much. */
const amounts =
  "was|were|is|are|be|been|being|of|to|than|over|under|about|around|nearly|almost|approximately|roughly|only|just|totals?|totall(?:ed|ing)|reach(?:ed|es|ing)?|record(?:ed|s)?|had|have|has|by|at|rose|fell|up|down|exactly|some|another|further|more|fewer|all|least|most|number(?:ed)?|figures?|count(?:ed)?|averag(?:e|ed|ing)|median|mean|saw|got|won|lost|scored|killed|injured|helped|supported|housed|fed|gave|made|spent|raised|paid|cost|worth|estimated|maximum|minimum|every|per|plus|minus|equals?|says?|said|found|report(?:ed|s)?|register(?:ed|s)?|answered|received|employ(?:s|ed)?|sold|built|planted|rank(?:ed|s)?|score|rate|rates";
const moves =
  "(?<!\\p{L})(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|growth|increas(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|reduced|reduction|dropped|drop|declined?|went|up|down|jumped|climbed|moved|changed|rang(?:e|ed|ing)|result(?:ed|s|ing)?|culminat(?:ed|ing)|total(?:l?ed)?|totals|cut|extended|multiplied|divided|totalling)";
/** Words of sums and of nearness, which no year has before it; and `is`, `of`, `to` where the clause is about a sum. */
const sums =
  "total|totals|numbers?|count|sum|average|mean|median|rates?|figures?|maximum|minimum|scores?|majority|sample|population|tally|turnout|membership|attendance|caseload|circulation|capacity|output|production";
/** The words with their first letter in either case. */
const opened = (words: string) => words.replaceAll(/(?<=^|\|)[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
const certainAmounts = amounts
  .split("|")
  .filter((word) => !/^(?:was|is|be|been|being|of|to|at|by|per|plus|made|says\?|said)$/.test(word))
  .join("|");
/** No sum and no move is spoken of before. */
const noSumAround = `(?<!(?:(?<!\\p{L})(?:${opened(sums)})|${moves})(?!\\p{L})[^.;!?]{0,50})`;
const noSumBefore = `(?<!(?<!\\p{L})(?:${opened(certainAmounts)}) (?:(?:a|an|the|just|only|about|over|nearly) )?)${noSumAround}(?<![Tt]here (?:was|is) )`;

/** What several do: a number before it counts them. */
const manyDo = "(?! (?:were|are|have|had|got|died|came|went|left|said|took|rang|asked|lived|fell|rose)(?!\\p{L}))";

const year = "(?:19|20)\\d{2}";
const olderYear = "1[0-8]\\d{2}";

/** Words with capitals that are no names before a number: what opens a sentence, or says that a figure comes. */
const opening =
  "(?:In|At|Of|For|From|By|With|Over|Under|About|The|A|An|Only|Just|Some|All|Nearly|Almost|More|Fewer|Up|Between|Since|To|On|And|But|Or|There|This|That|These|Those|Today|Last|Around|Another|Every|Each|We|They|He|She|It|I|You|Our|If|When|While|After|Before|During|Until|Total|Totals|Count|Number|Average|Mean|Median|Rate|Score|Figure|Sum|Overall|Maximum|Minimum|Max|Min|Approximately|Roughly|Age|Yes|No|Not|Than|Into|Out|Off|Down|Within|Without|See|Is|Are|Was|Were|Has|Had|Have|Per|As|So|Then|Now)";
const capital = `(?!(?:${opening}|${month})(?!\\p{L}))\\p{Lu}[\\p{L}’'&-]*`;
const pairs = "(?:[,;]? ?(?:and |but |in |for |to |with )*)";
/** Units that open with a capital. */
const unit =
  "(?:[MGTk]?Hz|[kMGT]?Wh?|[KMGT]B|[KMGT]bps|Mbps|Gbps|Ml|Mt|Kt|CPD|C|F|V|A|GB|USD|EUR|GBP|Years?|Months?|Weeks?|Days?|Hours?|Minutes?|Percent|Per|Million|Billion|Thousand|Hundred|Times|Points?|Children|People|Women|Men|Police|Staff)";

/** Names with a number behind: Microsoft 365, the Accessibility Guidelines 2.2. Of two such in a row each may be a figure of its area. */
export const namesWithNumber = `(?<!\\p{Lu}[\\p{L}’'-]* \\d[\\d,.]*${pairs}(?:\\p{Lu}[\\p{L}’'-]* ){0,3})(?<![\\p{L}\\p{N}’'&-])(?:${capital} ){1,4}(?<!s |(?<!Spe)ed |\\p{L}{3}ing |Children |People |Women |Men |Police |Staff )\\d{1,4}(?:\\.\\d{1,2})?(?:(?=[.,;:)?!’”"](?!\\p{N}))|(?=\\s(?:[-–—(]|(?:${linking}|\\p{Lu})(?!\\p{L}* \\p{N})))|(?=\\s\\p{Lu})|(?=\\s\\p{Ll}+(?<!s)(?!\\p{L}))|(?<=(?<!\\p{L})\\p{Ll}+ (?:${capital} ){1,4}[\\d.]+)(?=$))(?<!^(?:${capital} ){1,2}\\d{1,4}(?=[.:;]?$|:? ))${countsNothing}(?!${pairs}(?:\\p{Lu}[\\p{L}’'-]* (?:of |and |the )?){1,4}\\d)(?! ${unit}(?!\\p{L}))${noAmount}`;

/** What stands as a year does. Where nothing says a quantity, it is one. */
export const labelledYears: readonly string[] = [
  // Years that no word tells as such: the 2018 Standard Contract, schools that opened across 2022 and 2024.
  `${noSumBefore}(?<!(?<!\\p{L})[Ff]rom |\\(|\\p{Lu}[\\p{L}’'-]*, |(?:s|children|people|women|men|police|staff) (?=\\S+$))(?<![\\p{L}\\p{N}.,£$€:/=–-]|[:=] |\\p{N} )(?:(?<=\\S[ “‘"'])|(?=\\S+ \\S))${year}(?:['’]s)?(?=[.,;)?!’'”"\\]](?!\\p{N})|\\s[-–—“‘"]|(?<=\\S ${year})(?:\\s\\(|$)|\\s\\p{L})${manyDo}${countsNothing}${noAmount}`,
  `(?<=(?<!\\p{L})[Ff]rom )(?<!${moves}(?!\\p{L})[^.;!?]{0,60} \\(?[Ff]rom )${year}(?=[.,;)](?!\\p{N})|\\s(?:\\p{L}|[-–—]))(?! (?:to|until|and|through) \\p{N})${manyDo}${countsNothing}${noAmount}`,
  `(?<=(?<!\\p{L})(?:[Bb]oth|[Ii]n|[Ff]or) (?:both )?${year} and )${year}(?= were(?!\\p{L}))`,
  // In brackets, with the name or the word that they stand behind: the Contract (2018), the previous cycle (2018).
  `(?<![\\p{L}\\p{N}’'&-])(?:${capital} ){0,3}${capital}(?<!s|Children|People|Women|Men|Police|Staff)(?:,? \\(|, )${year}[a-z]?(?=[;)]|, |\\.?$|\\. \\p{Lu})(?!\\)?[;,] (?:and )?\\p{Lu}[\\p{L}’'-]*,? \\(?\\d)(?<!\\p{Lu}[\\p{L}’'-]*,? \\(?\\d[\\d,]*\\)?[;,] (?:and )?(?:${capital} ?)+(?:,? \\(|, )${year}[a-z]?)`,
  `(?<=(?<!\\p{L})(?!(?:${amounts}|total|sum|children|people|women|men|police|staff)(?!\\p{L}))\\p{Ll}+(?<!s|ed) \\()${year}(?=\\))`,
  `(?<=\\p{N}[-–]or[-–])${year}(?!\\p{N})|(?<![\\p{L}\\p{N}])${year}(?=[-–]or[-–]\\p{N})`,
  `(?<=(?<!\\p{L})years?: (?:${year}, )*)${year}(?=[.,;)]|$)`,
  // Older ones, after the words that years have.
  `(?<=(?<!\\p{L})(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Bb]y|[Ff]rom|[Dd]ated|[Dd]uring|[Cc]irca|c\\.|[Bb]etween|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter) )(?<!${moves} \\(?(?:in|by|from|between) )${olderYear}(?:(?: to| and|[–-]) ?(?:1\\d|20)\\d{2})?(?=[.,;:)\\]?!](?!\\p{N})|$|\\s(?:[£(\\d]|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|one)(?!\\p{L})|\\p{Lu}\\p{L}*|${linking}|${uncounted}|over|under|for|only|still|also|\\p{Ll}+(?:ed|ing)?)(?!\\p{L}))${countsNothing}${noAmount}`,
  `(?<=(?:^|[.;!?] |, )(?:[Ii]n|[Bb]y) )(?:1\\d|20)\\d{2}(?= (?:\\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|one)(?!\\p{L})))`,
];

const kinds = [
  ...labelledYears,
  namesWithNumber,
  // Days of a month: the workshop June 3. A list of months with their numbers is one of figures.
  `(?<!(?<!\\p{L})(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ff]or|[Ll]ast|[Tt]his) )(?<!${month}\\.?:? \\d[\\d,.]*[,;] )(?<!\\p{L})${month}\\.? (?:[12]\\d|3[01]|0?[1-9])(?:[–-](?:[12]\\d|3[01]|0?[1-9]))?${goesOn}(?![,;] ${month}\\.?:? \\d)${countsNothing}${noAmount}`,
  // Numbers that are called.
  `(?<=(?<!\\p{L})(?:use|using|dial|call|ring|text|on|to|or|and|the|via|phone) )(?:999|101|111|112|911|988)(?=[.,;:)](?!\\p{N})|$|\\s(?:or|and|if|for|when|to|straight)(?!\\p{L})|\\s\\()${countsNothing}${noAmount}`,
  // Ages of those who are meant.
  `(?<!(?:[Nn]umber|[Pp]roportion|[Ss]hare|[Rr]ate|[Pp]ercentage|[Tt]otal)[^.;!?]{0,60})(?<=(?<!\\p{L})(?:[Cc]hild(?:ren)?|[Pp]eople|person|[Aa]nyone|[Tt]hose|[Aa]dults?|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|who|teenagers?|pupils?|students?|customers?|clients?|applicants?|users?|members?|residents?|claimants?|parents?|partners?|carers?|workers?|drivers?|patients?|vulnerable)(?!\\p{L})(?:[^.;!?\\p{N}]{0,30})? (?:under|over|below|above|aged|turn|turns|turned|reach|be|being) )[1-9]\\d(?=[.,;:)?!](?!\\p{N})|$|\\s(?:without|unless|and|or|when|who|by|if|on|before|to)(?!\\p{L}))${countsNothing}${noAmount}`,
  `(?<=(?<!\\p{L})[Yy]ou(?:[’']re| are) )\\d{1,2}(?=[.,;:?)](?!\\p{N})|$|\\s(?:and|or|when|but|if|because|unless)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:pensions?|retire|retirement|work(?:ing)?)(?!\\p{L})[^.;!?\\p{N}]{0,60} (?:before|at|until|after) )[4-7]\\d(?=[.,;:?)](?!\\p{N})|$|\\s(?:and|or|but|to|if|because|unless)(?!\\p{L}))`,
  `${noSumAround}(?<=^|[(–—-] ?|(?<!\\p{L})being |(?<!\\p{L})(?!(?:${amounts}|well|far|slightly|from|with|for|and|but|in|increased?|rise|fall)(?!\\p{L}))\\p{Ll}+ |\\p{Lu}\\p{Ll}+: )(?:[Uu]nder|[Oo]ver) [1-9]\\d(?=[).?!](?!\\p{N})|$|\\s[-–—]|\\s(?:at|you|they|he|she|there|and|or|who|when|if|but|can|must|may|should|will|eligibility)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:those|people|adults|Americans|women|men) )[1-9]\\d[-–][1-9]\\d(?=[.,;)]|$|\\s(?!(?:%|per|in)(?!\\p{L}))\\p{Ll}+(?<!s)(?!\\p{L}))`,
  "^[1-9]\\d (?:or|and) (?:over|under|older|younger|above|below)(?=$|[.,;:)])|^(?:under|over|Under|Over) [1-9]\\d(?= (?:and|or):?$|[:;]?$)",
  // Models in the plural: the 747s.
  "(?<=(?:(?<!\\p{L})(?:the|our|their|of|old|new)|\\p{Lu}\\p{L}+) )\\d{3}s(?![\\p{L}\\p{N}])",
  `(?<=(?<!\\p{L})(?:Guidelines|Standards?|Specifications?|API|Framework|SDK|Toolkit|Server|Release|javascript|JavaScript|PHP|Python) )\\d{1,2}(?:\\.\\d{1,2}){0,2}(?=[.,;:)](?!\\p{N})|$|\\s(?:level|or|and|on|in|is|technolog\\p{Ll}+|specification|standard)(?!\\p{L}))`,
  // What opens a heading of its own: Posting 1 — Web Developer. Periods in a title: the 24-Hour Rule; error 1; year 2, or both.
  `^${capital}(?<!s|ed) \\d{1,2}(?= ?(?:[—–:]|-(?= )) ?\\p{Lu})`,
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}-(?:Hour|Day|Week|Month|Year|Minute)(?= (?!(?:Wait|Delay|Rise|Fall|Average|High|Low|Gap|Backlog|Peak|Growth|Record|Trend|Sentence|Increase|Decrease|Span)(?!\\p{Ll}))\\p{Lu}\\p{Ll}+(?<!s)(?!\\p{L}))",
  `(?<=(?<!\\p{L})(?:error|Error|[Yy]ear) )\\d{1,3}(?=[.,;)](?!\\p{N})|$|\\s(?:or|and)(?!\\p{L}))${countsNothing}${noAmount}`,
  `(?<!\\p{L})[Yy]ear [1-9](?= \\p{Ll}+(?<!s|ed)(?!\\p{L}))${countsNothing}|(?<=(?<!\\p{L})line )\\d{3,5}${goesOn}`,
  // Numbers of things that stand behind their noun: floor 3, Subject 2 (optional), steps 4 & 5, rooms 3007-3011.
  `(?<=(?<!\\p{L})(?:[Ff]loors?|[Ww]ings?|[Rr]ooms?|[Dd]oors?|[Dd]esks?|[Ss]teps?|[Ss]tages?|[Ss]ubjects?|[Pp]hases?|[Pp]latforms?|[Gg]ates?|[Pp]itch|[Ll]ot|[Hh]alls?|[Bb]locks?) (?:\\d{1,3} (?:&|and|or|to) )?)\\d{1,4}(?:[-–]\\d{1,4})?(?=[.,;:)](?!\\p{N})|$|\\s[&(]|\\s(?:and|or|is|at|on|in|of|to)(?!\\p{L}))${countsNothing}${noAmount}`,
  `${noSumAround}(?<=(?:\\p{Lu}\\p{Ll}+day|${month}|[Ee]venings?|[Mm]ornings?)(?!\\p{L})[^.;!?\\p{N}]{0,24} at )(?:[01]\\d|2[0-3])\\.?[0-5]0(?=[.,;)](?!\\p{N})|$|\\s(?:and|on|in|for|to)(?!\\p{L}))${countsNothing}${noAmount}`,
  '(?<=[“"‘])\\d{1,5}(?=[”"’](?!\\p{L}))',
  `^${capital} \\d{1,4}(?= (?:is|was|has|will|can|must|should|\\p{Ll}+(?:ly|ed))(?!\\p{L}))`,
  "(?<=(?<!\\p{L})[Aa]ge (?:\\p{Ll}+ ){0,4}(?:below|above|under|over|at least) )[1-9]\\d(?=[.,;)]|$)",
  // Addresses without a word for a street: at 50 UN Plaza, 102 Petty France.
  `(?<=^|(?<!\\p{L})(?:at|to|visit|[Aa]ddress:?) )\\d{1,3}[A-Z]? (?!${unit}(?!\\p{L}))\\p{Lu}[\\p{L}’']*(?: \\p{Lu}[\\p{L}’']+){1,2}(?<!s|Children|People|Women|Men|Police|Staff)(?=[.,;)]|$| \\p{Ll})`,
];

/** Digits of English texts that stand as those of a label do. A figure is written otherwise, in nearly every case. */
export const labelFigures: FindNames = createLabelFinder(kinds);
