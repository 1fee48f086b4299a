import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { GapMap } from '#shared/contract/gaps.ts';
import { FEWEST_ANSWERS_OF_GAP, GAP_CLASSES } from '#shared/domain/statistics/gap.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { GapMark } from './gap-mark.tsx';
import classes from './gaps.module.css';

/** What each stroke means and how many places have it. */
export function GapLegend(props: { readonly map: GapMap }) {
  const { t } = useTranslation('gaps');
  const formats = useFormats();
  return (
    <Panel title={t('legend.title')}>
      <ul className={classes.legend}>
        {GAP_CLASSES.map((one) => (
          <li key={one}>
            <GapMark of={one} />
            <span>
              {t(`class.${one}`)}
              {one === 'too-few' && (
                <Text span size="xs" c="dimmed">
                  {' '}
                  {t('legend.tooFew', { fewest: FEWEST_ANSWERS_OF_GAP })}
                </Text>
              )}
            </span>
            <span className={classes.count}>{formats.number(props.map.classes[one])}</span>
          </li>
        ))}
        <li>
          <GapMark of="too-few" isHot />
          <span>{t('legend.hot')}</span>
          <span className={classes.count}>{formats.number(props.map.hot)}</span>
        </li>
      </ul>
      <Text size="xs" c="dimmed" mt="xs">
        {t('legend.faint')}
      </Text>
    </Panel>
  );
}
