import { Text } from '@mantine/core';

import type { MeansStep } from '#shared/domain/actions/means.ts';

import { useCodes } from '../../../client/codes.ts';
import { StepGrounds } from '../step-grounds.tsx';

/** A step on the ladder of means, as a dialog about it shows it. */
export function StepSummary({ step }: { readonly step: MeansStep }) {
  const codes = useCodes();
  return (
    <div>
      <Text size="sm" fw={550}>
        {codes.name('means', step.means)}
      </Text>
      <Text size="sm">{step.note}</Text>
      <StepGrounds step={step} />
    </div>
  );
}
