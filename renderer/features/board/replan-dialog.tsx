import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { BoardCard } from '#shared/contract/board.ts';
import { withDays } from '#shared/domain/board/replan.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';

import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../actions/index.ts';
import { useReplan } from './use-replan.ts';

/** The days of an action, typed or picked; it says before sending why they cannot be. */
export function ReplanDialog(props: { readonly card: BoardCard; readonly onClose: () => void }) {
  const { card, onClose } = props;
  const { t } = useTranslation('board');
  const { t: errors } = useTranslation('errors');
  const { moveAction } = useReplan();
  const [startsOn, setStartsOn] = useState<Day | null>(card.startsOn);
  const [endsOn, setEndsOn] = useState<Day | null>(card.endsOn);
  const planned = withDays(card, { startsOn, endsOn }, dayOf(new Date().toISOString()));
  const why = 'refused' in planned && planned.refused;
  return (
    <DialogForm
      opened
      title={t('replan.title')}
      submit={t('replan.do')}
      problemAt="endsOn"
      problem={why && why !== 'ended' ? errors(`invalidField.${why}`) : undefined}
      onClose={onClose}
      onSubmit={() => moveAction(card, { startsOn, endsOn })}
    >
      {(refused) => (
        <>
          <Text size="sm">{card.title}</Text>
          <Group grow align="flex-start">
            <DayField
              label={t('replan.from')}
              error={refused.is('startsOn')}
              disabled={card.state === 'active'}
              value={startsOn ?? ''}
              onChange={(day) => {
                setStartsOn(day === '' ? null : day);
              }}
            />
            <DayField
              label={t('replan.to')}
              error={refused.is('endsOn')}
              data-autofocus
              value={endsOn ?? ''}
              onChange={(day) => {
                setEndsOn(day === '' ? null : day);
              }}
            />
          </Group>
          {card.state === 'active' && (
            <Text size="xs" c="dimmed">
              {errors('invalidField.already-began')}
            </Text>
          )}
        </>
      )}
    </DialogForm>
  );
}
