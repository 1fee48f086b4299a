import { zodResolver } from '@hookform/resolvers/zod';
import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { acceptDeskState } from '../../client/desk-state.ts';
import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import {
  DIFFERENT,
  isSamePassphrase,
  newPassphraseShape,
  PassphraseFields,
} from './passphrase-fields.tsx';

const formSchema = z
  .object({ displayName: z.string().trim().min(1, 'nameMissing').max(80), ...newPassphraseShape })
  .refine(isSamePassphrase, DIFFERENT);
type Form = z.infer<typeof formSchema>;

/** Makes an officer's file on this desk and opens it. */
export function CreateProfileForm() {
  const { t } = useTranslation('desk');
  const client = useWorkbench();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { register, handleSubmit, watch, setError, formState } = useForm<Form>({
    resolver: zodResolver(formSchema),
    defaultValues: { displayName: '', next: '', again: '' },
  });
  const { errors, isSubmitting } = formState;

  const create = handleSubmit(async ({ displayName, next }) => {
    try {
      acceptDeskState(queries, await client.desk.createProfile({ displayName, passphrase: next }));
    } catch (error) {
      const field = failureOf(error).code === 'WEAK_PASSPHRASE' ? 'next' : 'root';
      setError(field, { message: errorText(error) });
    }
  });

  return (
    <form onSubmit={(event) => void create(event)} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('create.name')}
          description={t('create.nameHint')}
          autoFocus
          autoComplete="off"
          maxLength={80}
          error={errors.displayName && t('create.nameMissing')}
          {...register('displayName')}
        />
        <PassphraseFields
          next={register('next')}
          again={register('again')}
          nextProblem={errors.next?.message}
          againProblem={errors.again?.message}
          typed={watch('next')}
        />
        <Alert color="gray" icon={<IconKey size={18} />}>
          {t('create.lost')}
        </Alert>
        {errors.root?.message !== undefined && <FailureNotice text={errors.root.message} />}
        <Button type="submit" fullWidth loading={isSubmitting}>
          {t('create.do')}
        </Button>
      </Stack>
    </form>
  );
}
