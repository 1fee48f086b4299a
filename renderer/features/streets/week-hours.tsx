import { useTranslation } from 'react-i18next';

import { useFormats } from '../../ui/formats.ts';
import classes from './charts.module.css';
import { useDayNames } from './day-names.ts';

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Shades that are told apart; a cell with nothing has none. */
const SHADES = 5;

/**
 * Hour by weekday as a picture, with the table behind it, hour by hour.
 *
 * @param props.hours counts by hour of the week, Monday 00:00 first, 168 of them, not all of them 0
 * @param props.describe the picture in words, by when most of it was
 */
export function WeekHours(props: {
  readonly hours: readonly number[];
  readonly describe: (busiest: { readonly day: string; readonly hour: number }) => string;
}) {
  const { hours } = props;
  const { t } = useTranslation('streets');
  const dayNames = useDayNames();
  const most = Math.max(...hours);
  const busiest = hours.indexOf(most);
  return (
    <>
      <div
        className={classes.week}
        role="img"
        aria-label={props.describe({
          day: dayNames.long[Math.floor(busiest / 24)] ?? '',
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
        <HoursTable hours={hours} />
      </details>
    </>
  );
}

/** The same counts that the picture has, an hour a row: so it fits beside others. */
function HoursTable({ hours }: { readonly hours: readonly number[] }) {
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const names = useDayNames();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('hours.hour')}</th>
          {DAYS.map((day) => (
            <th key={day} scope="col" abbr={names.long[day]}>
              {names.short[day]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {HOURS.map((hour) => (
          <tr key={hour}>
            <th scope="row">{t('hours.part', { from: hour, to: hour + 1 })}</th>
            {DAYS.map((day) => (
              <td key={day}>{formats.number(hours[day * 24 + hour] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
