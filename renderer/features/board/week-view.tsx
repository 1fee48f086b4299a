import { Text, VisuallyHidden } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Board } from '#shared/contract/board.ts';
import { ONCE } from '#shared/domain/actions/measure.ts';
import { addDays } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useReporter } from '../../client/reporter.ts';
import { useCarry } from '../../ui/use-carry.ts';
import { clockText } from '../../ui/wall-clock.ts';
import { useOfficers, usePartners } from '../actions/index.ts';
import classes from './board.module.css';
import { StopDialog } from './stop-dialog.tsx';
import { type Slot, type TimedStop, useReplan } from './use-replan.ts';
import { useBoardWords } from './use-words.ts';
import { hoursShown, slotAt, steppedTo } from './week-grid.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/** The week as a calendar: days beside each other, hours below; what has no hours stands beneath. */
export function WeekView({ board }: { readonly board: Board }) {
  const { t } = useTranslation('board');
  const words = useBoardWords();
  const report = useReporter();
  const { moveStop } = useReplan();
  const help = useId();
  const [opened, setOpened] = useState<TimedStop>();
  const stopName = useStopName();
  const days = WEEK.map((day) => addDays(board.week.from, day));
  const timed = board.stops.filter((stop): stop is TimedStop => stop.at !== null);
  const untimed = board.stops.filter((stop) => stop.at === null);
  /** What was put down last: its button is another one once it stands there, and keeps the focus. */
  const dropped = useRef<(Slot & Pick<TimedStop, 'measureId'>) | undefined>(undefined);
  const keepFocus = ({ measureId, at }: TimedStop, button: HTMLButtonElement | null): void => {
    const last = dropped.current;
    if (!button || last?.measureId !== measureId) return;
    if (last.day !== at.day || last.from !== at.from) return;
    dropped.current = undefined;
    if (document.activeElement === document.body) button.focus();
  };
  const carry = useCarry<TimedStop, Slot>({
    step: (carried, key) => steppedTo(carried, key, board.week.from),
    placeAt: ({ from }, { x, y }) => slotAt(x, y, from),
    drop: ({ item, at }) => {
      dropped.current = { measureId: item.measureId, ...at };
      report(moveStop(item, at));
    },
    say: ({ item, at }, what) =>
      t(`carry.${what}`, {
        name: stopName(item),
        place: `${words.weekday(at.day)} ${clockText(at.from)}`,
      }),
  });
  const { carried } = carry;
  const shownMinutes = [...timed.map(({ at }) => at.from), ...(carried ? [carried.at.from] : [])];
  const isOver = (day: string, hour: number): boolean =>
    carried?.at.day === day && Math.floor(carried.at.from / 60) === hour;
  const fixed = new Set(board.cards.filter((card) => card.fixed !== null).map(({ id }) => id));
  const clashes = clashesOf(board);
  return (
    <>
      <Text size="xs" c="dimmed" id={help} mb="xs">
        {t('carry.weekHelp')}
      </Text>
      <VisuallyHidden role="status">{carry.said}</VisuallyHidden>
      <div className={classes.scroll}>
        <table className={classes.week}>
          <thead>
            <tr>
              <th scope="col">{t('hour')}</th>
              {days.map((day) => (
                <th key={day} scope="col">
                  {words.shortDay(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hoursShown(shownMinutes).map((hour) => (
              <tr key={hour}>
                <th scope="row">{clockText(hour * 60)}</th>
                {days.map((day) => (
                  <td key={day} data-day={day} data-hour={hour} data-over={isOver(day, hour)}>
                    {timed
                      .filter(({ at }) => at.day === day && Math.floor(at.from / 60) === hour)
                      .map((stop) => (
                        <StopButton
                          key={`${stop.measureId} ${stop.at.window}`}
                          stop={stop}
                          name={stopName(stop)}
                          describedBy={help}
                          clash={clashes.get(`${stop.measureId} ${day}`)}
                          isCarried={carried?.item === stop}
                          buttonRef={(button) => {
                            keepFocus(stop, button);
                          }}
                          onOpen={() => {
                            setOpened(stop);
                          }}
                          handlers={
                            fixed.has(stop.actionId)
                              ? undefined
                              : carry.handlersOf(stop, { day, from: stop.at.from })
                          }
                        />
                      ))}
                    {isOver(day, hour) && (
                      <div className={classes.ghost} aria-hidden ref={intoView}>
                        {clockText(carried?.at.from ?? 0)}
                      </div>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {timed.length === 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('nothingTimed')}
        </Text>
      )}
      {untimed.length > 0 && (
        <Text size="sm" mt="sm">
          {t('untimed', {
            list: untimed
              .map((stop) =>
                stop.timesPerWeek === ONCE
                  ? t('untimedOnce', { name: stopName(stop) })
                  : t('untimedOne', { name: stopName(stop), count: stop.timesPerWeek }),
              )
              .join('; '),
          })}
        </Text>
      )}
      {board.moreStops > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('moreStops', { count: board.moreStops })}
        </Text>
      )}
      {opened && (
        <StopDialog
          stop={opened}
          card={board.cards.find(({ id }) => id === opened.actionId)}
          days={days}
          name={stopName(opened)}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </>
  );
}

/** Whether on a day it excludes another measure of the same officer, or can be done before or after it. */
type Clash = 'fitsNot' | 'fits';

/** By measure and day. */
function clashesOf({ conflicts }: Board): ReadonlyMap<string, Clash> {
  const clashes = new Map<string, Clash>();
  for (const { first, second, day, fits } of conflicts) {
    for (const { measureId } of [first, second]) {
      const key = `${measureId} ${day}`;
      if (clashes.get(key) !== 'fitsNot') clashes.set(key, fits ? 'fits' : 'fitsNot');
    }
  }
  return clashes;
}

/** Keys carry further than the screen: where it would come to lie is always to be seen. */
function intoView(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** What is done where, in words. */
function useStopName() {
  const codes = useCodes();
  const words = useBoardWords();
  return (stop: Pick<TimedStop, 'type' | 'street' | 'stretch'>): string =>
    `${codes.name('task-type', stop.type)}, ${words.stretch(stop)}`;
}

function StopButton(props: {
  readonly stop: TimedStop;
  readonly name: string;
  readonly describedBy: string;
  readonly clash: Clash | undefined;
  readonly isCarried: boolean;
  readonly buttonRef: (button: HTMLButtonElement | null) => void;
  readonly onOpen: () => void;
  readonly handlers: ReturnType<ReturnType<typeof useCarry>['handlersOf']> | undefined;
}) {
  const { stop, clash } = props;
  const { t } = useTranslation('board');
  const words = useBoardWords();
  const officers = useOfficers();
  const partners = usePartners().data ?? [];
  const { officerId, partnerId } = stop;
  const partner =
    partnerId === null
      ? undefined
      : (partners.find(({ id }) => id === partnerId)?.name ?? t('partner'));
  const who =
    officerId !== null && partner !== undefined
      ? t('together', { who: officers.name(officerId), partner })
      : (partner ?? (officers.name(officerId) || t('nobodyYet')));
  return (
    <button
      ref={props.buttonRef}
      type="button"
      className={classes.stop}
      aria-describedby={props.describedBy}
      data-clash={clash}
      data-carried={props.isCarried}
      data-fixed={props.handlers === undefined}
      onClick={props.onOpen}
      {...props.handlers}
    >
      <strong>{words.hours(stop.at.from, stop.at.to)}</strong>
      <span>{props.name}</span>
      <span className={classes.who}>
        {[who, clash && t(`conflicts.${clash}`)].filter(Boolean).join(', ')}
      </span>
    </button>
  );
}
