/** What the tables of `published-tables.property.test.ts` are made of. */

/** What is counted, and what its rate is of. */
export const subjects = [
  {
    title: "Violent offences recorded by the police",
    one: /^(?:\p{L}+ )?offence\b/u,
    heading: "Offences",
    rate: { heading: "Offences per 1,000 population", per: 1000 },
    among: "of which with injury",
  },
  {
    title: "Households assessed as homeless",
    one: /^(?:\p{L}+ )?household\b/u,
    heading: "Households",
    rate: { heading: "Rate per 1,000 households", per: 1000 },
    among: "of which families with children",
  },
  {
    title: "Pupils with a fixed-term exclusion",
    one: /^(?:\p{L}+ )?pupil\b/u,
    heading: "Number of pupils",
    rate: { heading: "Percentage of pupils", per: undefined },
    among: "of which for violence",
  },
  {
    title: "Deaths registered",
    one: /^(?:\p{L}+ )?death\b/u,
    heading: "Deaths",
    rate: { heading: "Rate per 100,000", per: 100_000 },
    among: "of which in hospital",
  },
  {
    title: "Children looked after by councils",
    one: /^(?:\p{L}+ )?child\b/u,
    heading: "Number of children",
    rate: { heading: "Children looked after per 10,000 children", per: 10_000 },
    among: "of which in foster care",
  },
  {
    title: "Data on patients waiting for treatment",
    one: /^(?:\p{L}+ )?patient\b/u,
    heading: "Patients",
    rate: { heading: "Rate per 1,000 population", per: 1000 },
    among: "of which waiting over 18 weeks",
  },
  {
    title: "Road casualties",
    one: /^(?:\p{L}+ )?casualty\b/u,
    heading: "Casualties",
    rate: { heading: "% killed or seriously injured", per: undefined },
    among: "of which killed",
  },
] as const;

export interface PlaceList {
  readonly heading: string;
  readonly codeHeading: string;
  readonly regionHeading?: string;
  readonly whole: readonly string[];
  readonly wholeCode: string;
  readonly names: readonly (readonly [code: string, name: string, region: string])[];
}

export const placeLists: readonly PlaceList[] = [
  {
    heading: "Local authority",
    codeHeading: "ONS code",
    regionHeading: "Region",
    whole: ["England", "Total", "England total"],
    wholeCode: "E92000001",
    names: [
      ["E06000001", "Hartlepool", "North East"],
      ["E06000047", "County Durham", "North East"],
      ["E08000021", "Newcastle upon Tyne", "North East"],
      ["E08000003", "Manchester", "North West"],
      ["E08000012", "Liverpool", "North West"],
      ["E06000008", "Blackburn with Darwen", "North West"],
      ["E07000117", "Burnley", "North West"],
      ["E06000018", "Nottingham", "East Midlands"],
      ["E06000016", "Leicester", "East Midlands"],
      ["E09000012", "Hackney", "London"],
      ["E09000022", "Lambeth", "London"],
      ["E06000043", "Brighton and Hove", "South East"],
    ],
  },
  {
    heading: "Council area",
    codeHeading: "Code",
    whole: ["Scotland", "All Scotland"],
    wholeCode: "S92000003",
    names: [
      ["S12000033", "Aberdeen City", ""],
      ["S12000034", "Aberdeenshire", ""],
      ["S12000041", "Angus", ""],
      ["S12000035", "Argyll and Bute", ""],
      ["S12000005", "Clackmannanshire", ""],
      ["S12000042", "Dundee City", ""],
      ["S12000047", "Fife", ""],
      ["S12000017", "Highland", ""],
      ["S12000020", "Moray", ""],
      ["S12000024", "Perth and Kinross", ""],
      ["S12000030", "Stirling", ""],
      ["S12000040", "West Lothian", ""],
    ],
  },
  {
    heading: "Police force",
    codeHeading: "Force code",
    regionHeading: "Region",
    whole: ["England and Wales", "ENGLAND AND WALES", "Total"],
    wholeCode: "K04000001",
    names: [
      ["E23000013", "Cleveland", "North East"],
      ["E23000008", "Durham", "North East"],
      ["E23000007", "Northumbria", "North East"],
      ["E23000002", "Cumbria", "North West"],
      ["E23000005", "Greater Manchester", "North West"],
      ["E23000009", "North Yorkshire", "Yorkshire and the Humber"],
      ["E23000010", "West Yorkshire", "Yorkshire and the Humber"],
      ["E23000018", "Derbyshire", "East Midlands"],
      ["E23000032", "Kent", "South East"],
      ["E23000033", "Sussex", "South East"],
      ["W15000003", "Gwent", "Wales"],
      ["W15000004", "Dyfed-Powys", "Wales"],
    ],
  },
  {
    heading: "County",
    codeHeading: "County code",
    regionHeading: "Province",
    whole: ["Ireland", "All counties", "Total"],
    wholeCode: "IE0",
    names: [
      ["C01", "Carlow", "Leinster"],
      ["C02", "Dublin", "Leinster"],
      ["C03", "Kildare", "Leinster"],
      ["C04", "Kilkenny", "Leinster"],
      ["C05", "Clare", "Munster"],
      ["C06", "Cork", "Munster"],
      ["C07", "Kerry", "Munster"],
      ["C08", "Galway", "Connacht"],
      ["C09", "Mayo", "Connacht"],
      ["C10", "Cavan", "Ulster"],
      ["C11", "Donegal", "Ulster"],
      ["C12", "Monaghan", "Ulster"],
    ],
  },
  {
    heading: "State",
    codeHeading: "FIPS",
    regionHeading: "Region",
    whole: ["United States", "U.S. total", "Total"],
    wholeCode: "00",
    names: [
      ["09", "Connecticut", "Northeast"],
      ["23", "Maine", "Northeast"],
      ["36", "New York", "Northeast"],
      ["17", "Illinois", "Midwest"],
      ["26", "Michigan", "Midwest"],
      ["39", "Ohio", "Midwest"],
      ["12", "Florida", "South"],
      ["13", "Georgia", "South"],
      ["48", "Texas", "South"],
      ["04", "Arizona", "West"],
      ["06", "California", "West"],
      ["53", "Washington", "West"],
    ],
  },
];

export const breakdowns = [
  { heading: "Sex", parts: ["Male", "Female"], whole: "Persons" },
  { heading: "Gender", parts: ["Males", "Females"], whole: "All" },
  { heading: "Age group", parts: ["Under 18", "18 to 24", "25 to 64", "65 and over"], whole: "All ages" },
  { heading: "Age", parts: ["0-15", "16-24", "25-44", "45-64", "65+"], whole: "Total" },
  { heading: "Ethnic group", parts: ["Asian", "Black", "Mixed", "White", "Other"], whole: "All ethnic groups" },
  { heading: "Type", parts: ["Urban", "Rural", "Mixed areas"], whole: "Total" },
] as const;

const shortOf = (year: number) => `${(year + 1) % 100}`.padStart(2, "0");
const months = ["January", "April", "July", "October"] as const;

/** How periods are written, and when each begins. Of `Jan-12` and `2004-05`, which alone may be a day and a month, there are two at least. */
export const timeStyles = [
  {
    fewest: 1,
    heading: "Year",
    write: (first: number, at: number) => `${first + at}`,
    start: (first: number, at: number) => `${first + at}-01-01`,
    inTitle: (name: string) => name,
  },
  {
    fewest: 1,
    heading: "Financial year",
    write: (first: number, at: number) => `${first + at}/${shortOf(first + at)}`,
    start: (first: number, at: number) => `${first + at}-04-01`,
    inTitle: (name: string) => `financial year ${name}`,
  },
  {
    fewest: 2,
    heading: "Financial year",
    write: (first: number, at: number) => `${first + at}-${shortOf(first + at)}`,
    start: (first: number, at: number) => `${first + at}-04-01`,
    inTitle: (name: string) => `financial year ${name}`,
  },
  {
    fewest: 1,
    heading: "Period",
    write: (first: number, at: number) => `Year ending March ${first + at}`,
    start: (first: number, at: number) => `${first + at - 1}-04-01`,
    inTitle: (name: string) => name.toLowerCase().replace("march", "March"),
  },
  {
    fewest: 1,
    heading: "Quarter",
    write: (first: number, at: number) => `${first + Math.floor(at / 4)} Q${(at % 4) + 1}`,
    start: (first: number, at: number) => `${first + Math.floor(at / 4)}-${`${(at % 4) * 3 + 1}`.padStart(2, "0")}-01`,
    inTitle: (name: string) => name,
  },
  {
    fewest: 3,
    heading: "quarter",
    write: (first: number, at: number) => `${first + Math.floor(at / 4)}_q${(at % 4) + 1}`,
    start: (first: number, at: number) => `${first + Math.floor(at / 4)}-${`${(at % 4) * 3 + 1}`.padStart(2, "0")}-01`,
    inTitle: (name: string) => name,
  },
  {
    fewest: 2,
    heading: "Month",
    write: (first: number, at: number) =>
      `${(months[at % 4] as string).slice(0, 3)}-${`${(first + Math.floor(at / 4)) % 100}`.padStart(2, "0")}`,
    start: (first: number, at: number) => `${first + Math.floor(at / 4)}-${`${(at % 4) * 3 + 1}`.padStart(2, "0")}-01`,
    inTitle: (name: string) =>
      name.replace(
        /^(\p{L}+)-(\d+)$/u,
        (_, month: string, year: string) => `${months.find((own) => own.startsWith(month))} 20${year}`,
      ),
  },
] as const;

/** A title alone above a table. */
export const titled = { hasTitle: true, number: "", blankRows: 1, note: undefined, foot: [] } as const;

/** What stands above and below a table. */
export const frames = [
  { hasTitle: false, number: "", blankRows: 0, note: undefined, foot: [] },
  titled,
  { hasTitle: true, number: "Table 2: ", blankRows: 0, note: undefined, foot: ["Source: administrative returns"] },
  {
    hasTitle: true,
    number: "Table 3a ",
    blankRows: 2,
    note: "This worksheet contains one table.",
    foot: ["Notes", "1. Figures are subject to revision.", "2. Some places did not reply in time."],
  },
] as const;

/** What refers to a note, or says that figures are revised or provisional, behind a name. */
export const noteMarks = [" (1)", "(2)", " [note 2]", "[1]", " [r]", " (p)", "¹", " *"] as const;

/** How a heading is written: as people read it, or as programs do. */
export const headingStyles = {
  plain: (heading: string) => heading,
  caps: (heading: string) => heading.toUpperCase(),
  snake: (heading: string) =>
    (
      heading
        .replaceAll(/(?<=\d),(?=\d)/gu, "")
        .replaceAll("%", "pct")
        .match(/[\p{L}\d]+/gu) ?? []
    )
      .join("_")
      .toLowerCase(),
} as const;
