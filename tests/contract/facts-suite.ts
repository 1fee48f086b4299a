import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import {
  factImportEventSchema,
  factImportSchema,
  factInspectionSchema,
  factPreviewSchema,
  factSourceSchema,
  listedFactSchema,
  movedStreetSchema,
  rankedDaysSchema,
  signedWeightsSchema,
  sourceYearsSchema,
} from '#shared/contract/facts.ts';

import { collect } from '../factories/test-imports.ts';
import { type DeskOver, type MakeTransport, startDeskOver } from './desk-over.ts';

const FILE = 'Id;Aard;Datum;Straat\nA1;Inbraak;05/12/2025 14:30;\nA1;Inbraak;05/12/2025;\n';
const ALL = {
  from: null,
  to: null,
  sourceId: null,
  kind: null,
  origin: null,
  tie: null,
  streetId: null,
};

/** The operations behind the pages of recorded facts and their weights, on the demo town. */
export function registerFactsSuite(name: string, open: MakeTransport): void {
  describe(`recorded facts ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;

    beforeAll(async () => {
      over = await startDeskOver(open, { demo: true });
      client = over.client;
      const { profiles, demoPassphrase } = await client.desk.state();
      await client.desk.unlock({
        profileId: profiles[0]?.id ?? '',
        passphrase: demoPassphrase ?? '',
      });
    }, 120_000);
    afterAll(() => over.end());

    it('come in by a source, are listed, taken back and put in force again', async () => {
      // Of the facts of the demo none is left in force.
      for (const { id } of await client.facts.imports()) await client.facts.undo({ importId: id });
      const fields = { name: 'Meldingen', origin: 'public', credit: '', breaks: [] } as const;
      const source = await client.facts.saveSource({ id: null, fields: { ...fields, breaks: [] } });
      expect(factSourceSchema.parse(source)).toEqual(source);
      expect(await client.facts.sources()).toContainEqual(source);

      const bytes = Buffer.from(FILE);
      const { uploadId } = await client.transfers.beginUpload({
        fileName: 'feiten.csv',
        size: bytes.length,
      });
      await client.transfers.appendUpload({
        uploadId,
        offset: 0,
        bytes: bytes.toString('base64'),
      });
      const inspection = await client.facts.inspect({ uploadId, sourceId: source.id });
      expect(factInspectionSchema.parse(inspection)).toEqual(inspection);
      const { values } = await client.facts.values({ uploadId, column: 'Aard' });
      expect(values).toEqual([{ value: 'Inbraak', rows: 2, kind: 'burglary', origin: null }]);
      const input = { uploadId, sourceId: source.id, plan: inspection.plan };
      const preview = await client.facts.preview(input);
      expect(factPreviewSchema.parse(preview)).toEqual(preview);
      const events = await collect(await client.facts.run(input));
      for (const event of events) expect(factImportEventSchema.parse(event)).toEqual(event);
      const done = events.at(-1);
      if (done?.type !== 'done') throw new Error('the import did not end');
      const { record } = done;
      expect(record.counts).toEqual(preview.counts);

      expect((await client.facts.imports())[0]).toEqual(record);
      const report = await client.facts.report({ importId: record.id, offset: 0 });
      expect(report).toMatchObject({ total: 1, refused: [{ row: 3, reason: 'repeated' }] });
      const listed = await client.facts.list({ filter: ALL, after: null });
      expect(z.array(listedFactSchema).parse(listed.facts)).toEqual(listed.facts);
      expect(listed).toMatchObject({ total: 1, next: null, byTie: { 'no-place': 1 } });
      const years = await client.facts.sourceYears({ sourceId: source.id });
      expect(sourceYearsSchema.parse(years)).toEqual(years);

      const undone = await client.facts.undo({ importId: record.id });
      expect(factImportSchema.parse(undone)).toEqual(undone);
      expect((await client.facts.list({ filter: ALL, after: null })).total).toBe(0);
      expect(await client.facts.redo({ importId: record.id })).toEqual(record);
      await expect(client.facts.redo({ importId: record.id })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'importId', reason: 'not-undone' },
      });
    });

    it('weigh what the zone says, and tell what other weights would change', async () => {
      const wanted = { validFrom: '2026-07-01', note: 'Na overleg.', weights: { burglary: 4 } };
      const set = await client.facts.setWeights(wanted);
      expect(signedWeightsSchema.parse(set)).toEqual(set);
      expect(await client.facts.weights()).toEqual([set]);
      // The one fact lies on no street.
      const ranked = await client.facts.rankedDays();
      expect(rankedDaysSchema.parse(ranked)).toEqual({ days: null, hasFacts: true });
      const moved = await client.facts.compareWeights({
        from: '2025-01-01',
        to: '2026-01-01',
        againstId: set.id,
        weights: { burglary: 1 },
      });
      expect(z.array(movedStreetSchema).parse(moved)).toEqual(moved);
      await expect(client.facts.setWeights({ ...wanted, note: ' ' })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'note' },
      });
    });
  });
}
