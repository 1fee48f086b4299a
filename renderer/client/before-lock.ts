import { useEffect, useRef } from 'react';

type Keep = () => Promise<void>;
const keepers = new Set<Keep>();

/** Runs `keep` before the desk is locked from this page, so that what was typed is stored first. */
export function useBeforeLock(keep: Keep): void {
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => {
    const call: Keep = () => latest.current();
    keepers.add(call);
    return () => {
      keepers.delete(call);
    };
  }, []);
}

/** Stores whatever is being typed. Rejects when one of it could not be stored: then do not lock. */
export async function keepEverything(): Promise<void> {
  await Promise.all([...keepers].map((keep) => keep()));
}
