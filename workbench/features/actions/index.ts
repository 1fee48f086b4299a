export { answerAction, leads, readBench } from './answer.ts';
export { readAnswerDays, setAnswerDays } from './answer-days.ts';
export { rowOf, rowsOf } from './change-row.ts';
export { writeDealFile } from './deal-file.ts';
export { addPartner, changeDeal, makeDeal, readPartners } from './deals.ts';
export { findContactsFor, linkContacts, readDossiersFor } from './dossier-contacts.ts';
export { linkFacts, readLinkedFacts } from './dossier-facts.ts';
export { changeDossier, openDossier, readDossiers } from './dossiers.ts';
export { readLessons } from './lessons.ts';
export { confirmStep, noteStep, readMeans, reviewStep } from './means-steps.ts';
export {
  changeMeasure,
  confirmDelivery,
  planMeasure,
  readDueMeasures,
  withdrawDelivery,
} from './measures.ts';
export { periodOf } from './plan-of-action.ts';
export { readProposals, refuseProposal, restoreProposal } from './proposals.ts';
export { adaptAction, adoptAction, changeAction, proposeAction } from './propose.ts';
export { readDossier } from './read-dossier.ts';
export { closeAction, readVerdicts, startAction } from './run-action.ts';
export { readSegments } from './segments.ts';
