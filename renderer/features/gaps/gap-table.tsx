import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { GapMap, GapRow } from '#shared/contract/gaps.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useFormats } from '../../ui/formats.ts';
import { useStretchWords } from '../../ui/stretch-words.ts';
import { GapMark } from './gap-mark.tsx';
import { type GapSearch, streetSearch } from './gap-search.ts';
import classes from './gaps.module.css';
import { useGapNumbers } from './use-gap-numbers.ts';

type Period = Pick<GapSearch, 'from' | 'to'>;

/** The table behind the map, with the intervals. */
export function GapTable(props: {
  readonly map: GapMap;
  /** The period that the page of a street is opened with. */
  readonly period: Period;
  readonly chosenId: Id | null;
  readonly onChoose: (id: Id | null) => void;
}) {
  const { rows, total } = props.map;
  const { t } = useTranslation('gaps');
  const formats = useFormats();
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('table.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('table.place')}</th>
            <th scope="col">{t('table.class')}</th>
            <th scope="col">{t('table.felt')}</th>
            <th scope="col">{t('table.recorded')}</th>
            <th scope="col">{t('table.police')}</th>
            <th scope="col">{t('table.score')}</th>
            <th scope="col">
              <span className={classes.hidden}>{t('table.onMap')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              period={props.period}
              isChosen={row.id === props.chosenId}
              onChoose={props.onChoose}
            />
          ))}
        </tbody>
      </table>
      {total > rows.length && (
        <Text size="sm" c="dimmed" p="sm">
          {t('table.more', { shown: formats.number(rows.length), total: formats.number(total) })}
        </Text>
      )}
    </div>
  );
}

function Row(props: {
  readonly row: GapRow;
  readonly period: Period;
  readonly isChosen: boolean;
  readonly onChoose: (id: Id | null) => void;
}) {
  const { row, isChosen } = props;
  const { t } = useTranslation('gaps');
  const formats = useFormats();
  const numbers = useGapNumbers();
  const stretches = useStretchWords();
  const name = stretches.of(formats.name(row.nameNl, row.nameFr), row.stretch);
  const area = formats.name(row.areaNl, row.areaFr);
  const { streetId } = row;
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">
        {streetId === null ? (
          <Link to="/neighbourhoods/$id" params={{ id: row.id }}>
            {name}
          </Link>
        ) : (
          <Link
            to="/streets/$streetId"
            params={{ streetId }}
            search={streetSearch(props.period, row)}
          >
            {name}
          </Link>
        )}
        <span className={classes.under}>
          {streetId === null ? '' : `${area} · `}
          {t('table.metres', { metres: formats.number(Math.round(row.metres)) })}
        </span>
      </th>
      <td>
        <span className={classes.class}>
          <GapMark of={row.class} isHot={row.isHot} />
          {t(`class.${row.class}`)}
        </span>
      </td>
      <td>
        {row.felt === null ? (
          t('table.nobody')
        ) : (
          <>
            {t('table.feltOf', { insecure: row.insecure, answers: row.answers })}
            <span className={classes.under}>
              {t('table.between', {
                low: numbers.percent(row.felt.low),
                high: numbers.percent(row.felt.high),
              })}
            </span>
          </>
        )}
      </td>
      <td>
        {row.facts === 0
          ? formats.number(0)
          : t('table.rate', {
              count: row.facts,
              facts: formats.number(row.facts),
              rate: numbers.decimal(row.perKilometre),
            })}
        <span className={classes.under}>
          {t('table.between', {
            low: numbers.decimal(row.recorded.low),
            high: numbers.decimal(row.recorded.high),
          })}
        </span>
      </td>
      <td>{row.policeFacts === 0 ? '–' : formats.number(row.policeFacts)}</td>
      <td>
        {row.score === null ? '–' : numbers.decimal(row.score)}
        {row.isHot && <span className={classes.under}>{t('table.hot')}</span>}
      </td>
      <td>
        <Button
          size="compact-xs"
          variant={isChosen ? 'light' : 'subtle'}
          aria-pressed={isChosen}
          aria-label={t('table.showOnMap', { name })}
          onClick={() => {
            props.onChoose(isChosen ? null : row.id);
          }}
        >
          {t('table.show')}
        </Button>
      </td>
    </tr>
  );
}
