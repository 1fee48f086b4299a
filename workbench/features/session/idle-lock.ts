import type { Clock } from '../../ports/ports.ts';

/** How often the idle time is looked at, in milliseconds. */
const LOOK_EVERY_MS = 2_000;

export interface IdleWatch {
  /** (Re)starts with this many minutes. */
  start(minutes: number): void;
  touch(): void;
  stop(): void;
}

/**
 * Calls `onIdle` once when nobody touched it for the given time. Both clocks count: the wall clock
 * notices a laptop that slept, the steady one is not fooled by a wall clock that was set back.
 */
export function watchIdle(clock: Clock, onIdle: () => void): IdleWatch {
  let limit = Infinity;
  let steady = 0;
  let wall = 0;
  let timer: NodeJS.Timeout | undefined;

  const touch = (): void => {
    steady = clock.monotonic();
    wall = Date.parse(clock.now());
  };
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const look = (): void => {
    const passed = Math.max(clock.monotonic() - steady, Date.parse(clock.now()) - wall);
    if (passed < limit) return;
    stop();
    onIdle();
  };
  return {
    start(minutes) {
      limit = minutes * 60_000;
      touch();
      stop();
      timer = setInterval(look, LOOK_EVERY_MS);
      timer.unref();
    },
    touch,
    stop,
  };
}
