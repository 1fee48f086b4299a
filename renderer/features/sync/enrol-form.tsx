import { zodResolver } from '@hookform/resolvers/zod';
import {
  Button,
  Group,
  PasswordInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import {
  type EnrolInput,
  enrolInputSchema,
  type Enrolment,
  providerEnrolInputSchema,
} from '#shared/contract/sync.ts';

import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { ProviderProgress } from './provider-progress.tsx';
import { useProviderSignIn } from './use-provider-sign-in.ts';

const byPassword = zodResolver(enrolInputSchema);
/** What of the form the provider's way in needs. */
const byProvider = zodResolver(
  providerEnrolInputSchema.extend({ login: z.string(), password: z.string() }),
);

/**
 * Makes this desk known to a centre. What was typed stays when the centre says no. A desk that was known before
 * is asked the code and the password only.
 */
export function EnrolForm({ known }: { readonly known: Enrolment | null }) {
  const { t } = useTranslation('sync');
  const client = useWorkbench();
  const errorText = useErrorText();
  const signIn = useProviderSignIn();
  const [provider, setProvider] = useState<string | null>(null);
  const [way, setWay] = useState<'provider' | 'password'>('password');
  const { register, handleSubmit, setError, formState, getValues } = useForm<EnrolInput>({
    resolver: way === 'provider' ? byProvider : byPassword,
    defaultValues: formOf(known),
  });
  const { errors, isSubmitting } = formState;
  const enrol = handleSubmit(async (typed) => {
    if (way === 'provider') {
      const { address, code, label } = typed;
      await signIn.start((pages, signal) =>
        client.sync.enrolByProvider({ address, code, label, pages }, { signal }),
      );
      return;
    }
    try {
      await client.sync.enrol(typed);
      notifications.show({ color: 'teal', message: t('enrol.done') });
    } catch (error) {
      const { code, data } = failureOf(error);
      const isAddress = code === 'INVALID_FIELD' && data['field'] === 'address';
      setError(isAddress ? 'address' : 'root', { message: errorText(error) });
    }
  });
  /** A centre that does not answer yet, or an address that is none, offers nothing but the password. */
  const lookForProvider = async (): Promise<void> => {
    const address = getValues('address').trim();
    const { name } = await (
      address === '' ? Promise.resolve({ name: null }) : client.sync.provider({ address })
    ).catch(() => ({ name: null }));
    setProvider(name);
    setWay(name === null ? 'password' : 'provider');
  };
  const problemOf = (field: keyof EnrolInput): string | undefined => {
    const problem = errors[field];
    if (!problem) return undefined;
    return problem.type === 'too_small' ? t('enrol.missing') : problem.message;
  };
  const text = (field: 'address' | 'code' | 'login' | 'label', hint?: string) => (
    <TextInput
      label={t(`enrol.${field}`)}
      description={hint}
      autoComplete={field === 'login' ? 'username' : 'off'}
      spellCheck={false}
      error={problemOf(field)}
      {...register(field, field === 'address' ? { onBlur: () => void lookForProvider() } : {})}
    />
  );
  return (
    <form onSubmit={(event) => void enrol(event)} noValidate>
      <Stack gap="sm" maw={480}>
        {text('address', t('enrol.addressHint'))}
        {text('code', t('enrol.codeHint'))}
        {provider !== null && <WayIn provider={provider} way={way} onChange={setWay} />}
        {way === 'password' && (
          <>
            {text('login')}
            <PasswordInput
              label={t('enrol.password')}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': t('enrol.showPassword') }}
              error={problemOf('password')}
              aria-invalid={errors.password !== undefined}
              {...register('password')}
            />
          </>
        )}
        {text('label', t('enrol.labelHint'))}
        {errors.root?.message !== undefined && <FailureNotice text={errors.root.message} />}
        {way === 'provider' && <ProviderProgress signIn={signIn} />}
        <Group justify="flex-end">
          <Button type="submit" loading={isSubmitting}>
            {t(way === 'provider' ? 'provider.connect' : 'enrol.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function WayIn(props: {
  readonly provider: string;
  readonly way: 'provider' | 'password';
  readonly onChange: (way: 'provider' | 'password') => void;
}) {
  const { t } = useTranslation('sync');
  const id = useId();
  return (
    <div>
      <Text size="sm" fw={500} id={id} mb={4}>
        {t('provider.how')}
      </Text>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        value={props.way}
        onChange={(next) => {
          props.onChange(next === 'provider' ? 'provider' : 'password');
        }}
        data={[
          { value: 'provider', label: t('provider.by', { name: props.provider }) },
          { value: 'password', label: t('provider.byPassword') },
        ]}
      />
    </div>
  );
}

/** An officer who came in by the provider types the address, so that its way in is looked for. */
function formOf(known: Enrolment | null): EnrolInput {
  const { login = '', label = '' } = known ?? {};
  const address = login === '' ? '' : (known?.address ?? '');
  return { address, code: '', login, password: '', label };
}
