import {
  type Bounds,
  boundsOf,
  type MultiPolygonRings,
} from '#shared/domain/territory/geometry.ts';
import type { AreaKind } from '#shared/domain/territory/territory.ts';

import {
  type AreaContent,
  type Current,
  currentAreas,
} from '../../../store/repositories/territory-import-rows.ts';
import { differences } from './differences.ts';
import { type AreaRecord, interpretArea } from './interpret.ts';
import { PendingChanges } from './pending-changes.ts';
import { municipalityOfCode } from './places.ts';
import { settleAreas } from './settle-areas.ts';
import { type Accepted, assertLater, eachBatch, type ImportWork } from './work.ts';

/** Imports polygons of one level. */
export async function importAreas(work: ImportWork, kind: AreaKind): Promise<void> {
  const existing = new Map<string, Current<AreaContent>>();
  for await (const page of currentAreas(work.read)) {
    for (const row of page) if (row.kind === kind) existing.set(row.official_id, row);
  }
  const seen = new Set<string>();
  const mentioned = new Set<string>();
  const affected: Bounds[] = [];
  const pending = new PendingChanges(work.changes);
  const touch = (geometry: MultiPolygonRings): void => {
    const bounds = boundsOf(geometry.flat(2));
    if (bounds) affected.push(bounds);
  };
  const end = (row: Current<AreaContent>): void => {
    assertLater(work, row);
    pending.areas.closed.push(row);
    touch(JSON.parse(row.geometry) as MultiPolygonRings);
  };

  const take = ({ row, content: record }: Accepted<AreaRecord>): void => {
    if (seen.has(record.officialId)) {
      const field = work.plan.mapping.officialId ?? '';
      work.tally.refuse({
        row,
        reason: 'duplicate-official-id',
        field,
        value: record.officialId,
      });
      return;
    }
    seen.add(record.officialId);
    mentioned.add(scopeOf(kind, record.officialId));
    const known = existing.get(record.officialId);
    const content = {
      kind,
      official_id: record.officialId,
      name_nl: record.nameNl,
      name_fr: record.nameFr,
      geometry: JSON.stringify(record.geometry),
    };
    const change = !known
      ? 'added'
      : differences(contentOf(known), content)
        ? 'changed'
        : 'unchanged';
    work.tally.count(change, {
      officialId: record.officialId,
      nameNl: record.nameNl,
      nameFr: record.nameFr,
      detail: '',
    });
    work.tally.shape(record.geometry.flat());
    if (change === 'unchanged') return;
    if (known) end(known);
    touch(record.geometry);
    pending.areas.opened.push({ ...content, ...work.changes.identity('area'), parent_id: null });
  };

  await eachBatch(work, interpretArea, async (accepted) => {
    accepted.forEach(take);
    await pending.flush();
  });

  if (work.plan.complete && seen.size > 0) {
    for (const row of existing.values()) {
      const { official_id: id } = row;
      if (seen.has(id) || work.tally.refusedIds.has(id)) continue;
      if (!mentioned.has(scopeOf(kind, id))) continue;
      end(row);
      work.tally.counts.ended += 1;
    }
    await pending.flush();
  }
  if (work.storing && affected.length > 0) await settleAreas(work, kind, affected);
}

/**
 * Within what a file is complete: the municipality its codes begin with. Zones and municipalities are
 * complete as a whole, and so are codes that do not tell.
 */
function scopeOf(kind: AreaKind, officialId: string): string {
  return kind === 'zone' || kind === 'municipality' ? '' : municipalityOfCode(officialId);
}

function contentOf(row: Current<AreaContent>): Omit<AreaContent, 'parent_id'> {
  return {
    kind: row.kind,
    official_id: row.official_id,
    name_nl: row.name_nl,
    name_fr: row.name_fr,
    geometry: row.geometry,
  };
}
