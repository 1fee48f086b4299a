import { createHash } from 'node:crypto';

import {
  AREA_KINDS,
  TERRITORY_LAYERS,
  type TerritoryLayer,
} from '#shared/domain/territory/territory.ts';

import type { WriteHandle } from '../../store/handles.ts';
import {
  storedChanges,
  type TerritoryChanges,
} from '../../store/repositories/territory-changes.ts';
import { highestRowIds } from '../../store/repositories/territory-import-rows.ts';
import type { DemoTown } from './town.ts';

/** Layers that make the town, each an import a millisecond after the one before. */
const LAYERS = TERRITORY_LAYERS.length;

interface ImportFacts {
  readonly now: string;
  readonly importedBy: string;
  readonly newId: () => string;
}

/** Each layer comes in as an import of its own, as a zone's would. */
export async function writeTerritory(
  handle: WriteHandle,
  town: DemoTown,
  facts: ImportFacts,
): Promise<void> {
  let position = 0;
  const layer = (
    name: TerritoryLayer,
    rows: readonly { readonly id: string }[],
    open: (changes: TerritoryChanges) => Promise<void>,
  ): Promise<void> => writeLayer(handle, town, facts, { name, position: position++, rows, open });

  for (const kind of AREA_KINDS) {
    const areas = town.areas.filter((area) => area.kind === kind);
    await layer(kind, areas, (changes) =>
      changes.openAreas(
        areas.map((area) => ({
          row_id: changes.identity('area').row_id,
          id: area.id,
          kind,
          official_id: area.officialId,
          name_nl: area.nameNl,
          name_fr: area.nameFr,
          parent_id: area.parentId,
          geometry: JSON.stringify(area.geometry),
        })),
      ),
    );
  }
  await layer('street-names', town.streets, (changes) =>
    changes.openStreets(
      town.streets.map((street) => ({
        row_id: changes.identity('street').row_id,
        id: street.id,
        official_id: street.officialId,
        name_nl: street.nameNl,
        name_fr: street.nameFr,
        municipality_code: street.municipalityCode,
        sub_municipality: street.subMunicipality,
        postcode: street.postcode,
      })),
    ),
  );
  await layer('segments', town.segments, (changes) =>
    changes.openSegments(
      town.segments.map((segment) => ({
        row_id: changes.identity('segment').row_id,
        id: segment.id,
        official_id: segment.officialId,
        street_id: segment.streetId,
        neighbourhood_id: segment.neighbourhoodId,
        geometry: JSON.stringify(segment.geometry),
        length_metres: segment.lengthMetres,
        road_class: segment.roadClass,
      })),
    ),
  );
  await layer('addresses', town.addresses, (changes) =>
    changes.openAddresses(
      town.addresses.map((address) => ({
        row_id: changes.identity('address').row_id,
        id: address.id,
        official_id: address.officialId,
        street_id: address.streetId,
        house_number: address.houseNumber,
        box_number: address.boxNumber,
        postcode: address.postcode,
        longitude: address.position[0],
        latitude: address.position[1],
        neighbourhood_id: address.neighbourhoodId,
      })),
    ),
  );
  await layer('landscape', town.landscape, (changes) =>
    changes.openLandscape(
      town.landscape.map((one) => ({
        id: one.id,
        kind: one.kind,
        official_id: one.officialId,
        name_nl: one.nameNl,
        name_fr: one.nameFr,
        geometry: JSON.stringify(one.geometry),
      })),
    ),
  );
}

async function writeLayer(
  { tables, record }: WriteHandle,
  town: DemoTown,
  { now, importedBy, newId }: ImportFacts,
  layer: {
    readonly name: TerritoryLayer;
    readonly position: number;
    readonly rows: readonly { readonly id: string }[];
    readonly open: (changes: TerritoryChanges) => Promise<void>;
  },
): Promise<void> {
  const importId = newId();
  const count = layer.rows.length;
  const fileName = `${town.name.toLowerCase()}-${layer.name}`;
  const sourceSha256 = createHash('sha256').update(JSON.stringify(layer.rows)).digest('hex');
  const counts = { read: count, added: count, changed: 0, unchanged: 0, ended: 0, refused: 0 };
  const reading = {
    layer: layer.name,
    mapping: {},
    coordinateSystem: 'EPSG:4326',
    validFrom: town.validFrom,
    complete: true,
    // The map says so too, to whoever takes a picture of it.
    credit: `${town.name}: fictieve gegevens / données fictives`,
  };
  const plan = { uploadId: importId, ...reading };
  await tables
    .insertInto('territory_import')
    .values({
      id: importId,
      layer: layer.name,
      file_name: fileName,
      source_sha256: sourceSha256,
      plan: JSON.stringify(plan),
      // One after the other: which import is the newest is told by its moment.
      imported_at: new Date(Date.parse(now) - LAYERS + layer.position).toISOString(),
      imported_by: importedBy,
      valid_from: town.validFrom,
      counts: JSON.stringify(counts),
      undone_at: null,
    })
    .execute();
  const highest = await highestRowIds(tables);
  await layer.open(storedChanges(tables, { importId, validFrom: town.validFrom, newId, highest }));
  await record({
    entity: 'territory-import',
    entityId: importId,
    baseVersion: 0,
    change: {
      kind: 'command',
      name: 'importTerritory',
      arguments: { ...reading, sourceSha256, counts },
    },
  });
}
