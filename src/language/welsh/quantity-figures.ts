import { createPatternFinder, type FindNames } from "../audit/find-names.ts";

const number = "\\d+(?:[.,:/]\\d+)*";
const numbers = `${number}(?:(?: (?:i|a|ac|neu) |, | ?[-–—] ?|\\/)£?${number}){0,3}`;
const alone = "(?<![\\p{L}\\p{N}#_/\\\\]|\\p{N}[.,:]|[\\p{L}\\p{N}]-)";
const end = "(?![\\p{L}\\p{N}_]|[.,:/]\\p{N})";
/** What stands behind a number and is not counted by it. */
const linking =
  "(?:ac|neu|ond|yn|yng|ym|ar|at|gan|gyda|dan|dros|drwy|trwy|heb|hyd|nes|nid|nad|na|os|pan|mae|roedd|oedd|oes|sydd|sy|yw|wedi|am|er|erbyn|ers|cyn|rhwng|yr|eu|ei|ein|eich|uchod|isod|canlynol|hwn|hon|hyn|newydd|diwethaf|nesaf|blaenorol|hefyd|felly|oed|mlwydd|blwydd|bydd|ymlaen|ohono|pm|am|af|il|ydd|ed|fed|eg|ain)";
/** Names of parts: the number behind one is its own, whatever follows. */
const part =
  "(?:[Aa]dran(?:nau)?|[Rr]h?an|[Pp]h?aragraff(?:au)?|[Ee]rthygl(?:au)?|[Aa]todlen|[Pp]h?ennod|[Tt]udalen(?:nau)?|[Dd]udalen|[Tt]h?abl|[Ff]figur|[Ss]iart|[Cc]yfnod|[Bb]lwyddyn|[Ff]lwyddyn|[Ll]efel|[Cc]am|[Gg]am|[Gg]r[wŵ]p|[Mm]ath|[Cc]westiwn|[Ff]ersiwn|[Rr]hif|[Ll]linell|[Rr]heol|[Ff]furflen|[Ff]flat|[Cc]ategori|[Bb]and|[Dd]osbarth|[Cc]eisydd|[Dd]eddf)";
const notOfAPart = `(?<!(?<!\\p{L})${part} (?:\\d+(?: a | ac | neu | i |[-–]))?)`;
/** A year as it is written. */
const noYear = "(?!(?:19|20)\\d\\d(?![\\d,.]))";
const amount =
  "(?:[Mm]wy na|[Ff]wy na|[Ll]lai na|[Ll]ai na|[Uu]wch na|[Ii]s na|[Hh]yd at|[Tt]ua|[Oo] leiaf|[Bb]ron(?: i)?|[Rr]hyw|[Oo] gwmpas|[Cc]ymaint â|[Cc]yn lleied â|[Dd]im ond|[Uu]nion|[Cc]yfanswm o|[Pp]ob|[Bb]ob|[Yy]chydig (?:dros|o dan)|[Ww]eddill|[Oo] blith y)";
const sums =
  "(?:[Nn]ifer|[CcGg]h?yfanswm|[Gg]?yfanswm|[CcGg]?yfartaledd|[CcGg]h?anolrif|[CcGg]?yfradd|[Pp]h?oblogaeth|[Bb]oblogaeth|[Uu]chafswm|[Ii]safswm|[CcGg]ymhareb|[Ss]g[oô]r|[Mm]ynegai|[Aa]elodaeth|[Ff]figur(?:au)? (?:ar gyfer|yn|oedd))";
const moves =
  "(?:[CcGg]h?ynydd\\p{L}*|[Gg]?ostyng\\p{L}*|[CcGg]od\\p{L}*|[Dd]isgyn\\p{L}*|[Ll]leih\\p{L}*|[Cc]wymp\\p{L}*|[Ss]yrth\\p{L}*|[Tt]yf\\p{L}*|[Nn]ewid\\p{L}*|[Aa]mryw\\p{L}*|[Rr]hwng)";
const does =
  "(?:[CcGg]ofnod(?:wyd|odd)|[CcGg]af(?:wyd|odd)|[Hh]elp(?:wyd|odd)|[Gg]welwyd|[Dd]erbyni(?:wyd|odd)|[Aa]restiwyd|[Ll]laddwyd|[Aa]nafwyd|[Cc]efnog(?:wyd|odd)|[Aa]teb(?:wyd|odd)|[Ii]enillodd|[Gg]wari(?:wyd|odd)|[Mm]ae gan \\p{Lu}\\p{L}+|roedd gan \\p{Lu}\\p{L}+|[Ff]armwyd|[Bb]u farw|[Aa]rolygwyd)";
const decimal = "\\d+\\.\\d+";

const kinds = [
  `(?<![\\p{L}\\p{N}#_/]|\\p{N}[.,:])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\p{N})`,
  "[£$€¤] ?\\d+(?:[.,]\\d+)*",
  `${numbers}(?:\\s?[%‰]| y cant| pwynt canran| o bwyntiau canran)`,
  `${alone}${number}(?= (?:o['’]r|o|i|a|ac|neu|fesul)(?: y| yr)? \\uFFFC)`,
  `${alone}${numbers}(?:c|p|k|m|kg|g|km|cm|mm|mg|ml|°C?|mya|mph)(?![\\p{L}\\p{N}-])`,
  // 12 o droseddau, 3 o'r 12, 1 o bob 5, 12 trosedd.
  `${alone}${notOfAPart}${noYear}${numbers} o (?:(?!Ddeddf|Atodlen|Reol|Fesur|Orchymyn)\\p{L}{2,}|\\d)`,
  `${alone}${notOfAPart}${number} (?:o['’](?:r|u|n|ch|i)|ohon\\p{L}+|allan o)(?: ${number})?(?! (?:Ddeddf|Atodlen|Rheol|Mesur|Gorchymyn|[Cc]anllaw|[Ff]furflen))`,
  `${alone}${notOfAPart}${number} o bob ${number}|${alone}\\d+ mewn \\d+`,
  `${alone}${notOfAPart}${noYear}${numbers} (?!${linking}(?!\\p{L}))\\p{Ll}{3,}`,
  `(?<=(?<!\\p{L})(?:${does}|${amount}) )\\d+ (?!${linking}(?!\\p{L}))\\p{Ll}{3,}`,
  `${alone}${number}(?= \\(\\d+(?:\\.\\d+)?(?:%| y cant))`,
  `(?<=(?:%|y cant) o['’]r )${number}`,
  `${alone}${notOfAPart}${number} (?:neu |yn )?(?:fwy|lai|ragor|uwch|is)(?!\\p{L})|${alone}${number}\\+(?=[ )]|$)`,
  `(?<=(?<!\\p{L})${amount} (?:y |yr )?£?)${number}${end}`,
  `(?<=(?<!\\p{L})[Dd]ros )\\d{3,}${end}(?<!(?:19|20)\\d\\d)`,
  `(?<=(?<!\\p{L})${sums}(?!\\p{L})[^.;!?]{0,50}?[ (~:][-−]?|[<>≤≥=~] ?)${notOfAPart}${noYear}${number}${end}`,
  `(?<=(?<!\\p{L})(?:yn|i|o) ${sums} (?:o )?)${number}${end}`,
  `(?<=(?<!\\p{L})${moves}(?!\\p{L})[^.;!?]{0,40}? (?:o|i|gan|at|rhwng|a|ac) (?:tua |bron |dros |ychydig \\p{L}+ )?)${number}${end}`,
  `(?<=(?<!\\p{L})${moves} )${noYear}${number}${end}`,
  `(?<=(?<!\\p{L})${does} (?:tua |bron |dros |rhyw |dim ond )?)${noYear}${number}${end}`,
  `(?<=(?<!\\p{L})(?:[Rr]oedd|[Oo]edd|[Mm]ae|[Bb]ydd|[Bb]u)(?!\\p{L})[^.;!?]{0,60} yn )${noYear}${number}(?=[.,;)](?!\\p{N})|$| (?:yn|ym|yng|fesul|ac|a|ond)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:[Yy]n|[Yy]m|[Yy]ng|[Aa]r gyfer) \\p{Lu}\\p{L}+(?: \\p{L}+)?,? )${noYear}\\d+(?=[.,;]|$)`,
  `${alone}(?<=\\p{Ll} |^|[(=~±] ?|\\p{Ll}: )(?<!(?:fersiwn|[Aa]dran|[Pp]h?wynt|[Tt]abl|lefel|[Rr]heol|[Pp]aragraff|baragraff) )${decimal}${end}(?!\\.?$(?<=^${decimal}\\.?))(?! \\p{Lu})`,
  `(?<=(?:^|[.;!?] ?)\\p{Lu}[\\p{L} ]{2,40}: )${noYear}${number}(?=[.,;)]?$|[.,;] )`,
  `(?<=(?:^|[,;:] |, a )\\p{Lu}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*)*,? )\\d+(?=[,;] (?:a )?\\p{Lu}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*)*,? \\d)`,
  `(?<=\\p{Lu}[\\p{L}’'-]*,? \\d+[,;] (?:a )?\\p{Lu}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*)*,? )\\d+(?=[.,;)]|$)`,
  `^\\s*[-+−]?${number}\\s*$`,
];

/** Digits of Welsh texts that words or signs around them say to be a quantity: counted, measured, compared, a share. */
export const quantityFigures: FindNames = createPatternFinder([{ kinds }]);
