export { answerAction, readBench } from './answer.ts';
export { readAnswerDays, setAnswerDays } from './answer-days.ts';
export { countBaseline } from './baseline.ts';
export { rowOf, rowsOf } from './change-row.ts';
export { writeDealFile } from './deal-file.ts';
export { addPartner, changeDeal, makeDeal, readPartners } from './deals.ts';
export { findContactsFor, linkContacts, readDossiersFor } from './dossier-contacts.ts';
export { linkFacts, readLinkedFacts } from './dossier-facts.ts';
export { changeDossier, openDossier, readDossiers } from './dossiers.ts';
export { readDueMeasures } from './due-measures.ts';
export { findDossiers } from './find-dossiers.ts';
export { borneByLadder } from './ladder.ts';
export { compareAgain, leaveOut } from './leave-out.ts';
export { readLessons } from './lessons.ts';
export { readMeans } from './means-picture.ts';
export {
  completeStep,
  confirmStep,
  noteStep,
  noteUntaken,
  objectToStep,
  reviewStep,
  reviseStep,
  withdrawStep,
} from './means-steps.ts';
export {
  changeMeasure,
  confirmDelivery,
  planMeasure,
  removeMeasure,
  restoreMeasure,
  withdrawDelivery,
} from './measures.ts';
export { readProposals, refuseProposal, restoreProposal } from './proposals.ts';
export { adaptAction, adoptAction, changeAction, proposeAction } from './propose.ts';
export { readDossier } from './read-dossier.ts';
export { closeAction, readVerdicts, startAction } from './run-action.ts';
export { readSegments } from './segments.ts';
export { readObjectedSteps, readWaitingEyes } from './waiting-eyes.ts';
