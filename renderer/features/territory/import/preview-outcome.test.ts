import { expect, it } from 'vitest';

import type { ImportCounts } from '#shared/contract/territory.ts';

import { type PreviewOutcome, previewOutcome } from './preview-outcome.ts';

const counts = (part: Partial<ImportCounts>): ImportCounts => ({
  read: 27,
  added: 0,
  changed: 0,
  unchanged: 0,
  ended: 0,
  refused: 0,
  ...part,
});

it.each<[Partial<ImportCounts>, PreviewOutcome]>([
  [{ added: 1, refused: 26 }, 'changes'],
  [{ changed: 1, unchanged: 26 }, 'changes'],
  [{ unchanged: 27, ended: 3 }, 'changes'],
  [{ unchanged: 27 }, 'known'],
  [{ unchanged: 24, refused: 3 }, 'usable-known'],
  [{ refused: 27 }, 'unusable'],
])('calls %j %s', (part, outcome) => {
  expect(previewOutcome(counts(part))).toBe(outcome);
});
