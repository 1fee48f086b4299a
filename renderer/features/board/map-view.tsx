import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Board, BoardCard } from '#shared/contract/board.ts';
import { ACTION_STATES, type ActionState } from '#shared/domain/actions/action.ts';
import { boundsOf } from '#shared/domain/territory/geometry.ts';

import { lineShape, type PlaceMark } from '../../map/place-shapes.ts';
import { PlaceStroke } from '../../map/place-stroke.tsx';
import { TerritoryMap } from '../territory/index.ts';
import { ActionLine } from './action-line.tsx';
import classes from './board.module.css';

/** The stroke of each state: what runs stands out most, and what ended hardly. */
const MARK_OF: Readonly<Record<ActionState, PlaceMark>> = {
  active: 'strong',
  approved: 'dashed',
  proposed: 'dotted',
  closed: 'thin',
  refused: 'thin',
};

/** Where something is planned, on the town plan, with the same actions as a list beside it. */
export function MapView(props: {
  readonly board: Board;
  readonly onReplan: (card: BoardCard) => void;
}) {
  const { segments, cards } = props.board;
  const { t } = useTranslation('board');
  const places = useMemo(
    () =>
      segments.map(({ id, state, line }) =>
        lineShape({ id, mark: MARK_OF[state], isSure: true, isEdged: false }, [line], 'local'),
      ),
    [segments],
  );
  const bounds = useMemo(() => boundsOf(segments.flatMap(({ line }) => line)), [segments]);
  const drawn = ACTION_STATES.filter((state) => segments.some((one) => one.state === state));
  return (
    <div className={classes.mapColumns}>
      <div className={classes.map}>
        <TerritoryMap label={t('map.label')} places={places} bounds={bounds ?? null} />
      </div>
      <div>
        <ul className={classes.legend}>
          {drawn.map((state) => (
            <li key={state}>
              <PlaceStroke mark={MARK_OF[state]} />
              {t(`state.${state}`)}
            </li>
          ))}
        </ul>
        <Text size="xs" c="dimmed" my="xs">
          {t('map.hint')}
        </Text>
        <ul className={classes.cards}>
          {cards.map((card) => (
            <li key={card.id} className={classes.card}>
              <ActionLine card={card} onReplan={props.onReplan} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
