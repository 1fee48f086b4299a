import {
  lengthMetres,
  type Line,
  type MultiPolygonRings,
  type Position,
} from '#shared/domain/territory/geometry.ts';
import type {
  Address,
  Area,
  AreaKind,
  Landscape,
  Segment,
  Street,
  TerritoryDataset,
} from '#shared/domain/territory/territory.ts';
import { type Day, OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { type Random, randomBytes, seededRandom } from '#shared/lib/random.ts';

import { ringOf } from './block.ts';
import { fillStreets, type QuarterBlock, quarterBlocks } from './fill.ts';
import { buildHouses } from './houses.ts';
import { drawLandscape, isGreen, type LandscapeShape } from './landscape.ts';
import { nameStreets } from './names.ts';
import { cutAtCrossings, joinStreets } from './network.ts';
import { along, distance, lengthOf, type Point, toPosition } from './plane.ts';
import { type QuarterArea, quarterArea, quarterOf } from './quarter-areas.ts';
import { DISTRICTS, PARK, type Quarter, QUARTERS, SUB_MUNICIPALITIES, TOWN } from './quarters.ts';
import { drawSkeleton, type Skeleton, type StreetLine, type StreetRole } from './skeleton.ts';
import { aligned, outlineOf } from './union.ts';

/**
 * A fictitious Flemish town. It lies on the map where nobody can mistake it for another, its names
 * and codes are invented, and the same seed always makes the same town.
 */
export interface DemoTown extends TerritoryDataset {
  readonly name: string;
  /** What each street is, in the order of `streets`. */
  readonly roles: readonly StreetRole[];
  readonly market: Position;
  readonly station: Position;
  readonly park: Position;
}

const VALID_FROM: Day = '2019-01-01';
/** Of the ids' time part: fixed, so that the town does not depend on the day it is made. */
const MADE_AT = Date.parse('2019-01-01T00:00:00.000Z');
/** A NIS code that no municipality has. */
const MUNICIPALITY_CODE = '29997';
/** Streets that go straight on are one up to this length, metres. */
const LONGEST_JOINED = 900;

/** Makes the demo town of a seed: about 13 neighbourhoods, 400 streets and 10,000 addresses. */
export function generateDemoTown(seed: number): DemoTown {
  const random = seededRandom(seed);
  const skeleton = drawSkeleton(random);
  const land = quarterBlocks(skeleton);
  const filled = fillStreets(skeleton, land, random);
  const drawn = [...skeleton.streets, ...filled.streets];
  const lines = joinStreets(drawn, LONGEST_JOINED).filter(({ line }) => lengthOf(line) > 20);

  const newId = (): Id => makeId(MADE_AT, randomBytes(random, 16));
  const { areas, quarterAreas } = makeAreas(land, newId);
  const stretches = cutAtCrossings(lines, [skeleton.canal, skeleton.rail]).map((stretch) => ({
    ...stretch,
    quarter: quarterOf(quarterAreas, along(stretch.line, lengthOf(stretch.line) / 2).at),
  }));

  const streets = makeStreets(skeleton, lines, stretches, random, newId);
  const segments = makeSegments(lines, streets, stretches, newId);
  // Its own randomness: a pond of another shape moves no house.
  const shapes = drawLandscape(skeleton, filled.blocks, lines, seededRandom(seed + 2));
  const houses = buildHouses(skeleton, lines, random, (at) => isGreen(shapes, at));
  const addresses = houses.flatMap((house, index): Address[] => {
    const street = streets[house.street];
    if (!street) return [];
    return [
      {
        id: newId(),
        officialId: `LM-A${String(index + 1).padStart(6, '0')}`,
        streetId: street.id,
        houseNumber: house.houseNumber,
        boxNumber: '',
        postcode: street.postcode,
        position: toPosition(house.at),
        neighbourhoodId: quarterOf(quarterAreas, house.at)?.id ?? null,
        ...VALIDITY,
      },
    ];
  });
  return {
    name: TOWN,
    validFrom: VALID_FROM,
    areas,
    streets,
    segments,
    addresses,
    landscape: makeLandscape(shapes, newId),
    roles: lines.map(({ role }) => role),
    market: toPosition([0, 0]),
    station: toPosition(skeleton.station),
    park: toPosition(PARK.at),
  };
}

const VALIDITY = { validFrom: VALID_FROM, validTo: OPEN_END } as const;

function makeAreas(
  land: readonly QuarterBlock[],
  newId: () => Id,
): { readonly areas: readonly Area[]; readonly quarterAreas: readonly QuarterArea[] } {
  const rings = aligned(land.map(({ block }) => ringOf(block)));
  const shapeOf = (belongs: (quarter: Quarter) => boolean): readonly (readonly Point[])[][] =>
    outlineOf(
      rings.filter((_, index) => {
        const piece = land[index];
        return piece !== undefined && belongs(piece.quarter);
      }),
    );
  const area = (
    kind: AreaKind,
    officialId: string,
    names: readonly [string, string],
    parentId: Id | null,
    shape: readonly (readonly Point[])[][],
  ): Area => ({
    id: newId(),
    kind,
    officialId,
    nameNl: names[0],
    nameFr: names[1],
    parentId,
    geometry: toMultiPolygon(shape),
    ...VALIDITY,
  });

  const whole = shapeOf(() => true);
  const zone = area(
    'zone',
    'LM-PZ',
    [`Politiezone ${TOWN}`, 'Zone de police Lindremonde'],
    null,
    whole,
  );
  const municipality = area(
    'municipality',
    MUNICIPALITY_CODE,
    [TOWN, 'Lindremonde'],
    zone.id,
    whole,
  );
  const subMunicipalities = SUB_MUNICIPALITIES.map(({ name, nameFr, code }) =>
    area(
      'sub-municipality',
      code,
      [name, nameFr],
      municipality.id,
      shapeOf((quarter) => quarter.subMunicipality === name),
    ),
  );
  const districts = DISTRICTS.map(({ name, nameFr, code }) =>
    area(
      'district',
      code,
      [name, nameFr],
      municipality.id,
      shapeOf((quarter) => quarter.district === name),
    ),
  );
  const neighbourhoods = QUARTERS.map((quarter) => {
    const shape = shapeOf((candidate) => candidate === quarter);
    const district = districts.find(({ nameNl }) => nameNl === quarter.district);
    const names = [quarter.nameNl, quarter.nameFr] as const;
    return {
      shape,
      quarter,
      area: area('neighbourhood', quarter.code, names, district?.id ?? null, shape),
    };
  });
  return {
    areas: [
      zone,
      municipality,
      ...subMunicipalities,
      ...districts,
      ...neighbourhoods.map((one) => one.area),
    ],
    quarterAreas: neighbourhoods.map(({ area: { id }, quarter, shape }) =>
      quarterArea(id, quarter, shape),
    ),
  };
}

function toMultiPolygon(shape: readonly (readonly (readonly Point[])[])[]): MultiPolygonRings {
  return shape.map((rings) =>
    rings.map((ring) => {
      const positions = ring.map(toPosition);
      return positions[0] ? [...positions, positions[0]] : positions;
    }),
  );
}

function makeLandscape(shapes: readonly LandscapeShape[], newId: () => Id): readonly Landscape[] {
  return shapes.map(({ kind, nameNl, nameFr, shape }, index) => ({
    id: newId(),
    kind,
    officialId: `LM-L${String(index + 1).padStart(3, '0')}`,
    nameNl,
    nameFr,
    geometry:
      shape.type === 'MultiPolygon'
        ? { type: shape.type, coordinates: toMultiPolygon(shape.polygons) }
        : { type: shape.type, coordinates: shape.lines.map((line) => line.map(toPosition)) },
    ...VALIDITY,
  }));
}

interface PlacedStretch {
  readonly street: number;
  readonly line: readonly Point[];
  readonly quarter: QuarterArea | undefined;
}

function makeStreets(
  skeleton: Skeleton,
  lines: readonly StreetLine[],
  stretches: readonly PlacedStretch[],
  random: Random,
  newId: () => Id,
): readonly Street[] {
  const shares = lines.map(() => new Map<string, number>());
  for (const { street, line, quarter } of stretches) {
    const share = shares[street];
    const name = quarter?.quarter.subMunicipality ?? TOWN;
    share?.set(name, (share.get(name) ?? 0) + lengthOf(line));
  }
  const places = lines.map(({ line, role }, index) => {
    const middle = along(line, lengthOf(line) / 2).at;
    const share = [...(shares[index] ?? [])].sort((first, second) => second[1] - first[1]);
    const radius = Math.hypot(...middle);
    return {
      role,
      subMunicipality: share[0]?.[0] ?? TOWN,
      degrees: (Math.atan2(middle[1], middle[0]) * 180) / Math.PI,
      central: radius < 500 || skeleton.villages.some((village) => distance(village, middle) < 420),
    };
  });
  const names = nameStreets(places, random);
  return lines.map((_, index) => {
    const name = names[index] ?? { nameNl: '', nameFr: '' };
    const subMunicipality = places[index]?.subMunicipality ?? TOWN;
    return {
      id: newId(),
      officialId: `LM-S${String(index + 1).padStart(4, '0')}`,
      nameNl: name.nameNl,
      nameFr: name.nameFr,
      municipalityCode: MUNICIPALITY_CODE,
      subMunicipality,
      postcode:
        SUB_MUNICIPALITIES.find((candidate) => candidate.name === subMunicipality)?.postcode ?? '',
      ...VALIDITY,
    };
  });
}

function makeSegments(
  lines: readonly StreetLine[],
  streets: readonly Street[],
  stretches: readonly PlacedStretch[],
  newId: () => Id,
): readonly Segment[] {
  return stretches.flatMap((stretch, index): Segment[] => {
    const street = streets[stretch.street];
    const geometry: Line = stretch.line.map(toPosition);
    if (!street) return [];
    return [
      {
        id: newId(),
        officialId: `LM-W${String(index + 1).padStart(5, '0')}`,
        streetId: street.id,
        neighbourhoodId: stretch.quarter?.id ?? null,
        geometry,
        lengthMetres: Math.round(lengthMetres(geometry) * 10) / 10,
        roadClass: lines[stretch.street]?.roadClass ?? 'local',
        ...VALIDITY,
      },
    ];
  });
}
