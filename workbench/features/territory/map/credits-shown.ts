import type { TerritoryLayer } from '#shared/domain/territory/territory.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../../store/handles.ts';
import {
  importsBehind,
  importsEndedBy,
  importsFillingStreets,
  importsInForce,
} from '../../../store/repositories/territory-credit-repository.ts';
import type { TerritoryTable } from '../../../store/repositories/territory-import-rows.ts';
import { zoneTerritory } from '../../../store/repositories/zone-territory-repository.ts';

/** Where the data of a layer's own file are, the table it is about first. */
const HOLDS: Readonly<Record<TerritoryLayer, readonly [TerritoryTable, ...TerritoryTable[]]>> = {
  zone: ['area'],
  municipality: ['area'],
  'sub-municipality': ['area'],
  district: ['area'],
  neighbourhood: ['area'],
  segments: ['segment', 'street'],
  'street-names': ['street'],
  addresses: ['address', 'street'],
  landscape: ['landscape'],
};

/**
 * The sources to name for what is valid that day, each once, in the order of their characters.
 *
 * An import counts when something of its own data is valid. Two things are easily missed. A segment or
 * address that began anew only because borders or names of streets changed still has the line or place
 * of the row it continues. And an import whose rows were there already has begun none of them, yet
 * they are its data as well; bringing a file in once more is how a forgotten source is added. It counts
 * as long as something of its layer is valid that was there before it. In doubt a source is rather
 * named than left out.
 *
 * Not quick where a large import has been replaced as a whole: ask once per version of the territory.
 */
export async function creditsShown(read: ReadHandle, today: Day): Promise<string[]> {
  const imports = await importsInForce(read).execute();
  const layerOf = new Map(imports.map(({ id, layer }) => [id, layer]));
  const behind: Readonly<Record<TerritoryTable, ReadonlySet<Id>>> = {
    area: idsOf(await importsBehind(read, 'area', today).execute()),
    street: idsOf(
      await importsBehind(read, 'street', today).execute(),
      await importsFillingStreets(read, today).execute(),
    ),
    segment: await withContinued(read, 'segment', today, (id) => layerOf.get(id) === 'segments'),
    address: await withContinued(read, 'address', today, (id) => layerOf.get(id) === 'addresses'),
    landscape: idsOf(await importsBehind(read, 'landscape', today).execute()),
  };
  const isConfirming = ({ layer, imported_at: moment, unchanged }: (typeof imports)[number]) => {
    const [table] = HOLDS[layer];
    return (
      unchanged > 0 &&
      imports.some(
        (earlier) =>
          earlier.imported_at < moment &&
          behind[table].has(earlier.id) &&
          // All kinds of areas share a table.
          (table !== 'area' || earlier.layer === layer),
      )
    );
  };
  const shown = imports.filter(
    (each) =>
      each.credit !== '' &&
      (HOLDS[each.layer].some((table) => behind[table].has(each.id)) || isConfirming(each)),
  );
  return [...new Set(shown.map(({ credit }) => credit))].sort();
}

/** The same, with the sources that the zone's version names: of what its imports filled in, nothing is known here. */
export async function creditsOfAll(read: ReadHandle, today: Day): Promise<string[]> {
  const { here } = await zoneTerritory(read);
  return [...new Set([...(here?.credits ?? []), ...(await creditsShown(read, today))])].sort();
}

/** The imports behind the rows of a table, and those behind what an import of another layer only continued. */
async function withContinued(
  read: ReadHandle,
  table: 'segment' | 'address',
  today: Day,
  isOwn: (importId: Id) => boolean,
): Promise<ReadonlySet<Id>> {
  const found = new Set(idsOf(await importsBehind(read, table, today).execute()));
  // A set that grows while it is gone through hands out what was added as well.
  for (const id of found) {
    if (isOwn(id)) continue;
    for (const ended of await importsEndedBy(read, table, id).execute()) found.add(ended.id);
  }
  return found;
}

function idsOf(...rows: readonly (readonly { readonly id: Id }[])[]): ReadonlySet<Id> {
  return new Set(rows.flat().map(({ id }) => id));
}
