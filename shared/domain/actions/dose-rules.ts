import type { Id } from '../../lib/ids.ts';
import type { CommandRefusal, Fields, RowBeside } from '../operations/entity-rules.ts';
import { actionFieldsSchema } from './action.ts';
import { doseOfAction } from './dose.ts';
import { deliveryFieldsSchema, measureFieldsSchema } from './measure.ts';
import { LEAST_DOSE } from './verdict.ts';

const measureSchema = measureFieldsSchema.omit({ dossierId: true });

/**
 * Why an action cannot end so: by all that was confirmed of it, also on desks that the closing one had not heard of,
 * at least half of the plan was delivered where that says not really tried, or less where it does not. What this
 * application cannot read decides nothing.
 */
export function refuseDose(
  actionId: Id,
  beside: readonly RowBeside[],
  after: Fields,
): CommandRefusal | undefined {
  const action = actionFieldsSchema.safeParse(after).data;
  const own = beside.filter(({ fields }) => fields['actionId'] === actionId);
  const measures = own
    .filter(({ entity }) => entity === 'measure')
    .map(({ id, fields }) => {
      const read = measureSchema.safeParse(fields).data;
      return read && { ...read, id };
    });
  const deliveries = own
    .filter(({ entity }) => entity === 'delivery')
    .map(({ fields }) => deliveryFieldsSchema.safeParse(fields).data);
  if (!action || measures.includes(undefined) || deliveries.includes(undefined)) return undefined;
  const parts = {
    measures: measures.filter((one) => one !== undefined),
    deliveries: deliveries.filter((one) => one !== undefined),
  };
  // What began has its days: no clock has a say.
  const { share } = doseOfAction(action, parts, action.startsOn ?? '');
  const isTried = share >= LEAST_DOSE;
  return (action.verdict === 'not-really-tried') === isTried ? 'wrong-state' : undefined;
}
