import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import type { Verdict } from '#shared/domain/actions/vocabulary.ts';

import { measureFields } from '../../../tests/factories/casework.ts';
import {
  type CaseworkDesk,
  closingForm,
  idsFrom,
  openCaseworkDesk,
} from '../../../tests/factories/casework-desk.ts';
import type { TestFile } from '../../../tests/factories/test-store.ts';
import * as actions from './index.ts';

const newId = idsFrom(43);

let test: TestFile;
let segment: SegmentChoice;
let operations: CaseworkDesk['operations'];
let propose: CaseworkDesk['propose'];
let running: CaseworkDesk['running'];
beforeEach(async () => {
  ({ test, segment, operations, propose, running } = await openCaseworkDesk(newId));
});
afterEach(() => test.dispose());

const me = (): string => test.store.identity.officerId;
const closing = (id: string, verdict: Verdict) => closingForm(id, verdict, newId());

const DAY_MS = 86_400_000;

describe('N2: an action', () => {
  it('does not begin before it has everything, and says what is missing', async () => {
    const id = await propose({ sign: null as never, endsOn: null as never });
    await expect(actions.startAction(test.file, { id })).rejects.toMatchObject({
      code: 'NOT_READY',
      data: { missing: ['approval', 'sign', 'endsOn', 'measures'] },
    });
  });

  it('runs, counts its dose, and ends with a verdict, feedback and a lesson', async () => {
    const { id, measureId } = await running();
    test.clock.advance(14 * DAY_MS);
    // Two stops of a week, in three weeks of the four.
    for (const day of ['2026-06-16', '2026-06-18', '2026-06-23', '2026-06-25', '2026-06-29']) {
      await actions.confirmDelivery(test.file, { id: newId(), measureId, day, minutes: 15 });
    }
    await actions.confirmDelivery(test.file, {
      id: newId(),
      measureId,
      day: '2026-06-29',
      minutes: 40,
    });
    expect(await actions.readDueMeasures(test.file)).toMatchObject([
      { id: measureId, stopsToday: 2, stopsThisWeek: 2, actionTitle: 'Trager aan de school' },
    ]);
    const { share, choices } = await actions.readVerdicts(test.file, { id, signAfter: 12 });
    expect(share).toBe(0.75);
    expect(choices.filter(({ possible }) => possible)).toMatchObject([{ verdict: 'cannot-tell' }]);
    await expect(actions.closeAction(test.file, closing(id, 'helped'))).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'verdict' },
    });
    expect(await actions.readLessons(test.file)).toEqual([]);
    const closed = await actions.closeAction(test.file, closing(id, 'cannot-tell'));
    expect(closed).toMatchObject({ state: 'closed', doseShare: 0.75, closedBy: me() });
    expect(await actions.readLessons(test.file)).toMatchObject([
      { actionId: id, types: ['presence'], problem: 'unadapted-speed' },
    ]);
    expect((await operations()).slice(-2)).toEqual(['closeAction', 'shareLesson']);
  });

  it('N20: under half of its dose it ends as "not really tried", whatever was counted', async () => {
    const { id, measureId } = await running();
    const first = await actions.confirmDelivery(test.file, {
      id: newId(),
      measureId,
      day: '2026-06-15',
      minutes: 90,
    });
    await actions.withdrawDelivery(test.file, { id: first.id });
    await expect(actions.closeAction(test.file, closing(id, 'cannot-tell'))).rejects.toMatchObject({
      data: { field: 'verdict', reason: 'not-possible' },
    });
    expect(await actions.closeAction(test.file, closing(id, 'not-really-tried'))).toMatchObject({
      verdict: 'not-really-tried',
      doseShare: 0,
    });
  });

  it('counts the plan as it was at the start, however small it is made since', async () => {
    const { id, measureId } = await running();
    await actions.confirmDelivery(test.file, {
      id: newId(),
      measureId,
      day: '2026-06-15',
      minutes: 30,
    });
    await actions.changeMeasure(test.file, {
      id: measureId,
      changes: { timesPerWeek: 1, minutes: 5 },
    });
    expect((await actions.readVerdicts(test.file, { id, signAfter: null })).share).toBeLessThan(
      0.5,
    );
  });

  it('takes no delivery before it began, of a day to come, or while it does not run', async () => {
    const idle = await propose();
    const other = newId();
    await actions.planMeasure(test.file, { id: other, fields: measureFields(idle, segment) });
    const { measureId } = await running();
    const deliver = (of: string, day: string) =>
      actions.confirmDelivery(test.file, { id: newId(), measureId: of, day, minutes: 10 });
    await expect(deliver(other, '2026-06-15')).rejects.toMatchObject({
      data: { reason: 'not-active' },
    });
    await expect(deliver(measureId, '2026-06-14')).rejects.toMatchObject({
      data: { reason: 'before-it-began' },
    });
    await expect(deliver(measureId, '2026-06-16')).rejects.toMatchObject({
      data: { reason: 'in-the-future' },
    });
  });
});
