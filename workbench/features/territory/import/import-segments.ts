import { createHash } from 'node:crypto';

import {
  type Current,
  type SegmentContent,
  unusedStreets,
} from '../../../store/repositories/territory-import-rows.ts';
import { interpretLines, type LinesRecord } from './interpret.ts';
import { BATCH_ROWS } from './limits.ts';
import { PendingChanges } from './pending-changes.ts';
import { loadPlaces, type Places } from './places.ts';
import {
  addBySource,
  cutIntoSegments,
  type SegmentsBySource,
  settleSegments,
  sourceCode,
} from './segment-pieces.ts';
import { isDerived, type KnownStreet, StreetRegister } from './street-register.ts';
import { type Spot, spotOfLines } from './street-sites.ts';
import { type Accepted, assertLater, eachBatch, type ImportWork } from './work.ts';

/**
 * Imports lines with the name of a street. Streets are found by name, or begin with the import.
 *
 * @param repeated codes that the file uses for more than one feature.
 */
export async function importSegments(
  work: ImportWork,
  repeated: ReadonlySet<string>,
): Promise<void> {
  const places = await loadPlaces(work.read);
  const existing: SegmentsBySource = new Map();
  const streets = await StreetRegister.load(work, places, (rows) => addBySource(existing, rows));
  await expectLines(work, streets);
  const streetOf = new Map([...streets.all()].map((street) => [street.id, street]));
  /** What the file said of each code, shortened to a hash: a million rows may follow. */
  const seen = new Map<string, string>();
  const mentioned = new Set<string>();
  const pending = new PendingChanges(work.changes);

  const resolve = (record: LinesRecord): KnownStreet => {
    const spot = spotOfLines(record.lines);
    const municipalityCode = record.street.municipalityCode || municipalityAt(places, spot);
    const wanted = { ...record.street, municipalityCode };
    const [middle] = spot.positions;
    const found = streets.find(wanted, {
      stated: record.street.subMunicipality,
      likely: middle ? places.subMunicipality(middle) : '',
      spot,
    });
    if (found) {
      streets.place(found.id, spot);
      return found;
    }
    const opened = { ...streets.begin('line', wanted), ...work.changes.identity('street') };
    pending.streets.opened.push(opened);
    const street = { ...opened, valid_from: work.plan.validFrom };
    streets.add(street);
    streets.place(street.id, spot);
    streetOf.set(street.id, street);
    return street;
  };

  const take = ({ row, content: record }: Accepted<LinesRecord>): void => {
    const source = sourceCodeOf(record, repeated);
    const said = hashOf(record);
    const before = seen.get(source);
    if (before !== undefined) {
      work.tally.refuse({
        row,
        reason: before === said ? 'repeated' : 'duplicate-official-id',
        field: work.plan.mapping.officialId ?? '',
        value: record.officialId,
      });
      return;
    }
    seen.set(source, said);
    const street = resolve(record);
    mentioned.add(streets.municipalityOf(street));
    const rows = existing.get(source) ?? [];
    const wanted = cutIntoSegments(
      { source, streetId: street.id, roadClass: record.roadClass, lines: record.lines },
      places.of('neighbourhood'),
    );
    const differs = settleSegments(work, pending, rows, wanted, 'stated');
    work.tally.count(rows.length === 0 ? 'added' : differs ? 'changed' : 'unchanged', {
      officialId: source,
      nameNl: street.name_nl,
      nameFr: street.name_fr,
      detail: neighbourhoodNames(wanted, places),
    });
    work.tally.shape(record.lines);
  };

  await eachBatch(work, interpretLines, async (accepted) => {
    accepted.forEach(take);
    await pending.flush();
  });

  if (!work.plan.complete || seen.size === 0) return;
  const left = new Set<string>();
  for (const [source, rows] of existing) {
    const street = streetOf.get(rows[0]?.street_id ?? '');
    if (seen.has(source) || work.tally.refusedIds.has(source)) continue;
    if (!mentioned.has(street ? streets.municipalityOf(street) : '')) continue;
    for (const row of rows) endSegment(work, pending, row);
    work.tally.counts.ended += 1;
    if (street && isDerived(street.official_id, 'line')) left.add(street.id);
    if (pending.size >= BATCH_ROWS) {
      await pending.flush();
      await work.pace.step('writing', work.rows, work.rows);
    }
  }
  await pending.flush();
  if (work.storing) await endUnusedStreets(work, pending, [...left], streetOf);
}

/**
 * Tells the register where the file has lines of each name, before the first of them gets a street: a
 * street is the same whatever the order in which its stretches come.
 */
async function expectLines(work: ImportWork, streets: StreetRegister): Promise<void> {
  let done = 0;
  for await (const batch of work.source.rows().batches()) {
    for (const row of batch) {
      const read = interpretLines(row, work.reading);
      if (!('content' in read)) continue;
      streets.expect(read.content.street, spotOfLines(read.content.lines));
    }
    done += batch.length;
    await work.pace.step('comparing', done, work.rows);
  }
}

/** The municipality of the middle of a line, else of an end that reaches into one. */
function municipalityAt(places: Places, { positions }: Spot): string {
  return positions.map((position) => places.municipalityCode(position)).find(Boolean) ?? '';
}

function endSegment(work: ImportWork, pending: PendingChanges, row: Current<SegmentContent>): void {
  assertLater(work, row);
  pending.segments.closed.push(row);
}

/** A street that only a map file knew ends with the last of its lines; a register's street goes on. */
async function endUnusedStreets(
  work: ImportWork,
  pending: PendingChanges,
  streetIds: readonly string[],
  streetOf: ReadonlyMap<string, KnownStreet>,
): Promise<void> {
  for (const id of await unusedStreets(work.read, streetIds)) {
    const street = streetOf.get(id);
    if (!street) continue;
    assertLater(work, street);
    pending.streets.closed.push(street);
  }
  await pending.flush();
}

/**
 * A code for a feature that is the same in every version of the file. Where the file has none, or
 * gives the same one to several features, the shape has to help: its hash does not depend on the
 * order of the features.
 */
function sourceCodeOf(record: LinesRecord, repeated: ReadonlySet<string>): string {
  const code = sourceCode(record.officialId);
  if (code !== '' && !repeated.has(record.officialId)) return code;
  return `${code || 'line'}~${hashOf(record.lines).slice(0, 12)}`;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function neighbourhoodNames(wanted: readonly SegmentContent[], places: Places): string {
  const names = wanted.map(
    ({ neighbourhood_id: id }) => places.areas.find((area) => area.id === id)?.row.name_nl ?? '',
  );
  return [...new Set(names.filter((name) => name !== ''))].join(', ');
}
