import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { shiftsSetSchema } from '#shared/contract/briefing.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { MOST_ANSWER_DAYS, USUAL_ANSWER_DAYS } from '#shared/domain/actions/answer-days.ts';
import { USUAL_SHIFTS } from '#shared/domain/briefing/shift.ts';

import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, type MakeTransport, startDeskOver } from './desk-over.ts';

/** What a zone sets for all its desks, over any transport alike. */
export function registerZoneSettingsSuite(name: string, open: MakeTransport): void {
  describe(`settings of the zone, ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;

    beforeAll(async () => {
      over = await startDeskOver(open);
      client = over.client;
    });
    afterAll(() => over.end());

    it('are locked away while nobody is at the desk', async () => {
      await expect(client.actions.answerDays()).rejects.toMatchObject({ code: 'LOCKED' });
      await expect(client.actions.setAnswerDays({ days: 7 })).rejects.toMatchObject({
        code: 'LOCKED',
      });
      await expect(client.briefing.shifts()).rejects.toMatchObject({ code: 'LOCKED' });
      await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
    });

    it('the days to answer are set, and refused by their name', async () => {
      expect(await client.actions.answerDays()).toEqual({ days: USUAL_ANSWER_DAYS });
      for (const days of [0, MOST_ANSWER_DAYS + 1, 1.5, Number.NaN]) {
        await expect(client.actions.setAnswerDays({ days })).rejects.toMatchObject({
          code: 'INVALID_FIELD',
          data: { field: 'days' },
        });
      }
      expect(await client.actions.answerDays()).toEqual({ days: USUAL_ANSWER_DAYS });
      expect(await client.actions.setAnswerDays({ days: 7 })).toEqual({ days: 7 });
      expect(await client.actions.answerDays()).toEqual({ days: 7 });
    });

    it('the hours of the shifts are set by name, and refused by where the fault is', async () => {
      const usual = shiftsSetSchema.parse(await client.briefing.shifts());
      expect(usual).toEqual({ begins: USUAL_SHIFTS, set: null });
      const early = { shift: 'early' as const, from: 360 };
      for (const [begins, field] of [
        [[], 'begins'],
        [[early, { ...early, from: 400 }], 'begins.1.shift'],
        [[early, { shift: 'late' as const, from: 360 }], 'begins.1.from'],
        [[{ ...early, from: 1_440 }], 'begins.0.from'],
      ] as const) {
        await expect(client.briefing.setShifts({ begins: [...begins] })).rejects.toMatchObject({
          code: 'INVALID_FIELD',
          data: { field },
        });
      }
      expect(await client.briefing.shifts()).toEqual(usual);
      const set = shiftsSetSchema.parse(await client.briefing.setShifts({ begins: [early] }));
      expect(set).toMatchObject({ begins: [early], set: { byName: 'Noor Voorbeeld' } });
      expect(await client.briefing.shifts()).toEqual(set);
    });
  });
}
