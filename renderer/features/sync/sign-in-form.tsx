import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { type Question, useQuestion } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { ProviderProgress } from './provider-progress.tsx';
import { useProviderSignIn } from './use-provider-sign-in.ts';

const providerQuestion: Question<{ name: string | null }> = {
  topics: ['sync'],
  key: ['sync.provider'],
  ask: (client, signal) => client.sync.provider({ address: null }, { signal }),
};

/**
 * The officer's password, when the centre wants it again, or the zone's own sign-in page where there is one.
 *
 * @param props.login empty where the officer came in by that page, and has no password here.
 */
export function SignInForm(props: { readonly login: string }) {
  const { data } = useQuestion(providerQuestion);
  const name = data?.name ?? null;
  return (
    <Stack gap="sm" maw={480}>
      {name !== null && <ByProvider name={name} />}
      {(props.login !== '' || (data && name === null)) && <ByPassword />}
    </Stack>
  );
}

function ByProvider({ name }: { readonly name: string }) {
  const { t } = useTranslation('sync');
  const client = useWorkbench();
  const signIn = useProviderSignIn();
  const isBusy = signIn.state.step === 'starting' || signIn.state.step === 'waiting';
  return (
    <>
      <ProviderProgress signIn={signIn} />
      <Group justify="flex-end">
        <Button
          loading={isBusy}
          onClick={() =>
            void signIn.start((pages, signal) =>
              client.sync.signInByProvider({ pages }, { signal }),
            )
          }
        >
          {t('provider.signIn', { name })}
        </Button>
      </Group>
    </>
  );
}

const formSchema = z.object({ password: z.string().min(1).max(1_000) });

function ByPassword() {
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
      // No one-time code is asked here: what is wrong can only be the password.
      const isWrong = failureOf(error).data['code'] === 'WRONG_CREDENTIALS';
      setError('password', { message: isWrong ? t('signIn.wrong') : errorText(error) });
    }
  });
  return (
    <form onSubmit={(event) => void signIn(event)} noValidate>
      <Stack gap="sm">
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
