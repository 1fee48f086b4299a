import { Notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';

import { useDeskState } from '../client/desk-state.ts';
import classes from './notices.module.css';

const FADE_MS = 250;
/** More wait for their turn: the page keeps its room. */
const MOST_AT_ONCE = 3;
/** The height of the notices that stand now, for the frame, which leaves them that room. */
const ROOM = '--wijkwerk-notices';

/**
 * What the page says in passing. It covers nothing of the page: the frame makes room for it. In a dialog it stands on the
 * side where no form has its buttons. With the officer it goes at once: fading, it could still be read.
 */
export function Notices() {
  const isOpen = useDeskState().data?.state !== 'locked';
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const notices = box.current?.querySelector<HTMLElement>('[data-position="bottom-left"]');
    if (!notices) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      const height = notices.offsetHeight;
      style.setProperty(ROOM, height === 0 ? '0px' : `calc(${height}px + 1rem)`);
    });
    observer.observe(notices);
    return () => {
      observer.disconnect();
      style.removeProperty(ROOM);
    };
  }, []);
  return (
    <div ref={box}>
      <Notifications
        position="bottom-left"
        classNames={{ root: classes.notices }}
        withinPortal={false}
        limit={MOST_AT_ONCE}
        autoClose={6000}
        transitionDuration={isOpen ? FADE_MS : 0}
      />
    </div>
  );
}
