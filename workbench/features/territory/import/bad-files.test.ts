import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { UnusableReason } from '#shared/contract/territory.ts';
import type { ImportLayer } from '#shared/domain/territory/territory.ts';

import {
  collect,
  type ImportBench,
  openImportBench,
} from '../../../../tests/factories/test-imports.ts';
import { WorkbenchError } from '../../../errors.ts';
import { inspectUpload } from './inspect-upload.ts';
import { MOST_ROWS } from './limits.ts';
import { previewImport } from './preview-import.ts';
import { runImport } from './run-import.ts';

const square = (west: number): unknown => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 51],
      [west + 0.01, 51],
      [west + 0.01, 51.01],
      [west, 51],
    ],
  ],
});
const feature = (code: string, geometry: unknown) => ({
  type: 'Feature',
  properties: { code, naam: `Wijk ${code}` },
  geometry,
});
const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features });
const good = collection(feature('A', square(4.4)), feature('B', square(4.5)));
const line = {
  type: 'LineString',
  coordinates: [
    [4.4, 51],
    [4.41, 51],
  ],
};
const utf8 = (text: string) => new TextEncoder().encode(text);

interface BadFile {
  readonly name: string;
  readonly fileName: string;
  readonly content: string | Uint8Array;
  readonly layer?: ImportLayer;
  readonly reason: UnusableReason;
  /** What can be seen without knowing what the file is to be. */
  readonly seenBy: 'inspection' | 'plan';
}

const deep = `{"type":"FeatureCollection","features":[{"a":${'['.repeat(200_000)}`;
const BAD_FILES: readonly BadFile[] = [
  { name: 'no bytes', fileName: 'a.csv', content: '', reason: 'empty', seenBy: 'inspection' },
  { name: 'blanks', fileName: 'a.csv', content: ' \n\n', reason: 'empty', seenBy: 'inspection' },
  {
    name: 'a picture',
    fileName: 'wijken.geojson',
    content: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    reason: 'not-text',
    seenBy: 'inspection',
  },
  {
    name: 'text in UTF-16',
    fileName: 'straten.csv',
    content: new Uint8Array(Buffer.from('straatnaam;nis\nKerkstraat;12025\n', 'utf16le')),
    reason: 'not-text',
    seenBy: 'inspection',
  },
  {
    name: 'JSON torn off',
    fileName: 'a.geojson',
    content: good.slice(0, good.length - 30),
    reason: 'truncated',
    seenBy: 'inspection',
  },
  {
    name: 'JSON torn off between two features',
    fileName: 'a.geojson',
    content: good.slice(0, good.indexOf('{"type":"Feature","properties":{"code":"B"')),
    reason: 'truncated',
    seenBy: 'inspection',
  },
  {
    name: 'JSON torn off within a character',
    fileName: 'a.geojson',
    content: utf8('{"type":"FeatureCollection","name":"caféé').slice(0, -1),
    reason: 'truncated',
    seenBy: 'inspection',
  },
  {
    name: 'JSON with a slip',
    fileName: 'a.geojson',
    content: good.replace('"naam":', '"naam"'),
    reason: 'not-json',
    seenBy: 'inspection',
  },
  {
    name: 'something after the end',
    fileName: 'a.geojson',
    content: `${good} and more`,
    reason: 'not-json',
    seenBy: 'inspection',
  },
  {
    name: 'a table called .geojson',
    fileName: 'a.geojson',
    content: 'code,naam\nA,Wijk A\n',
    reason: 'not-json',
    seenBy: 'inspection',
  },
  {
    name: 'a web page',
    fileName: 'straten.csv',
    content: '<!doctype html><p>Sign in</p>',
    reason: 'not-csv',
    seenBy: 'inspection',
  },
  {
    name: 'a list of numbers',
    fileName: 'a.json',
    content: '[1, 2, 3]',
    reason: 'not-feature-collection',
    seenBy: 'inspection',
  },
  {
    name: 'JSON of another kind',
    fileName: 'a.json',
    content: '{"type": "Topology", "objects": {}}',
    reason: 'not-feature-collection',
    seenBy: 'inspection',
  },
  {
    name: 'brackets without end',
    fileName: 'a.geojson',
    content: deep,
    reason: 'too-deep',
    seenBy: 'inspection',
  },
  {
    name: 'an empty collection',
    fileName: 'a.geojson',
    content: collection(),
    reason: 'no-rows',
    seenBy: 'inspection',
  },
  {
    name: 'a header and nothing else',
    fileName: 'straten.csv',
    content: 'straatnaam;nis\n',
    reason: 'no-rows',
    seenBy: 'inspection',
  },
  {
    name: 'a table without a header',
    fileName: 'straten.csv',
    content: 'Kerkstraat;12025\nDorpstraat;12025\n',
    reason: 'no-header',
    seenBy: 'inspection',
  },
  {
    name: 'a table torn off',
    fileName: 'straten.csv',
    content: 'straatnaam;postcode;nis\nKerkstraat;2800;12025\nDorpstraat;28',
    reason: 'truncated',
    seenBy: 'inspection',
  },
  {
    name: 'a quote that is never closed',
    fileName: 'straten.csv',
    content: 'straatnaam;nis\n"Kerkstraat;12025\nDorpstraat;12025\n',
    reason: 'truncated',
    seenBy: 'inspection',
  },
  {
    name: 'a line without end',
    fileName: 'straten.csv',
    content: `straatnaam;nis\n"${'x'.repeat(400_000)}`,
    reason: 'row-too-large',
    seenBy: 'inspection',
  },
  {
    name: 'lines where polygons are needed',
    fileName: 'wijken.geojson',
    content: collection(feature('A', line)),
    layer: 'neighbourhood',
    reason: 'wrong-geometry',
    seenBy: 'plan',
  },
  {
    name: 'polygons where lines are needed',
    fileName: 'straten.geojson',
    content: good,
    layer: 'segments',
    reason: 'wrong-geometry',
    seenBy: 'plan',
  },
  {
    name: 'a table where polygons are needed',
    fileName: 'wijken.csv',
    content: 'straatnaam;code\nKerkstraat;A\n',
    layer: 'neighbourhood',
    reason: 'wrong-format',
    seenBy: 'plan',
  },
  {
    name: 'more names than there can be',
    fileName: 'straten.csv',
    content: `straatnaam\n${'Kerkstraat\n'.repeat(MOST_ROWS['street-names'] + 1)}`,
    reason: 'too-many-rows',
    seenBy: 'plan',
  },
];

describe('A bad file', () => {
  let bench: ImportBench;
  let before: unknown;
  beforeAll(async () => {
    bench = await openImportBench();
    await bench.import('wijken.geojson', good);
    before = await bench.contents();
  });
  afterAll(() => bench.dispose());

  const refusal = async (attempt: Promise<unknown>): Promise<unknown> => {
    const cause: unknown = await attempt.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return cause instanceof WorkbenchError ? { code: cause.code, ...(cause.data ?? {}) } : cause;
  };
  it.each(BAD_FILES)('$name: $reason', async ({ fileName, content, layer, reason, seenBy }) => {
    const uploadId = await bench.upload(fileName, content);
    const expected = { code: 'IMPORT_UNUSABLE', reason, detail: expect.any(String) as unknown };
    const inspected = await refusal(inspectUpload(bench.file, { uploadId }));
    if (seenBy === 'inspection') expect(inspected).toEqual(expected);
    const plan = {
      uploadId,
      layer: layer ?? (fileName.endsWith('csv') ? 'street-names' : 'neighbourhood'),
      mapping: { nameNl: fileName.endsWith('csv') ? 'straatnaam' : 'naam', officialId: 'code' },
      coordinateSystem: 'EPSG:4326' as const,
      credit: '',
      validFrom: '2026-02-01',
      complete: true,
    } as const;
    const operations = await bench.store.read.selectFrom('operation').select('op_id').execute();
    expect(await refusal(previewImport(bench.file, plan))).toEqual(expected);
    expect(await refusal(collect(runImport(bench.file, plan)))).toEqual(expected);
    expect(await bench.contents()).toEqual(before);
    expect(await bench.store.read.selectFrom('operation').select('op_id').execute()).toEqual(
      operations,
    );
  });

  it('of which every row is refused ends nothing', async () => {
    const uploadId = await bench.upload('wijken.geojson', collection(feature('', square(4.4))));
    const plan = await bench.plan(uploadId, { complete: true, validFrom: '2026-02-01' });
    const preview = await previewImport(bench.file, plan);
    expect(preview.counts).toMatchObject({ read: 1, refused: 1, ended: 0 });
    expect(await refusal(collect(runImport(bench.file, plan)))).toMatchObject({
      reason: 'nothing-usable',
    });
    expect(await bench.contents()).toEqual(before);
  });

  it('is told apart from one that is only odd: a mark at the start, old accents, a lone feature', async () => {
    const windows = Uint8Array.from(
      'straatnaam;nis\nCaf\u00e9straat;12025\n',
      (character) => character.codePointAt(0) ?? 0,
    );
    const inspected = await inspectUpload(bench.file, {
      uploadId: await bench.upload('straten.csv', windows),
    });
    expect(inspected).toMatchObject({ encoding: 'windows-1252', delimiter: ';', rows: 1 });
    expect(inspected.columns[0]).toEqual({ name: 'straatnaam', samples: ['Caféstraat'] });

    const marked = await inspectUpload(bench.file, {
      uploadId: await bench.upload('straten.csv', '\uFEFFstraatnaam\tnis\nCaféstraat\t12025\n'),
    });
    expect(marked).toMatchObject({ encoding: 'utf-8', delimiter: '\t' });
    expect(marked.guess.mapping).toEqual({ nameNl: 'straatnaam', municipalityCode: 'nis' });

    const lone = await inspectUpload(bench.file, {
      uploadId: await bench.upload('a.geojson', JSON.stringify(feature('A', square(4.4)))),
    });
    expect(lone).toMatchObject({ format: 'geojson', rows: 1, geometryTypes: ['Polygon'] });
  });
});
