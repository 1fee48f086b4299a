import { WITHDRAWN_COMMAND } from './apply-operation.ts';
import type { Change, Operation } from './operation.ts';

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
  'answer-days-set',
  'shift-hours-set',
  'absence-set',
  'dossier-opened',
  'dossier-changed',
  'action-proposed',
  'action-changed',
  'action-adopted',
  'action-approved',
  'action-refused',
  'action-started',
  'action-closed',
  'measure-planned',
  'measure-changed',
  'measure-removed',
  'measure-restored',
  'delivery-confirmed',
  'delivery-withdrawn',
  'means-noted',
  'means-confirmed',
  'means-objected',
  'means-revised',
  'means-withdrawn',
  'means-reviewed',
  'grounds-filled-in',
  'deal-made',
  'deal-changed',
  'lesson-shared',
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
  setAnswerDays: 'answer-days-set',
  setShiftHours: 'shift-hours-set',
  openDossier: 'dossier-opened',
  proposeAction: 'action-proposed',
  adoptAction: 'action-adopted',
  approveAction: 'action-approved',
  refuseAction: 'action-refused',
  startAction: 'action-started',
  closeAction: 'action-closed',
  planMeasure: 'measure-planned',
  removeMeasure: 'measure-removed',
  restoreMeasure: 'measure-restored',
  confirmDelivery: 'delivery-confirmed',
  withdrawDelivery: 'delivery-withdrawn',
  noteStep: 'means-noted',
  confirmStep: 'means-confirmed',
  objectToStep: 'means-objected',
  reviseStep: 'means-revised',
  withdrawStep: 'means-withdrawn',
  reviewStep: 'means-reviewed',
  completeStep: 'grounds-filled-in',
  makeDeal: 'deal-made',
  shareLesson: 'lesson-shared',
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
  'answer-days': ['answer-days-set', 'answer-days-set'],
  'shift-hours': ['shift-hours-set', 'shift-hours-set'],
  absence: ['absence-set', 'absence-set'],
  dossier: ['dossier-opened', 'dossier-changed'],
  action: ['action-proposed', 'action-changed'],
  measure: ['measure-planned', 'measure-changed'],
  delivery: ['delivery-confirmed', 'delivery-withdrawn'],
  'means-step': ['means-noted', 'means-confirmed'],
  deal: ['deal-made', 'deal-changed'],
  lesson: ['lesson-shared', 'lesson-shared'],
};

/**
 * `other` where this desk has no word for it: a command of a newer one, or a change whose content was taken away
 * since. Of what made a row, the row's kind still tells.
 */
export function deedOf(operation: Pick<Operation, 'entity' | 'baseVersion' | 'change'>): Deed {
  const { entity, baseVersion, change } = operation;
  const [made, changed] = OF_PATCHES[entity];
  if (isTakenAway(change)) return baseVersion === 0 ? made : 'other';
  if (change.kind === 'command') return OF_COMMANDS[change.name] ?? 'other';
  return baseVersion === 0 ? made : changed;
}

/** Whether a desk no longer holds what the change said, because its officer may not see the row any more. */
export function isTakenAway(change: Change): boolean {
  return change.kind === 'command' && change.name === WITHDRAWN_COMMAND;
}
