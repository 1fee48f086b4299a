import { describe, expect, it } from 'vitest';

import { createChangeHub } from './change-hub.ts';

describe('the change hub', () => {
  it('tells every window, and gathers what a slow one missed without dropping a topic', async () => {
    const hub = createChangeHub();
    const quick = hub.watch(undefined);
    const slow = hub.watch(undefined);
    expect((await quick.next()).value).toEqual({ topics: [] });
    expect((await slow.next()).value).toEqual({ topics: [] });

    const waiting = quick.next();
    hub.announce(['contacts']);
    expect((await waiting).value).toEqual({ topics: ['contacts'] });
    hub.announce(['promises', 'contacts']);
    hub.announce(['outbox']);
    expect((await slow.next()).value).toEqual({ topics: ['contacts', 'promises', 'outbox'] });
  });

  it('ends when its window goes, when the hub closes, and when both have happened before', async () => {
    const hub = createChangeHub();
    const window = new AbortController();
    const watched = hub.watch(window.signal);
    await watched.next();
    const waiting = watched.next();
    window.abort();
    expect((await waiting).done).toBe(true);

    const other = hub.watch(undefined);
    await other.next();
    const open = other.next();
    hub.close();
    expect((await open).done).toBe(true);
    const late = hub.watch(undefined);
    await late.next();
    expect((await late.next()).done).toBe(true);
  });
});
