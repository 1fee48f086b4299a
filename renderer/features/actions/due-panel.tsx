import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DueMeasure } from '#shared/contract/actions.ts';
import { ONCE } from '#shared/domain/actions/measure.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useSinglePress } from '../../client/use-single-press.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useStretchWords } from '../../ui/stretch-words.ts';
import { useWindowsText } from '../../ui/windows-text.ts';
import classes from './actions.module.css';
import { DeliverDialog } from './deliver-dialog.tsx';
import { newId, useDue, useOfficers, usePartners } from './queries.ts';

const MOST = 6;

/**
 * Measures to do this week. With the keyboard: Tab to one and Enter confirms the planned minutes for today;
 * other minutes or another day by the second button.
 */
export function DuePanel() {
  const { t } = useTranslation('actions');
  const [isAll, setAll] = useState(false);
  const due = useDue().data ?? [];
  if (due.length === 0) return null;
  const shown = isAll ? due : due.slice(0, MOST);
  return (
    <Panel title={t('due.title')}>
      <Stack gap="sm">
        {shown.map((measure) => (
          <DueRow key={measure.id} measure={measure} />
        ))}
        {shown.length < due.length && (
          <Button
            variant="subtle"
            onClick={() => {
              setAll(true);
            }}
          >
            {t('due.all', { count: due.length })}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}

function DueRow(props: { readonly measure: DueMeasure }) {
  const { measure } = props;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const codes = useCodes();
  const windowsText = useWindowsText();
  const client = useWorkbench();
  const officers = useOfficers();
  const partner = usePartners().data?.find(({ id }) => id === measure.partnerId)?.name;
  const offerUndo = useUndoNotice();
  const [isOther, setOther] = useState(false);
  const words = useStretchWords();
  const street = words.of(formats.street(measure.street), measure.stretch);
  const name = `${codes.name('task-type', measure.type)}, ${street}`;
  const minutes = formats.number(measure.minutes);
  const howOften =
    measure.timesPerWeek === ONCE
      ? t('due.once', { day: measure.endsOn === null ? '' : formats.day(measure.endsOn) })
      : t('due.week', {
          done: formats.number(measure.stopsThisWeek),
          times: formats.number(measure.timesPerWeek),
        });
  const confirm = useSinglePress(async () => {
    const id = newId();
    const day = dayOf(new Date().toISOString());
    await client.actions.deliver({ id, measureId: measure.id, day, minutes: measure.minutes });
    offerUndo({
      id,
      message: t('due.done', { name, minutes }),
      undo: () => client.actions.withdrawDelivery({ id }),
    });
  });
  return (
    <Group justify="space-between" gap="xs">
      <div className={classes.due}>
        <Text size="sm" fw={550}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {[
            measure.forOfficerId === null
              ? ''
              : t('due.forWhom', { name: officers.name(measure.forOfficerId) }),
            partner === undefined ? '' : t('due.with', { partner }),
            windowsText(measure.windows),
            codes.name('means', measure.rung),
            measure.actionTitle,
            howOften,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {measure.note !== '' && (
          <Text size="xs" className={classes.typed}>
            {measure.note}
          </Text>
        )}
      </div>
      <Group gap={4} wrap="nowrap">
        <Button
          size="compact-sm"
          aria-label={t('due.confirmOf', { name, minutes })}
          onClick={confirm}
        >
          {t('due.confirm', { minutes })}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('due.otherOf', { name })}
          onClick={() => {
            setOther(true);
          }}
        >
          {t('due.other')}
        </Button>
      </Group>
      {isOther && (
        <DeliverDialog
          measure={measure}
          name={name}
          onClose={() => {
            setOther(false);
          }}
        />
      )}
    </Group>
  );
}
