import type { Id } from '../../lib/ids.ts';
import { isOurs, type MeasureFields } from './measure.ts';

/** `cover` is a colleague's, in an action that one covers. */
export type DueAs = 'own' | 'anybody' | 'cover';

/**
 * As what an officer has a measure to do; undefined for none. Who covers an action has every measure of it that a
 * colleague is named for, so that each has somebody at every hour. What a partner does alone is nobody's of the team.
 */
export function dueAs(
  measure: Pick<MeasureFields, 'officerId' | 'partnerId' | 'removed'>,
  coverId: Id | null,
  officer: Id,
): DueAs | undefined {
  if (measure.removed || !isOurs(measure)) return undefined;
  if (measure.officerId === null) return 'anybody';
  if (measure.officerId === officer) return 'own';
  return coverId === officer ? 'cover' : undefined;
}
