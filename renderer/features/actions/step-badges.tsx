import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import {
  lackingGrounds,
  type MeansStep,
  standingOf,
  type StepStanding,
} from '#shared/domain/actions/means.ts';

const COLOURS: Readonly<Partial<Record<StepStanding, string>>> = {
  seen: 'teal',
  withdrawn: 'gray',
  objected: 'red',
};

/** What a step on the ladder of means waits for, and whether its grounds lack. */
export function StepBadges({ step }: { readonly step: MeansStep }) {
  const { t } = useTranslation('actions');
  const standing = standingOf(step);
  return (
    <>
      {standing !== 'light' && (
        <Badge variant="light" color={COLOURS[standing] ?? 'orange'}>
          {t(`means.standing.${standing}`)}
        </Badge>
      )}
      {lackingGrounds(step).length > 0 && (
        <Badge variant="light" color="orange">
          {t('means.groundsLacking')}
        </Badge>
      )}
    </>
  );
}
