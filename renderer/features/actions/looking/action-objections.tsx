import { Group, Stack, Text } from '@mantine/core';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { ladderOf, standingOf } from '#shared/domain/actions/means.ts';

import { useCodes } from '../../../client/codes.ts';
import { StepBadges } from '../step-badges.tsx';
import { AnswerObjection } from './answer-objection.tsx';

/** Steps of the ladder of an action that somebody does not agree with, and why. */
export function ActionObjections(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
}) {
  const codes = useCodes();
  const steps = ladderOf(props.action.id, props.page.steps).filter(
    (step) => standingOf(step) === 'objected',
  );
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
          </Group>
          <AnswerObjection step={step} />
        </div>
      ))}
    </Stack>
  );
}
