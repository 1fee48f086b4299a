import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FactSource, SourceYears } from '#shared/contract/facts.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useQuestion } from '../../client/queries.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import classes from './facts.module.css';
import { MethodQuestion } from './method-question.tsx';
import { MissingMonths } from './missing-months.tsx';
import { sourceYearsQuestion } from './queries.ts';

/** What each year brought, as bars that are a table, with a line where the method changed. */
export function SourceYearsChart(props: { readonly source: FactSource }) {
  const { source } = props;
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const errorText = useErrorText();
  const answer = useQuestion(sourceYearsQuestion(source.id));
  if (answer.isError) return <FailureNotice text={errorText(answer.error)} />;
  if (answer.data === undefined) return null;
  const { years, suspects, told, missing } = answer.data;
  if (years.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt="xs">
        {t('source.noYears')}
      </Text>
    );
  }
  const most = Math.max(...years.map(({ amount }) => amount), 1);
  const asked = new Set(suspects.map((day) => Number(day.slice(0, 4))));
  const broken = new Set(source.breaks.map(({ on }) => Number(on.slice(0, 4))));
  return (
    <>
      <table className={classes.years} aria-label={t('source.table', { name: source.name })}>
        <thead>
          <tr>
            <th scope="col">{t('source.year')}</th>
            <th scope="col" className={classes.barHead}>
              {t('source.amount')}
            </th>
            <th scope="col" className={classes.figure}>
              {t('source.places')}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, amount, places, isWhole }) => (
            <tr
              key={year}
              data-broken={broken.has(year) || undefined}
              data-asked={asked.has(year) || undefined}
            >
              <th
                scope="row"
                title={
                  broken.has(year)
                    ? t('source.mark')
                    : asked.has(year)
                      ? t('source.askedMark')
                      : undefined
                }
              >
                {isWhole
                  ? asked.has(year)
                    ? t('source.askedYear', { year: String(year) })
                    : year
                  : t('source.partly', { year: String(year) })}
              </th>
              <td>
                <span className={classes.barCell}>
                  <span className={classes.track} aria-hidden>
                    <svg width="100%" height="12" preserveAspectRatio="none" viewBox="0 0 100 12">
                      <rect className={classes.bar} width={(amount / most) * 100} height="12" />
                    </svg>
                  </span>
                  <span className={classes.figure}>{formats.number(amount)}</span>
                </span>
              </td>
              <td className={classes.figure}>{formats.number(places)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MissingMonths of="source" months={missing} />
      <TrendWords trend={answer.data.trend} />
      {years.every(({ isWhole }) => isWhole) ? null : (
        <Text size="xs" c="dimmed">
          {told === null
            ? t('source.noWhole')
            : answer.data.trend.kind === 'too-few'
              ? t('source.notTold')
              : told.first === told.last
                ? t('source.toldOne', { year: String(told.first) })
                : t('source.told', { first: String(told.first), last: String(told.last) })}
        </Text>
      )}
      {suspects.length > 0 ? <MethodQuestion source={source} suspects={suspects} /> : null}
    </>
  );
}

function TrendWords(props: { readonly trend: SourceYears['trend'] }) {
  const { trend } = props;
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const percent = (factor: number): string => {
    const change = Math.round(100 * (factor - 1));
    return `${change > 0 ? '+' : ''}${formats.number(change)} %`;
  };
  const words = (): string => {
    if (trend.kind === 'too-few') return t('source.tooShort');
    if (trend.kind === 'suspected') return t('source.doubted');
    if (trend.kind === 'method-break') {
      return trend.breaks
        .map(({ on, note }) => t('source.broken', { day: formats.day(on), note }))
        .join(' ');
    }
    const { low, high } = trend.interval;
    const isSure = low > 1 || high < 1;
    return t(isSure ? 'source.trend' : 'source.steady', {
      change: percent(trend.factor),
      low: percent(low),
      high: percent(high),
    });
  };
  return (
    <Text
      size="sm"
      mt={4}
      fw={trend.kind === 'method-break' || trend.kind === 'suspected' ? 600 : undefined}
    >
      {words()}
    </Text>
  );
}
