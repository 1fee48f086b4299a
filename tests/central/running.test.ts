import { Validator } from '@seriousme/openapi-schema-validator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { WIRE, type WireEndpoint } from '#shared/protocol/wire.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { contactFields } from '../factories/central-zone.ts';
import { parsePrometheus } from './prometheus-text.ts';

/** What the centre tells whoever runs it. */
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer(memoryStore());
});
afterEach(() => server.stop());
const get = (path: string) => fetch(server.address + path);

it('its metrics are in the text format of Prometheus, and count what was done', async () => {
  const noor = await server.zone.officer('officer', server.zone.north);
  const { deviceId, centre } = await server.enrol(noor.principal.officerId);
  const change = contactFields(noor.principal.officerId, server.zone.north);
  const operations = [1, 2, 3].map((deviceSeq) => ({
    ...noor.operation({ entity: 'contact', change }),
    deviceSeq,
  }));
  await centre.push({ deviceId, epoch: null, waiting: 0, operations });
  const pulled = centre.pull(
    { deviceId, epoch: null, cursors: {}, resultsAfter: 0 },
    new AbortController().signal,
  );
  for await (const message of pulled) expect(message.type).not.toBe('gone');
  for (const path of ['/nowhere', '/v1/"odd"\\path', '/v1/push?secret=x']) await get(path);

  const response = await get('/metrics');
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const families = parsePrometheus(await response.text());
  const value = (name: string, labels: object): number | undefined =>
    families
      .get(name)
      ?.samples.find((sample) => JSON.stringify(sample.labels) === JSON.stringify(labels))?.value;
  expect(value('wijkwerk_operations_total', { outcome: 'accepted' })).toBe(3);
  expect(value('wijkwerk_rows_sent_total', {})).toBe(3);
  expect(value('wijkwerk_requests_total', { path: '/v1/pull', status: '200' })).toBe(1);
  // Addresses that nobody has are one, whatever they say.
  const paths = families
    .get('wijkwerk_requests_total')
    ?.samples.map(({ labels }) => labels['path']);
  const known = new Set<string>(Object.values(WIRE).map(({ path }) => path));
  expect(new Set(paths?.filter((path) => !known.has(path ?? '')))).toEqual(new Set(['unknown']));
});

describe('its metrics tell of desks that are silent', () => {
  const families = async () => parsePrometheus(await (await get('/metrics')).text());
  const silentDesks = async () =>
    (await families())
      .get('wijkwerk_silent_desks')
      ?.samples.map(({ labels, value }) => [labels['zone'], value]);

  it('for as many days as their zone reports, without those shut out', async () => {
    const { zone } = server;
    const { directory } = zone.centre.store;
    const other = zone.newId();
    await directory.addZone({ id: other, name: 'Andere zone', epoch: zone.newId() });
    const noor = await zone.officer('officer', zone.north);
    const back = await server.enrol(noor.principal.officerId);
    const shutOut = await server.enrol(noor.principal.officerId);
    const expectSilent = async (desks: number) => {
      const told = [[zone.zoneId, desks] as const, [other, 0] as const];
      expect(await silentDesks()).toEqual(told.toSorted(([one], [two]) => (one < two ? -1 : 1)));
    };
    await expectSilent(0);
    zone.clock.advance(7 * 86_400_000);
    await expectSilent(2);
    await directory.setDeskAlarmDays(zone.zoneId, 8);
    await expectSilent(0);
    await directory.setDeskAlarmDays(zone.zoneId, 7);
    await directory.noteSeen(zone.zoneId, back.deviceId, zone.clock.now(), null);
    await expectSilent(1);
    await directory.revokeDesk(zone.zoneId, shutOut.deviceId);
    await expectSilent(0);
  });

  it.each([
    ['cannot be asked', () => Promise.reject(new Error('broken'))],
    ['does not answer', () => new Promise<never>(() => {})],
  ])('and of all the rest where the database %s', async (_how, ofDatabase) => {
    server.zone.centre.store.directory.silentDesks = ofDatabase;
    const told = await families();
    expect(told.has('wijkwerk_silent_desks')).toBe(false);
    expect(told.get('wijkwerk_listeners')?.samples[0]?.value).toBe(0);
  });
});

describe('the reader of metrics', () => {
  it.each([
    'a_total 1\n',
    '# HELP a_total A.\n# TYPE a_total counter\na_total 1\na_total 2\n',
    '# HELP a A.\n# TYPE a counter\na 1\n',
    '# HELP a A.\n# TYPE a gauge\na{b="c} 1\n',
    '# HELP a A.\n# TYPE a gauge\na one\n',
    '# HELP a A.\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
    '# HELP a A.\n# TYPE a histogram\na_bucket{le="+Inf"} 2\na_sum 1\na_count 1\n',
    '# HELP a A.\n# TYPE a gauge\na 1',
  ])('notices what breaks the format: %j', (text) => {
    expect(() => parsePrometheus(text)).toThrow();
  });
});

it('its description is valid OpenAPI, and describes every address of the wire', async () => {
  const description = (await (await get('/v1/openapi.json')).json()) as {
    paths: Record<string, Record<string, object>>;
  };
  const { valid, errors } = await new Validator().validate(structuredClone(description));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  const endpoints: readonly WireEndpoint[] = Object.values(WIRE);
  for (const { path, method, request } of endpoints) {
    const operation = description.paths[path]?.[method.toLowerCase()];
    expect(operation, path).toBeDefined();
    expect('requestBody' in (operation ?? {}), path).toBe(request !== null);
  }
  expect(await new Validator().validate({ openapi: '3.1.0', paths: {} })).toMatchObject({
    valid: false,
  });
});
