import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { lackingGrounds, ladderOf, type MeansStep } from '#shared/domain/actions/means.ts';

import { useCodes } from '../../client/codes.ts';
import { GroundsDialog, newest } from './grounds-dialog.tsx';
import { StepBadges } from './step-badges.tsx';
import { useLooks } from './use-looks.ts';

/** Steps of the ladder of an action that lack grounds, with the way to fill them in. */
export function LackingGrounds(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
}) {
  const { t } = useTranslation('actions');
  const codes = useCodes();
  const looks = useLooks();
  const [open, setOpen] = useState<MeansStep>();
  const steps = stepsLackingGrounds(props.action, props.page);
  if (steps.length === 0) return null;
  return (
    <Stack gap="xs">
      {steps.map((step) => (
        <div key={step.id}>
          <Group gap="xs">
            <Text size="sm" fw={550}>
              {codes.name('means', step.means)}
            </Text>
            <StepBadges step={step} />
            {looks.completes(step) && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setOpen(step);
                }}
              >
                {t('grounds.do')}
              </Button>
            )}
          </Group>
          <Text size="xs" c="dimmed">
            {looks.completes(step) ? step.note : t('grounds.who')}
          </Text>
        </div>
      ))}
      {open && (
        <GroundsDialog
          step={newest(steps, open)}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </Stack>
  );
}

/** Heavy steps of an action, or of its whole dossier, that lack grounds: it cannot close before they are there. */
export function stepsLackingGrounds(
  action: PlannedAction,
  page: DossierPage,
): readonly MeansStep[] {
  return ladderOf(action.id, page.steps).filter((step) => lackingGrounds(step).length > 0);
}
