import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { PlacePicture } from '#shared/contract/streets.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './charts.module.css';
import { useDayNames } from './day-names.ts';

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Hours that the table puts together. */
const PART_HOURS = 4;
const PARTS = [0, 4, 8, 12, 16, 20] as const;
/** Shades that are told apart; a cell without contacts has none. */
const SHADES = 5;

/** When the contacts of a place were: hour by weekday, and the table behind it. */
export function HoursPanel(props: { readonly picture: PlacePicture }) {
  const { hours, countedSince } = props.picture;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const dayNames = useDayNames();
  const most = Math.max(...hours);
  if (most === 0) return null;
  const busiest = hours.indexOf(most);
  return (
    <Panel title={t('hours.title')}>
      <Text size="xs" c="dimmed" mb="sm">
        {t('hours.hint', { day: formats.day(countedSince) })}
      </Text>
      <div
        className={classes.week}
        role="img"
        aria-label={t('hours.picture', {
          day: dayNames.long[Math.floor(busiest / 24)],
          hour: busiest % 24,
        })}
      >
        <span />
        {HOURS.map((hour) => (
          <span key={hour} className={classes.hour}>
            {hour % 6 === 0 ? hour : ''}
          </span>
        ))}
        {DAYS.map((day) => [
          <span key={day} className={classes.weekday}>
            {dayNames.short[day]}
          </span>,
          ...HOURS.map((hour) => {
            const count = hours[day * 24 + hour] ?? 0;
            return (
              <span
                key={`${day}-${hour}`}
                className={classes.cell}
                data-shade={Math.ceil((SHADES * count) / most)}
                title={t('hours.cell', { day: dayNames.long[day], hour, count })}
              />
            );
          }),
        ])}
      </div>
      <details className={classes.table}>
        <summary>{t('hours.table')}</summary>
        <HoursTable hours={hours} dayNames={dayNames.long} />
      </details>
    </Panel>
  );
}

function HoursTable(props: {
  readonly hours: readonly number[];
  readonly dayNames: readonly string[];
}) {
  const { t } = useTranslation('streets');
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('hours.day')}</th>
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
            <th scope="row">{props.dayNames[day]}</th>
            {PARTS.map((from) => (
              <td key={from}>
                {props.hours
                  .slice(day * 24 + from, day * 24 + from + PART_HOURS)
                  .reduce((sum, count) => sum + count, 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
