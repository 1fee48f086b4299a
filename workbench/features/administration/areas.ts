import type { AdministeredArea } from '#shared/contract/administration.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { ADMINISTRATION_WIRE, type Area } from '#shared/protocol/administration.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { areaNames } from '../../store/repositories/territory-repository.ts';
import type { CentreLink } from '../sync/index.ts';

interface NamedArea extends Area {
  readonly nameNl: string;
  readonly nameFr: string;
}

/** What the centre knows of areas beside what this desk does, by name. Throws what the line throws. */
export async function readAreas(
  file: OpenFile,
  centre: CentreLink,
): Promise<{ readonly areas: AdministeredArea[] }> {
  const known = (await centre.ask(ADMINISTRATION_WIRE.areas, {})).areas;
  const here = await areasHere(file);
  const parents = new Map(known.map(({ id, parentId }) => [id, parentId]));
  const areas = here.map((area) => ({
    ...area,
    atCentre: parents.get(area.id) === area.parentId,
    here: true,
  }));
  const ids = new Set(here.map(({ id }) => id));
  for (const area of known) {
    if (ids.has(area.id)) continue;
    areas.push({ ...area, nameNl: '', nameFr: '', atCentre: true, here: false });
  }
  return { areas };
}

/**
 * Tells the centre the neighbourhoods and districts of this desk. Throws INVALID_FIELD (`areas`,
 * `required`) when there are none here, and what the line throws.
 */
export async function tellAreas(
  file: OpenFile,
  centre: CentreLink,
): Promise<{ readonly told: number }> {
  const areas = (await areasHere(file)).map(({ id, kind, parentId }) => ({ id, kind, parentId }));
  if (areas.length === 0) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'areas', reason: 'required' });
  }
  await centre.ask(ADMINISTRATION_WIRE.setAreas, { areas });
  return { told: areas.length };
}

async function areasHere({ store: { read, clock } }: OpenFile): Promise<readonly NamedArea[]> {
  const rows = await areaNames(read, ['district', 'neighbourhood'], dayOf(clock.now()))
    .select('parent_id')
    .execute();
  const districts = new Set(rows.flatMap(({ id, kind }) => (kind === 'district' ? [id] : [])));
  return rows
    .map((row) => ({
      id: row.id,
      kind: row.kind === 'district' ? ('district' as const) : ('neighbourhood' as const),
      // A neighbourhood may lie in a municipality as well: rights go by districts.
      parentId: row.parent_id !== null && districts.has(row.parent_id) ? row.parent_id : null,
      nameNl: row.name_nl,
      nameFr: row.name_fr,
    }))
    .sort((one, other) => one.nameNl.localeCompare(other.nameNl, 'nl'));
}
