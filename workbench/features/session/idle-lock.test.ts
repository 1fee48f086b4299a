import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { manualClock } from '../../../tests/factories/test-store.ts';
import { watchIdle } from './idle-lock.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function watched(minutes: number) {
  const clock = manualClock();
  const onIdle = vi.fn();
  const idle = watchIdle(clock, onIdle);
  idle.start(minutes);
  const pass = (seconds: number): void => {
    clock.advance(seconds * 1_000);
    vi.advanceTimersByTime(seconds * 1_000);
  };
  return { clock, onIdle, idle, pass };
}

describe('the idle lock', () => {
  it('comes once, after the time without a touch', () => {
    const { onIdle, idle, pass } = watched(10);
    pass(9 * 60);
    idle.touch();
    pass(9 * 60);
    expect(onIdle).not.toHaveBeenCalled();
    pass(60);
    expect(onIdle).toHaveBeenCalledTimes(1);
    pass(60 * 60);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  it('notices a night’s sleep, in which only the wall clock went on', () => {
    const { clock, onIdle } = watched(10);
    clock.set('2026-06-16T07:00:00.000Z');
    vi.advanceTimersByTime(2_000);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  it('is not put off by a wall clock that was set back', () => {
    const { clock, onIdle } = watched(10);
    clock.advance(11 * 60_000);
    clock.set('2026-06-14T07:00:00.000Z');
    vi.advanceTimersByTime(2_000);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  it('does not come when it was stopped', () => {
    const { onIdle, idle, pass } = watched(1);
    idle.stop();
    pass(600);
    expect(onIdle).not.toHaveBeenCalled();
  });
});
