import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ParcelsState } from '#shared/contract/parcels.ts';

import { useErrorText } from '../../client/error-text.ts';
import { type Question, useQuestion } from '../../client/queries.ts';
import { useSyncState } from '../../client/sync-state.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CarriedParcels } from './carried-parcels.tsx';
import { HandOver } from './hand-over.tsx';
import { MadeParcels } from './made-parcels.tsx';
import { useWhat } from './use-what.ts';

const parcelsQuestion: Question<ParcelsState> = {
  topics: ['sync', 'outbox', 'attachments'],
  key: ['parcels.state'],
  ask: (client, signal) => client.parcels.state(undefined, { signal }),
};

/** For a desk that has no line for days: what waits goes along in a file, and the receipts come back. */
export function ParcelPanel() {
  const { t } = useTranslation('parcels');
  const errorText = useErrorText();
  const whatOf = useWhat();
  const isShutOut = useSyncState().data?.connection === 'revoked';
  const { data, isError, error } = useQuestion(parcelsQuestion);
  if (isError) return <FailureNotice text={errorText(error)} />;
  if (!data) return null;
  const { operations, files, hasKey } = data;
  const isEmpty = operations + files === 0;
  return (
    <Panel title={t('title')}>
      <Stack gap="sm">
        <Text size="sm">{t('text')}</Text>
        {isShutOut && <Text size="sm">{t('shutOut')}</Text>}
        <Text size="sm" c="dimmed">
          {!hasKey
            ? t('noKey')
            : isEmpty
              ? t('nothing')
              : t('wouldHold', { what: whatOf({ operations, files }) })}
        </Text>
        <HandOver canMake={hasKey && !isEmpty} />
        <MadeParcels parcels={data.made} />
        <CarriedParcels parcels={data.carried} />
      </Stack>
    </Panel>
  );
}
