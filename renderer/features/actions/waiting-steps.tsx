import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { WaitingStep } from '#shared/contract/action-means.ts';
import { type MeansStep, standingOf } from '#shared/domain/actions/means.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './actions.module.css';
import { GroundsDialog, newest } from './grounds-dialog.tsx';
import { LookDialog } from './look-dialog.tsx';
import { AnswerObjection } from './looking/answer-objection.tsx';
import { useMeans } from './queries.ts';
import { StepBadges } from './step-badges.tsx';
import { useLooks } from './use-looks.ts';

/** Steps on the ladder of means that somebody has to look at, or whose grounds lack. */
export function WaitingSteps({ kind }: { readonly kind: 'toSee' | 'toReview' }) {
  const { t } = useTranslation('actions');
  const steps = useMeans().data?.[kind];
  const [open, setOpen] = useState<{ does: 'look' | 'complete'; step: MeansStep }>();
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <Panel title={t(`${kind}.title`)}>
      {steps?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(`${kind}.none`)}
        </Text>
      )}
      <Stack gap="sm">
        {steps?.map((step) => (
          <Waiting
            key={step.id}
            step={step}
            onOpen={(does) => {
              setOpen({ does, step });
            }}
          />
        ))}
      </Stack>
      {open?.does === 'look' && <LookDialog step={open.step} onClose={close} />}
      {open?.does === 'complete' && (
        <GroundsDialog step={newest(steps, open.step)} onClose={close} />
      )}
    </Panel>
  );
}

function Waiting(props: {
  readonly step: WaitingStep;
  readonly onOpen: (does: 'look' | 'complete') => void;
}) {
  const { step } = props;
  const { t } = useTranslation('actions');
  const codes = useCodes();
  const formats = useFormats();
  const looks = useLooks();
  const standing = standingOf(step);
  const looksNow = looks.sees(step) || looks.reviews(step);
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div>
        <Group gap="xs">
          <Link
            className={classes.link}
            to="/dossiers/$dossierId"
            params={{ dossierId: step.dossierId }}
          >
            {codes.name('means', step.means)}
          </Link>
          <StepBadges step={step} />
        </Group>
        <Text size="xs" c="dimmed">
          {`${step.dossierTitle} · ${formats.recentMoment(step.notedAt)}`}
        </Text>
        {standing === 'objected' && <AnswerObjection step={step} />}
        {!looksNow && !looks.completes(step) && standing !== 'objected' && (
          <Text size="xs">{t(standing === 'provisional' ? 'grounds.who' : 'means.otherEyes')}</Text>
        )}
      </div>
      <Group gap="xs" wrap="nowrap">
        {looks.completes(step) && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              props.onOpen('complete');
            }}
          >
            {t('grounds.do')}
          </Button>
        )}
        {looksNow && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              props.onOpen('look');
            }}
          >
            {t(looks.reviews(step) ? 'review.do' : 'look.do')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
