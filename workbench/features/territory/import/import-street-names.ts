import { streetNameKey } from '#shared/domain/territory/import/street-name-key.ts';

import {
  currentAddresses,
  currentSegments,
  type StreetContent,
} from '../../../store/repositories/territory-import-rows.ts';
import { deriveAddress } from './derive-address.ts';
import { differences } from './differences.ts';
import { interpretStreet, type StreetRecord } from './interpret.ts';
import { PendingChanges } from './pending-changes.ts';
import { loadPlaces, municipalityOfCode } from './places.ts';
import { contentOfSegment, settleSegments } from './segment-pieces.ts';
import {
  derivedStreetId,
  isDerived,
  type KnownStreet,
  mergedStreet,
  StreetRegister,
} from './street-register.ts';
import { type Accepted, assertLater, eachBatch, type ImportWork } from './work.ts';

/** A street that ended, and the one that took its place. */
interface Succession {
  readonly before: KnownStreet;
  readonly after: KnownStreet | undefined;
}

/**
 * Imports the names of streets. A street that is known already, from a map file or an older list, is
 * not doubled: what was not known of it is filled in where it stands, and what has changed (another
 * name for the same code, another postcode) ends it and begins a new one that its segments and
 * addresses go over to. Contacts keep pointing at the street as it was called at the time.
 */
export async function importStreetNames(work: ImportWork): Promise<void> {
  const streets = await StreetRegister.load(work, await loadPlaces(work.read));
  await knowMunicipalities(work, streets);
  const before = [...streets.all()];
  const claimed = new Set<string>();
  const seen = new Set<string>();
  const mentioned = new Set<string>();
  const pending = new PendingChanges(work.changes);
  let successions: Succession[] = [];

  const take = ({ row, content: record }: Accepted<StreetRecord>): void => {
    const code = record.officialId || derivedStreetId('name', record);
    if (seen.has(code)) {
      work.tally.refuse({
        row,
        reason: 'duplicate-official-id',
        field: work.plan.mapping.officialId ?? work.plan.mapping.nameNl ?? '',
        value: record.officialId || record.nameNl,
      });
      return;
    }
    seen.add(code);
    mentioned.add(record.municipalityCode);
    const whereabouts = { stated: record.subMunicipality, likely: '' };
    const known = streets.find(record, whereabouts, (street) => !claimed.has(street.id));
    const content = known ? wantedContent(streets, known, record) : streets.begin('name', record);
    const after = known && differences(contentOf(known), content);
    work.tally.count(!known ? 'added' : after ? 'changed' : 'unchanged', {
      officialId: content.official_id,
      nameNl: content.name_nl,
      nameFr: content.name_fr,
      detail: [content.postcode, content.sub_municipality].filter((part) => part !== '').join(' '),
    });
    if (known && !after) {
      claimed.add(known.id);
      return;
    }
    if (known && after && onlyFillsGaps(known, content)) {
      const corrected = { ...known, ...content };
      pending.streets.corrected.push({ row: known, after });
      streets.remove(known);
      streets.add(corrected);
      claimed.add(known.id);
      return;
    }
    const identity = work.changes.identity('street');
    const opened = { ...content, ...identity, valid_from: work.plan.validFrom };
    pending.streets.opened.push({ ...content, ...identity });
    if (known) {
      assertLater(work, known);
      pending.streets.closed.push(known);
      streets.remove(known);
      successions.push({ before: known, after: opened });
    }
    streets.add(opened);
    claimed.add(opened.id);
  };

  await eachBatch(work, interpretStreet, async (accepted) => {
    accepted.forEach(take);
    await pending.flush();
    if (work.storing) await followAll(work, pending, successions);
    successions = [];
  });

  if (!work.plan.complete || seen.size === 0) return;
  const current = new Set([...streets.all()].map((street) => street.id));
  for (const street of before) {
    if (claimed.has(street.id) || !current.has(street.id)) continue;
    // A name that only a map file has (a numbered road, a cycle route) is not the register's to end.
    if (isDerived(street.official_id, 'line') || !mentioned.has(street.municipality_code)) continue;
    if (work.tally.refusedIds.has(street.official_id)) continue;
    assertLater(work, street);
    pending.streets.closed.push(street);
    work.tally.counts.ended += 1;
    successions.push({ before: street, after: undefined });
  }
  await pending.flush();
  if (work.storing) await followAll(work, pending, successions);
}

/** Tells the register of which municipalities the list is, before the first name gets a street. */
async function knowMunicipalities(work: ImportWork, streets: StreetRegister): Promise<void> {
  let done = 0;
  for await (const batch of work.source.rows().batches()) {
    for (const row of batch) {
      const read = interpretStreet(row, work.reading);
      if ('content' in read) streets.know(read.content.municipalityCode);
    }
    done += batch.length;
    await work.pace.step('comparing', done, Math.max(work.rows, done));
  }
}

/** A street without a register's code takes the form of code that a list of names gives. */
function wantedContent(
  streets: StreetRegister,
  known: KnownStreet,
  record: StreetRecord,
): StreetContent {
  const merged = mergedStreet(known, record);
  const code = isDerived(merged.official_id)
    ? derivedStreetId('name', {
        officialId: '',
        nameNl: merged.name_nl,
        nameFr: merged.name_fr,
        municipalityCode: merged.municipality_code,
        subMunicipality: merged.sub_municipality,
        postcode: merged.postcode,
      })
    : merged.official_id;
  return { ...merged, official_id: streets.freeCode(code, known) };
}

/** Whether all that differs was empty or only derived before, or is another spelling of the same name. */
export function onlyFillsGaps(known: StreetContent, content: StreetContent): boolean {
  const fills = (before: string, after: string) => before === '' || before === after;
  return (
    (known.official_id === content.official_id || isDerived(known.official_id)) &&
    streetNameKey(known.name_nl) === streetNameKey(content.name_nl) &&
    fills(known.name_fr, content.name_fr) &&
    // A code that no register gave was only taken from the name of a border.
    (municipalityOfCode(known.municipality_code) === '' ||
      known.municipality_code === content.municipality_code) &&
    fills(known.sub_municipality, content.sub_municipality) &&
    fills(known.postcode, content.postcode)
  );
}

async function followAll(
  work: ImportWork,
  pending: PendingChanges,
  successions: readonly Succession[],
): Promise<void> {
  for (const succession of successions) await follow(work, pending, succession);
}

/** Segments and addresses always belong to a street that is open-ended: they go over, or end with it. */
async function follow(
  work: ImportWork,
  pending: PendingChanges,
  { before, after }: Succession,
): Promise<void> {
  for await (const page of currentSegments(work.read, before.id)) {
    for (const row of page) {
      const wanted = after ? [{ ...contentOfSegment(row), street_id: after.id }] : [];
      settleSegments(work, pending, [row], wanted, 'derived');
    }
    await pending.flush();
    await work.pace.step('writing', work.rows, work.rows);
  }
  for await (const page of currentAddresses(work.read, before.id)) {
    for (const row of page) {
      if (after) deriveAddress(work, pending, row, { street_id: after.id });
      else {
        assertLater(work, row);
        pending.addresses.closed.push(row);
      }
    }
    await pending.flush();
    await work.pace.step('writing', work.rows, work.rows);
  }
}

function contentOf(row: KnownStreet): StreetContent {
  return {
    official_id: row.official_id,
    name_nl: row.name_nl,
    name_fr: row.name_fr,
    municipality_code: row.municipality_code,
    sub_municipality: row.sub_municipality,
    postcode: row.postcode,
  };
}
