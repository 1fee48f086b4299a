import type { UntakenStep } from '#shared/contract/action-means.ts';
import { stepKindsOf } from '#shared/domain/actions/means.ts';
import type { Means } from '#shared/domain/actions/vocabulary.ts';

/** What can be said of a means that is not taken. */
export const UNTAKEN_KINDS = [
  'tried',
  'not-tried',
] as const satisfies readonly UntakenStep['kind'][];

/** What can be said of this one. */
export function untakenKindsOf(means: Means): readonly UntakenStep['kind'][] {
  return UNTAKEN_KINDS.filter((kind) => stepKindsOf(means).includes(kind));
}

/**
 * What a form says of several means: those of which it says something, each with its own reason or else with the one
 * for all. The reason is empty where neither is there.
 *
 * @param texts the reason of each means by its code, and of all under `note`.
 */
export function untakenSteps(
  unsaid: readonly Means[],
  kinds: Readonly<Partial<Record<Means, UntakenStep['kind'] | undefined>>>,
  texts: Readonly<Record<string, string>>,
): readonly Omit<UntakenStep, 'id'>[] {
  return unsaid.flatMap((means) => {
    const kind = untakenKindsOf(means).find((one) => one === kinds[means]);
    const note = texts[means]?.trim() || (texts['note'] ?? '').trim();
    return kind === undefined ? [] : [{ means, kind, note }];
  });
}
