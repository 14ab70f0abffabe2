import { wordsOf } from "./words.ts";

/**
 * What headings and labels of tables say in other languages, by the English word that is looked for: German, French, Spanish, Portuguese,
 * Italian, Swedish, Norwegian, Danish, Dutch, some of Polish, Czech, Indonesian, Turkish and others. Written without accents. A word that is also an English one stands below `alone`.
 */
const foreignWords: Readonly<Record<string, string>> = {
  total:
    "ogolem razem celkem osszesen ukupno skupaj kokku jumlah toplam סהכ المجموع الاجمالي الإجمالي اجمالي مجموع συνολο всего итого yhteensa kaikki insgesamt gesamt zusammen summe ensemble totale totalt totaal todos todas tous toutes samtliga|bagge konen|begge kjonn|i alt|ambos sexos|ambos os sexos|les deux sexes|bada konen|maschi e femmine|mannen en vrouwen|total geral|total general|manner und frauen",
  region:
    "wilayah bolge wojewodztwo wojewodztwa נפה المنطقة منطقة اقليم الاقليم περιφερεια регион область maakunta maakunnat regio regios regionen regione regioni regiao regioes microrregiao microrregioes mesorregiao mesorregioes region landsdel landsdeel landesteil ccaa raumbezug raumeinheit",
  area: "אזור אזורים יישוב ישוב ενοτητα район alue alueet gebiet gebietsname stadtgebiet stadtgebiete stadtteil stadtteile gebiete ortsteil ortsteile territorio territoire omrade delomrade zona wijk buurt|zone geographique|zones geographiques|zona geografica",
  state: "الولاية ولاية bundesland bundeslander estado estados kanton kantone kantons lan uf",
  district:
    "kabupaten kecamatan powiat powiaty מחוז מחוזות القضاء vaalipiiri aanestysalue kreis kreise landkreis landkreise stadtkreis stadtkreise bezirk bezirke stadtbezirk distrito distritos quartier quartiere fylke",
  municipality:
    "kota gmina gminy obec obce ilce עיר רשות البلدية بلدية المدينة مدينة kunta kunnat gemeinde gemeinden gemeente gemeenten commune communes comune comuni municipio municipios concelho kommun kommuner kommune freguesia localidade localidad woonplaats",
  province:
    "المحافظة محافظة المحافظات الاقليم provincia provincias provincie provinsi departement departements departamento departamentos comunidad|comunidad autonoma",
  country: "negara ulke מדינה ארץ الدولة دولة البلد بلد lander staat staaten landsnamn paese paesi pais paises",
  year: "rok roky lata godina aasta tahun yıl yil שנה שנת السنة سنة العام عام سنوات ετος год vuosi jahr jahre jahres berichtsjahr kalenderjahr erhebungsjahr annee annees ano anos anno anni jaar jaren aar",
  month:
    "bulan miesiac mesic ay חודש الشهر شهر μηνας месяц kuukausi monat monate mois mes mese mesi maand manad maned berichtsmonat",
  quarter: "triwulan kwartal ctvrtleti ceyrek רבעון الربع ربع quartal trimestre kwartaal kvartal",
  week: "שבוע الاسبوع الأسبوع woche kalenderwoche meldewoche semaine semana settimana vecka uke uge",
  date: "תאריך التاريخ تاريخ ημερομηνια дата datum fecha meldedatum stichtag dato tidpunkt",
  day: "dia giorno jour",
  period: "תקופה الفترة فترة zeitraum zeit berichtszeitraum periodo perioden periode tijd",
  age: "umur usia wiek vek varsta вік вік yas 年齢 年龄 年齡 גיל العمر عمر الفئة ηλικια возраст ika ikaryhma altersgruppe altersgruppen altersklasse altersjahr altersjahre edad idade age leeftijd oed oedran alder aldersgruppe alderklass",
  number:
    "liczba pocet banyaknya sayisi מספר عدد العدد αριθμος число количество maara lukumaara anzahl nombre numero antal antall aantal cantidad quantidade effectif effectifs fallzahl personenzahl",
  percent:
    "persen procenta אחוז אחוזים באחוזים النسبة نسبة بالمئة المئوية процент процента проценты процентов процентах prosenttia prozent procent prosent porcentaje percentagem percentual percentuale porcento pourcentage",
  share: "osuus prosenttiosuus anteil anteile quote andel aandeel quota",
  rate: "שיעור معدل المعدل taux tasa taxa tasso raten sterberate inzidenz incidencia incidenza",
  average:
    "srednia prumer prumerna rata ממוצע متوسط المتوسط durchschnitt durchschnittlich durchschnittliche mittelwert mittel moyen moyenne moyens moyennes promedio medio gemiddeld gemiddelde genomsnitt gjennomsnitt gennemsnit",
  change:
    "שינוי التغير تغير veranderung anderung zuwachs variacion variacao variazione forandring verandering evolution",
  index: "מדד مؤشر المؤشر indice preisindex verbraucherpreisindex indeks",
  density: "צפיפות كثافة الكثافة dichte densite densidad densidade densita",
  price: "מחיר سعر السعر الاسعار preis preise prix precio precos preco prezzo pris prijs",
  income:
    "הכנסה دخل الدخل einkommen einnahmen revenu revenus ingresos renta receita receitas reddito inkomst inkomster inkomen inntekt",
  spending: "ausgaben aufwand depense depenses gasto gastos despesa despesas spesa spese utgifter uitgaven",
  cost: "kosten cout couts coste costes custo costo costi kostnad kostnader",
  amount: "betrag montant importe valor|monto importo belopp bedrag",
  population:
    "ludnosc obyvatelstvo nepesseg penduduk nufus אוכלוסייה אוכלוסיה תושבים السكان سكان πληθυσμος население vaesto asukkaat asukasluku bevolkerung einwohner einwohnerzahl einwohnerinnen wohnbevolkerung bevolkerungsstand poblacion populacao popolazione residenti befolkning folkmangd invanare bevolking inwoners innbyggere habitants habitantes abitanti",
  people: "orang osoby personen personnes personas pessoas persone personer menschen",
  deaths:
    "zgony zemreli kematian פטירות מתים الوفيات وفيات θανατοι смерти умерло todesfalle gestorbene verstorbene deces defunciones fallecidos muertes obitos mortes decessi deceduti morti dodsfall doda overledenen sterfgevallen dode sterbefalle",
  births:
    "urodzenia narozeni kelahiran לידות הולדות الولادات ولادات المواليد مواليد geburten lebendgeborene naissances nacimientos nascimentos nascite nati fodda geboorten",
  cases: "מקרים الحالات حالات κρουσματα κρουσματων случаи falle casos casi gevallen",
  households:
    "משקי  الاسر الأسر haushalte menages hogares agregados familiares famiglie hushall huishoudens privathaushalte",
  pupils:
    "תלמידים الطلاب طلاب الطلبة schuler schulerinnen eleves alumnos alunos alunni elever leerlingen studierende etudiants estudiantes",
  dwellings: "wohnungen logements viviendas alojamentos abitazioni bostader woningen",
  vehicles: "fahrzeuge pkw vehicules vehiculos veiculos veicoli fordon voertuigen",
  men: "laki mezczyzni muzi ferfi erkek גברים זכרים ذكور الذكور رجال miehet manner mannlich hommes hombres homens uomini maschi mannen man|masculino",
  women:
    "perempuan kobiety zeny kadın kadin נשים נקבות اناث إناث الاناث الإناث نساء naiset frauen weiblich femmes mujeres mulheres donne femmine vrouwen kvinnor kvinner|femenino|feminino",
  votes: "voti votos voix stimmen stemmen roster aanet stimmzahl",
  unit: "einheit masseinheit mengeneinheit unite unidad unidade unita enhet eenheid maleenhed jednostka jednotka yksikko birim mjerna|jednostka miary|merna jednotka|mjerna jedinica|единица измерения|одиниця виміру|μοναδα μετρησης",
  value: "wert werte valeur valor valore varde waarde verdi",
  code: "schlussel gemeindeschlussel kennziffer gkz gemeindekennzahl codigo codice kod ags",
};

/** Words that are also English ones, where a heading says nothing else. */
const alone: Readonly<Record<string, string>> = {
  land: "country",
  pays: "country",
  ort: "place",
  stadt: "city",
  alter: "age",
  tag: "day",
  an: "year",
  ar: "year",
  data: "date",
  part: "share",
  reg: "region",
  eta: "age",
};

/** Korean words, of which letters are put together as those of all words are taken apart here. */
const korean = (
  words: readonly (readonly [source: string, english: string])[],
): readonly (readonly [RegExp, string])[] =>
  words.map(([source, english]) => [new RegExp(`^c?${source}$`.normalize("NFD"), "u"), english]);

/** Compounds of German, Swedish, Danish, Norwegian and Dutch, by how they end or begin. */
const compounds: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\p{L}{3})(?:quote|anteil|quoten|andel|prozent)$/u, "share"],
  [/\p{L}{3}(?:inzidenz|sterblichkeit)$/u, "rate"],
  [/\p{L}{3}(?:zahl|zahlen)$/u, "number"],
  [/\p{L}{3}(?:dichte)$/u, "density"],
  [/\p{L}{3}(?:index)$/u, "index"],
  [/\p{L}{3}(?:kosten|ausgaben|umsatz|einnahmen)$/u, "cost"],
  [/\p{L}{3}(?:preis|preise)$/u, "price"],
  [/\p{L}{3}(?:falle|geburten|personen|haushalte|schuler|bevolkerung)$/u, "number"],
  [/^(?:durchschnitts|mittel)\p{L}{3}/u, "average"],
  [/\p{L}{3}schlussel$/u, "code"],
  // Japanese and Chinese have no spaces between words, and `コード` no mark here.
  [/(?:コート|代码|番号)$/u, "code"],
  [/^(?:合計|総計|総数|計|全体|全国計|合计|总计)$/u, "total"],
  [/(?:件数|者数|人数|世帯数|日数|[数數])$/u, "number"],
  [/(?:年月日|月日|日付|年月|日期|^日$)$/u, "date"],
  [/^(?:年|年度|西暦|年份)$/u, "year"],
  [/(?:都道府県|都道府県名|省份)$/u, "state"],
  [/(?:市区町村|市町村|市区町村名|地域|地区)$/u, "municipality"],
  [/(?:割合|率|比率)$/u, "rate"],
  [/^(?:備考|注釈|备注)$/u, "note"],
  [/^男[性子]?$/u, "men"],
  [/^女[性子]?$/u, "women"],
  [/^(?:平均|中位)\p{L}*$/u, "average"],
  ...korean([
    ["(?:행정구역|시군구|자치구|읍면동)(?:별)?", "municipality"],
    ["(?:시도|지역)(?:별)?", "region"],
    ["연령(?:별)?", "age"],
    ["(?:(?:평균|중위)연령|연령중위수)", "average"],
    ["(?:합계|총계|계|전체)", "total"],
    ["(?:연도|년도|년)", "year"],
    ["남[자성]?", "men"],
    ["여[자성]?", "women"],
  ]),
];

const phrases = new Map<string, string>();
const single = new Map<string, string>();
for (const [english, own] of Object.entries(foreignWords)) {
  const [words = "", ...further] = own.split("|");
  for (const word of words.split(" ")) single.set(word, english);
  for (const phrase of further) (phrase.includes(" ") ? phrases : single).set(phrase, english);
}

/** In small letters, without accents. */
const plain = (text: string): string =>
  text
    .replaceAll(/ß/gu, "ss")
    .replaceAll(/[øØ]/gu, "o")
    .replaceAll(/[æÆ]/gu, "ae")
    .replaceAll(/[łŁ]/gu, "l")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase();

const knownWord = (word: string): string | undefined =>
  single.get(word) ?? compounds.find(([look]) => look.test(word))?.[1];

/** Of a word in small letters without accents; `Bevoelkerung` is written for `Bevölkerung` where a file has no accents. */
const englishOf = (word: string): string | undefined =>
  knownWord(word) ??
  (/[aou]e/u.test(word) ? knownWord(word.replaceAll(/(?<letter>[aou])e/gu, "$<letter>")) : undefined);

/**
 * A heading or label as words, those of other languages that are known as the English one: `Anteil_in_Prozent` is `share in percent`.
 * What it is made of is matched by patterns; it is shown to nobody.
 */
export function meaningOf(name: string): string {
  // `総　数`: letters that are set apart to fill a line.
  const words = wordsOf(name).replaceAll(/(?<=\p{Script=Han})\s(?=\p{Script=Han})/gu, "");
  const whole = plain(words).trim();
  const known = phrases.get(whole) ?? (Object.hasOwn(alone, whole) ? alone[whole] : undefined);
  if (known !== undefined) return known;
  return words
    .replaceAll(/\p{L}+/gu, (word) => englishOf(plain(word)) ?? word)
    .replaceAll(
      /(?<!\p{L})(?:je|pro|par|pour|por|auf|pr|ogni)\.?\s+(?=\d|(?:q?km|ha)(?:[²2]|\b)|(?:kopf|einwohner|habitant|inwoner|inv[åa]nare|inn?byg?ger|indbygger|abitante))/giu,
      "per ",
    )
    .replaceAll(/(?<=\d)\.(?=000(?!\d))/gu, "")
    .replaceAll("‰", " per 1000");
}

/** Whether a text has words of another language: English plurals and small letters are not for them. */
export const isForeign = (text: string): boolean =>
  /[^\p{ASCII}\p{P}\p{S}\p{N}\p{Z}]/u.test(text) || meaningOf(text).toLowerCase() !== wordsOf(text).toLowerCase();
