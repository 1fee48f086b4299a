import type {
  ImportField,
  ImportPlan,
  RefusalReason,
  RefusedRow,
} from '#shared/contract/territory.ts';
import type { Line, MultiPolygonRings, Position } from '#shared/domain/territory/geometry.ts';
import { isInBelgium, type ToDegrees } from '#shared/domain/territory/import/coordinate-systems.ts';
import type { RoadClass } from '#shared/domain/territory/territory.ts';

import { parseNumber } from './guess.ts';
import { readLines, readPolygons } from './read-geometry.ts';
import { Refusal } from './refusal.ts';
import { roadClassOf } from './road-class.ts';
import type { SourceRow } from './source/source-rows.ts';

export interface AreaRecord {
  readonly officialId: string;
  readonly nameNl: string;
  readonly nameFr: string;
  readonly geometry: MultiPolygonRings;
}
export interface StreetRecord {
  /** Empty when the file has none. */
  readonly officialId: string;
  readonly nameNl: string;
  readonly nameFr: string;
  readonly municipalityCode: string;
  readonly subMunicipality: string;
  readonly postcode: string;
}
export interface LinesRecord {
  /** Empty when the file has none. */
  readonly officialId: string;
  readonly street: StreetRecord;
  readonly roadClass: RoadClass;
  readonly lines: readonly Line[];
}
export interface AddressRecord {
  /** Empty when the file has none. */
  readonly officialId: string;
  readonly street: StreetRecord;
  readonly houseNumber: string;
  readonly boxNumber: string;
  readonly position: Position;
}

/** A row as it is to be stored, or why it is not. */
export type Interpreted<Content> =
  | { readonly row: number; readonly content: Content }
  | { readonly row: number; readonly refused: RefusedRow; readonly officialId: string };

/** What reading a row needs to know. */
export interface Reading {
  readonly mapping: ImportPlan['mapping'];
  readonly coordinateSystem: ImportPlan['coordinateSystem'];
  readonly toDegrees: ToDegrees;
}

const LONGEST_NAME = 200;
const LONGEST_CODE = 100;
const LONGEST_NUMBER = 20;

export function interpretArea(row: SourceRow, reading: Reading): Interpreted<AreaRecord> {
  return interpreted(row, reading, (cell) => {
    const officialId = cell('officialId', LONGEST_CODE);
    if (officialId === '') throw refusalOf('missing-official-id', 'officialId', reading);
    return {
      officialId,
      ...namesOf(cell, reading),
      geometry: readPolygons(row.geometry, reading.toDegrees),
    };
  });
}

export function interpretStreet(row: SourceRow, reading: Reading): Interpreted<StreetRecord> {
  return interpreted(row, reading, (cell) => ({
    officialId: cell('officialId', LONGEST_CODE),
    ...namesOf(cell, reading),
    ...placeOf(cell),
  }));
}

export function interpretLines(row: SourceRow, reading: Reading): Interpreted<LinesRecord> {
  return interpreted(row, reading, (cell) => {
    const street = { officialId: '', ...namesOf(cell, reading), ...placeOf(cell) };
    return {
      officialId: cell('officialId', LONGEST_CODE),
      street,
      roadClass: roadClassOf(cell('roadClass', LONGEST_NAME), street.nameNl),
      lines: readLines(row.geometry, reading.toDegrees),
    };
  });
}

export function interpretAddress(row: SourceRow, reading: Reading): Interpreted<AddressRecord> {
  return interpreted(row, reading, (cell) => {
    const nameNl = cell('nameNl', LONGEST_NAME);
    const nameFr = cell('nameFr', LONGEST_NAME);
    const streetOfficialId = cell('streetOfficialId', LONGEST_CODE);
    if (streetOfficialId === '' && nameNl === '' && nameFr === '') {
      throw refusalOf('missing-street', 'nameNl', reading);
    }
    const houseNumber = cell('houseNumber', LONGEST_NUMBER);
    if (houseNumber === '') throw refusalOf('missing-house-number', 'houseNumber', reading);
    return {
      officialId: cell('officialId', LONGEST_CODE),
      street: {
        officialId: streetOfficialId,
        nameNl: nameNl || nameFr,
        nameFr,
        ...placeOf(cell),
      },
      houseNumber,
      boxNumber: cell('boxNumber', LONGEST_NUMBER),
      position: positionOf(cell, reading),
    };
  });
}

type Cell = (field: ImportField, longest: number) => string;

function interpreted<Content>(
  row: SourceRow,
  reading: Reading,
  read: (cell: Cell) => Content,
): Interpreted<Content> {
  const value = (field: ImportField): string => {
    const column = reading.mapping[field];
    return column === undefined ? '' : row.cell(column);
  };
  try {
    if (!row.complete) throw new Refusal('wrong-column-count', '', '');
    const content = read((field, longest) => {
      const text = value(field);
      if (text.length > longest) throw refusalOf('too-long', field, reading, text);
      return text;
    });
    return { row: row.row, content };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const { reason, field, value: offending } = cause;
    return {
      row: row.row,
      refused: { row: row.row, reason, field, value: offending },
      officialId: value('officialId'),
    };
  }
}

function refusalOf(
  reason: RefusalReason,
  field: ImportField,
  reading: Reading,
  value = '',
): Refusal {
  return new Refusal(reason, reading.mapping[field] ?? '', value);
}

/** A name in one language stands for the other; the Dutch field is never empty. */
function namesOf(cell: Cell, reading: Reading): { nameNl: string; nameFr: string } {
  const nameFr = cell('nameFr', LONGEST_NAME);
  const nameNl = cell('nameNl', LONGEST_NAME) || nameFr;
  if (nameNl === '') throw refusalOf('missing-name', 'nameNl', reading);
  return { nameNl, nameFr };
}

function placeOf(cell: Cell) {
  return {
    municipalityCode: cell('municipalityCode', LONGEST_CODE),
    subMunicipality: cell('subMunicipality', LONGEST_NAME),
    postcode: cell('postcode', LONGEST_NUMBER),
  };
}

function positionOf(cell: Cell, reading: Reading): Position {
  const { mapping, coordinateSystem } = reading;
  const inDegrees =
    coordinateSystem === 'EPSG:4326' &&
    mapping.longitude !== undefined &&
    mapping.latitude !== undefined;
  const [xField, yField] = inDegrees ? (['longitude', 'latitude'] as const) : (['x', 'y'] as const);
  const numbers = [xField, yField].map((field) => {
    const text = cell(field, LONGEST_CODE);
    if (text === '') throw refusalOf('missing-geometry', field, reading);
    const number = parseNumber(text);
    if (number === undefined) throw refusalOf('coordinates-not-numbers', field, reading, text);
    return number;
  });
  const [x = Number.NaN, y = Number.NaN] = numbers;
  const position = reading.toDegrees(x, y);
  const shown = `${x} ${y}`;
  if (!position) throw refusalOf('coordinates-out-of-range', xField, reading, shown);
  if (!isInBelgium(position)) throw refusalOf('outside-belgium', xField, reading, shown);
  return position;
}
