import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { useReporter } from './reporter.ts';

/** How long a way back is offered, milliseconds. */
const OFFERED_MS = 15_000;

export interface UndoNotice {
  /** One notice of an id at a time: a newer one takes the place of the older. */
  readonly id: string;
  /** What was done. */
  readonly message: string;
  readonly undo: () => Promise<unknown>;
}

interface Offer {
  readonly id: string;
  readonly take: () => void;
}

/** The ways back that are offered in this window, the newest last. */
let offers: readonly Offer[] = [];

/** Takes the newest way back that is still offered, as its button does; false when none is. */
export function takeBackLast(): boolean {
  const last = offers.at(-1);
  last?.take();
  return last !== undefined;
}

/** Withdraws every way back: what one officer did, the next one at the desk does not undo. */
export function forgetUndo(): void {
  for (const { id } of offers) notifications.hide(id);
  offers = [];
}

/** Says what was done, with a way back; a way back that fails is told like any other failure. */
export function useUndoNotice(): (notice: UndoNotice) => void {
  const { t } = useTranslation();
  const report = useReporter();
  return useCallback(
    ({ id, message, undo }) => {
      notifications.hide(id);
      const offer: Offer = {
        id,
        take: () => {
          forget();
          notifications.hide(id);
          report(undo());
        },
      };
      const forget = (): void => {
        offers = offers.filter((other) => other !== offer);
      };
      offers = [...offers.filter((other) => other.id !== id), offer];
      notifications.show({
        id,
        color: 'teal',
        autoClose: OFFERED_MS,
        onClose: forget,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {message}
            <Button
              size="compact-sm"
              variant="default"
              flex="none"
              aria-keyshortcuts="Control+z"
              onClick={offer.take}
            >
              {t('undo')}
            </Button>
          </Group>
        ),
      });
    },
    [report, t],
  );
}
