import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { FailureNotice } from '../../ui/failure-notice.tsx';
import type { ProviderSignIn } from './use-provider-sign-in.ts';

/** Where the officer signs in, while the provider waits; or why it did not work. */
export function ProviderProgress({ signIn }: { readonly signIn: ProviderSignIn }) {
  const { t } = useTranslation('sync');
  const { state } = signIn;
  if (state.step === 'failed') return <FailureNotice text={state.problem} />;
  if (state.step !== 'waiting' && state.step !== 'starting') return null;
  const address = state.step === 'waiting' ? state.address : null;
  return (
    <Alert color="harbour" role="status">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {state.step === 'starting'
            ? t('provider.starting')
            : t(address === null ? 'provider.opened' : 'provider.linkHint')}
        </Text>
        <Group gap="xs">
          {address !== null && (
            <Button
              component="a"
              size="compact-sm"
              href={address}
              target="_blank"
              rel="noopener noreferrer"
              leftSection={<IconExternalLink size={15} aria-hidden />}
            >
              {t('provider.link')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={signIn.cancel}>
            {t('provider.cancel')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
