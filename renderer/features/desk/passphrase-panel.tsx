import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import {
  DIFFERENT,
  isSamePassphrase,
  newPassphraseShape,
  PassphraseFields,
} from './passphrase-fields.tsx';

const formSchema = z
  .object({ current: z.string().min(1), ...newPassphraseShape })
  .refine(isSamePassphrase, DIFFERENT);
type Form = z.infer<typeof formSchema>;

const FIELD_OF = {
  WRONG_PASSPHRASE: 'current',
  TRY_LATER: 'current',
  WEAK_PASSPHRASE: 'next',
} as const;

export function PassphrasePanel() {
  const { t } = useTranslation('desk');
  const client = useWorkbench();
  const errorText = useErrorText();
  const { register, handleSubmit, watch, setError, reset, formState } = useForm<Form>({
    resolver: zodResolver(formSchema),
    defaultValues: { current: '', next: '', again: '' },
  });
  const { errors, isSubmitting } = formState;

  const change = handleSubmit(async ({ current, next }) => {
    try {
      await client.desk.changePassphrase({ current, next });
      reset();
      notifications.show({ color: 'teal', message: t('passphraseChanged') });
    } catch (error) {
      const { code } = failureOf(error);
      const field = code in FIELD_OF ? FIELD_OF[code as keyof typeof FIELD_OF] : 'root';
      setError(field, { message: errorText(error) });
    }
  });

  return (
    <Panel title={t('changePassphrase')}>
      <form onSubmit={(event) => void change(event)} noValidate>
        <Stack gap="sm">
          <PasswordInput
            label={t('currentPassphrase')}
            autoComplete="current-password"
            error={
              errors.current &&
              (errors.current.type === 'too_small'
                ? t('unlock.passphraseMissing')
                : errors.current.message)
            }
            aria-invalid={errors.current !== undefined}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase') }}
            {...register('current')}
          />
          <PassphraseFields
            next={register('next')}
            again={register('again')}
            nextProblem={errors.next?.message}
            againProblem={errors.again?.message}
            typed={watch('next')}
          />
          {errors.root?.message !== undefined && <FailureNotice text={errors.root.message} />}
          <Group justify="flex-end">
            <Button type="submit" variant="default" loading={isSubmitting}>
              {t('changePassphrase')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
