import { Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Board } from '#shared/contract/board.ts';

import { FoldButton } from '../../ui/fold-button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useOfficers } from '../actions/index.ts';
import classes from './board.module.css';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly minutes: readonly number[];
}

/**
 * The minutes that approved and running measures ask for, week by week, and behind it by who does them and by
 * neighbourhood. People stand by name: it is for planning, and ranks nobody.
 */
export function LoadPanel({ board }: { readonly board: Board }) {
  const { t } = useTranslation('board');
  const formats = useFormats();
  const officers = useOfficers();
  const table = useId();
  const [isOpen, setOpen] = useState(false);
  const { load, weeks } = board;
  const totals = weeks.map((_, at) =>
    load.neighbourhoods.reduce((sum, { minutes }) => sum + (minutes[at] ?? 0), 0),
  );
  const most = Math.max(1, ...totals);
  const byName = (one: Row, other: Row): number => one.name.localeCompare(other.name);
  const people: Row[] = load.officers
    .map(({ id, minutes }) => ({
      key: id ?? 'nobody',
      name: id === null ? t('nobodyYet') : officers.name(id),
      minutes,
    }))
    .sort(byName);
  const places: Row[] = load.neighbourhoods
    .map(({ id, minutes, ...names }) => ({
      key: id ?? 'outside',
      name: id === null ? t('outside') : formats.name(names.nameNl, names.nameFr),
      minutes,
    }))
    .sort(byName);
  return (
    <Panel
      title={t('load.title')}
      aside={
        <FoldButton isOpen={isOpen} controls={table} onToggle={setOpen}>
          {t(isOpen ? 'load.hide' : 'load.show')}
        </FoldButton>
      }
    >
      <div className={classes.plot} role="img" aria-label={t('load.plot')}>
        {weeks.map((week, at) => (
          <div key={week.from} className={classes.plotWeek}>
            <span className={classes.plotValue}>{formats.number(totals[at] ?? 0)}</span>
            <div
              className={classes.plotBar}
              style={{ height: `${((totals[at] ?? 0) / most) * 4}rem` }}
            />
            <span>{formats.day(week.from).slice(0, 5)}</span>
          </div>
        ))}
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {t('load.about')}
      </Text>
      <div id={table} hidden={!isOpen} className={classes.scroll}>
        {isOpen && (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('load.minutes')}</th>
                {weeks.map((week) => (
                  <th key={week.from} scope="col" className={classes.figure}>
                    {formats.day(week.from).slice(0, 5)}
                  </th>
                ))}
              </tr>
            </thead>
            <LoadRows title={t('load.people')} rows={people} />
            <LoadRows title={t('load.places')} rows={places} />
            <tfoot>
              <tr>
                <th scope="row">{t('load.total')}</th>
                {totals.map((total, at) => (
                  <td key={weeks[at]?.from} className={classes.figure}>
                    {formats.number(total)}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        )}
      </div>
    </Panel>
  );
}

function LoadRows({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  const formats = useFormats();
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={(rows[0]?.minutes.length ?? 0) + 1}>
          <strong>{title}</strong>
        </th>
      </tr>
      {rows.map(({ key, name, minutes }) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          {minutes.map((value, at) => (
            <td key={at} className={classes.figure}>
              {formats.number(value)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
