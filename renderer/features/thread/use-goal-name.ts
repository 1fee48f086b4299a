import { useTranslation } from 'react-i18next';

import { useCodes } from '../../client/codes.ts';

/** What a goal is called; null is no goal. */
export function useGoalName(): (goal: string | null) => string {
  const { t } = useTranslation('thread');
  const codes = useCodes();
  return (goal) => (goal === null ? t('withoutGoal') : codes.name('plan-priority', goal));
}
