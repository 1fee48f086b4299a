import type { ExportRequest } from '#shared/contract/exports.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';

import type { CellWriter } from './contact-cells.ts';
import type { ExportFile } from './export-file.ts';

/**
 * A GeoJSON FeatureCollection (RFC 7946) of the contacts that have a place: a point each, longitude
 * first, with the columns as properties. Moments are ISO 8601 in UTC. What was filtered, and how many
 * have no place, stands in the foreign member `wijkwerk` (section 6.1 of the RFC).
 */
export function geojsonFile(request: ExportRequest, writer: CellWriter): ExportFile {
  const { words, view, include } = request;
  let placed = 0;
  let placeless = 0;

  const feature = (contact: Contact): string => {
    const properties: Record<string, unknown> = {};
    for (const column of view.columns) {
      if (column === 'position') continue;
      properties[column] =
        column === 'when'
          ? contact.occurredAt
          : column === 'logged'
            ? contact.loggedAt
            : column === 'duration'
              ? contact.durationMinutes
              : writer.cell(column, contact);
    }
    if (include.assessments) properties['assessment'] = contact.assessment;
    return JSON.stringify({
      type: 'Feature',
      id: contact.id,
      geometry: { type: 'Point', coordinates: contact.position },
      properties: {
        ...properties,
        placeSource: contact.placeSource,
        withdrawn: contact.withdrawn,
        amendments: contact.amendments,
      },
    });
  };
  return {
    ending: 'geojson',
    begin: () => '{"type":"FeatureCollection","features":[',
    part(contacts) {
      const withPlace = contacts.filter(({ position }) => position !== null);
      placeless += contacts.length - withPlace.length;
      const text = withPlace
        .map((contact, index) => `${placed + index === 0 ? '\n' : ',\n'}${feature(contact)}`)
        .join('');
      placed += withPlace.length;
      return { text, written: withPlace.length };
    },
    end: () =>
      `\n],"wijkwerk":${JSON.stringify({
        language: request.language,
        about: words.about.map(([label, value]) => ({ label, value })),
        filter: view.filter,
        contacts: placed,
        withoutPlace: placeless,
      })}}\n`,
  };
}
