import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ActionEvidence, ComparedStretch } from '#shared/contract/action-evidence.ts';
import { sumOf } from '#shared/domain/actions/comparison-streets.ts';
import type { Difference } from '#shared/domain/actions/verdict.ts';
import type { BeforeAfter } from '#shared/domain/statistics/before-after.ts';

import { useFormats } from '../../../ui/formats.ts';
import { rounded } from './groups.ts';
import classes from './outcome.module.css';
import { useStretchName } from './stretch-name.ts';

const GROUPS = ['own', 'comparison', 'surroundings'] as const;
type GroupName = (typeof GROUPS)[number];

/** Every stretch that was counted, by name, with its sum. */
export function EvidenceTable(props: {
  readonly evidence: ActionEvidence;
  /** Has the action not compared with a stretch; left out where nobody may. */
  readonly onLeaveOut?: ((stretch: ComparedStretch) => void) | undefined;
}) {
  const { onLeaveOut } = props;
  const { t } = useTranslation('outcome');
  return (
    <details className={classes.table}>
      <summary>{t('table')}</summary>
      <p>{t('chosen')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('stretch')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('leadUp')}</th>
            <th scope="col">{t('after')}</th>
            <th scope="col">{t('expected')}</th>
            <th scope="col">{t('difference')}</th>
            {onLeaveOut && <th aria-label={t('leaveOut')} />}
          </tr>
        </thead>
        {GROUPS.map((group) => (
          <Group
            key={group}
            name={group}
            stretches={props.evidence[group]}
            difference={differenceOf(props.evidence, group)}
            onLeaveOut={onLeaveOut}
          />
        ))}
      </table>
    </details>
  );
}

function Group(props: {
  readonly name: GroupName;
  readonly stretches: readonly ComparedStretch[];
  /** From what was to be expected; null where nothing is compared. */
  readonly difference: Difference | null;
  readonly onLeaveOut: ((stretch: ComparedStretch) => void) | undefined;
}) {
  const { name, stretches, difference, onLeaveOut } = props;
  const { t } = useTranslation('outcome');
  const nameOf = useStretchName();
  const isChosen = onLeaveOut !== undefined;
  return (
    <tbody>
      <Row
        name={t(`group.${name}`)}
        {...allOf(stretches)}
        difference={difference}
        isSum
        isChosen={isChosen}
      />
      {stretches.length === 0 && (
        <tr>
          <td colSpan={isChosen ? 7 : 6}>{t('none')}</td>
        </tr>
      )}
      {stretches.map((stretch) => (
        <Row
          key={stretch.id}
          name={nameOf(stretch)}
          {...stretch}
          isChosen={isChosen}
          onLeaveOut={
            onLeaveOut && name === 'comparison'
              ? () => {
                  onLeaveOut(stretch);
                }
              : undefined
          }
        />
      ))}
    </tbody>
  );
}

/** The picture has the same beside the bars. */
function differenceOf({ difference, around }: ActionEvidence, name: GroupName): Difference | null {
  if (name === 'comparison') return null;
  return name === 'own' ? difference : around;
}

interface Counts {
  readonly count: BeforeAfter;
  readonly leadUp: { readonly count: number; readonly of?: number | undefined };
}

function allOf(stretches: readonly ComparedStretch[]): Counts {
  const count = sumOf(stretches);
  const sum = (of: (stretch: ComparedStretch) => number): number =>
    stretches.reduce((total, stretch) => total + of(stretch), 0);
  const all = count.of && { of: sum(({ leadUp }) => leadUp.of ?? 0) };
  return { count, leadUp: { count: sum(({ leadUp }) => leadUp.count), ...all } };
}

function Row(
  props: Counts & {
    readonly name: string;
    readonly isSum?: boolean;
    readonly difference?: Difference | null;
    /** Whether the table has a column to choose in. */
    readonly isChosen: boolean;
    readonly onLeaveOut?: (() => void) | undefined;
  },
) {
  const { name, count, leadUp, onLeaveOut, difference = null } = props;
  const { t } = useTranslation('outcome');
  const formats = useFormats();
  const said = (counted: number, of: number | undefined): string => {
    const own = formats.number(counted);
    return of === undefined ? own : t('outOf', { count: own, total: formats.number(of) });
  };
  const signed = (value: number): string =>
    `${rounded(value) > 0 ? '+' : ''}${formats.number(rounded(value))}`;
  return (
    <tr data-sum={props.isSum ?? undefined}>
      <th scope={props.isSum ? 'rowgroup' : 'row'}>{name}</th>
      <td>{said(count.before, count.of?.before)}</td>
      <td>{said(leadUp.count, leadUp.of)}</td>
      <td>{said(count.after, count.of?.after)}</td>
      <td>{difference ? formats.number(rounded(count.after - difference.estimate)) : ''}</td>
      <td>
        {difference
          ? t('between', {
              difference: signed(difference.estimate),
              low: signed(difference.low),
              high: signed(difference.high),
            })
          : ''}
      </td>
      {props.isChosen && (
        <td>
          {onLeaveOut && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('leaveOutOf', { name })}
              onClick={onLeaveOut}
            >
              {t('leaveOut')}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}
