import type { ImportCounts } from '#shared/contract/territory.ts';

/**
 * What a preview comes to: something changes; nothing does, as every row is there already (`known`), or
 * every row that can be used (`usable-known`); or no row can be used at all.
 */
export type PreviewOutcome = 'changes' | 'known' | 'usable-known' | 'unusable';

export function previewOutcome(counts: ImportCounts): PreviewOutcome {
  if (counts.added + counts.changed + counts.ended > 0) return 'changes';
  if (counts.refused === 0) return 'known';
  return counts.unchanged > 0 ? 'usable-known' : 'unusable';
}
