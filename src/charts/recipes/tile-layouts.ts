/** Where areas stand on a tile map. */
export interface Tile {
  /** Counted from 0, from the left. */
  readonly column: number;
  /** Counted from 0, from the top. */
  readonly row: number;
  /** Written on the tile: four letters or so. */
  readonly label: string;
}

/** Areas by their names, as the rows have them; upper and lower case are the same. */
export type TileLayout = Readonly<Record<string, Tile>>;

const tile = (column: number, row: number, label: string): Tile => ({ column, row, label });

/** The twelve regions and nations of the United Kingdom. */
export const ukRegionTiles: TileLayout = {
  Scotland: tile(1, 0, "SCO"),
  "Northern Ireland": tile(0, 1, "NI"),
  "North East": tile(2, 1, "NE"),
  "North West": tile(1, 2, "NW"),
  "Yorkshire and The Humber": tile(2, 2, "YH"),
  Wales: tile(0, 3, "WAL"),
  "West Midlands": tile(1, 3, "WM"),
  "East Midlands": tile(2, 3, "EM"),
  "East of England": tile(3, 3, "EE"),
  "South West": tile(1, 4, "SW"),
  London: tile(2, 4, "LDN"),
  "South East": tile(3, 4, "SE"),
};

/** The 43 territorial police forces of England and Wales. */
export const policeForceTiles: TileLayout = {
  Northumbria: tile(4, 0, "NMB"),
  Cumbria: tile(3, 1, "CUM"),
  Durham: tile(4, 1, "DUR"),
  Cleveland: tile(5, 1, "CLE"),
  Lancashire: tile(3, 2, "LAN"),
  "North Yorkshire": tile(4, 2, "NYK"),
  Humberside: tile(5, 2, "HUM"),
  Merseyside: tile(2, 3, "MER"),
  "Greater Manchester": tile(3, 3, "GMP"),
  "West Yorkshire": tile(4, 3, "WYK"),
  "South Yorkshire": tile(5, 3, "SYK"),
  "North Wales": tile(1, 4, "NWA"),
  Cheshire: tile(2, 4, "CHE"),
  Staffordshire: tile(3, 4, "STA"),
  Derbyshire: tile(4, 4, "DER"),
  Nottinghamshire: tile(5, 4, "NOT"),
  Lincolnshire: tile(6, 4, "LIN"),
  "Dyfed-Powys": tile(1, 5, "DYP"),
  "West Mercia": tile(2, 5, "MRC"),
  "West Midlands": tile(3, 5, "WMI"),
  Leicestershire: tile(4, 5, "LEI"),
  Cambridgeshire: tile(5, 5, "CAM"),
  Norfolk: tile(6, 5, "NFK"),
  "South Wales": tile(0, 6, "SWA"),
  Gwent: tile(1, 6, "GWE"),
  Gloucestershire: tile(2, 6, "GLO"),
  Warwickshire: tile(3, 6, "WAR"),
  Northamptonshire: tile(4, 6, "NTH"),
  Bedfordshire: tile(5, 6, "BED"),
  Suffolk: tile(6, 6, "SUF"),
  "Avon and Somerset": tile(2, 7, "AVS"),
  Wiltshire: tile(3, 7, "WIL"),
  "Thames Valley": tile(4, 7, "TVP"),
  Hertfordshire: tile(5, 7, "HRT"),
  Essex: tile(6, 7, "ESS"),
  "Devon and Cornwall": tile(1, 8, "DEV"),
  Dorset: tile(2, 8, "DOR"),
  Hampshire: tile(3, 8, "HAM"),
  Surrey: tile(4, 8, "SUR"),
  "Metropolitan Police": tile(5, 8, "MET"),
  "City of London": tile(6, 8, "COL"),
  Sussex: tile(4, 9, "SUS"),
  Kent: tile(6, 9, "KEN"),
};
