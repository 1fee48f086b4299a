import proj4 from 'proj4';

import type { Position } from '../geometry.ts';

/** WGS 84 in degrees, or one of the two Belgian Lambert projections in metres, by their EPSG codes. */
export type ProjectionCode = 'EPSG:4326' | 'EPSG:31370' | 'EPSG:3812';

/**
 * Parameters of the EPSG register. Lambert 72 lies on the Belgian Datum 1972, whose seven-parameter
 * shift to WGS 84 (EPSG 1610, about 0.2 m) is published with rotations of the coordinate frame;
 * proj4 wants position vectors, hence the turned signs. With the signs as published everything
 * lands some 65 metres away.
 */
const DEFINITIONS: Readonly<Record<Exclude<ProjectionCode, 'EPSG:4326'>, string>> = {
  'EPSG:31370':
    '+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339' +
    ' +x_0=150000.013 +y_0=5400088.438 +ellps=intl' +
    ' +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs',
  'EPSG:3812':
    '+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333' +
    ' +lat_2=51.1666666666667 +x_0=649328 +y_0=665262 +ellps=GRS80' +
    ' +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
};

/** Turns the two numbers of a file into degrees; undefined when they are no place on earth. */
export type ToDegrees = (x: number, y: number) => Position | undefined;

/** Seven decimals are about a centimetre: finer than any source, and it keeps texts comparable. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** How to read coordinates of `code`, in the order x (or longitude), y (or latitude). */
export function toDegrees(code: ProjectionCode): ToDegrees {
  if (code === 'EPSG:4326') return (x, y) => onEarth(x, y);
  const converter = proj4(DEFINITIONS[code], 'WGS84');
  return (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
    const [longitude, latitude] = converter.forward([x, y]);
    return longitude === undefined || latitude === undefined
      ? undefined
      : onEarth(rounded(longitude), rounded(latitude));
  };
}

function onEarth(longitude: number, latitude: number): Position | undefined {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined;
}

/** A first guess from one coordinate pair: degrees are small, the two projections have their own origins. */
export function guessProjection(x: number, y: number): ProjectionCode {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return 'EPSG:4326';
  return x > 450_000 && y > 450_000 ? 'EPSG:3812' : 'EPSG:31370';
}

/** Generous bounds around Belgium; what lies outside was read in the wrong system or the wrong order. */
export function isInBelgium([longitude, latitude]: Position): boolean {
  return longitude >= 2.3 && longitude <= 6.6 && latitude >= 49.3 && latitude <= 51.7;
}
