import { Button, Loader, NativeSelect, Stack } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import type { Thread } from '#shared/contract/thread.ts';
import { codeSchema } from '#shared/domain/codes/code.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { useSteadyQuestion } from '../../client/steady-question.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { GoalOverview } from './goal-overview.tsx';
import { GoalPanel } from './goal-panel.tsx';
import { ThreadExport } from './thread-export.tsx';
import { useGoalName } from './use-goal-name.ts';

export const threadSearchSchema = z.object({
  /** A goal by its code, or `none`. */
  goal: codeSchema.optional().catch(undefined),
});

/** From the goals of the zone's plan to actions, contacts, what was delivered, and what came of it. */
export function ThreadPage() {
  const { t } = useTranslation('thread');
  const errorText = useErrorText();
  const codes = useCodes();
  const goalName = useGoalName();
  const search = useSearch({ from: '/thread' });
  const navigate = useNavigate({ from: '/thread' });
  const goal = search.goal ?? null;
  const answer = useSteadyQuestion({
    topics: ['dossiers', 'contacts', 'codes'],
    key: ['thread.read', goal],
    ask: (client, signal) => client.thread.read({ goal }, { signal }),
  });
  const goals = codes.all.filter(({ list }) => list === 'plan-priority').map(({ code }) => code);
  return (
    <Page
      title={t('title')}
      description={t('about')}
      actions={
        answer.data && <ThreadExport goal={goal} isEmpty={countActions(answer.data) === 0} />
      }
    >
      <NativeSelect
        size="xs"
        maw={320}
        mb="md"
        label={t('goal')}
        value={search.goal ?? ''}
        data={[
          { value: '', label: t('allGoals') },
          ...[...goals, 'none'].map((value) => ({
            value,
            label: goalName(value === 'none' ? null : value),
          })),
        ]}
        onChange={(event) => {
          void navigate({ search: { goal: event.currentTarget.value || undefined } });
        }}
      />
      {answer.isPending && <Loader role="status" aria-label={t('loading')} />}
      {answer.isError && (
        <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && <Answer thread={answer.data} isOne={goal !== null} />}
    </Page>
  );
}

function Answer({ thread, isOne }: { readonly thread: Thread; readonly isOne: boolean }) {
  const { t } = useTranslation('thread');
  if (countActions(thread) === 0 && (!isOne || thread.length === 0)) {
    return (
      <EmptyState
        icon={<IconTargetArrow size={22} />}
        title={t('none')}
        text={t('noneText')}
        action={
          <Button variant="default" renderRoot={(rest) => <Link {...rest} to="/dossiers" />}>
            {t('toDossiers')}
          </Button>
        }
      />
    );
  }
  return (
    <Stack gap="md">
      {!isOne && <GoalOverview thread={thread} />}
      {thread.map((one) => (
        <GoalPanel key={one.goal ?? 'none'} thread={one} />
      ))}
    </Stack>
  );
}

function countActions(thread: Thread): number {
  return thread.reduce((sum, { actions }) => sum + actions.length, 0);
}
