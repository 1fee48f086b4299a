import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { Board, BoardCard } from '#shared/contract/board.ts';
import type { ActionState } from '#shared/domain/actions/action.ts';

import { ActionLine } from './action-line.tsx';
import classes from './board.module.css';

interface Props {
  readonly board: Board;
  readonly states: readonly ActionState[];
  readonly onReplan: (card: BoardCard) => void;
}

/** A column for each state, what comes next on top. */
export function StateView({ board, states, onReplan }: Props) {
  return (
    <div className={classes.states}>
      {states.map((state) => (
        <StateColumn
          key={state}
          state={state}
          total={board.counts[state] ?? 0}
          cards={board.cards.filter((card) => card.state === state)}
          onReplan={onReplan}
        />
      ))}
    </div>
  );
}

function StateColumn(props: {
  readonly state: ActionState;
  readonly total: number;
  readonly cards: readonly BoardCard[];
  readonly onReplan: (card: BoardCard) => void;
}) {
  const { state, total, cards } = props;
  const { t } = useTranslation('board');
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.column}>
      <Title order={3} id={id} mb="xs">
        {t('stateCount', { state: t(`state.${state}`), count: total })}
      </Title>
      {cards.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noneInState')}
        </Text>
      )}
      <ul className={classes.cards}>
        {cards.map((card) => (
          <li key={card.id} className={classes.card}>
            <ActionLine card={card} onReplan={props.onReplan} />
          </li>
        ))}
      </ul>
      {cards.length < total && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('more', { count: total - cards.length })}
        </Text>
      )}
    </section>
  );
}
