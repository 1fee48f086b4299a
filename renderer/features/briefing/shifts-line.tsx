import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ShiftsSet } from '#shared/contract/briefing.ts';

import { useSyncState } from '../../client/sync-state.ts';
import { useFormats } from '../../ui/formats.ts';
import { ShiftsDialog } from './shifts-dialog.tsx';

/** Whose hours these are; administrators of the zone, and a desk of its own, may change them. */
export function ShiftsLine({ shifts }: { readonly shifts: ShiftsSet }) {
  const { t } = useTranslation('briefing');
  const formats = useFormats();
  const role = useSyncState().data?.enrolment?.role;
  const [isOpen, setOpen] = useState(false);
  const { set } = shifts;
  return (
    <Group gap="sm" mt={4} mb="md">
      <Text size="xs" c="dimmed">
        {set === null
          ? t('hours.usual')
          : t('hours.set', { name: set.byName, moment: formats.recentMoment(set.at) })}{' '}
        {t('hours.whole')}
      </Text>
      {(role === undefined || role === 'administrator') && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('hours.change')}
        </Button>
      )}
      {isOpen && (
        <ShiftsDialog
          plan={shifts.begins}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Group>
  );
}
