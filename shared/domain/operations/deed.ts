import type { Operation } from './operation.ts';

/** What an operation did, for people. */
export const DEEDS = [
  'contact-logged',
  'contact-corrected',
  'promise-made',
  'promise-closed',
  'promise-handed-over',
  'promise-changed',
  'party-added',
  'party-changed',
  'parties-merged',
  'parties-parted',
  'code-changed',
  'officer-added',
  'officer-changed',
  'post-assigned',
  'post-changed',
  'partner-added',
  'partner-changed',
  'view-saved',
  'territory-imported',
  'territory-import-undone',
  'file-attached',
  'file-withdrawn',
  'file-reinstated',
  'facts-imported',
  'fact-import-undone',
  'fact-import-redone',
  'fact-source-changed',
  'fact-weights-set',
  'other',
] as const;
export type Deed = (typeof DEEDS)[number];

const OF_COMMANDS: Readonly<Partial<Record<string, Deed>>> = {
  logContact: 'contact-logged',
  amendContact: 'contact-corrected',
  attachFile: 'file-attached',
  withdrawAttachment: 'file-withdrawn',
  reinstateAttachment: 'file-reinstated',
  makePromise: 'promise-made',
  closePromise: 'promise-closed',
  reassignPromise: 'promise-handed-over',
  mergeParties: 'parties-merged',
  unmergeParties: 'parties-parted',
  addOfficer: 'officer-added',
  importTerritory: 'territory-imported',
  undoTerritoryImport: 'territory-import-undone',
  importFacts: 'facts-imported',
  storeFacts: 'facts-imported',
  undoFactImport: 'fact-import-undone',
  redoFactImport: 'fact-import-redone',
  setFactWeights: 'fact-weights-set',
};

const OF_PATCHES: Readonly<Record<Operation['entity'], readonly [made: Deed, changed: Deed]>> = {
  contact: ['contact-logged', 'contact-corrected'],
  amendment: ['contact-corrected', 'contact-corrected'],
  attachment: ['file-attached', 'file-withdrawn'],
  promise: ['promise-made', 'promise-changed'],
  party: ['party-added', 'party-changed'],
  'party-merge': ['parties-merged', 'parties-parted'],
  code: ['code-changed', 'code-changed'],
  officer: ['officer-added', 'officer-changed'],
  post: ['post-assigned', 'post-changed'],
  partner: ['partner-added', 'partner-changed'],
  'saved-view': ['view-saved', 'view-saved'],
  'territory-import': ['territory-imported', 'territory-import-undone'],
  'fact-source': ['fact-source-changed', 'fact-source-changed'],
  'fact-import': ['facts-imported', 'fact-import-undone'],
  'fact-batch': ['facts-imported', 'facts-imported'],
  'fact-weights': ['fact-weights-set', 'fact-weights-set'],
};

/** `other` where this desk has no word for it: a command of a newer one, or what was taken away since. */
export function deedOf(operation: Pick<Operation, 'entity' | 'baseVersion' | 'change'>): Deed {
  const { entity, baseVersion, change } = operation;
  if (change.kind === 'command') return OF_COMMANDS[change.name] ?? 'other';
  const [made, changed] = OF_PATCHES[entity];
  return baseVersion === 0 ? made : changed;
}
