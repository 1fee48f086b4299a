import { PasswordInput, Progress, Stack, Text } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import {
  lengthOf,
  PASSPHRASE_DIFFERENT,
  PASSPHRASE_MINIMUM,
  weaknessOf,
} from '#shared/domain/people/passphrase.ts';

/** From this length on a passphrase of words is out of reach of guessing. */
const STRONG_LENGTH = 20;

/** A new passphrase, typed twice. The messages are keys of `desk.passphraseProblem`. */
export const newPassphraseShape = {
  next: z
    .string()
    .max(1024)
    .refine((next) => weaknessOf(next) !== 'too-short', 'tooShort')
    .refine((next) => weaknessOf(next) !== 'too-alike', 'tooAlike'),
  again: z.string(),
};

export interface NewPassphrase {
  readonly next: string;
  readonly again: string;
}

/** The rule over both fields, to be added to the form's schema. */
export function isSamePassphrase(form: NewPassphrase): boolean {
  return form.next === form.again;
}
export const DIFFERENT = { path: ['again'], message: 'different' };

/** Two passphrase fields of a form, with a hint of strength for what is `typed`. */
export function PassphraseFields(props: {
  readonly next: UseFormRegisterReturn;
  readonly again: UseFormRegisterReturn;
  readonly nextProblem: string | undefined;
  readonly againProblem: string | undefined;
  readonly typed: string;
}) {
  const { t } = useTranslation('desk');
  const problemText = (message: string | undefined) =>
    message === 'tooShort' || message === 'tooAlike' || message === 'different'
      ? t(`passphraseProblem.${message}`, {
          minimum: PASSPHRASE_MINIMUM,
          different: PASSPHRASE_DIFFERENT,
        })
      : message;
  const toggle = { 'aria-label': t('showPassphrase') };
  return (
    <Stack gap="sm">
      <Stack gap={6}>
        <PasswordInput
          label={t('newPassphrase')}
          description={t('newPassphraseHint')}
          autoComplete="new-password"
          error={problemText(props.nextProblem)}
          aria-invalid={props.nextProblem !== undefined}
          visibilityToggleButtonProps={toggle}
          {...props.next}
        />
        <Strength typed={props.typed} />
      </Stack>
      <PasswordInput
        label={t('passphraseAgain')}
        autoComplete="new-password"
        error={problemText(props.againProblem)}
        aria-invalid={props.againProblem !== undefined}
        visibilityToggleButtonProps={toggle}
        {...props.again}
      />
    </Stack>
  );
}

function Strength(props: { readonly typed: string }) {
  const { t } = useTranslation('desk');
  const length = lengthOf(props.typed);
  const step = stepOf(props.typed);
  const colour = { short: 'red', alike: 'red', fair: 'yellow', strong: 'teal' }[step];
  return (
    <div>
      <Progress
        value={Math.min(100, (length / STRONG_LENGTH) * 100)}
        color={colour}
        size={4}
        aria-hidden
      />
      <Text size="xs" c="dimmed" mt={4} aria-live="polite" mih="1.2rem">
        {length === 0
          ? ''
          : step === 'short'
            ? t('strength.short', { count: PASSPHRASE_MINIMUM - length })
            : t(`strength.${step}`)}
      </Text>
    </div>
  );
}

/** What the workbench would refuse is never called good here: the rule is the same. */
function stepOf(typed: string): 'short' | 'alike' | 'fair' | 'strong' {
  const weakness = weaknessOf(typed);
  if (weakness === 'too-short') return 'short';
  if (weakness === 'too-alike') return 'alike';
  return lengthOf(typed) < STRONG_LENGTH ? 'fair' : 'strong';
}
