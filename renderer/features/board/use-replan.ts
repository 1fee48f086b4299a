import { useTranslation } from 'react-i18next';

import type { BoardCard, BoardStop } from '#shared/contract/board.ts';
import type { PlanDays } from '#shared/domain/board/replan.ts';
import { isoDayOf } from '#shared/domain/board/week.ts';
import type { Day } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { clockText } from '../../ui/wall-clock.ts';
import { useBoardWords } from './use-words.ts';

/** A window of the week on one of its days. */
export interface TimedStop extends BoardStop {
  readonly at: NonNullable<BoardStop['at']>;
}

/** Where a window goes. */
export interface Slot {
  readonly day: Day;
  /** Minutes since midnight. */
  readonly from: number;
}

/** Moves plans, and offers the way back. */
export function useReplan() {
  const { t } = useTranslation('board');
  const client = useWorkbench();
  const codes = useCodes();
  const words = useBoardWords();
  const formats = useFormats();
  const offerUndo = useUndoNotice();
  return {
    async moveAction(
      card: Pick<BoardCard, 'id' | 'title' | 'startsOn' | 'endsOn'>,
      days: PlanDays,
    ): Promise<void> {
      const { id, title, startsOn, endsOn } = card;
      await client.board.moveAction({ id, ...days });
      const changes = {
        ...(days.startsOn !== startsOn && { startsOn }),
        ...(days.endsOn !== endsOn && { endsOn }),
      };
      if (Object.keys(changes).length === 0) return;
      offerUndo({
        id: `board-${id}`,
        message: t('moved.action', { title, days: words.days(days) }),
        undo: () => client.actions.change({ id, changes, seen: days }),
      });
    },
    async moveStop(stop: TimedStop, slot: Slot): Promise<void> {
      const { measureId, at } = stop;
      if (slot.day === at.day && slot.from === at.from) return;
      const { before, measure } = await client.board.moveWindow({
        measureId,
        window: at.window,
        day: isoDayOf(at.day),
        toDay: isoDayOf(slot.day),
        toFrom: slot.from,
      });
      offerUndo({
        id: `board-${measureId}`,
        message: t('moved.stop', {
          name: `${codes.name('task-type', stop.type)}, ${formats.street(stop.street)}`,
          weekday: t(`weekday.d${isoDayOf(slot.day) as 1 | 2 | 3 | 4 | 5 | 6 | 7}`),
          time: clockText(slot.from),
        }),
        undo: () =>
          client.actions.changeMeasure({
            id: measureId,
            changes: { windows: before },
            seen: { windows: measure.windows },
          }),
      });
    },
  };
}
