/** Where areas stand on a tile map. */
export interface TilePlace {
  /** Counted from 0, from the left. */
  readonly column: number;
  /** Counted from 0, from the top. */
  readonly row: number;
  /** Written on the tile: four letters or so. */
  readonly label: string;
}

/** Areas by their names, as the rows have them; upper and lower case are the same. */
export type TileLayout = Readonly<Record<string, TilePlace>>;

const place = (column: number, row: number, label: string): TilePlace => ({ column, row, label });

/** The twelve regions and nations of the United Kingdom. */
export const ukRegionTiles: TileLayout = {
  Scotland: place(1, 0, "SCO"),
  "Northern Ireland": place(0, 1, "NI"),
  "North East": place(2, 1, "NE"),
  "North West": place(1, 2, "NW"),
  "Yorkshire and The Humber": place(2, 2, "YH"),
  Wales: place(0, 3, "WAL"),
  "West Midlands": place(1, 3, "WM"),
  "East Midlands": place(2, 3, "EM"),
  "East of England": place(3, 3, "EE"),
  "South West": place(1, 4, "SW"),
  London: place(2, 4, "LDN"),
  "South East": place(3, 4, "SE"),
};

/** The 43 territorial police forces of England and Wales. */
export const policeForceTiles: TileLayout = {
  Northumbria: place(4, 0, "NMB"),
  Cumbria: place(3, 1, "CUM"),
  Durham: place(4, 1, "DUR"),
  Cleveland: place(5, 1, "CLE"),
  Lancashire: place(3, 2, "LAN"),
  "North Yorkshire": place(4, 2, "NYK"),
  Humberside: place(5, 2, "HUM"),
  Merseyside: place(2, 3, "MER"),
  "Greater Manchester": place(3, 3, "GMP"),
  "West Yorkshire": place(4, 3, "WYK"),
  "South Yorkshire": place(5, 3, "SYK"),
  "North Wales": place(1, 4, "NWA"),
  Cheshire: place(2, 4, "CHE"),
  Staffordshire: place(3, 4, "STA"),
  Derbyshire: place(4, 4, "DER"),
  Nottinghamshire: place(5, 4, "NOT"),
  Lincolnshire: place(6, 4, "LIN"),
  "Dyfed-Powys": place(1, 5, "DYP"),
  "West Mercia": place(2, 5, "WMER"),
  "West Midlands": place(3, 5, "WMID"),
  Leicestershire: place(4, 5, "LEI"),
  Cambridgeshire: place(5, 5, "CAM"),
  Norfolk: place(6, 5, "NFK"),
  "South Wales": place(0, 6, "SWA"),
  Gwent: place(1, 6, "GWE"),
  Gloucestershire: place(2, 6, "GLO"),
  Warwickshire: place(3, 6, "WAR"),
  Northamptonshire: place(4, 6, "NTH"),
  Bedfordshire: place(5, 6, "BED"),
  Suffolk: place(6, 6, "SUF"),
  "Avon and Somerset": place(2, 7, "AVS"),
  Wiltshire: place(3, 7, "WIL"),
  "Thames Valley": place(4, 7, "TVP"),
  Hertfordshire: place(5, 7, "HRT"),
  Essex: place(6, 7, "ESS"),
  "Devon and Cornwall": place(1, 8, "DEV"),
  Dorset: place(2, 8, "DOR"),
  Hampshire: place(3, 8, "HAM"),
  Surrey: place(4, 8, "SUR"),
  "Metropolitan Police": place(5, 8, "MET"),
  "City of London": place(6, 8, "COL"),
  Sussex: place(4, 9, "SUS"),
  Kent: place(6, 9, "KEN"),
};
