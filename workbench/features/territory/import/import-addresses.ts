import {
  type AddressContent,
  addressesByOfficialId,
  type Current,
  currentAddresses,
} from '../../../store/repositories/territory-import-rows.ts';
import { contentOfAddress } from './derive-address.ts';
import { differences } from './differences.ts';
import { onlyFillsGaps } from './import-street-names.ts';
import { type AddressRecord, interpretAddress } from './interpret.ts';
import { PendingChanges } from './pending-changes.ts';
import { loadPlaces } from './places.ts';
import { type KnownStreet, mergedStreet, StreetRegister } from './street-register.ts';
import { spotOfPosition } from './street-sites.ts';
import { type Accepted, assertLater, eachBatch, type ImportWork } from './work.ts';

interface Placed {
  readonly row: number;
  readonly content: AddressContent;
  readonly street: KnownStreet;
}

/**
 * Imports addresses. Their streets are found by the register's code or by name; one that is not known
 * begins with the import. What is compared is looked up batch by batch, so that a million addresses
 * are never in memory at once.
 */
export async function importAddresses(work: ImportWork): Promise<void> {
  const places = await loadPlaces(work.read);
  const neighbourhoods = places.of('neighbourhood');
  const streets = await StreetRegister.load(work, places);
  const municipalityOf = new Map(
    [...streets.all()].map((street) => [street.id, street.municipality_code]),
  );
  const seen = new Set<string>();
  const mentioned = new Set<string>();
  const pending = new PendingChanges(work.changes);

  const resolve = ({ street: stated, position }: AddressRecord): KnownStreet | undefined => {
    const spot = spotOfPosition(position);
    const municipalityCode = stated.municipalityCode || places.municipalityCode(position);
    const wanted = { ...stated, municipalityCode };
    streets.expect(wanted, spot);
    // The postal name of a place is a hint and no more: it is often that of the larger neighbour.
    const found = streets.find(wanted, { stated: '', likely: wanted.subMunicipality, spot });
    if (found) {
      streets.place(found.id, spot);
      return enriched(found, stated);
    }
    if (wanted.nameNl === '') return undefined;
    const content = streets.begin('name', wanted);
    const identity = work.changes.identity('street');
    pending.streets.opened.push({ ...content, ...identity });
    const street = { ...content, ...identity, valid_from: work.plan.validFrom };
    streets.add(street);
    streets.place(street.id, spot);
    municipalityOf.set(street.id, municipalityCode);
    return street;
  };

  /** Fills in what was not known of a street; what differs is left to the list of names. */
  const enriched = (street: KnownStreet, wanted: AddressRecord['street']): KnownStreet => {
    const content = mergedStreet(street, {
      ...wanted,
      nameNl: street.name_nl,
      subMunicipality: street.sub_municipality,
    });
    const after = differences(contentOf(street), content);
    if (!after || !onlyFillsGaps(street, content)) return street;
    const corrected = { ...street, ...content };
    pending.streets.corrected.push({ row: street, after });
    streets.remove(street);
    streets.add(corrected);
    municipalityOf.set(corrected.id, corrected.municipality_code);
    return corrected;
  };

  const place = ({ row, content: record }: Accepted<AddressRecord>): Placed | undefined => {
    const { mapping } = work.plan;
    const street = resolve(record);
    if (!street) {
      const field = mapping.streetOfficialId ?? '';
      const value = record.street.officialId;
      work.tally.refuse({ row, reason: 'unknown-street', field, value }, record.officialId);
      return undefined;
    }
    const { houseNumber, boxNumber, position } = record;
    const officialId =
      record.officialId || ['address', street.official_id, houseNumber, boxNumber].join(':');
    if (seen.has(officialId)) {
      const field = mapping.officialId ?? '';
      const value = officialId.slice(0, 80);
      work.tally.refuse({ row, reason: 'duplicate-official-id', field, value });
      return undefined;
    }
    seen.add(officialId);
    mentioned.add(street.municipality_code);
    const content = {
      official_id: officialId,
      street_id: street.id,
      house_number: houseNumber,
      box_number: boxNumber,
      postcode: record.street.postcode || street.postcode,
      longitude: position[0],
      latitude: position[1],
      neighbourhood_id: neighbourhoods.locate(position)?.id ?? null,
    };
    return { row, content, street };
  };

  await eachBatch(work, interpretAddress, async (accepted) => {
    const placed = accepted.map(place).filter((one) => one !== undefined);
    const known = new Map<string, Current<AddressContent>>();
    const codes = placed.map(({ content }) => content.official_id);
    for (const row of await addressesByOfficialId(work.read, codes))
      known.set(row.official_id, row);
    for (const one of placed) {
      const before = known.get(one.content.official_id);
      const differs = before && differences(contentOfAddress(before), one.content);
      tally(work, one, !before ? 'added' : differs ? 'changed' : 'unchanged');
      if (before && !differs) continue;
      if (before) {
        assertLater(work, before);
        pending.addresses.closed.push(before);
      }
      pending.addresses.opened.push({ ...one.content, ...work.changes.identity('address') });
    }
    await pending.flush();
  });

  if (!work.plan.complete || seen.size === 0) return;
  for await (const page of currentAddresses(work.read)) {
    for (const row of page) {
      if (seen.has(row.official_id) || work.tally.refusedIds.has(row.official_id)) continue;
      if (!mentioned.has(municipalityOf.get(row.street_id) ?? '')) continue;
      assertLater(work, row);
      pending.addresses.closed.push(row);
      work.tally.counts.ended += 1;
    }
    await pending.flush();
    await work.pace.step('writing', work.rows, work.rows);
  }
}

function tally(
  work: ImportWork,
  { content, street }: Placed,
  change: 'added' | 'changed' | 'unchanged',
): void {
  work.tally.count(change, {
    officialId: content.official_id,
    nameNl: street.name_nl,
    nameFr: street.name_fr,
    detail: [content.house_number, content.box_number].filter((part) => part !== '').join(' / '),
  });
  const position = [content.longitude, content.latitude] as const;
  work.tally.shape([[position]]);
}

function contentOf(street: KnownStreet) {
  return {
    official_id: street.official_id,
    name_nl: street.name_nl,
    name_fr: street.name_fr,
    municipality_code: street.municipality_code,
    sub_municipality: street.sub_municipality,
    postcode: street.postcode,
  };
}
