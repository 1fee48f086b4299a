import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { useErrorText } from '../../client/error-text.ts';
import { useWorkbench } from '../../client/workbench.tsx';

const formSchema = z.object({ password: z.string().min(1).max(1_000) });

/** The officer's password, when the centre wants it again. */
export function SignInForm() {
  const { t } = useTranslation('sync');
  const client = useWorkbench();
  const errorText = useErrorText();
  const { register, handleSubmit, setError, formState } = useForm<z.infer<typeof formSchema>>({
    resolver: zodResolver(formSchema),
    defaultValues: { password: '' },
  });
  const problem = formState.errors.password;
  const signIn = handleSubmit(async (typed) => {
    try {
      await client.sync.signIn(typed);
    } catch (error) {
      setError('password', { message: errorText(error) });
    }
  });
  return (
    <form onSubmit={(event) => void signIn(event)} noValidate>
      <Stack gap="sm" maw={480}>
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('enrol.showPassword') }}
          error={problem && (problem.type === 'too_small' ? t('enrol.missing') : problem.message)}
          aria-invalid={problem !== undefined}
          {...register('password')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={formState.isSubmitting}>
            {t('signIn.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
