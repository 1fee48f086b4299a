import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type MeansStep, standingOf, unsaidLighter } from '#shared/domain/actions/means.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { Panel } from '../../ui/panel.tsx';
import { GroundsDialog } from './grounds-dialog.tsx';
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
  const [open, setOpen] = useState<'step' | 'untaken' | 'untaken-first'>();
  const [lacking, setLacking] = useState<MeansStep>();
  const unsaid = unsaidLighter('coercion', steps);
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
                setOpen('untaken');
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
              setOpen('step');
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
        {steps.map((step) => (
          <LadderStep
            key={step.id}
            step={step}
            onComplete={() => {
              setLacking(step);
            }}
          />
        ))}
      </Stack>
      {open === 'step' && (
        <StepDialog
          dossierId={dossierId}
          steps={steps}
          onUnsaid={() => {
            setOpen('untaken-first');
          }}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
      {(open === 'untaken' || open === 'untaken-first') && (
        <UntakenDialog
          dossierId={dossierId}
          unsaid={unsaid}
          onClose={() => {
            // Back to the step that could not be taken before they were said.
            setOpen(open === 'untaken-first' ? 'step' : undefined);
          }}
        />
      )}
      {lacking && (
        <GroundsDialog
          step={lacking}
          onClose={() => {
            setLacking(undefined);
          }}
        />
      )}
    </Panel>
  );
}

function LadderStep(props: { readonly step: MeansStep; readonly onComplete: () => void }) {
  const { step } = props;
  const { t } = useTranslation('actions');
  const codes = useCodes();
  const client = useWorkbench();
  const report = useReporter();
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
      {standingOf(step) === 'waits' && !looks.sees(step) && (
        <Text size="sm">{t('means.otherEyes')}</Text>
      )}
      {looks.completes(step) && (
        <Button size="compact-sm" mt={4} variant="default" onClick={props.onComplete}>
          {t('grounds.do')}
        </Button>
      )}
      {looks.sees(step) && (
        <Button
          size="compact-sm"
          mt={4}
          variant="default"
          onClick={() => {
            report(client.actions.confirmStep({ id: step.id }));
          }}
        >
          {t('means.confirm')}
        </Button>
      )}
    </div>
  );
}
