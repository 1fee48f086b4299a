import { Text } from '@mantine/core';
import { IconMoodEmpty } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { PlacePicture } from '#shared/contract/streets.ts';
import { FEELINGS } from '#shared/domain/contacts/code-lists.ts';
import { wilsonInterval } from '#shared/domain/statistics/intervals.ts';
import { FEWEST_ANSWERS } from '#shared/domain/streets/picture.ts';

import { useCodes } from '../../client/codes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './charts.module.css';

type Quarters = PlacePicture['feelings'];
type Quarter = Quarters[number];

/** Height of the bars in CSS pixels. */
const HEIGHT = 120;

/** Feelings of insecurity quarter by quarter: a picture, and the table behind it. */
export function FeelingsPanel(props: { readonly feelings: Quarters }) {
  const { feelings } = props;
  const { t } = useTranslation('streets');
  if (feelings.every(({ n }) => n === 0)) {
    return (
      <Panel title={t('feelings.title')}>
        <EmptyState
          icon={<IconMoodEmpty size={22} />}
          title={t('feelings.none')}
          text={t('feelings.noneText')}
        />
      </Panel>
    );
  }
  return (
    <Panel title={t('feelings.title')}>
      <Text size="xs" c="dimmed" mb="sm">
        {t('feelings.hint')}
      </Text>
      <Chart feelings={feelings} />
      <Legend />
      <details className={classes.table}>
        <summary>{t('feelings.table')}</summary>
        <FeelingsTable feelings={feelings} />
      </details>
    </Panel>
  );
}

/** @returns 3 for a quarter that begins in July. */
function quarterOf({ from }: Quarter): number {
  return (Number(from.slice(5, 7)) + 2) / 3;
}

function Chart(props: { readonly feelings: Quarters }) {
  const { t } = useTranslation('streets');
  const hatch = useId();
  const last = props.feelings.findLast(({ n }) => n > 0);
  const nameOf = (quarter: Quarter): string =>
    t('feelings.quarterName', { quarter: quarterOf(quarter), year: quarter.from.slice(0, 4) });
  const often = last?.steps ? (last.steps[3] ?? 0) + (last.steps[4] ?? 0) : undefined;
  const spoken =
    last &&
    (often === undefined
      ? t('feelings.lastUntold', { quarter: nameOf(last), n: last.n })
      : t('feelings.lastTold', { quarter: nameOf(last), n: last.n, often }));
  return (
    <div
      className={classes.quarters}
      role="img"
      aria-label={t('feelings.picture', { last: spoken })}
    >
      {props.feelings.map((quarter) => (
        <div key={quarter.from} className={classes.quarter}>
          <svg width="100%" height={HEIGHT}>
            <defs>
              <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
                <path d="M0 6 L6 0" className={classes.hatchLine} />
              </pattern>
            </defs>
            <Bar quarter={quarter} hatch={hatch} />
          </svg>
          <span>{t('feelings.quarterShort', { quarter: quarterOf(quarter) })}</span>
          <span className={classes.year}>
            {quarterOf(quarter) === 1 || quarter === props.feelings[0]
              ? quarter.from.slice(0, 4)
              : ' '}
          </span>
          <span className={classes.n}>{quarter.n === 0 ? '–' : `n=${quarter.n}`}</span>
        </div>
      ))}
    </div>
  );
}

function Bar(props: { readonly quarter: Quarter; readonly hatch: string }) {
  const { n, steps } = props.quarter;
  if (n === 0) return <rect className={classes.empty} y={HEIGHT - 1} width="100%" height="1" />;
  if (!steps) return <rect width="100%" height={HEIGHT} fill={`url(#${props.hatch})`} />;
  // From the bottom up: never first, always on top.
  const tops = steps.map((_, step) => steps.slice(step + 1).reduce((sum, count) => sum + count, 0));
  return steps.map((count, step) => (
    <rect
      key={FEELINGS[step]}
      className={classes.step}
      data-feeling={FEELINGS[step]}
      y={(HEIGHT * (tops[step] ?? 0)) / n}
      width="100%"
      height={(HEIGHT * count) / n}
    />
  ));
}

function Legend() {
  const { t } = useTranslation('streets');
  const codes = useCodes();
  return (
    <ul className={classes.legend}>
      {FEELINGS.map((feeling) => (
        <li key={feeling}>
          <svg width="12" height="12" aria-hidden>
            <rect className={classes.step} data-feeling={feeling} width="12" height="12" rx="2" />
          </svg>
          {codes.name('feeling', feeling)}
        </li>
      ))}
      <li>{t('feelings.tooFewHint', { fewest: FEWEST_ANSWERS })}</li>
    </ul>
  );
}

function FeelingsTable(props: { readonly feelings: Quarters }) {
  const { t } = useTranslation('streets');
  const codes = useCodes();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('feelings.quarter')}</th>
          <th scope="col">{t('feelings.n')}</th>
          {FEELINGS.map((feeling) => (
            <th key={feeling} scope="col">
              {codes.name('feeling', feeling)}
            </th>
          ))}
          <th scope="col">{t('feelings.share')}</th>
        </tr>
      </thead>
      <tbody>
        {props.feelings.map((quarter) => (
          <tr key={quarter.from}>
            <th scope="row">
              {t('feelings.quarterName', {
                quarter: quarterOf(quarter),
                year: quarter.from.slice(0, 4),
              })}
            </th>
            <td>{quarter.n}</td>
            {quarter.steps ? (
              quarter.steps.map((count, step) => <td key={FEELINGS[step]}>{count}</td>)
            ) : (
              <td colSpan={FEELINGS.length}>{quarter.n === 0 ? '–' : t('feelings.tooFew')}</td>
            )}
            <td>{quarter.steps ? <Share steps={quarter.steps} /> : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who feels often or always unsafe, with where the share lies in 95 of 100 such cases. */
function Share(props: { readonly steps: readonly number[] }) {
  const { t } = useTranslation('streets');
  const n = props.steps.reduce((sum, count) => sum + count, 0);
  const insecure = (props.steps[3] ?? 0) + (props.steps[4] ?? 0);
  const { low, high } = wilsonInterval(insecure, n);
  const percent = (share: number): number => Math.round(100 * share);
  return t('feelings.shareOf', {
    share: percent(insecure / n),
    low: percent(low),
    high: percent(high),
  });
}
