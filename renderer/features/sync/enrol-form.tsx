import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { type EnrolInput, enrolInputSchema } from '#shared/contract/sync.ts';

import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';

const TEXTS = ['address', 'code', 'login'] as const;

/** Makes this desk known to a centre. What was typed stays when the centre says no. */
export function EnrolForm() {
  const { t } = useTranslation('sync');
  const client = useWorkbench();
  const errorText = useErrorText();
  const { register, handleSubmit, setError, formState } = useForm<EnrolInput>({
    resolver: zodResolver(enrolInputSchema),
    defaultValues: { address: '', code: '', login: '', password: '', label: '' },
  });
  const { errors, isSubmitting } = formState;
  const enrol = handleSubmit(async (typed) => {
    try {
      await client.sync.enrol(typed);
      notifications.show({ color: 'teal', message: t('enrol.done') });
    } catch (error) {
      const { code, data } = failureOf(error);
      const isAddress = code === 'INVALID_FIELD' && data['field'] === 'address';
      setError(isAddress ? 'address' : 'root', { message: errorText(error) });
    }
  });
  const problemOf = (field: keyof EnrolInput): string | undefined => {
    const problem = errors[field];
    if (!problem) return undefined;
    return problem.type === 'too_small' ? t('enrol.missing') : problem.message;
  };
  const hints = { address: t('enrol.addressHint'), code: t('enrol.codeHint'), login: undefined };
  return (
    <form onSubmit={(event) => void enrol(event)} noValidate>
      <Stack gap="sm" maw={480}>
        {TEXTS.map((field) => (
          <TextInput
            key={field}
            label={t(`enrol.${field}`)}
            description={hints[field]}
            autoComplete={field === 'login' ? 'username' : 'off'}
            spellCheck={false}
            error={problemOf(field)}
            {...register(field)}
          />
        ))}
        <PasswordInput
          label={t('enrol.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('enrol.showPassword') }}
          error={problemOf('password')}
          aria-invalid={errors.password !== undefined}
          {...register('password')}
        />
        <TextInput
          label={t('enrol.label')}
          description={t('enrol.labelHint')}
          autoComplete="off"
          error={problemOf('label')}
          {...register('label')}
        />
        {errors.root?.message !== undefined && <FailureNotice text={errors.root.message} />}
        <Group justify="flex-end">
          <Button type="submit" loading={isSubmitting}>
            {t('enrol.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
