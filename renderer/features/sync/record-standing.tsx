import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Entity } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';

import { RecordState } from '../../ui/record-state.tsx';
import { useRecordStanding } from './queries.ts';

/** Where a record stands on its way to the centre, with its receipt; nothing until that is known. */
export function RecordStanding(props: { readonly entity: Entity; readonly id: Id }) {
  const { t } = useTranslation('sync');
  const standing = useRecordStanding(props.entity, props.id);
  if (!standing) return null;
  return (
    <Group gap={6}>
      <RecordState state={standing.state} />
      {standing.receipt !== '' && (
        <Text span size="xs" c="dimmed">
          {t('lists.receipt', { number: standing.receipt })}
        </Text>
      )}
    </Group>
  );
}

/** The same for a row of a list: only what asks for something or is not received yet. */
export function UnreceivedBadge(props: { readonly entity: Entity; readonly id: Id }) {
  const standing = useRecordStanding(props.entity, props.id);
  if (!standing || standing.state === 'received') return null;
  return <RecordState state={standing.state} />;
}
