import {
  type Bounds,
  type MultiPolygonRings,
  nearestOnLine,
  type Position,
} from '#shared/domain/territory/geometry.ts';
import {
  type AreaIndex,
  indexAreas,
  type KeyedArea,
} from '#shared/domain/territory/import/area-index.ts';
import type { AreaKind } from '#shared/domain/territory/territory.ts';

import type { ReadHandle } from '../../../store/handles.ts';
import {
  type AreaContent,
  type Current,
  currentAreas,
} from '../../../store/repositories/territory-import-rows.ts';

export interface KnownArea extends KeyedArea {
  readonly row: Current<AreaContent>;
}

/** Where something lies, by the areas that are open-ended now. */
export interface Places {
  readonly areas: readonly KnownArea[];
  of(kind: AreaKind): AreaIndex<KnownArea>;
  /** NIS code of the municipality, else the code it has of its own, or empty when no area tells. */
  municipalityCode(position: Position): string;
  /** Name of the sub-municipality, or empty. */
  subMunicipality(position: Position): string;
  /** The municipalities that areas tell of. */
  readonly municipalityCodes: ReadonlySet<string>;
  /** What areas tell of a municipality, or undefined when they tell nothing. */
  ground(municipalityCode: string): Ground | undefined;
}

/** The ground of one municipality. */
export interface Ground {
  /** False when only parts of it are known: neighbourhoods, sub-municipalities. */
  readonly whole: boolean;
  holds(position: Position): boolean;
  /** Whether the position is on the ground or so near that it may belong to it all the same. */
  reaches(position: Position): boolean;
}

const NIS = /^\d{5}/;
/** Borders and streets are drawn by different hands, and a street may be the border: in metres. */
const BESIDE_BORDER = 250;
/** How far from the known parts of a municipality the rest of it may be, in metres. */
const BESIDE_PARTS = 3_000;

/** The NIS code that Belgian area codes begin with (12025, 12025A, 12025W01), or empty. */
export function municipalityOfCode(officialId: string): string {
  return NIS.exec(officialId)?.[0] ?? '';
}

function municipalityOf({ row, officialId }: KnownArea): string {
  return municipalityOfCode(officialId) || (row.kind === 'municipality' ? officialId : '');
}

export async function loadPlaces(read: ReadHandle): Promise<Places> {
  const areas: KnownArea[] = [];
  for await (const page of currentAreas(read)) {
    for (const row of page) {
      areas.push({
        id: row.id,
        officialId: row.official_id,
        geometry: JSON.parse(row.geometry) as MultiPolygonRings,
        row,
      });
    }
  }
  return placesOf(areas);
}

function placesOf(areas: readonly KnownArea[]): Places {
  const indexes = new Map<AreaKind, AreaIndex<KnownArea>>();
  const of = (kind: AreaKind): AreaIndex<KnownArea> => {
    let index = indexes.get(kind);
    if (!index) {
      index = indexAreas(areas.filter(({ row }) => row.kind === kind));
      indexes.set(kind, index);
    }
    return index;
  };
  const inside = areas.filter(({ row }) => LEVELS.some((kind) => kind === row.kind));
  const byMunicipality = Map.groupBy(inside, municipalityOf);
  byMunicipality.delete('');
  const grounds = new Map<string, Ground | undefined>();
  return {
    areas,
    of,
    municipalityCode(position) {
      const found = LEVELS.map((kind) => of(kind).locate(position));
      const code = found.map((area) => municipalityOfCode(area?.officialId ?? '')).find(Boolean);
      return code ?? found[0]?.officialId ?? '';
    },
    subMunicipality: (position) => of('sub-municipality').locate(position)?.row.name_nl ?? '',
    municipalityCodes: new Set(byMunicipality.keys()),
    ground(municipalityCode) {
      if (!grounds.has(municipalityCode)) {
        grounds.set(municipalityCode, groundOf(byMunicipality.get(municipalityCode) ?? []));
      }
      return grounds.get(municipalityCode);
    },
  };
}

const LEVELS = ['municipality', 'sub-municipality', 'neighbourhood'] as const;

function groundOf(areas: readonly KnownArea[]): Ground | undefined {
  if (areas.length === 0) return undefined;
  const borders = areas.filter(({ row }) => row.kind === 'municipality');
  const whole = borders.length > 0;
  const index = indexAreas(whole ? borders : areas);
  const beside = whole ? BESIDE_BORDER : BESIDE_PARTS;
  const holds = (position: Position): boolean => index.locate(position) !== undefined;
  return {
    whole,
    holds,
    reaches: (position) =>
      holds(position) ||
      index
        .bordersIn(boundsAround(position, beside))
        .some(({ from, to }) => nearestOnLine([from, to], position).metres <= beside),
  };
}

function boundsAround([longitude, latitude]: Position, metres: number): Bounds {
  const north = metres / 111_000;
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return [longitude - east, latitude - north, longitude + east, latitude + north];
}
