import { Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { BoardCard } from '#shared/contract/board.ts';
import type { Day } from '#shared/lib/dates.ts';

import { ClockField } from '../../ui/clock-field.tsx';
import { DialogForm } from '../actions/index.ts';
import { ActionLink } from './action-line.tsx';
import { type TimedStop, useReplan } from './use-replan.ts';
import { useBoardWords } from './use-words.ts';

/** One time of the week: which action it belongs to, and another day or hour for it, without dragging. */
export function StopDialog(props: {
  readonly stop: TimedStop;
  readonly card: BoardCard | undefined;
  /** Of the week that is shown. */
  readonly days: readonly Day[];
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { stop, card, days, name, onClose } = props;
  const { t } = useTranslation('board');
  const words = useBoardWords();
  const { moveStop } = useReplan();
  const [day, setDay] = useState(stop.at.day);
  const [from, setFrom] = useState(stop.at.from);
  const isFixed = card === undefined || card.fixed !== null;
  return (
    <DialogForm
      opened
      title={t('stop.title')}
      submit={t('stop.do')}
      problem={isFixed ? t('fixed') : undefined}
      onClose={onClose}
      onSubmit={() => moveStop(stop, { day, from })}
    >
      {() => (
        <>
          <div>
            <Text size="sm" fw={550}>
              {name}
            </Text>
            {card && <ActionLink action={card} />}
          </div>
          <Group grow align="flex-start">
            <NativeSelect
              label={t('stop.day')}
              data-autofocus
              disabled={isFixed}
              value={day}
              data={days.map((one) => ({ value: one, label: words.weekday(one) }))}
              onChange={(event) => {
                setDay(event.currentTarget.value);
              }}
            />
            <ClockField label={t('stop.time')} disabled={isFixed} value={from} onChange={setFrom} />
          </Group>
          <Text size="xs" c="dimmed">
            {t(isFixed ? 'fixed' : 'stop.everyWeek')}
          </Text>
        </>
      )}
    </DialogForm>
  );
}
