import RBush from 'rbush';

import type { FactDraft } from '#shared/domain/facts/read-fact-row.ts';
import {
  type NearSegment,
  streetNamedIn,
  type Tied,
  tieFact,
} from '#shared/domain/facts/tie-fact.ts';
import {
  type Bounds,
  boundsOf,
  type Line,
  nearestOnLine,
  type Position,
} from '#shared/domain/territory/geometry.ts';
import { foldText } from '#shared/domain/territory/street-name.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../../store/handles.ts';
import {
  currentSegments,
  currentStreets,
} from '../../../store/repositories/territory-import-rows.ts';
import { loadPlaces } from '../../territory/index.ts';

export interface StreetName {
  readonly nameNl: string;
  readonly nameFr: string;
}

/** The territory as it is now, ready to be asked where facts lie. */
export interface TieIndex {
  tie(fact: Pick<FactDraft, 'position' | 'placeText'>, reachMetres: number): Tied;
  streetName(streetId: Id): StreetName;
}

interface SegmentBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly segment: Omit<NearSegment, 'metres'>;
  readonly line: Line;
}

/** Loads neighbourhoods, streets and segments; a country's largest zone is some 50,000 segments. */
export async function loadTieIndex(read: ReadHandle): Promise<TieIndex> {
  const places = await loadPlaces(read);
  const streets = new Map<Id, StreetName>();
  for await (const page of currentStreets(read)) {
    for (const row of page) streets.set(row.id, { nameNl: row.name_nl, nameFr: row.name_fr });
  }
  const runsThrough = new Map<Id, Set<Id>>();
  const boxes: SegmentBox[] = [];
  for await (const page of currentSegments(read)) {
    for (const row of page) {
      const line = JSON.parse(row.geometry) as Line;
      const bounds = boundsOf(line);
      if (!bounds) continue;
      const [minX, minY, maxX, maxY] = bounds;
      boxes.push({
        ...{ minX, minY, maxX, maxY, line },
        segment: {
          id: row.id,
          streetId: row.street_id,
          names: foldedNames(streets.get(row.street_id)),
          neighbourhoodId: row.neighbourhood_id,
        },
      });
      if (row.neighbourhood_id === null) continue;
      const through = runsThrough.get(row.street_id) ?? new Set();
      runsThrough.set(row.street_id, through.add(row.neighbourhood_id));
    }
  }
  const tree = new RBush<SegmentBox>().load(boxes);
  const byName = streetsByName(streets);
  return {
    tie({ position, placeText }, reachMetres) {
      const named = streetNamedIn(placeText ?? '', (folded) => byName.has(folded));
      const area = position && places.of('neighbourhood').locate(position);
      return tieFact({
        position,
        neighbourhoodId: area?.id ?? null,
        named,
        streets: (named === null ? [] : (byName.get(named) ?? [])).map((id) => ({
          id,
          neighbourhoodIds: [...(runsThrough.get(id) ?? [])],
        })),
        near: (position === undefined ? [] : near(tree, position, reachMetres)).map(
          ({ box, metres }) => ({ ...box.segment, metres }),
        ),
      });
    },
    streetName: (streetId) => streets.get(streetId) ?? { nameNl: '', nameFr: '' },
  };
}

function foldedNames(street: StreetName | undefined): readonly string[] {
  if (street === undefined) return [];
  return [...new Set([foldText(street.nameNl), foldText(street.nameFr)])].filter(Boolean);
}

function streetsByName(streets: ReadonlyMap<Id, StreetName>): ReadonlyMap<string, readonly Id[]> {
  const byName = new Map<string, Id[]>();
  for (const [id, street] of streets) {
    for (const name of foldedNames(street)) {
      const known = byName.get(name) ?? [];
      known.push(id);
      byName.set(name, known);
    }
  }
  return byName;
}

function near(tree: RBush<SegmentBox>, position: Position, reachMetres: number) {
  const [minX, minY, maxX, maxY] = around(position, reachMetres);
  return tree
    .search({ minX, minY, maxX, maxY })
    .map((box) => ({ box, metres: nearestOnLine(box.line, position).metres }))
    .filter(({ metres }) => metres <= reachMetres);
}

const METRES_OF_DEGREE = 111_000;

function around([longitude, latitude]: Position, metres: number): Bounds {
  const north = metres / METRES_OF_DEGREE;
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return [longitude - east, latitude - north, longitude + east, latitude + north];
}
