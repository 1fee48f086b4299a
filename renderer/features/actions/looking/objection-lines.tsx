import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { type MeansStep, standingObjections } from '#shared/domain/actions/means.ts';

import { useFormats } from '../../../ui/formats.ts';
import classes from '../actions.module.css';
import { useOfficers } from '../queries.ts';

/** Who does not agree with a step as it stands, when, and why. */
export function ObjectionLines({ step }: { readonly step: MeansStep }) {
  const { t } = useTranslation('looking');
  const formats = useFormats();
  const officers = useOfficers();
  return standingObjections(step).map(({ by, at, reason }) => (
    <Text key={`${by} ${at}`} size="sm" className={classes.typed}>
      {t('says', { who: `${officers.name(by)}, ${formats.recentMoment(at)}`, reason })}
    </Text>
  ));
}
