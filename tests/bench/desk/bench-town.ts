import type { Position } from '#shared/domain/territory/geometry.ts';

import { type DemoTown, generateDemoTown } from '../../../workbench/features/demo/town.ts';

/** How far apart the towns lie, degrees: none reaches into its neighbour. */
const COLUMN = 0.16;
const ROW = 0.1;
const COLUMNS = 4;

/**
 * A zone of several demo towns side by side, each from a seed of its own: eight have 3,400 streets,
 * 10,500 segments, 90,000 addresses and 104 neighbourhoods.
 */
export function makeBenchTown(seed: number, towns: number): DemoTown {
  const made = Array.from({ length: towns }, (_, index) =>
    placed(generateDemoTown(seed * 100 + index), index),
  );
  const [first] = made;
  if (!first) throw new RangeError('makeBenchTown: at least one town');
  return {
    ...first,
    areas: made.flatMap(({ areas }) => areas),
    streets: made.flatMap(({ streets }) => streets),
    segments: made.flatMap(({ segments }) => segments),
    addresses: made.flatMap(({ addresses }) => addresses),
    landscape: made.flatMap(({ landscape }) => landscape),
    roles: made.flatMap(({ roles }) => roles),
  };
}

/** A town where the one of this number lies, with codes and place names of its own. */
function placed(town: DemoTown, index: number): DemoTown {
  const east = (index % COLUMNS) * COLUMN;
  const north = Math.floor(index / COLUMNS) * ROW;
  const move = ([longitude, latitude]: Position): Position => [
    Number((longitude + east).toFixed(7)),
    Number((latitude + north).toFixed(7)),
  ];
  const own = <Row extends { readonly officialId: string }>(row: Row): Row => ({
    ...row,
    officialId: `${index}-${row.officialId}`,
  });
  const numbered = (name: string): string => (index === 0 ? name : `${name} ${index + 1}`);
  return {
    ...town,
    areas: town.areas.map((area) => ({
      ...own(area),
      nameNl: numbered(area.nameNl),
      nameFr: numbered(area.nameFr),
      geometry: area.geometry.map((polygon) => polygon.map((ring) => ring.map(move))),
    })),
    streets: town.streets.map((street) => ({
      ...own(street),
      subMunicipality: numbered(street.subMunicipality),
    })),
    segments: town.segments.map((segment) => ({
      ...own(segment),
      geometry: segment.geometry.map(move),
    })),
    addresses: town.addresses.map((address) => ({
      ...own(address),
      position: move(address.position),
    })),
    landscape: town.landscape.map((one) => ({
      ...own(one),
      geometry:
        one.geometry.type === 'MultiPolygon'
          ? {
              ...one.geometry,
              coordinates: one.geometry.coordinates.map((polygon) =>
                polygon.map((ring) => ring.map(move)),
              ),
            }
          : {
              ...one.geometry,
              coordinates: one.geometry.coordinates.map((line) => line.map(move)),
            },
    })),
  };
}
