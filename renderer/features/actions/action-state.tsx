import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';

import { useCodes } from '../../client/codes.ts';
import { useDeskState } from '../../client/desk-state.ts';
import { useReporter } from '../../client/reporter.ts';
import { useLeads } from '../../client/role.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { Facts } from '../../ui/facts.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { ClosingDialog } from './closing-dialog.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { LackingGrounds } from './lacking-grounds.tsx';
import { LadderLink } from './ladder-link.tsx';
import { ActionObjections } from './looking/action-objections.tsx';
import { useLessonOf, useOfficers } from './queries.ts';
import { StartDialog } from './start-dialog.tsx';

/** What is missing and is put right on the ladder of means. */
const ON_LADDER: ReadonlySet<string> = new Set(['ladder', 'second-eyes']);

/** Where an action stands, what is missing for the next step, and the buttons that take it. */
export function ActionState(props: { readonly action: PlannedAction; readonly page: DossierPage }) {
  const { action } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const report = useReporter();
  const officerId = useDeskState().data?.officer?.id;
  const mayAnswer = useLeads();
  const [open, setOpen] = useState<'answer' | 'start' | 'close' | 'copy'>();
  const done = (): void => {
    setOpen(undefined);
  };
  const missing = action.missing.filter(
    (need) => need !== 'approval' || action.state !== 'proposed',
  );
  return (
    <Panel title={t('stands')}>
      <Stack gap="sm">
        {action.state === 'proposed' && <Answerable action={action} />}
        {missing.length > 0 && (
          <div>
            <Text size="sm">{t('missing')}</Text>
            <List size="sm">
              {missing.map((need) => (
                <List.Item key={need}>
                  {t(`need.${need}`)}{' '}
                  {ON_LADDER.has(need) && <LadderLink dossierId={action.dossierId} />}
                </List.Item>
              ))}
            </List>
          </div>
        )}
        <ActionObjections action={action} page={props.page} />
        <LackingGrounds action={action} page={props.page} />
        {action.state === 'closed' && <Text size="sm">{t('close.nothingMore')}</Text>}
        <Ending action={action} />
        <Group gap="xs">
          {action.state === 'proposed' && mayAnswer && (
            <Button
              onClick={() => {
                setOpen('answer');
              }}
            >
              {t('answer.title')}
            </Button>
          )}
          {action.state === 'approved' && (
            <Button
              disabled={action.missing.length > 0}
              onClick={() => {
                setOpen('start');
              }}
            >
              {t('start')}
            </Button>
          )}
          {action.state === 'active' && (
            <Button
              onClick={() => {
                setOpen('close');
              }}
            >
              {t('close.title')}
            </Button>
          )}
          {action.state !== 'closed' &&
            action.state !== 'refused' &&
            action.ownerId !== officerId && (
              <Button
                variant="default"
                onClick={() => {
                  report(client.actions.adopt({ id: action.id }));
                }}
              >
                {t('adopt')}
              </Button>
            )}
          <Button
            variant="default"
            onClick={() => {
              setOpen('copy');
            }}
          >
            {t('copy.title')}
          </Button>
        </Group>
      </Stack>
      <AnswerDialog action={action} opened={open === 'answer'} onClose={done} />
      {open === 'start' && <StartDialog action={action} onClose={done} />}
      {action.state === 'active' && (
        <ClosingDialog action={action} page={props.page} opened={open === 'close'} onClose={done} />
      )}
      {open === 'copy' && <CopyDialog action={action} page={props.page} onClose={done} />}
    </Panel>
  );
}

function Answerable(props: { readonly action: PlannedAction }) {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const { answerBy } = props.action;
  return (
    <Text size="sm">
      {t('answer.due', { day: formats.day(answerBy), relative: formats.relativeDay(answerBy) })}
    </Text>
  );
}

/** How it was answered, and how it ended. */
function Ending(props: { readonly action: PlannedAction }) {
  const { action } = props;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const codes = useCodes();
  const officers = useOfficers();
  const { feedback } = action;
  const lesson = useLessonOf(action);
  return (
    <Facts
      rows={[
        [
          t('answer.by'),
          action.answeredAt === null
            ? ''
            : `${officers.name(action.answeredBy)}, ${formats.recentMoment(action.answeredAt)}`,
        ],
        [t('answer.reason'), action.answerReason],
        [
          t('close.by'),
          action.closedAt === null
            ? ''
            : `${officers.name(action.closedBy)}, ${formats.recentMoment(action.closedAt)}`,
        ],
        [t('close.verdict'), codes.name('verdict', action.verdict)],
        [t('close.note'), action.verdictNote],
        [t('close.feedback'), feedback?.text ?? ''],
        [
          t('close.told'),
          feedback ? `${formats.day(feedback.on)}, ${codes.name('channel', feedback.channel)}` : '',
        ],
        [t('close.learned'), action.learned],
        [t('close.conditions'), lesson?.conditions ?? ''],
        [t('copy.differs'), action.differs],
      ]}
    />
  );
}
