import { createRouterClient } from '@orpc/server';
import { expect, it } from 'vitest';

import { PASSPHRASE, startTestWorkbench } from '../factories/test-workbench.ts';

it('answers LOCKED to whatever was under way when the desk locked, and never a defect', async () => {
  const desk = await startTestWorkbench();
  const client = createRouterClient(desk.workbench.router);
  await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
  const calls = Array.from({ length: 40 }, (_, index) => [
    client.contacts.saveDraft({
      id: `01970000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      form: { summary: 'half' },
    }),
    client.contacts.list({ filter: {}, cursor: null, limit: 10 }),
    client.territory.summary(),
  ]).flat();
  const locking = client.desk.lock();
  const outcomes = await Promise.allSettled(calls);
  await locking;
  const codes = outcomes
    .filter((outcome) => outcome.status === 'rejected')
    .map(({ reason }) => (reason as { code: string }).code);
  for (const code of codes) expect(code).toBe('LOCKED');
  expect(desk.log()).not.toContain('"event":"internal"');
  await desk.dispose();
});
