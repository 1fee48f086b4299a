import * as actions from '../features/actions/index.ts';
import type { RouteTools } from './route-tools.ts';

export function actionsRoutes({ os, withFile, session }: RouteTools) {
  /** What the officer is at the centre; null on a desk without one. */
  const role = async () => (await session.centre().state()).enrolment?.role ?? null;
  return {
    dossiers: os.actions.dossiers.handler(withFile(actions.readDossiers)),
    findDossiers: os.actions.findDossiers.handler(withFile(actions.findDossiers)),
    dossier: os.actions.dossier.handler(withFile(actions.readDossier)),
    segments: os.actions.segments.handler(withFile(actions.readSegments)),
    linkedFacts: os.actions.linkedFacts.handler(withFile(actions.readLinkedFacts)),
    linkFacts: os.actions.linkFacts.handler(withFile(actions.linkFacts)),
    contactsFor: os.actions.contactsFor.handler(withFile(actions.findContactsFor)),
    linkContacts: os.actions.linkContacts.handler(withFile(actions.linkContacts)),
    dossiersFor: os.actions.dossiersFor.handler(withFile(actions.readDossiersFor)),
    openDossier: os.actions.openDossier.handler(withFile(actions.openDossier)),
    changeDossier: os.actions.changeDossier.handler(withFile(actions.changeDossier)),
    bench: os.actions.bench.handler(withFile(actions.readBench)),
    propose: os.actions.propose.handler(withFile(actions.proposeAction)),
    change: os.actions.change.handler(withFile(actions.changeAction)),
    adopt: os.actions.adopt.handler(withFile(actions.adoptAction)),
    adapt: os.actions.adapt.handler(withFile(actions.adaptAction)),
    answer: os.actions.answer.handler(async ({ input }) =>
      actions.answerAction(session.file(), await role(), input),
    ),
    answerDays: os.actions.answerDays.handler(withFile(actions.readAnswerDays)),
    setAnswerDays: os.actions.setAnswerDays.handler(async ({ input }) =>
      actions.setAnswerDays(session.file(), await role(), input),
    ),
    start: os.actions.start.handler(withFile(actions.startAction)),
    baseline: os.actions.baseline.handler(withFile(actions.countBaseline)),
    verdicts: os.actions.verdicts.handler(withFile(actions.readVerdicts)),
    leaveOut: os.actions.leaveOut.handler(withFile(actions.leaveOut)),
    compareAgain: os.actions.compareAgain.handler(withFile(actions.compareAgain)),
    close: os.actions.close.handler(withFile(actions.closeAction)),
    proposals: os.actions.proposals.handler(withFile(actions.readProposals)),
    refuseProposal: os.actions.refuseProposal.handler(withFile(actions.refuseProposal)),
    restoreProposal: os.actions.restoreProposal.handler(withFile(actions.restoreProposal)),
    planMeasure: os.actions.planMeasure.handler(withFile(actions.planMeasure)),
    changeMeasure: os.actions.changeMeasure.handler(withFile(actions.changeMeasure)),
    removeMeasure: os.actions.removeMeasure.handler(withFile(actions.removeMeasure)),
    restoreMeasure: os.actions.restoreMeasure.handler(withFile(actions.restoreMeasure)),
    due: os.actions.due.handler(withFile(actions.readDueMeasures)),
    deliver: os.actions.deliver.handler(withFile(actions.confirmDelivery)),
    withdrawDelivery: os.actions.withdrawDelivery.handler(withFile(actions.withdrawDelivery)),
    noteStep: os.actions.noteStep.handler(withFile(actions.noteStep)),
    noteUntaken: os.actions.noteUntaken.handler(withFile(actions.noteUntaken)),
    confirmStep: os.actions.confirmStep.handler(withFile(actions.confirmStep)),
    objectToStep: os.actions.objectToStep.handler(withFile(actions.objectToStep)),
    reviseStep: os.actions.reviseStep.handler(async ({ input }) =>
      actions.reviseStep(session.file(), await role(), input),
    ),
    withdrawStep: os.actions.withdrawStep.handler(async ({ input }) =>
      actions.withdrawStep(session.file(), await role(), input),
    ),
    objectedSteps: os.actions.objectedSteps.handler(withFile(actions.readObjectedSteps)),
    reviewStep: os.actions.reviewStep.handler(async ({ input }) =>
      actions.reviewStep(session.file(), await role(), input),
    ),
    completeStep: os.actions.completeStep.handler(async ({ input }) =>
      actions.completeStep(session.file(), await role(), input),
    ),
    waitingEyes: os.actions.waitingEyes.handler(withFile(actions.readWaitingEyes)),
    means: os.actions.means.handler(withFile(actions.readMeans)),
    partners: os.actions.partners.handler(withFile(actions.readPartners)),
    addPartner: os.actions.addPartner.handler(withFile(actions.addPartner)),
    makeDeal: os.actions.makeDeal.handler(withFile(actions.makeDeal)),
    changeDeal: os.actions.changeDeal.handler(withFile(actions.changeDeal)),
    dealFile: os.actions.dealFile.handler(withFile(actions.writeDealFile)),
    lessons: os.actions.lessons.handler(withFile(actions.readLessons)),
  };
}
