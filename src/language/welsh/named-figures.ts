import { createNameFinder, noFigure } from "../audit/find-names.ts";
import type { NamedFigure } from "../contract/audit.ts";

const month =
  "(?:IONAWR|CHWEFROR|MAWRTH|EBRILL|MAI|MEHEFIN|GORFFENNAF|AWST|MEDI|HYDREF|TACHWEDD|RHAGFYR|[IM]onawr|[CG]hwefror|Chwefror|Mawrth|Fawrth|Ebrill|Mai|Fai|Mehefin|Fehefin|Gorffennaf|Orffennaf|Awst|Medi|Fedi|Hydref|Tachwedd|Dachwedd|Rhagfyr|Ragfyr)";
const year = "(?:19|20)\\d{2}";
/** Years of any century, where words say that they are. */
const anyYear = "(?:1\\d|20)\\d{2}";
/** What follows counts nothing: no `o droseddau`, no per cent. */
const nothingCounted = "(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?! (?:o (?!['’]r)|y cant|miliwn|mil(?!\\p{L})))";
/** Singulars that a number counts without `o`: 12 trosedd, 3 phlentyn. */
const notCounted =
  "(?! (?:(?:t|d|dd|th)rosedd|[pb]h?lentyn|achos|person|[pb]h?erson|[dt]h?isgybl|marwolaeth|farwolaeth|dioddefwr|ddioddefwr|menyw|fenyw|merch|ferch|bachgen|fachgen|teulu|deulu|digwyddiad|ddigwyddiad|diwrnod|ddiwrnod|niwrnod|mis|fis|wythnos|awr|munud|funud|blynedd|flynedd|mlynedd)(?!\\p{L}))";
const age = "(?:1[01]\\d|\\d{1,2})";

const kinds = [
  `(?<!\\p{L})(?:[DN]d?eddf|[MF]esur|Rh?eoliadau|G?[Oo]rchymyn|[BF]il|[CG]yfrifiad|Eisteddfod|Strategaeth|Siarter|Rh?eolau|[CG]onfensiwn|[CG]od|[CG]ynllun|Rh?aglen|Adroddiad|Arolwg|Adolygiad|[CG]ytundeb|Fframwaith|Gemau|Cwpan|[GE]tholiad)(?: \\p{L}(?:[\\p{L}’' (),-]|Rhif \\d{1,2}(?=\\))){0,160}?)?,? ${anyYear}${nothingCounted}`,
  `(?<!\\p{L})(?:[Aa]dran(?:nau)?|[Pp]h?aragraff(?:au)?|[Bb]aragraff(?:au)?|[Mm]h?aragraff(?:au)?|[Bb]andiau|[Ee]rthygl(?:au)?|[Cc]h?ymal|[Gg]ymal|[Rr]heoliad|[Rr]eoliad|[Aa]todlen(?:ni)?|[Aa]todiad|[Pp]h?ennod|[Bb]ennod|[Tt]udalen(?:nau)?|[Dd]udalen|[Tt]h?abl|[Dd]abl|[Ff]figur|[Ss]iart|[CcGg]yfnod [Aa]llweddol|[BF]l?wyddyn|[Ll]efel|[CcGg]h?am|[Nn]gham|[CcGg]h?olofn|[Nn]gholofn|[Rr]h?an|[Gg]?[Rr]ŵp|[Mm]ath|[CcGg]westiwn|[Bb]and|[Pp]arth|[CcGg]eisydd|[Aa]tebydd|[Hh]awlydd|[Dd]iffynnydd|[Nn]odyn|[Ee]item|[Pp]h?wynt|[Bb]wynt|[Uu]ned|[Cc]ymal|[Ff]ersiwn|[Rr]hif|[Ll]linell|[Cc]h?yfeiriad|[Gg]yfeiriad|[Rr]h?eol(?: Sefydlog)?|[Ss]afon|[Ff]furflen|[DN]d?osbarth|(?:d|dd|n)osbarth|[CcGg]h?yfrol|[Rr][Hh]ifyn|RH?if|[Bb]locc?|[Ff]flat|[Yy]stafell) \\d{1,3}(?:\\.\\d{1,2})*(?: ?\\(\\w{1,4}\\))*(?:\\.?[A-Za-z](?!\\p{L}))?(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?! o (?!['’]r|Ddeddf|Atodlen|Reol(?:au|iad)|Erthygl|Fesur|Orchymyn|[Rr]an))(?!,? (?:y cant|miliwn|mil)(?!\\p{L}))${notCounted}`,
  `(?<=(?<!\\p{L})(?:[Ff]foniwch|[Ff]fonio|[Gg]alwch|[Dd]eialwch|[Tt]ecstiwch|GIG)(?: yr heddlu)?(?: ar)? )\\d{3}(?: \\d{3,4})?${noFigure}(?! o )`,
  `(?<![\\p{L}\\p{N}.,])(?:0?[1-9]|[12]\\d|3[01])(?: ?(?:af|il|ydd|ed|fed|eg|ain))? ?(?:o )?${month}(?:,? ${year})?(?![\\p{L}\\p{N}])`,
  `(?<!\\p{L})(?:${month}|hydref) ${anyYear}(?![\\p{N}%,.]\\p{N}|\\p{N}|%)`,
  `(?<!\\p{L})(?:[Yy]n|[Ee]rs|[Tt]an|[Cc]yn|[Aa]r ôl|[Ee]rbyn|ystod|[Gg]wanwyn|[Hh]af|canol|[Ee]r enghraifft,?|hawlfraint|cronfa ddata|[Hh]ydref|[Gg]aeaf|blwyddyn|flwyddyn|dd?iwedd|dd?echrau) ${year}${nothingCounted}`,
  `(?<!\\p{L})[bf]lwyddyn (?:1[0-3]|[1-9])(?=$|[.;:)]|,\\P{N}| \\p{Lu}| (?:i|a|ac|a['’]r|yn|yng|ym|ar|wedi|sydd)(?!\\p{L}))`,
  // Older years, at the end of what is said or before a word that counts nothing; from one to another. After `roedd` and the
  // like, `yn` is no "in": roedd y cyfanswm yn 1200.
  `(?<!\\p{L})(?:[Yy]m|(?<!(?<!\\p{L})(?:[Rr]oedd|[Oo]edd|[Mm]ae|[Bb]ydd|[Bb]u|[Yy]w|[Nn]ifer|[Cc]yfanswm|gyfanswm|[Gg]yfradd|[Cc]yfradd|[Ff]figur)(?!\\p{L})[^.;!?]{0,80}[ ,])[Yy]n) ${anyYear}(?=$|[.;:)]|,\\P{N}| (?:gan|a|ac|wedi|pan|yng|yn|ym|ar|fe|roedd|cafodd|ond|i)(?!\\p{L}))`,
  `(?<!\\p{L})rhwng ${anyYear} a ${anyYear}${nothingCounted}|(?<!\\p{L})o ${anyYear} (?:ymlaen|(?:hyd(?: at)?|tan) ${anyYear})(?![\\p{L}\\p{N}])`,
  // Decades, centuries, kings: y 70au, yr 21ain Ganrif, yn y 17g, Edward 1af.
  "(?<=(?:(?<!\\p{L})(?:y|yr|ei|eu)|[’']r) )(?:(?:1\\d|20)\\d0|['’]?[1-9]0)(?:au|egau|s)(?!\\p{L})",
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}(?:fed|eg|ain)?(?: a['’]r \\d{1,2}(?:fed|eg|ain|g))? [Gg]anrif(?!\\p{L})|(?<=(?<!\\p{L})(?:y|yr|[’']r) )(?:(?:1\\d|20)(?:fed|eg)? a['’]r )?(?:1\\d|2[01])g(?!\\p{L})",
  "(?<=(?<!\\p{L})(?:Edward|Harri|Siôr|Siarl|Elisabeth|William|Iago|Llywelyn) )(?:1af|2il|[34]ydd|[56]ed|[78]fed)(?!\\p{L})",
  `(?<!\\p{L})(?:dan|o dan|dros) ${age} ?oed(?!\\p{L})|(?<![\\p{L}\\p{N}.,])(?:${age}(?: i | ac? | neu |[–-]))?${age} (?:mlwydd )?oed(?!\\p{L})`,
  `(?<=(?<!\\p{L})oedran (?:pleidleisio|pensiwn|ymddeol|gadael ysgol) (?:i|o|yn) )${age}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?! (?:o (?!['’]r)|y cant))`,
  "(?<=(?<!\\p{L})(?:elusen|cwmni)(?: \\p{L}+)? \\()(?:rhif )?\\d{5,8}(?=\\))",
  // Times of day, weekdays with their date: 10am i 2pm, am 6 o'r gloch.
  "(?<![\\p{L}\\p{N}.,£$€])(?:\\d{1,2}(?:[.:]\\d{2})? ?(?:am|pm)? ?(?:i|[-–]|tan|hyd|a) ?)?\\d{1,2}(?:[.:]\\d{2})?(?:am|pm)(?!\\p{L})|(?<![\\p{L}\\p{N}.,£$€])\\d{1,2}(?:[.:]\\d{2})?(?: ?(?:i|[-–]|tan|hyd) ?\\d{1,2})? o['’]r gloch(?!\\p{L})",
  "(?<=(?<!\\p{L})(?:[CcGg]h?yfeirnod|[Rr]h?if|[CcGg]h?od) )\\d{1,2}(?= digid(?!\\p{L}))",
  // Stations; who lived when; what a form takes.
  "(?<=(?<!\\p{L})(?:Radio|BBC|ITV|Sianel|Channel) )[1-9](?![\\p{L}\\p{N}%]|[.,]\\p{N})(?! (?:o (?!['’]r)|y cant))",
  "(?<=\\()(?:tua |c\\. ?|g\\. ?)?1\\d{3} ?[-–—] ?(?:tua |c\\. ?)?(?:1\\d{3}|20\\d{2})(?=\\))",
  "(?<=(?<!\\p{L})(?:[Ee]r enghraifft|[Mm]egis|[Ff]el|e\\.e\\.),? ['’‘“\"]?)\\d{1,12}(?=[’'”\"]?\\)?\\.?$)",
  "(?<=(?<!\\p{L})(?:[Rr]howch|[Nn]odwch|[Yy]sgrifennwch|[Tt]eipiwch) ['’‘“\"]?)0(?=[’'”\"]?(?:$|[.,;)](?!\\p{N})| (?:os|yn|ar gyfer|pan)(?!\\p{L})))",
  "(?<![\\p{L}\\p{N}.,£$€])\\d{1,2}(?:[.:]\\d{2})? ?(?:(?:am|pm)(?= (?:ar|i|a|tan|hyd|neu|bob|o|yn)(?!\\p{L})|[.,;:)]|$)|y\\.?[bhp]\\.?|yr? (?:bore|prynhawn|hwyr|nos))(?!\\p{L})",
  `(?<=(?<!\\p{L})(?:[Dd]d?ydd \\p{L}+,?|[Aa]r(?: fore| nos)?) )${month} (?:0?[1-9]|[12]\\d|3[01])(?![\\p{L}\\p{N}%]|[.,]\\p{N})`,
  // Parts of a text, and kinds: 4 math o gwci.
  "(?<![\\p{L}\\p{N}.,£$€])[2-9] (?:[mf]ath|fersiwn|[gc]h?am|rheswm|ffordd|adran|rhan|[gc]h?westiwn|[pb]h?wynt|[pb]h?ennod|elfen|egwyddor|thema)(?!\\p{L})(?! o (?:d?d?rosedd|blant|bobl))",
  // From one year to another: Cymru 2014-2020; a number that is called.
  `(?<=(?<!\\p{L})(?:\\p{Lu}\\p{L}+|y cyfnod|cyfnod|blynyddoedd) \\(?)${year} ?(?:[-–]|i|hyd|tan) ?${year}(?=[.,;:)](?!\\p{N})|$)`,
  "(?<=(?<!\\p{L})[Rr]h?if(?:au)? )0\\d{2,4}(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  // Cheques and minutes by their number; services that are always open; amounts that a form shows: fod yn swm, megis £100.
  `(?<=(?<!\\p{L})(?:[Rr]h?ifau?|RH?IF) (?:\\d{2,6}(?:, | ac? | neu | ?[–-] ?))*)\\d{2,6}(?:,(?= \\d))?${nothingCounted}${notCounted}(?= |[).,;:]|$)`,
  "(?<=(?<!\\p{L})(?:[Gg]?[Ww]asanaeth|[Ll]linell(?: gymorth)?|[Rr]h?if(?: \\p{Ll}+)?|[CcGg]h?ymorth|[Gg]ofal) )24 awr(?!\\p{L})",
  `(?<=(?<!\\p{L})(?:fod yn (?:swm|rhif|nifer|ddyddiad)|ceiniogau),? (?:megis|fel|er enghraifft,?) (?:£?\\d[\\d,.]*\\d neu )?)£?\\d[\\d,.]*\\d(?=(?: neu £?\\d[\\d,.]*\\d)?(?:\\.?$|\\. ))`,
  "(?<![\\p{L}\\p{N}.,])24 awr y dydd(?:,? 7 diwrnod yr wythnos)?(?!\\p{L})",
];

/** Digits of Welsh texts that are no statistic, by kind. What could be one is none of them. */
export const namedFigures: (text: string) => readonly NamedFigure[] = createNameFinder([{ kinds }]);
