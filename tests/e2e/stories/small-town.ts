/** A town of three neighbourhoods as files, small enough to be brought in within a second. */

export interface GeneratedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

type Position = readonly [longitude: number, latitude: number];

const WEST = 4.48;
const SOUTH = 51.02;
/** Width of a neighbourhood, degrees. */
const WIDTH = 0.01;

export function textFile(name: string, content: string | Uint8Array): GeneratedFile {
  const mimeType = name.endsWith('.csv') ? 'text/csv' : 'application/geo+json';
  return { name, mimeType, buffer: Buffer.from(content) };
}

export function collection(...features: readonly unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** The square in the given column of the town. */
export function square(column: number, properties: Readonly<Record<string, unknown>>): unknown {
  const west = WEST + column * WIDTH;
  const ring: readonly Position[] = [
    [west, SOUTH],
    [west + WIDTH, SOUTH],
    [west + WIDTH, SOUTH + WIDTH],
    [west, SOUTH + WIDTH],
    [west, SOUTH],
  ];
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

/** A street from west to east through the given columns, `height` (0 to 1) up the town. */
export function street(name: string, from: number, to: number, height: number): unknown {
  const latitude = SOUTH + height * WIDTH;
  const line: readonly Position[] = [
    [WEST + (from + 0.1) * WIDTH, latitude],
    [WEST + (to + 0.9) * WIDTH, latitude],
  ];
  return {
    type: 'Feature',
    properties: { straatnaam: name },
    geometry: { type: 'LineString', coordinates: line },
  };
}

export const NEIGHBOURHOODS = textFile(
  'wijken.geojson',
  collection(
    square(0, { code: 'W1', naam: 'Sluiskwartier' }),
    square(1, { code: 'W2', naam: 'Oude Markt' }),
    square(2, { code: 'W3', naam: 'Vaartvelden' }),
  ),
);

export const STREETS = textFile(
  'straten.geojson',
  collection(
    street('Zwanenkaai', 0, 2, 0.3),
    street('Lindeplein', 1, 1, 0.5),
    street('Vlasmarkt', 2, 2, 0.7),
  ),
);

/** An address table of the given number of rows, all in streets of the town. */
export function manyAddresses(rows: number): GeneratedFile {
  const streets = ['Zwanenkaai', 'Lindeplein', 'Vlasmarkt'];
  const lines = ['straatnaam,huisnummer,busnummer,lon,lat'];
  for (let row = 0; row < rows; row += 1) {
    const name = streets[row % streets.length] ?? '';
    const longitude = (WEST + (row % 3_000) * 1e-5).toFixed(6);
    lines.push(`${name},${1 + (row % 900)},${Math.floor(row / 900)},${longitude},51.025`);
  }
  return textFile('adressen.csv', lines.join('\n'));
}
