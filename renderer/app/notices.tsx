import { Notifications } from '@mantine/notifications';

import { useDeskState } from '../client/desk-state.ts';

const FADE_MS = 250;

/**
 * What the page says in passing, on the side where no form has its buttons. With the officer it goes at once: fading, it could still be read.
 */
export function Notices() {
  const isOpen = useDeskState().data?.state !== 'locked';
  return (
    <Notifications
      position="bottom-left"
      autoClose={6000}
      transitionDuration={isOpen ? FADE_MS : 0}
    />
  );
}
