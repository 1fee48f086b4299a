import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { MeansStep } from '#shared/domain/actions/means.ts';

import { useLooks } from '../use-looks.ts';
import { ObjectionLines } from './objection-lines.tsx';
import { ReviseDialog } from './revise-dialog.tsx';
import { WithdrawStepDialog } from './withdraw-step-dialog.tsx';

/** Why somebody does not agree with a step, and the ways to answer; who answers, for others. */
export function AnswerObjection({ step }: { readonly step: MeansStep }) {
  const { t } = useTranslation('looking');
  const looks = useLooks();
  const [open, setOpen] = useState<'revise' | 'withdraw'>();
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <div>
      <ObjectionLines step={step} />
      {looks.answers(step) ? (
        <Group gap="xs" mt={4}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setOpen('revise');
            }}
          >
            {t('revise.do')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setOpen('withdraw');
            }}
          >
            {t('withdraw.do')}
          </Button>
        </Group>
      ) : (
        <Text size="xs" c="dimmed">
          {t('who')}
        </Text>
      )}
      {open === 'revise' && <ReviseDialog step={step} onClose={close} />}
      {open === 'withdraw' && <WithdrawStepDialog step={step} onClose={close} />}
    </div>
  );
}
