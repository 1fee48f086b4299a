import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createLinger } from './linger.ts';

describe('the last window', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends the host some time after it has gone, not before', () => {
    const end = vi.fn();
    const linger = createLinger(1000, false, end);
    vi.advanceTimersByTime(10_000);
    linger.windows(1);
    linger.windows(0);
    vi.advanceTimersByTime(999);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(end).toHaveBeenCalledOnce();
  });

  it('may come back: a reload ends nothing', () => {
    const end = vi.fn();
    const linger = createLinger(1000, true, end);
    linger.windows(2);
    linger.windows(1);
    linger.windows(0);
    vi.advanceTimersByTime(900);
    linger.windows(1);
    vi.advanceTimersByTime(10_000);
    expect(end).not.toHaveBeenCalled();
    linger.windows(0);
    linger.stop();
    vi.advanceTimersByTime(10_000);
    expect(end).not.toHaveBeenCalled();
  });

  it('that never came ends the host too, where a browser was started', () => {
    const end = vi.fn();
    createLinger(1000, true, end);
    vi.advanceTimersByTime(1000);
    expect(end).toHaveBeenCalledOnce();
  });
});
