import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { StreetProfile } from '#shared/contract/street-profile.ts';
import { PART_HOURS } from '#shared/domain/statistics/week-hours.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './charts.module.css';
import { useDayNames } from './day-names.ts';
import { usePeriodWords } from './use-period-words.ts';
import { WeekHours } from './week-hours.tsx';

type Part = StreetProfile['week'][number];

const SHADES = 5;
const PARTS = [0, 4, 8, 12, 16, 20] as const;
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/**
 * When facts happen, by day and four hours, which is its own table: what stands out of an even week has an edge. Hour by
 * hour below it.
 */
export function FactWeekPanel(props: { readonly profile: StreetProfile }) {
  const { week, weekHours, withoutHour, counted } = props.profile;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const names = useDayNames();
  const period = usePeriodWords();
  const most = Math.max(...week.map(({ count }) => count));
  if (most === 0) return null;
  const partAt = (day: number, from: number): Part | undefined =>
    week.find((part) => part.day === day && part.from === from);
  return (
    <Panel title={t('week.title')}>
      <Text size="xs" c="dimmed" mb="sm">
        {t('week.hint', { period: period(counted) })}
      </Text>
      <table className={classes.parts}>
        <thead>
          <tr>
            <td />
            {PARTS.map((from) => (
              <th key={from} scope="col">
                {t('hours.part', { from, to: from + PART_HOURS })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day) => (
            <tr key={day}>
              <th scope="row">{names.long[day]}</th>
              {PARTS.map((from) => (
                <PartCell key={from} part={partAt(day, from)} most={most} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <details className={classes.byHour}>
        <summary>{t('week.byHour')}</summary>
        <WeekHours hours={weekHours} describe={(busiest) => t('week.picture', busiest)} />
      </details>
      {withoutHour > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('week.withoutHour', { count: withoutHour, facts: formats.number(withoutHour) })}
        </Text>
      )}
    </Panel>
  );
}

function PartCell(props: { readonly part: Part | undefined; readonly most: number }) {
  const { part, most } = props;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  if (!part) return <td />;
  const { count, interval, standsOut } = part;
  return (
    <td
      data-shade={Math.ceil((SHADES * count) / most)}
      data-out={standsOut || undefined}
      title={t('week.expected', {
        low: formats.number(Math.round(interval.low)),
        high: formats.number(Math.round(interval.high)),
      })}
    >
      {formats.number(count)}
      {standsOut && <span className={classes.out}> {t('week.out')}</span>}
    </td>
  );
}
