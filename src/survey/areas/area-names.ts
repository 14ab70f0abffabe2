/**
 * Names and codes by which areas are known without a heading: countries, in the languages whose tables are read (by the data of the
 * runtime), and what larger countries are divided into. Matched whole, in small letters, without accents.
 */

const languages = [
  "en",
  "de",
  "fr",
  "es",
  "pt",
  "it",
  "nl",
  "sv",
  "nb",
  "da",
  "fi",
  "pl",
  "cs",
  "sk",
  "hu",
  "ro",
  "tr",
  "id",
  "cy",
] as const;

/** What the names of the runtime lack: other names, and wholes. */
const otherCountries =
  "us|u.s.|u.s.a.|usa|united states of america|russian federation|korea, rep.|korea, dem. people's rep.|korea, republic of|republic of korea|south korea|north korea|viet nam|iran, islamic rep.|iran (islamic republic of)|egypt, arab rep.|venezuela, rb|yemen, rep.|congo, dem. rep.|congo, rep.|democratic republic of congo|congo|czech republic|slovak republic|kyrgyz republic|lao pdr|turkey|macedonia|cape verde|swaziland|ivory coast|cote d'ivoire|bahamas, the|gambia, the|micronesia, fed. sts.|st. lucia|st. vincent and the grenadines|st. kitts and nevis|hong kong|macao|macau|taiwan|palestine|syrian arab republic|brunei darussalam|united republic of tanzania|republic of moldova|timor-leste|micronesia|great britain|uk|south sudan|burma|holland|the netherlands|ussr|yugoslavia|czechoslovakia|west bank and gaza|channel islands|england|wales|scotland|northern ireland|bundesrepublik|bundesgebiet|bundesweit|riket|hela landet|hela riket|hele landet|koko maa|manner-suomi|france entiere|france metropolitaine|전국|全国|全國|total nacional|total pais|nacional|nederland totaal";

const divisions: readonly string[] = [
  // Germany, Austria
  "baden-wurttemberg|bayern|berlin|brandenburg|bremen|hamburg|hessen|mecklenburg-vorpommern|niedersachsen|nordrhein-westfalen|rheinland-pfalz|saarland|sachsen|sachsen-anhalt|schleswig-holstein|thuringen|bavaria|hesse|lower saxony|north rhine-westphalia|rhineland-palatinate|saxony|saxony-anhalt|thuringia|burgenland|karnten|niederosterreich|oberosterreich|salzburg|steiermark|tirol|vorarlberg|wien",
  // Switzerland
  "zurich|bern|luzern|uri|schwyz|obwalden|nidwalden|glarus|zug|freiburg|fribourg|solothurn|basel-stadt|basel-landschaft|schaffhausen|appenzell ausserrhoden|appenzell innerrhoden|appenzell a.rh.|appenzell i.rh.|st. gallen|sankt gallen|graubunden|aargau|thurgau|tessin|ticino|waadt|vaud|wallis|valais|neuenburg|neuchatel|genf|geneve|jura",
  // France
  "auvergne-rhone-alpes|bourgogne-franche-comte|bretagne|centre-val de loire|corse|grand est|hauts-de-france|ile-de-france|normandie|nouvelle-aquitaine|occitanie|pays de la loire|provence-alpes-cote d'azur|guadeloupe|martinique|guyane|la reunion|mayotte",
  // Italy, Spain, Portugal
  "abruzzo|basilicata|calabria|campania|emilia-romagna|friuli venezia giulia|friuli-venezia giulia|lazio|liguria|lombardia|marche|molise|piemonte|puglia|sardegna|sicilia|toscana|trentino-alto adige|trentino-alto adige/sudtirol|umbria|valle d'aosta|veneto|andalucia|aragon|asturias|baleares|illes balears|canarias|cantabria|castilla y leon|castilla-la mancha|cataluna|catalunya|comunitat valenciana|comunidad valenciana|extremadura|galicia|madrid|murcia|navarra|pais vasco|la rioja|ceuta|melilla|norte|alentejo|algarve|area metropolitana de lisboa",
  "albacete|alicante|alicante/alacant|almeria|araba/alava|alava|avila|badajoz|barcelona|bizkaia|vizcaya|burgos|caceres|cadiz|castellon|castellon/castello|ciudad real|cordoba|coruna, a|a coruna|cuenca|gipuzkoa|guipuzcoa|girona|granada|guadalajara|huelva|huesca|jaen|leon|lleida|lugo|malaga|ourense|palencia|palmas, las|las palmas|pontevedra|rioja, la|salamanca|santa cruz de tenerife|segovia|sevilla|soria|tarragona|teruel|toledo|valencia|valencia/valencia|valladolid|zamora|zaragoza|balears, illes",
  // The north
  "stockholms lan|uppsala lan|skane lan|vastra gotalands lan|oslo|viken|innlandet|vestfold og telemark|agder|rogaland|vestland|more og romsdal|trondelag|nordland|troms og finnmark|hovedstaden|sjaelland|syddanmark|midtjylland|nordjylland|uusimaa|varsinais-suomi|satakunta|kanta-hame|pirkanmaa|paijat-hame|kymenlaakso|etela-karjala|etela-savo|pohjois-savo|pohjois-karjala|keski-suomi|etela-pohjanmaa|pohjanmaa|keski-pohjanmaa|pohjois-pohjanmaa|kainuu|lappi|ahvenanmaa",
  // Canada, Australia, New Zealand, the United States
  "ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland and labrador|prince edward island|northwest territories|yukon|nunavut|new south wales|victoria|queensland|western australia|south australia|tasmania|northern territory|australian capital territory|northland|auckland|waikato|bay of plenty|gisborne|hawke's bay|taranaki|manawatu-whanganui|wellington|tasman|nelson|marlborough|west coast|canterbury|otago|southland",
  "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|district of columbia|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|puerto rico",
  // The regions and authorities of the United Kingdom
  "north east|north west|yorkshire and the humber|yorkshire and humber|east midlands|west midlands|east of england|east|london|south east|south west|inner london|outer london|north of england|south of england",
  "aberdeen city|aberdeenshire|angus|argyll and bute|city of edinburgh|clackmannanshire|dumfries and galloway|dundee city|east ayrshire|east dunbartonshire|east lothian|east renfrewshire|edinburgh, city of|falkirk|fife|glasgow city|highland|inverclyde|midlothian|moray|na h-eileanan siar|north ayrshire|north lanarkshire|orkney islands|perth and kinross|renfrewshire|scottish borders|shetland islands|south ayrshire|south lanarkshire|stirling|west dunbartonshire|west lothian|ayrshire and arran|borders|forth valley|grampian|greater glasgow and clyde|lanarkshire|lothian|orkney|shetland|tayside|western isles",
  "isle of anglesey|gwynedd|conwy|denbighshire|flintshire|wrexham|powys|ceredigion|pembrokeshire|carmarthenshire|swansea|neath port talbot|bridgend|vale of glamorgan|cardiff|rhondda cynon taf|rhondda cynon taff|merthyr tydfil|caerphilly|blaenau gwent|torfaen|monmouthshire|newport|dyfed-powys|gwent|north wales|south wales",
  "antrim and newtownabbey|ards and north down|armagh city, banbridge and craigavon|belfast|causeway coast and glens|derry city and strabane|fermanagh and omagh|lisburn and castlereagh|mid and east antrim|mid ulster|newry, mourne and down",
  "barking and dagenham|barnet|bexley|brent|bromley|camden|city of london|croydon|ealing|enfield|greenwich|hackney|hammersmith and fulham|haringey|harrow|havering|hillingdon|hounslow|islington|kensington and chelsea|kingston upon thames|lambeth|lewisham|merton|newham|redbridge|richmond upon thames|southwark|sutton|tower hamlets|waltham forest|wandsworth|westminster",
  "bolton|bury|manchester|oldham|rochdale|salford|stockport|tameside|trafford|wigan|knowsley|liverpool|sefton|st. helens|st helens|wirral|barnsley|doncaster|rotherham|sheffield|gateshead|newcastle upon tyne|north tyneside|south tyneside|sunderland|birmingham|coventry|dudley|sandwell|solihull|walsall|wolverhampton|bradford|calderdale|kirklees|leeds|wakefield",
  "bath and north east somerset|bedford|blackburn with darwen|blackpool|bournemouth, christchurch and poole|bournemouth|poole|bracknell forest|brighton and hove|bristol|bristol, city of|buckinghamshire|central bedfordshire|cheshire east|cheshire west and chester|cornwall|county durham|durham|darlington|derby|dorset|east riding of yorkshire|halton|hartlepool|herefordshire|herefordshire, county of|isle of wight|isles of scilly|kingston upon hull|kingston upon hull, city of|leicester|luton|medway|middlesbrough|milton keynes|north east lincolnshire|north lincolnshire|north northamptonshire|north somerset|northumberland|nottingham|peterborough|plymouth|portsmouth|reading|redcar and cleveland|rutland|shropshire|slough|south gloucestershire|southampton|southend-on-sea|stockton-on-tees|stoke-on-trent|swindon|telford and wrekin|thurrock|torbay|warrington|west berkshire|west northamptonshire|wiltshire|windsor and maidenhead|wokingham|york|cumberland|westmorland and furness|somerset|north yorkshire",
  "cambridgeshire|cumbria|derbyshire|devon|east sussex|essex|gloucestershire|hampshire|hertfordshire|kent|lancashire|leicestershire|lincolnshire|norfolk|northamptonshire|nottinghamshire|oxfordshire|staffordshire|suffolk|surrey|warwickshire|west sussex|worcestershire|avon and somerset|bedfordshire|cheshire|cleveland|greater manchester|humberside|merseyside|metropolitan police|northumbria|south yorkshire|sussex|thames valley|west mercia|west yorkshire|devon and cornwall",
  "carlow|cavan|clare|cork|donegal|dublin|galway|kerry|kildare|kilkenny|laois|leitrim|limerick|longford|louth|mayo|meath|monaghan|offaly|roscommon|sligo|tipperary|waterford|westmeath|wexford|wicklow",
  // Poland, the Netherlands
  "dolnoslaskie|kujawsko-pomorskie|lubelskie|lubuskie|lodzkie|malopolskie|mazowieckie|opolskie|podkarpackie|podlaskie|pomorskie|slaskie|swietokrzyskie|warminsko-mazurskie|wielkopolskie|zachodniopomorskie",
  "groningen|friesland|fryslan|drenthe|overijssel|gelderland|utrecht|noord-holland|zuid-holland|zeeland|noord-brabant|flevoland",
  // Brazil, Mexico, Argentina, India, Malaysia
  "acre|alagoas|amapa|amazonas|bahia|ceara|distrito federal|espirito santo|goias|maranhao|mato grosso|mato grosso do sul|minas gerais|para|paraiba|parana|pernambuco|piaui|rio de janeiro|rio grande do norte|rio grande do sul|rondonia|roraima|santa catarina|sao paulo|sergipe|tocantins|buenos aires|ciudad autonoma de buenos aires|catamarca|chaco|chubut|cordoba|corrientes|entre rios|formosa|jujuy|la pampa|mendoza|misiones|neuquen|rio negro|salta|san juan|san luis|santa cruz|santa fe|santiago del estero|tierra del fuego|tucuman",
  "andhra pradesh|arunachal pradesh|assam|bihar|chhattisgarh|goa|gujarat|haryana|himachal pradesh|jharkhand|karnataka|kerala|madhya pradesh|maharashtra|manipur|meghalaya|mizoram|nagaland|odisha|punjab|rajasthan|sikkim|tamil nadu|telangana|tripura|uttar pradesh|uttarakhand|west bengal|delhi|jammu and kashmir|puducherry|johor|kedah|kelantan|melaka|negeri sembilan|pahang|perak|perlis|pulau pinang|sabah|sarawak|selangor|terengganu|w.p. kuala lumpur|w.p. labuan|w.p. putrajaya",
];

/** In small letters, without accents, `&` as `and`. */
const plain = (text: string): string =>
  text
    .trim()
    .replaceAll(/ß/gu, "ss")
    .replaceAll(/[øØ]/gu, "o")
    .replaceAll(/[æÆ]/gu, "ae")
    .replaceAll(/[łŁ]/gu, "l")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(" & ", " and ")
    .replaceAll("’", "'");

interface KnownAreas {
  readonly countries: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly divisions: ReadonlySet<string>;
}

let known: KnownAreas | undefined;

/** Made once, for the first file that has names. */
function knownAreas(): KnownAreas {
  known ??= {
    countries: new Set([...languages.flatMap((own) => namesIn(own, countryCodes())), ...otherCountries.split("|")]),
    groups: new Set(languages.flatMap((own) => namesIn(own, [...codesOfGroups, ...codesOfParts]))),
    divisions: new Set(divisions.flatMap((names) => names.split("|"))),
  };
  return known;
}

function namesIn(language: string, codes: readonly string[]): readonly string[] {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  return codes.flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [plain(name)];
  });
}

const countryCodes = (): readonly string[] => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  return all.filter((code) => !codesOfGroups.includes(code) && !codesOfNone.includes(code));
};

/** What the runtime names beside countries: the European Union, the euro area and the United Nations; what lies nowhere. */
const [codesOfGroups, codesOfNone] = [
  ["EU", "EZ", "UN"],
  ["QO", "XA", "XB", "ZZ"],
];

/** What the United Nations divide the world into, by their codes: Africa, the Americas, Southern Asia, … */
const codesOfParts =
  "002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 202 419".split(
    " ",
  );

/** Whether a text is the name of a group of countries or a part of the world, in one of the languages whose tables are read: `Europäische Union`, `Zone euro (20 pays)`. */
export const isNameOfGroup = (text: string): boolean => knownAreas().groups.has(plain(text).replace(sizeOfGroup, ""));
/** How many countries a group has, and since when, behind its name: ` - 27 pays (à partir de 2020)`. */
const sizeOfGroup = /(?: [-–])?[ (]+\d{2}(?: \p{L}+)?\)?(?: \([^()]*\))?$/u;

/** Whether a text is the name of a country, or what a table calls all of one: `Bundesgebiet`, `Total nacional`. */
export const isNameOfCountry = (text: string): boolean => knownAreas().countries.has(plain(text));

/** Whether a text is the name of a state, province, region or authority of a country. */
export const isNameOfDivision = (text: string): boolean => knownAreas().divisions.has(plain(text));

const codesOfThree =
  "abw afg ago aia ala alb and are arg arm asm ata atf atg aus aut aze bdi bel ben bes bfa bgd bgr bhr bhs bih blm blr blz bmu bol bra brb brn btn bvt bwa caf can cck che chl chn civ cmr cod cog cok col com cpv cri cub cuw cxr cym cyp cze deu dji dma dnk dom dza ecu egy eri esh esp est eth fin fji flk fra fro fsm gab gbr geo ggy gha gib gin glp gmb gnb gnq grc grd grl gtm guf gum guy hkg hmd hnd hrv hti hun idn imn ind iot irl irn irq isl isr ita jam jey jor jpn kaz ken kgz khm kir kna kor kwt lao lbn lbr lby lca lie lka lso ltu lux lva mac maf mar mco mda mdg mdv mex mhl mkd mli mlt mmr mne mng mnp moz mrt msr mtq mus mwi mys myt nam ncl ner nfk nga nic niu nld nor npl nru nzl omn pak pan pcn per phl plw png pol pri prk prt pry pse pyf qat reu rou rus rwa sau sdn sen sgp sgs shn sjm slb sle slv smr som spm srb ssd stp sur svk svn swe swz sxm syc syr tca tcd tgo tha tjk tkl tkm tls ton tto tun tur tuv twn tza uga ukr umi ury usa uzb vat vct ven vgb vir vnm vut wlf wsm yem zaf zmb zwe".split(
    " ",
  );
const codesOfStates =
  "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR".split(
    " ",
  );
const codesOfCantons = "ZH BE LU UR SZ OW NW GL ZG FR SO BS BL SH AR AI SG GR AG TG TI VD VS NE GE JU".split(" ");

/** So many different codes are no chance; so many of all have to be of one list, where a few are of the whole, or of groups. */
const [fewestCodes, mostlyOfList] = [5, 0.85];

/** What labels are the codes of: countries, or what one is divided into (the United States, Switzerland). Undefined where they are none. */
export function codesOf(all: readonly string[]): "countries" | "divisions" | undefined {
  // Beside the codes of countries stand those of several together: `EU15`, `EA12`.
  const texts = all.filter((text) => !ofSeveral.test(text));
  const isIn = (codes: readonly string[]) => {
    const all = new Set(codes);
    return texts.filter((text) => all.has(text)).length >= Math.max(fewestCodes, texts.length * mostlyOfList);
  };
  if (texts.length < fewestCodes || texts.some((text) => text.length > longestAreaCode)) return undefined;
  if (isIn(codesOfStates) || isIn(codesOfCantons)) return "divisions";
  return areOfTwoLetters(texts) || isIn(codesOfThree) || isIn(codesOfThree.map((code) => code.toUpperCase()))
    ? "countries"
    : undefined;
}

/** Whether most of a list of texts are codes of countries of two letters: `IT`, and `NA`, which is Namibia beside them. */
export function areOfTwoLetters(texts: readonly string[]): boolean {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const known = texts.filter((text) => twoLetters.test(text) && names.of(text) !== undefined);
  return known.length >= Math.max(fewestCodes * 2, texts.length * mostlyOfList);
}
const twoLetters = /^[A-Z]{2}$/u;

/** The codes of another form than those of countries, among a list of mostly these: `EUR`, `EU27_FOR` or `999` beside `IT`; `EU27_2020` beside `ITA`. */
export function codesOfOtherForm(texts: readonly string[]): readonly string[] {
  if (codesOf(texts) !== "countries") return [];
  const form = areOfTwoLetters(texts) ? twoLetters : /^[A-Z]{3}$/iu;
  return texts.filter((text) => !form.test(text) || codesOfGroups.includes(text));
}

const ofSeveral = /^(?:EU|EA|EEA|EFTA|EMU|OECD|G)_?\d*(?:_\d{4})?$/u;

/** Beside codes stand `World`, `OECD`, `EU27_2020`. */
const longestAreaCode = 12;
