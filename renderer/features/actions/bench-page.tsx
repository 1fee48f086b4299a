import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Action } from '#shared/domain/actions/action.ts';
import { answerStanding } from '#shared/domain/actions/bench.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './actions.module.css';
import { AnswerDaysLine } from './answer-days-line.tsx';
import { MeansMix } from './means-mix.tsx';
import { useBench, useLessons, useOfficers } from './queries.ts';
import { WaitingSteps } from './waiting-steps.tsx';

/** What waits for an answer or a review, what was learned, and by which means the zone works. */
export function BenchPage() {
  const { t } = useTranslation('actions');
  return (
    <Page title={t('bench.title')} description={t('bench.text')}>
      <Stack gap="md">
        <div className={classes.columns}>
          <Stack gap="md">
            <Proposals />
            <Lessons />
          </Stack>
          <Stack gap="md">
            <WaitingSteps kind="toSee" />
            <WaitingSteps kind="toReview" />
          </Stack>
        </div>
        <MeansMix />
      </Stack>
    </Page>
  );
}

function Proposals() {
  const { t } = useTranslation('actions');
  const officers = useOfficers();
  const bench = useBench().data;
  return (
    <Panel title={t('bench.proposals')}>
      <AnswerDaysLine />
      {bench?.length === 0 && (
        <EmptyState
          icon={<IconBulb size={22} />}
          title={t('bench.none')}
          text={t('bench.noneText')}
        />
      )}
      <Stack gap="sm">
        {bench?.map((proposal) => (
          <Group key={proposal.id} justify="space-between" wrap="nowrap">
            <div>
              <Link
                className={classes.link}
                to="/actions/$actionId"
                params={{ actionId: proposal.id }}
                search={{ dossier: proposal.dossierId }}
              >
                {proposal.title}
              </Link>
              <Text size="xs" c="dimmed">
                {[
                  proposal.dossierTitle,
                  t('proposedBy', { names: officers.name(proposal.proposedBy) }),
                ].join(' · ')}
              </Text>
            </div>
            <AnswerBy proposal={proposal} />
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

function AnswerBy({ proposal }: { readonly proposal: Pick<Action, 'state' | 'answerBy'> }) {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const isLate = answerStanding(proposal, dayOf(new Date().toISOString())) === 'late';
  return (
    <Badge variant="light" flex="none" color={isLate ? 'orange' : 'gray'}>
      {t(isLate ? 'bench.late' : 'bench.by', { day: formats.day(proposal.answerBy) })}
    </Badge>
  );
}

function Lessons() {
  const { t } = useTranslation('actions');
  const codes = useCodes();
  const lessons = useLessons().data;
  return (
    <Panel title={t('lessons.title')}>
      {lessons?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('lessons.none')}
        </Text>
      )}
      <Stack gap="sm">
        {lessons?.map((lesson) => (
          <div key={lesson.id}>
            <Group gap="xs">
              <Text size="sm" fw={550}>
                {[
                  codes.name('problem', lesson.problem),
                  ...lesson.types.map((type) => codes.name('task-type', type)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <Badge variant="light">{codes.name('verdict', lesson.verdict)}</Badge>
            </Group>
            <Text size="sm">{lesson.learned}</Text>
            <Text size="xs" c="dimmed">
              {t('lessons.when', { conditions: lesson.conditions })}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
