import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { ladderOf, ladderStanding, mayRun } from '#shared/domain/actions/means.ts';
import type { Means } from '#shared/domain/actions/vocabulary.ts';

/** What the ladder of means still asks for before a measure of this means can run; undefined where nothing. */
export function useOffLadder(
  action: PlannedAction,
  page: DossierPage,
  rung: Means,
): string | undefined {
  const { t } = useTranslation('actions');
  if (mayRun(ladderStanding(rung, ladderOf(action.id, page.steps)))) return undefined;
  return t(action.state === 'active' ? 'measure.offLadderRunning' : 'measure.offLadder');
}
