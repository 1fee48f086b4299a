import { useCallback, useEffect, useState } from 'react';

/** Whole seconds left of a wait; `start` begins one. Zero when there is none. */
export function useCountdown(): readonly [left: number, start: (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const left = Math.max(0, Math.ceil((until - now) / 1_000));
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = window.setInterval(() => {
      setNow(performance.now());
    }, 250);
    return () => {
      window.clearInterval(timer);
    };
  }, [left]);
  const start = useCallback((seconds: number) => {
    const present = performance.now();
    setNow(present);
    setUntil(present + seconds * 1_000);
  }, []);
  return [left, start];
}
