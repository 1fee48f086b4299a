import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { SuccessSign } from '#shared/domain/actions/sign.ts';

import { useFormats } from '../../../ui/formats.ts';
import classes from './outcome.module.css';
import { OutcomeBar } from './outcome-bar.tsx';

/** What somebody counted before and after, as two bars with the table behind them. */
export function CountedByHand(props: { readonly sign: SuccessSign; readonly after: number }) {
  const { what, baseline, from, to } = props.sign;
  const { after } = props;
  const { t } = useTranslation('outcome');
  const formats = useFormats();
  const counts = { before: formats.number(baseline), after: formats.number(after) };
  const sentence = t('byHand', { what, ...counts });
  const most = Math.max(baseline, after);
  return (
    <Stack gap="xs">
      <Text size="sm">{sentence}</Text>
      {most > 0 && (
        <div className={classes.hand} role="img" aria-label={t('handPicture', { sentence })}>
          <div className={classes.group}>
            <div className={classes.bars}>
              <OutcomeBar count={baseline} most={most} label={t('beforehand')} />
              <OutcomeBar count={after} most={most} label={t('afterwards')} />
            </div>
            <span className={classes.name}>{what}</span>
          </div>
        </div>
      )}
      <details className={classes.table}>
        <summary>{t('handTable')}</summary>
        <table aria-label={what}>
          <thead>
            <tr>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('handCount')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                {t('beforeDays', { from: formats.day(from), to: formats.day(to) })}
              </th>
              <td>{counts.before}</td>
            </tr>
            <tr>
              <th scope="row">{t('afterwards')}</th>
              <td>{counts.after}</td>
            </tr>
          </tbody>
        </table>
      </details>
    </Stack>
  );
}
