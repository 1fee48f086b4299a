import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { StreetProfile } from '#shared/contract/street-profile.ts';
import { addDays } from '#shared/lib/dates.ts';

import { CountBar } from '../../ui/count-bar.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './charts.module.css';

type Quarter = StreetProfile['quarters'][number];

/** Recorded facts quarter by quarter with their uncertainty, the trend or why there is none, and the table. */
export function FactQuartersPanel(props: { readonly profile: StreetProfile }) {
  const { quarters, breaks } = props.profile;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const nameOf = useQuarterName();
  const last = quarters.at(-1);
  if (!last || quarters.every(({ count, police }) => count + police === 0)) {
    return (
      <Panel title={t('facts.title')}>
        <Text size="sm" c="dimmed">
          {t('facts.none', { day: formats.day(addDays(last?.to ?? '', -1)) })}
        </Text>
      </Panel>
    );
  }
  const most = Math.max(...quarters.map(({ interval }) => interval.high));
  return (
    <Panel title={t('facts.title')}>
      <Text size="xs" c="dimmed" mb="sm">
        {t('facts.hint')}
      </Text>
      <div
        className={classes.quarters}
        role="img"
        aria-label={t('facts.picture', {
          quarter: nameOf(last),
          count: last.count,
          facts: formats.number(last.count),
        })}
      >
        {quarters.map((quarter, index) => (
          <div key={quarter.from} className={classes.quarter}>
            <CountBar
              count={quarter.count}
              interval={quarter.coverage === 'none' ? null : quarter.interval}
              most={most}
              isPart={quarter.coverage === 'part'}
            />
            <span>{t('feelings.quarterShort', { quarter: quarterOf(quarter) })}</span>
            <span className={classes.year}>
              {quarterOf(quarter) === 1 || index === 0 ? quarter.from.slice(0, 4) : ' '}
            </span>
          </div>
        ))}
      </div>
      {quarters.some(({ coverage }) => coverage === 'part') && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('facts.partHint')}
        </Text>
      )}
      <TrendLine profile={props.profile} />
      <TrendPeriod over={props.profile.trendOver} />
      {breaks.map(({ source, on, note }) => (
        <Text key={`${source} ${on}`} size="sm" mt="xs" role="note">
          {t('facts.break', { source, day: formats.day(on), note })}
        </Text>
      ))}
      <details className={classes.table}>
        <summary>{t('facts.table')}</summary>
        <QuartersTable quarters={quarters} />
      </details>
    </Panel>
  );
}

/** @returns 3 for a quarter that begins in July. */
function quarterOf({ from }: Quarter): number {
  return (Number(from.slice(5, 7)) + 2) / 3;
}

function useQuarterName(): (quarter: Quarter) => string {
  const { t } = useTranslation('streets');
  return (quarter) =>
    t('feelings.quarterName', { quarter: quarterOf(quarter), year: quarter.from.slice(0, 4) });
}

function TrendLine(props: { readonly profile: StreetProfile }) {
  const { trend } = props.profile;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const change = (factor: number): string => {
    const percent = Math.round(100 * (factor - 1));
    return `${percent > 0 ? '+' : ''}${formats.number(percent)} %`;
  };
  if (trend.kind === 'suspected') {
    const sources = trend.suspected
      .map(({ source, years }) => t('facts.trendSuspectedOf', { source, years: years.join(', ') }))
      .join('; ');
    return (
      <Text size="sm" mt="sm" fw={600}>
        {t('facts.trendSuspected', { sources })} <Link to="/facts">{t('facts.toSources')}</Link>
      </Text>
    );
  }
  if (trend.kind !== 'trend') {
    return (
      <Text size="sm" mt="sm">
        {t(trend.kind === 'break' ? 'facts.trendBreak' : 'facts.trendTooFew')}
      </Text>
    );
  }
  const { low, high } = trend.interval;
  const isSure = low > 1 || high < 1;
  return (
    <Text size="sm" mt="sm">
      {t(isSure ? 'facts.trend' : 'facts.trendNone', {
        change: change(trend.factor),
        low: change(low),
        high: change(high),
      })}
    </Text>
  );
}

/** Which days the trend is told of, and which sources take no part in it. */
function TrendPeriod(props: { readonly over: StreetProfile['trendOver'] }) {
  const { over } = props;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  return (
    <Text size="xs" c="dimmed">
      {over === null
        ? t('facts.noWhole')
        : t('facts.over', { from: formats.day(over.from), to: formats.day(addDays(over.to, -1)) })}
      {over !== null && over.leftOut.length > 0
        ? ` ${t('facts.leftOut', { sources: over.leftOut.join(', ') })}`
        : ''}
    </Text>
  );
}

function QuartersTable(props: { readonly quarters: readonly Quarter[] }) {
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const nameOf = useQuarterName();
  const decimal = (value: number): string => formats.number(Math.round(10 * value) / 10);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('feelings.quarter')}</th>
          <th scope="col">{t('facts.count')}</th>
          <th scope="col">{t('facts.expected')}</th>
          <th scope="col">{t('facts.police')}</th>
        </tr>
      </thead>
      <tbody>
        {props.quarters.map((quarter) => (
          <tr key={quarter.from}>
            <th scope="row">{nameOf(quarter)}</th>
            <td>
              {quarter.coverage === 'none' ? '–' : formats.number(quarter.count)}
              {quarter.coverage === 'part' ? ` (${t('facts.partly')})` : ''}
            </td>
            <td>
              {quarter.coverage === 'none'
                ? '–'
                : t('facts.between', {
                    low: decimal(quarter.interval.low),
                    high: decimal(quarter.interval.high),
                  })}
            </td>
            <td>{formats.number(quarter.police)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
