import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { GapMap } from '#shared/contract/gaps.ts';
import type { GapLevel } from '#shared/domain/gaps/gap-map.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useGapNumbers } from './use-gap-numbers.ts';

/** What all places say together, and how far the map may be believed. */
export function GapSummary(props: { readonly map: GapMap; readonly level: GapLevel }) {
  const { map, level } = props;
  const { t } = useTranslation('gaps');
  const formats = useFormats();
  const numbers = useGapNumbers();
  const { insecureShare } = map;
  return (
    <Panel title={t('summary.title')}>
      <Stack gap="xs">
        <Text size="sm">
          {insecureShare === null
            ? t('summary.nobodyFelt')
            : t('summary.felt', {
                count: map.answers,
                share: numbers.percent(insecureShare),
                answers: formats.number(map.answers),
              })}
        </Text>
        <Text size="sm">
          {t('summary.recorded', {
            count: map.facts,
            facts: formats.number(map.facts),
            rate: numbers.decimal(map.perKilometre),
          })}
          {map.elsewhere > 0 &&
            ` ${t('summary.elsewhere', { count: map.elsewhere, facts: formats.number(map.elsewhere) })}`}
        </Text>
        {map.policeFacts > 0 && (
          <Text size="sm">
            {t('summary.police', {
              count: map.policeFacts,
              facts: formats.number(map.policeFacts),
            })}
          </Text>
        )}
        {map.weightsSince !== null && (
          <Text size="sm">{t('summary.weights', { day: formats.day(map.weightsSince) })}</Text>
        )}
        {level === 'neighbourhood' ? null : <Prediction map={map} />}
        {map.breaks.map(({ source, on, note }) => (
          <Text key={`${source} ${on}`} size="sm" role="note">
            {t('summary.break', { source, day: formats.day(on), note })}
          </Text>
        ))}
      </Stack>
    </Panel>
  );
}

/** How well the map of the period before foretold this one, or why that cannot be told. */
function Prediction(props: { readonly map: GapMap }) {
  const { prediction, clustering, uncovered, weightsSince } = props.map;
  const { t } = useTranslation('gaps');
  const formats = useFormats();
  const numbers = useGapNumbers();
  return (
    <>
      {prediction === null && uncovered.length === 0 ? (
        <Text size="sm" fw={600}>
          {t('summary.noPrediction')}
        </Text>
      ) : null}
      {uncovered.map(({ source, missing }) => (
        <Text key={source} size="sm" fw={600} role="note">
          {t('summary.uncovered', { source, count: missing, days: formats.number(missing) })}
        </Text>
      ))}
      {prediction === null ? null : (
        <>
          <Text size="sm" fw={600}>
            {t(prediction.predicts ? 'summary.predicts' : 'summary.predictsNothing', {
              index: numbers.decimal(prediction.index),
              low: numbers.decimal(prediction.interval.low),
              high: numbers.decimal(prediction.interval.high),
            })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('summary.predictionHint', {
              count: prediction.total,
              hits: formats.number(prediction.hits),
              total: formats.number(prediction.total),
              share: numbers.percent(prediction.lengthShare),
            })}{' '}
            {weightsSince !== null && t('summary.predictionWeighed')}
          </Text>
        </>
      )}
      {clustering === null ? null : (
        <Text size="xs" c="dimmed">
          {t(clustering.p < 0.05 ? 'summary.clustered' : 'summary.notClustered', {
            i: formats.number(Math.round(100 * clustering.i) / 100),
          })}{' '}
          {t('summary.moranHelp')}
        </Text>
      )}
    </>
  );
}
