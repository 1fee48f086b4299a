import { Button, Text, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { Board, BoardCard } from '#shared/contract/board.ts';
import { daysIn } from '#shared/domain/actions/measure.ts';
import { planDaysOf } from '#shared/domain/board/plan-days.ts';
import { movedBy } from '#shared/domain/board/replan.ts';
import { overlapOf } from '#shared/domain/board/week.ts';
import { addDays, type Day, dayOf } from '#shared/lib/dates.ts';

import { useReporter } from '../../client/reporter.ts';
import { useFormats } from '../../ui/formats.ts';
import { type Carried, useCarry } from '../../ui/use-carry.ts';
import { useActionStanding } from '../actions/index.ts';
import { ActionLink } from './action-line.tsx';
import classes from './board.module.css';
import { useReplan } from './use-replan.ts';
import { useBoardWords } from './use-words.ts';

interface Props {
  readonly board: Board;
  readonly onReplan: (card: BoardCard) => void;
}

/** Days that a key moves a plan by. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -7,
  PageDown: 7,
};

/** The weeks beside each other, and each action as a bar over its days. */
export function TimelineView({ board, onReplan }: Props) {
  const { t } = useTranslation('board');
  const { t: errors } = useTranslation('errors');
  const formats = useFormats();
  const words = useBoardWords();
  const standing = useActionStanding();
  const report = useReporter();
  const { moveAction } = useReplan();
  const help = useId();
  const track = useRef<HTMLDivElement>(null);
  const today = dayOf(new Date().toISOString());
  const days = board.weeks.length * 7;
  const dayAt = placeOfDay(today, board);
  const planOf = ({ item, at }: Carried<BoardCard, number>) => movedBy(item, at, today);
  const carry = useCarry<BoardCard, number>({
    step: ({ at }, key) => {
      const step = STEPS[key];
      return step === undefined ? undefined : at + step;
    },
    placeAt: (_, { dx }) => Math.round((dx / (track.current?.clientWidth ?? 1)) * days),
    drop: (carried) => {
      const moved = planOf(carried);
      if ('plan' in moved) report(moveAction(carried.item, moved.plan));
      else if (moved.refused !== 'ended') {
        notifications.show({ color: 'orange', message: errors(`invalidField.${moved.refused}`) });
      }
    },
    say: (carried, what) => {
      const moved = planOf(carried);
      const place = 'plan' in moved ? words.days(moved.plan) : t('carry.notThere');
      return t(`carry.${what}`, { name: carried.item.title, place });
    },
  });
  return (
    <>
      <Text size="xs" c="dimmed" id={help} mb="xs">
        {t('carry.timelineHelp')}
      </Text>
      <VisuallyHidden role="status">{carry.said}</VisuallyHidden>
      <div className={classes.scroll}>
        <div className={classes.timeline}>
          <div className={classes.row} aria-hidden>
            <Text component="span" size="xs" c="dimmed">
              {dayAt !== undefined && t('todayLine')}
            </Text>
            <div className={classes.weeks} ref={track}>
              {board.weeks.map(({ from }) => (
                <span key={from}>{formats.day(from).slice(0, 5)}</span>
              ))}
            </div>
          </div>
          <ul className={classes.rows}>
            {board.cards.map((card) => {
              const { carried } = carry;
              const moved = carried?.item === card ? planOf(carried) : undefined;
              const shown = moved && 'plan' in moved ? { ...card, ...moved.plan } : card;
              return (
                <li key={card.id} className={classes.row}>
                  <span className={classes.name}>
                    <ActionLink action={card} />
                    <Text size="xs" c="dimmed">
                      {standing(card)}
                    </Text>
                  </span>
                  <Track
                    board={board}
                    todayAt={dayAt}
                    card={card}
                    shown={shown}
                    isRefused={moved !== undefined && 'refused' in moved}
                    describedBy={help}
                    onReplan={onReplan}
                    handlers={card.fixed === null ? carry.handlersOf(card, 0) : undefined}
                  />
                </li>
              );
            })}
          </ul>
        </div>
      </div>
    </>
  );
}

/** Where the middle of a day lies in the weeks that are shown, 0 to 1; undefined for a day outside of them. */
function placeOfDay(day: Day, { week, weeks }: Board): number | undefined {
  const days = weeks.length * 7;
  const before = day < week.from ? days : daysIn({ from: week.from, to: day }) - 1;
  return before < days ? (before + 0.5) / days : undefined;
}

function Track(props: {
  readonly board: Board;
  readonly todayAt: number | undefined;
  readonly card: BoardCard;
  /** As it would be where it is carried to. */
  readonly shown: BoardCard;
  readonly isRefused: boolean;
  readonly describedBy: string;
  readonly onReplan: (card: BoardCard) => void;
  readonly handlers: ReturnType<ReturnType<typeof useCarry>['handlersOf']> | undefined;
}) {
  const { board, card, shown, onReplan } = props;
  const { t } = useTranslation('board');
  const words = useBoardWords();
  const standing = useActionStanding();
  const from = board.week.from;
  const length = board.weeks.length * 7;
  const plan = planDaysOf(shown);
  const to = addDays(from, length - 1);
  const seen = plan && overlapOf(plan, { from, to });
  const open = (): void => {
    onReplan(card);
  };
  if (!plan) {
    return (
      <div className={classes.track}>
        <Button size="compact-xs" variant="default" onClick={open} disabled={card.fixed !== null}>
          {t('replan.give')}
        </Button>
      </div>
    );
  }
  const before = seen ? daysIn({ from, to: seen.from }) - 1 : plan.from < from ? 0 : length - 1;
  const goesOn = [plan.from < from && 'before', plan.to > to && 'after'].filter(Boolean).join(' ');
  const label = t('bar', { state: standing(card), days: words.days(shown) });
  return (
    <div className={classes.track}>
      {props.todayAt !== undefined && (
        <span
          className={classes.today}
          style={{ insetInlineStart: `${props.todayAt * 100}%` }}
          aria-hidden
        />
      )}
      <button
        type="button"
        className={classes.bar}
        data-state={card.state}
        data-refused={props.isRefused}
        data-fixed={props.handlers === undefined}
        data-goes-on={goesOn}
        style={{
          insetInlineStart: `${(before / length) * 100}%`,
          width: `${((seen ? daysIn(seen) : 1) / length) * 100}%`,
        }}
        aria-label={`${card.title}: ${label}`}
        aria-describedby={props.describedBy}
        title={label}
        disabled={card.fixed !== null}
        onClick={open}
        {...props.handlers}
      />
    </div>
  );
}
