import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { open311Request, open311RequestSchema } from '#shared/domain/actions/open311.ts';

import { isMissing, sharedData } from '../factories/shared-data.ts';

/** Requests as the city of Chicago published them by Open311 GeoReport v2. */
const PATH = 'reports/open311_chicago_requests.json';
const PUBLISHED = sharedData(PATH);

it.skipIf(isMissing(PATH))('has the shape in which a city publishes its requests', () => {
  const published = JSON.parse(readFileSync(PUBLISHED, 'utf8')) as Record<string, unknown>[];
  expect(published.length).toBeGreaterThan(0);
  for (const request of published) {
    const parsed = open311RequestSchema.safeParse(request);
    expect(parsed.error, JSON.stringify(request)).toBeUndefined();
  }
  const made = open311Request({
    id: 'r-1',
    service: { code: 'unadapted-speed', name: 'Onaangepaste snelheid' },
    agency: 'Dienst wegen',
    asked: 'Drempel aanleggen',
    requestedAt: '2026-06-15T08:00:00.000Z',
    dueOn: '2026-08-01',
    doneOn: '2026-08-03',
    address: 'Zonnebloemstraat',
    position: [4.41, 51.005],
    lines: ['maandag van 8 tot 9'],
  });
  expect(open311RequestSchema.parse(made)).toEqual(made);
  // What both say, both say in the same words and with values of the same kind.
  const fields = new Set(published.flatMap((request) => Object.keys(request)));
  const shared = Object.entries(made).filter(([field]) => fields.has(field));
  expect(shared.length).toBeGreaterThanOrEqual(9);
  for (const [field, value] of shared) {
    const known = published.find((request) => request[field] !== undefined)?.[field];
    expect([field, typeof value]).toEqual([field, typeof known]);
  }
  expect(made).toMatchObject({ lat: 51.005, long: 4.41, status: 'closed' });
});
