import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type MeansStep, standingOf, unsaidLighter } from '#shared/domain/actions/means.ts';
import { MEANS } from '#shared/domain/actions/vocabulary.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { Panel } from '../../ui/panel.tsx';
import { GroundsDialog, newest } from './grounds-dialog.tsx';
import { LookDialog } from './look-dialog.tsx';
import { AnswerObjection } from './looking/answer-objection.tsx';
import { StepBadges } from './step-badges.tsx';
import { StepDialog } from './step-dialog.tsx';
import { StepGrounds } from './step-grounds.tsx';
import { UntakenDialog } from './untaken-dialog.tsx';
import { useLooks } from './use-looks.ts';

/** The ladder of means: what was tried, why not, and what was taken, on which ground and who looked at it. */
export function MeansPanel(props: {
  readonly dossierId: Id;
  readonly steps: readonly MeansStep[];
}) {
  const { dossierId, steps } = props;
  const { t } = useTranslation('actions');
  const [noting, setNoting] = useState<'step' | 'untaken' | 'untaken-first'>();
  const [open, setOpen] = useState<{ does: 'look' | 'complete'; step: MeansStep }>();
  const unsaid = unsaidLighter('coercion', steps);
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <Panel
      title={t('means.title')}
      aside={
        <Group gap="xs">
          {unsaid.length > 1 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setNoting('untaken');
              }}
            >
              {t('means.several')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => {
              setNoting('step');
            }}
          >
            {t('means.add')}
          </Button>
        </Group>
      }
    >
      {steps.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('means.none')}
        </Text>
      )}
      <Stack gap="sm">
        {steps.toSorted(byRung).map((step) => (
          <LadderStep
            key={step.id}
            step={step}
            onOpen={(does) => {
              setOpen({ does, step });
            }}
          />
        ))}
      </Stack>
      {noting === 'step' && (
        <StepDialog
          dossierId={dossierId}
          steps={steps}
          onUnsaid={() => {
            setNoting('untaken-first');
          }}
          onClose={() => {
            setNoting(undefined);
          }}
        />
      )}
      {(noting === 'untaken' || noting === 'untaken-first') && (
        <UntakenDialog
          dossierId={dossierId}
          unsaid={unsaid}
          onClose={() => {
            // Back to the step that could not be taken before they were said.
            setNoting(noting === 'untaken-first' ? 'step' : undefined);
          }}
        />
      )}
      {open?.does === 'look' && <LookDialog step={open.step} onClose={close} />}
      {open?.does === 'complete' && (
        <GroundsDialog step={newest(steps, open.step)} onClose={close} />
      )}
    </Panel>
  );
}

/** The lightest first; of one means as they were noted. */
function byRung(one: MeansStep, other: MeansStep): number {
  const rungs = MEANS.indexOf(one.means) - MEANS.indexOf(other.means);
  return rungs === 0 ? one.notedAt.localeCompare(other.notedAt) : rungs;
}

function LadderStep(props: {
  readonly step: MeansStep;
  readonly onOpen: (does: 'look' | 'complete') => void;
}) {
  const { step } = props;
  const { t } = useTranslation('actions');
  const codes = useCodes();
  const looks = useLooks();
  return (
    <div>
      <Group gap="xs">
        <Text size="sm" fw={550}>
          {codes.name('means', step.means)}
        </Text>
        <Badge variant="light" color="gray">
          {t(`means.kind.${step.kind}`)}
        </Badge>
        <StepBadges step={step} />
      </Group>
      <Text size="sm">{step.note}</Text>
      <StepGrounds step={step} />
      {standingOf(step) === 'objected' && <AnswerObjection step={step} />}
      {standingOf(step) === 'waits' && !looks.sees(step) && (
        <Text size="sm">{t('means.otherEyes')}</Text>
      )}
      {looks.completes(step) && (
        <Button
          size="compact-sm"
          mt={4}
          variant="default"
          onClick={() => {
            props.onOpen('complete');
          }}
        >
          {t('grounds.do')}
        </Button>
      )}
      {looks.sees(step) && (
        <Button
          size="compact-sm"
          mt={4}
          variant="default"
          onClick={() => {
            props.onOpen('look');
          }}
        >
          {t('look.do')}
        </Button>
      )}
    </div>
  );
}
