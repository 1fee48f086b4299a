import type { StreetPicture } from '#shared/contract/streets.ts';
import { countedSince } from '#shared/domain/streets/picture.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { officersOfNeighbourhoods } from '../../store/repositories/people-repository.ts';
import { boundsOfStreet, neighbourhoodsOfStreet } from '../../store/repositories/place-extent.ts';
import type { PlaceOfContacts } from '../../store/repositories/place-picture.ts';
import { placeOfStreet } from '../../store/repositories/place-repository.ts';
import {
  streetRows,
  type StreetVersion,
  streetVersions,
} from '../../store/repositories/place-versions.ts';
import { contactsOfPiece } from './contacts-of-piece.ts';
import { readPicture } from './read-picture.ts';

/**
 * Everything about one street; its versions count as one. With a piece of it, the picture is of the contacts
 * there. Throws NOT_FOUND (street).
 */
export async function readStreet(
  file: OpenFile,
  { id, segmentId = null }: { readonly id: Id; readonly segmentId?: Id | null },
): Promise<StreetPicture> {
  const { store } = file;
  const { read } = store;
  const today = dayOf(store.clock.now());
  const since = countedSince(today);
  const ids = await streetVersions(read, id);
  const [street, ...former] = await streetRows(read, ids);
  if (!street) throw new WorkbenchError('NOT_FOUND', { what: 'street' });
  const { position } = await placeOfStreet(read, street.id, today);
  const bounds = await boundsOfStreet(read, ids, today);
  const place: PlaceOfContacts =
    segmentId === null ? { column: 'street_id', ids } : await contactsOfPiece(file, ids, segmentId);
  return {
    id: street.id,
    nameNl: street.nameNl,
    nameFr: street.nameFr,
    postcode: street.postcode,
    subMunicipality: street.subMunicipality,
    endedOn: street.validTo <= today ? street.validTo : null,
    formerNames: formerNames(street, former),
    neighbourhoods: await neighbourhoodsWithOfficers(store, ids),
    position: position && [position[0], position[1]],
    bounds: bounds && [...bounds],
    picture: await readPicture(read, place, { today, since }),
  };
}

async function neighbourhoodsWithOfficers(
  store: OpenFile['store'],
  streetIds: readonly Id[],
): Promise<StreetPicture['neighbourhoods']> {
  const today = dayOf(store.clock.now());
  const areas = await neighbourhoodsOfStreet(store.read, streetIds, today);
  if (areas.length === 0) return [];
  const areaIds = areas.map((area) => area.id);
  const officers = await officersOfNeighbourhoods(store.read, areaIds, today).execute();
  return areas.map((area) => ({
    ...area,
    officers: officers
      .filter((officer) => officer.neighbourhood_id === area.id)
      .map((officer) => ({ officerId: officer.officer_id, displayName: officer.display_name })),
  }));
}

/** Names other than that of today, each once, the newest first. */
function formerNames(
  street: StreetVersion,
  former: readonly StreetVersion[],
): StreetPicture['formerNames'] {
  const known = new Set([nameOf(street)]);
  return former.flatMap((version) => {
    if (known.has(nameOf(version))) return [];
    known.add(nameOf(version));
    const { nameNl, nameFr, validTo } = version;
    return [{ nameNl, nameFr, until: validTo }];
  });
}

function nameOf({ nameNl, nameFr }: Pick<StreetVersion, 'nameNl' | 'nameFr'>): string {
  return JSON.stringify([nameNl, nameFr]);
}
