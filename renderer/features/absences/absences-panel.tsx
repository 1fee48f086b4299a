import { Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AbsenceRow } from '#shared/contract/people.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { useErrorText } from '../../client/error-text.ts';
import { useReporter } from '../../client/reporter.ts';
import { useLeads } from '../../client/role.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { AbsenceDialog } from './absence-dialog.tsx';
import { useAbsences } from './absences.ts';
import classes from './absences-panel.module.css';

/** Who is away now and later, and who stands in; one's own days, and for who leads everybody's, are set here. */
export function AbsencesPanel() {
  const { t } = useTranslation('absences');
  const errorText = useErrorText();
  const absences = useAbsences();
  const [dialog, setDialog] = useState<'new' | AbsenceRow>();
  const rows = absences.data;
  return (
    <Panel
      flush
      title={t('title')}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconUserPlus size={15} aria-hidden />}
          onClick={() => {
            setDialog('new');
          }}
        >
          {t('add')}
        </Button>
      }
    >
      {absences.isError && (
        <FailureNotice text={errorText(absences.error)} onRetry={() => void absences.refetch()} />
      )}
      {absences.isPending && <Skeleton height={24} m="md" aria-hidden />}
      {rows?.length === 0 && (
        <Text size="sm" c="dimmed" px="md" py="xs">
          {t('none')}
        </Text>
      )}
      {rows !== undefined && rows.length > 0 && (
        <ul className={classes.list} aria-label={t('title')}>
          {rows.map((row) => (
            <AbsenceLine
              key={`${row.officerId} ${row.firstDay}`}
              row={row}
              onChange={() => {
                setDialog(row);
              }}
            />
          ))}
        </ul>
      )}
      {dialog !== undefined && (
        <AbsenceDialog
          {...(dialog === 'new' ? {} : { row: dialog })}
          onClose={() => {
            setDialog(undefined);
          }}
        />
      )}
    </Panel>
  );
}

function AbsenceLine(props: { readonly row: AbsenceRow; readonly onChange: () => void }) {
  const { row } = props;
  const { officerId, displayName: name, firstDay, lastDay, substituteId } = row;
  const { t } = useTranslation('absences');
  const formats = useFormats();
  const client = useWorkbench();
  const report = useReporter();
  const offerUndo = useUndoNotice();
  const leads = useLeads();
  const me = useDeskState().data?.officer?.id;
  const mayChange = leads || officerId === me;
  const hasBegun = firstDay <= dayOf(new Date().toISOString());
  const end = async (): Promise<void> => {
    await client.people.endAbsence({ officerId, firstDay });
    const before = { officerId, firstDay, lastDay, substituteId };
    offerUndo({
      id: `absence-${officerId}`,
      message: t(hasBegun ? 'backDone' : 'removed', { name }),
      undo: () => client.people.setAbsence({ ...before, replaces: firstDay }),
    });
  };
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Group gap="xs">
          <Text size="sm" fw={550}>
            {name}
          </Text>
          {hasBegun && <Badge>{t('now')}</Badge>}
        </Group>
        <Text size="sm">
          {t('days', { first: formats.day(firstDay), last: formats.day(lastDay) })} ·{' '}
          {t('standsIn', { name: row.substituteName })} ·{' '}
          {t('promises', {
            count: row.openPromises,
            total: formats.number(row.openPromises),
          })}
        </Text>
      </div>
      {mayChange && (
        <Group gap="xs" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={t('changeOf', { name })}
            onClick={props.onChange}
          >
            {t('change')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t(hasBegun ? 'backOf' : 'removeOf', { name })}
            onClick={() => {
              report(end());
            }}
          >
            {t(hasBegun ? 'back' : 'remove')}
          </Button>
        </Group>
      )}
    </li>
  );
}
