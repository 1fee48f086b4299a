import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCalendarDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LONGEST_RECIPIENT } from '#shared/contract/exports.ts';
import { ACTION_STATES, type ActionState } from '#shared/domain/actions/action.ts';
import type { BoardFilter } from '#shared/domain/board/board-view.ts';

import { readDownload, saveAs } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { ShortText } from '../../ui/short-text.tsx';
import { DialogForm } from '../actions/index.ts';

/** The plan of what the board shows as a calendar file, and whom it is for. */
export function CalendarButton({ filter }: { readonly filter: BoardFilter }) {
  const { t } = useTranslation('board');
  const client = useWorkbench();
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const [recipient, setRecipient] = useState('');
  const save = async (): Promise<void> => {
    const made = await client.board.exportCalendar({
      filter,
      language: formats.language,
      recipient: recipient.trim(),
      words: {
        fileName: t('calendar.fileName'),
        calendarName: t('title'),
        states: Object.fromEntries(
          ACTION_STATES.map((state) => [state, t(`state.${state}`)]),
        ) as Record<ActionState, string>,
      },
    });
    const blob = await readDownload(client, made, () => undefined);
    saveAs(new Blob([blob], { type: 'text/calendar;charset=utf-8' }), made.fileName);
    notifications.show({
      color: 'teal',
      message: t('calendar.done', { name: made.fileName, count: made.entries }),
    });
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarDown size={17} aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('calendar.title')}
      </Button>
      {isOpen && (
        <DialogForm
          opened
          title={t('calendar.title')}
          submit={t('calendar.do')}
          onClose={() => {
            setOpen(false);
          }}
          onSubmit={save}
        >
          <Text size="sm">{t('calendar.about')}</Text>
          <ShortText
            label={t('calendar.recipient')}
            description={t('calendar.recipientHint')}
            data-autofocus
            most={LONGEST_RECIPIENT}
            value={recipient}
            onText={setRecipient}
          />
        </DialogForm>
      )}
    </>
  );
}
