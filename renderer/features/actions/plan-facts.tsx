import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Action } from '#shared/domain/actions/action.ts';
import type { Day } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { Facts } from '../../ui/facts.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useOfficers } from './queries.ts';

type Row = readonly [string, ReactNode];

/**
 * A plan to read: what is fixed since the action began.
 *
 * @param props.isWhole with what may still change while it runs: for one that has ended.
 */
export function PlanFacts(props: { readonly action: Action; readonly isWhole: boolean }) {
  const { action } = props;
  const { sign } = action;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const codes = useCodes();
  const officers = useOfficers();
  const day = (one: Day | null | undefined): string => (one ? formats.day(one) : '');
  const fixed: readonly Row[] = [
    [t('plan.aim'), action.aim],
    [t('plan.signShort'), sign?.what],
    [t('plan.counted'), sign && t(`plan.countedAs.${sign.counted}`)],
    [
      t('plan.baseline'),
      sign &&
        (sign.counted === 'by-hand'
          ? formats.number(sign.baseline)
          : t('plan.baselineBeside', { baseline: formats.number(sign.baseline) })),
    ],
    [t('plan.better'), sign && t(`plan.${sign.better}`)],
    [t('plan.countedFrom'), day(sign?.from)],
    [t('plan.countedTo'), day(sign?.to)],
    [t('plan.startsOn'), day(action.startsOn)],
  ];
  const open: readonly Row[] = [
    [t('plan.endsOn'), day(action.endsOn)],
    [
      t('plan.priority'),
      action.priority !== null && (
        <Group gap="xs">
          {codes.name('plan-priority', action.priority)}
          <ThreadLink goal={action.priority} />
        </Group>
      ),
    ],
    [t('plan.owner'), officers.name(action.ownerId)],
    [t('plan.cover'), officers.name(action.coverId)],
  ];
  return <Facts rows={props.isWhole ? [...fixed, ...open] : fixed} />;
}

/** The way to what the zone's plan says about a goal, and what came of it. */
export function ThreadLink(props: { readonly goal: string }) {
  const { t } = useTranslation('actions');
  return (
    <Anchor
      size="sm"
      renderRoot={(rest) => <Link {...rest} to="/thread" search={{ goal: props.goal }} />}
    >
      {t('thread')}
    </Anchor>
  );
}
