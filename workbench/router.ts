import { implement } from '@orpc/server';

import { contract } from '#shared/contract/contract.ts';
import { makeId } from '#shared/lib/ids.ts';
import { ADMINISTRATION_WIRE as A } from '#shared/protocol/administration.ts';
import { QUARANTINE_WIRE as Q } from '#shared/protocol/quarantine.ts';

import type { OpenFile } from './context.ts';
import { WorkbenchError } from './errors.ts';
import * as administration from './features/administration/index.ts';
import * as attachments from './features/attachments/index.ts';
import * as backup from './features/backup/index.ts';
import type { BasemapFolder } from './features/basemap/index.ts';
import type { ChangeHub } from './features/changes/index.ts';
import * as codes from './features/codes/index.ts';
import * as contacts from './features/contacts/index.ts';
import * as exports from './features/exports/index.ts';
import * as gaps from './features/gaps/index.ts';
import * as parties from './features/parties/index.ts';
import * as people from './features/people/index.ts';
import * as promises from './features/promises/index.ts';
import * as search from './features/search/index.ts';
import type { PreferencesStore, Profiles, Session } from './features/session/index.ts';
import * as streets from './features/streets/index.ts';
import * as sync from './features/sync/index.ts';
import * as territory from './features/territory/index.ts';
import type { Transfers } from './features/transfers/index.ts';
import * as views from './features/views/index.ts';
import type { WorkbenchPorts } from './ports/ports.ts';
import { countOnlyHere } from './store/repositories/outbox-repository.ts';
import { toContractError } from './tell-errors.ts';

export interface RouterParts {
  readonly ports: WorkbenchPorts;
  readonly session: Session;
  readonly profiles: Profiles;
  readonly preferences: PreferencesStore;
  readonly transfers: Transfers;
  readonly basemap: BasemapFolder;
  readonly hub: ChangeHub;
}

export type WorkbenchRouter = ReturnType<typeof createRouter>;

/**
 * Every operation of the contract, tied to its use case. Inputs are validated here, for every
 * transport alike; outputs are ours and typed, so they are checked by the contract suite instead of
 * at each call.
 */
export function createRouter(parts: RouterParts) {
  const { ports, session, preferences, transfers, basemap, hub } = parts;
  const newReference = (): string => makeId(Date.parse(ports.clock.now()), ports.entropy.bytes(16));
  const os = implement(contract)
    .$config({ initialOutputValidationIndex: Number.NaN })
    .use(async ({ next, path }) => {
      const opening = session.opening();
      try {
        return await next();
      } catch (cause) {
        // A call that was under way when the desk locked fails on a closed file, whatever it says.
        const locked = opening !== session.opening() && !(cause instanceof WorkbenchError);
        throw toContractError(
          locked ? new WorkbenchError('LOCKED') : cause,
          path,
          ports.log,
          newReference,
        );
      }
    });

  /** A use case over the open file; LOCKED when there is none. */
  const withFile =
    <Input, Output>(useCase: (file: OpenFile, input: Input) => Promise<Output>) =>
    ({ input }: { input: Input }): Promise<Output> =>
      useCase(session.file(), input);
  const nothing = {};
  const centre = administration.atCentre(session);

  return os.router({
    desk: {
      state: os.desk.state.handler(() => session.state()),
      createProfile: os.desk.createProfile.handler(({ input }) => session.createProfile(input)),
      unlock: os.desk.unlock.handler(({ input }) => session.unlock(input)),
      lock: os.desk.lock.handler(() => session.lock()),
      changePassphrase: os.desk.changePassphrase.handler(async ({ input }) => {
        await session.changePassphrase(input);
        return nothing;
      }),
      activity: os.desk.activity.handler(() => {
        session.touch();
        return nothing;
      }),
      setIdleLock: os.desk.setIdleLock.handler(({ input }) => session.setIdleLock(input.minutes)),
      preferences: os.desk.preferences.handler(() => preferences.read()),
      setPreferences: os.desk.setPreferences.handler(async ({ input }) => {
        const written = await preferences.write(input);
        hub.announce(['preferences']);
        return written;
      }),
      changes: os.desk.changes.handler(({ signal }) => hub.watch(signal)),
    },
    transfers: {
      beginUpload: os.transfers.beginUpload.handler(({ input }) => transfers.begin(input)),
      appendUpload: os.transfers.appendUpload.handler(({ input }) => transfers.append(input)),
      discardUpload: os.transfers.discardUpload.handler(async ({ input }) => {
        await transfers.discard(input.uploadId);
        return nothing;
      }),
      readDownload: os.transfers.readDownload.handler(({ input }) => transfers.read(input)),
      releaseDownload: os.transfers.releaseDownload.handler(async ({ input }) => {
        await transfers.release(input.downloadId);
        return nothing;
      }),
    },
    backup: {
      create: os.backup.create.handler(() => backup.createBackup(parts)),
      inspect: os.backup.inspect.handler(({ input }) =>
        backup.inspectBackup(parts, input.uploadId),
      ),
      restore: os.backup.restore.handler(({ input }) => backup.restoreBackup(parts, input)),
    },
    territory: {
      summary: os.territory.summary.handler(() => territory.readSummary(session.file())),
      inspectUpload: os.territory.inspectUpload.handler(withFile(territory.inspectUpload)),
      previewImport: os.territory.previewImport.handler(({ input, signal }) =>
        territory.previewImport(session.file(), input, signal),
      ),
      runImport: os.territory.runImport.handler(({ input, signal }) =>
        territory.runImport(session.file(), input, signal),
      ),
      imports: os.territory.imports.handler(() => territory.listImports(session.file())),
      importReport: os.territory.importReport.handler(withFile(territory.readImportReport)),
      undoImport: os.territory.undoImport.handler(withFile(territory.undoImport)),
      areas: os.territory.areas.handler(withFile(territory.readAreas)),
      landscape: os.territory.landscape.handler(() => territory.readLandscape(session.file())),
      segmentsInView: os.territory.segmentsInView.handler(withFile(territory.readSegmentsInView)),
      searchAddress: os.territory.searchAddress.handler(withFile(territory.searchAddress)),
      locate: os.territory.locate.handler(withFile(territory.locate)),
    },
    basemap: {
      current: os.basemap.current.handler(async () => {
        session.file();
        return { basemap: await basemap.current() };
      }),
      adopt: os.basemap.adopt.handler(async ({ input }) => {
        const file = session.file();
        const adopted = await basemap.adopt(file.uploads.get(input.uploadId));
        file.announce(['basemap']);
        return adopted;
      }),
      remove: os.basemap.remove.handler(async () => {
        const file = session.file();
        await basemap.remove();
        file.announce(['basemap']);
        return nothing;
      }),
      read: os.basemap.read.handler(({ input }) => {
        session.file();
        return basemap.read(input);
      }),
    },
    people: {
      officers: os.people.officers.handler(() => people.readOfficers(session.file())),
      addOfficer: os.people.addOfficer.handler(withFile(people.addOfficer)),
      neighbourhoods: os.people.neighbourhoods.handler(() =>
        people.readNeighbourhoods(session.file()),
      ),
      assignPost: os.people.assignPost.handler(withFile(people.assignPost)),
      endPost: os.people.endPost.handler(async ({ input }) => {
        await people.endPost(session.file(), input);
        return nothing;
      }),
    },
    contacts: {
      log: os.contacts.log.handler(withFile(contacts.logContact)),
      get: os.contacts.get.handler(({ input }) => contacts.getContact(session.file(), input.id)),
      history: os.contacts.history.handler(({ input }) =>
        contacts.readContactHistory(session.file(), input.id),
      ),
      amend: os.contacts.amend.handler(withFile(contacts.amendContact)),
      list: os.contacts.list.handler(withFile(contacts.readContactPage)),
      onMap: os.contacts.onMap.handler(withFile(contacts.readContactsOnMap)),
      groups: os.contacts.groups.handler(withFile(contacts.readContactGroups)),
      inView: os.contacts.inView.handler(withFile(contacts.readContactsInView)),
      nearby: os.contacts.nearby.handler(withFile(contacts.readNearby)),
      defaults: os.contacts.defaults.handler(() => contacts.readContactDefaults(session.file())),
      saveDraft: os.contacts.saveDraft.handler(withFile(contacts.saveContactDraft)),
      drafts: os.contacts.drafts.handler(() => contacts.readContactDrafts(session.file())),
      discardDraft: os.contacts.discardDraft.handler(async ({ input }) => {
        await contacts.discardContactDraft(session.file(), input.id);
        return nothing;
      }),
    },
    attachments: {
      list: os.attachments.list.handler(withFile(attachments.readAttachments)),
      begin: os.attachments.begin.handler(withFile(attachments.beginFile)),
      append: os.attachments.append.handler(withFile(attachments.appendFile)),
      abandon: os.attachments.abandon.handler(async ({ input }) => {
        await attachments.abandonFile(session.file(), input);
        return nothing;
      }),
      finish: os.attachments.finish.handler(withFile(attachments.finishFile)),
      read: os.attachments.read.handler(withFile(attachments.readBytes)),
      fetch: os.attachments.fetch.handler(async ({ input }) => {
        await attachments.fetchBytes(session.file(), session.centre(), input);
        return nothing;
      }),
      thumbnail: os.attachments.thumbnail.handler(withFile(attachments.readThumbnail)),
      setThumbnail: os.attachments.setThumbnail.handler(async ({ input }) => {
        await attachments.keepThumbnail(session.file(), input);
        return nothing;
      }),
      takeOff: os.attachments.takeOff.handler(async ({ input }) => {
        await attachments.takeOffDraft(session.file(), input);
        return nothing;
      }),
      putBack: os.attachments.putBack.handler(async ({ input }) => {
        await attachments.putBackOnDraft(session.file(), input);
        return nothing;
      }),
      withdraw: os.attachments.withdraw.handler(async ({ input }) => {
        await attachments.withdrawAttachment(session.file(), input);
        return nothing;
      }),
      reinstate: os.attachments.reinstate.handler(async ({ input }) => {
        await attachments.reinstateAttachment(session.file(), input);
        return nothing;
      }),
    },
    codes: {
      all: os.codes.all.handler(() => codes.readCodes(session.file())),
      add: os.codes.add.handler(withFile(codes.addCode)),
      change: os.codes.change.handler(withFile(codes.changeCode)),
    },
    parties: {
      suggest: os.parties.suggest.handler(withFile(parties.suggestParties)),
      similar: os.parties.similar.handler(withFile(parties.similarParties)),
      list: os.parties.list.handler(withFile(parties.listParties)),
      get: os.parties.get.handler(withFile(parties.getParty)),
      contacts: os.parties.contacts.handler(withFile(parties.readPartyContacts)),
      promises: os.parties.promises.handler(withFile(parties.readPartyPromises)),
      add: os.parties.add.handler(withFile(parties.addParty)),
      change: os.parties.change.handler(withFile(parties.changeParty)),
      merge: os.parties.merge.handler(withFile(parties.mergeParties)),
      unmerge: os.parties.unmerge.handler(withFile(parties.unmergeParties)),
    },
    promises: {
      open: os.promises.open.handler(() => promises.readOpenPromises(session.file())),
      ofContact: os.promises.ofContact.handler(({ input }) =>
        promises.readPromiseOfContact(session.file(), input.contactId),
      ),
      list: os.promises.list.handler(withFile(promises.readPromisePage)),
      close: os.promises.close.handler(withFile(promises.closePromise)),
      reassign: os.promises.reassign.handler(withFile(promises.reassignPromise)),
    },
    streets: {
      street: os.streets.street.handler(withFile(streets.readStreet)),
      neighbourhood: os.streets.neighbourhood.handler(withFile(streets.readNeighbourhood)),
    },
    gaps: {
      map: os.gaps.map.handler(withFile(gaps.readGapMap)),
      lines: os.gaps.lines.handler(() => gaps.readGapLines(session.file())),
      exportTable: os.gaps.exportTable.handler(({ input }) =>
        gaps.exportGapTable(session.file(), transfers, input),
      ),
    },
    search: {
      everything: os.search.everything.handler(withFile(search.searchEverything)),
      contacts: os.search.contacts.handler(withFile(search.searchContacts)),
      promises: os.search.promises.handler(withFile(search.searchPromises)),
    },
    sync: {
      state: os.sync.state.handler(() => session.centre().state()),
      enrol: os.sync.enrol.handler(async ({ input }) => {
        await session.centre().enrol(input);
        return session.centre().state();
      }),
      signIn: os.sync.signIn.handler(async ({ input }) => {
        await session.centre().signIn(input.password);
        return session.centre().state();
      }),
      now: os.sync.now.handler(async () => {
        await session.centre().now();
        return session.centre().state();
      }),
      operations: os.sync.operations.handler(withFile(sync.readOperations)),
      attention: os.sync.attention.handler(withFile(sync.readAttention)),
      choose: os.sync.choose.handler(async ({ input }) => {
        await sync.chooseSides(session.file(), input);
        return nothing;
      }),
      undoChoice: os.sync.undoChoice.handler(async ({ input }) => {
        await sync.undoChoice(session.file(), input);
        return nothing;
      }),
      settle: os.sync.settle.handler(async ({ input }) => {
        await sync.settle(session.file(), input);
        return nothing;
      }),
      arrivals: os.sync.arrivals.handler(() => sync.readArrivals(session.file())),
      rightsChanges: os.sync.rightsChanges.handler(() => sync.readRightsChanges(session.file())),
      rightsSeen: os.sync.rightsSeen.handler(async ({ input }) => {
        await sync.noteRightsSeen(session.file(), input);
        return nothing;
      }),
      recordStates: os.sync.recordStates.handler(withFile(sync.readRecordStates)),
    },
    administration: {
      accounts: os.administration.accounts.handler(centre.ask(A.accounts)),
      addAccount: os.administration.addAccount.handler(centre.change(A.addAccount)),
      changeAccount: os.administration.changeAccount.handler(centre.change(A.changeAccount)),
      setPassword: os.administration.setPassword.handler(centre.change(A.setPassword)),
      closeAccount: os.administration.closeAccount.handler(centre.change(A.closeAccount)),
      reopenAccount: os.administration.reopenAccount.handler(centre.change(A.reopenAccount)),
      makeCode: os.administration.makeCode.handler(centre.change(A.makeCode)),
      addRight: os.administration.addRight.handler(centre.change(A.addRight)),
      endRight: os.administration.endRight.handler(centre.change(A.endRight)),
      desks: os.administration.desks.handler(centre.ask(A.desks)),
      revokeDesk: os.administration.revokeDesk.handler(centre.change(A.revokeDesk)),
      setDeskAlarm: os.administration.setDeskAlarm.handler(centre.change(A.setDeskAlarm)),
      acts: os.administration.acts.handler(centre.ask(A.acts)),
      areas: os.administration.areas.handler(() =>
        administration.readAreas(session.file(), session.centre()),
      ),
      tellAreas: os.administration.tellAreas.handler(async () => {
        const told = await administration.tellAreas(session.file(), session.centre());
        session.file().announce(['administration']);
        return told;
      }),
    },
    quarantine: {
      list: os.quarantine.list.handler(centre.ask(Q.quarantine)),
      get: os.quarantine.get.handler(({ input }) =>
        administration.readQuarantined(session.file(), session.centre(), input),
      ),
      release: os.quarantine.release.handler(centre.change(Q.releaseQuarantined)),
      refuse: os.quarantine.refuse.handler(centre.change(Q.refuseQuarantined)),
    },
    views: {
      list: os.views.list.handler(() => views.readViews(session.file())),
      save: os.views.save.handler(withFile(views.saveView)),
      change: os.views.change.handler(withFile(views.changeView)),
      remove: os.views.remove.handler(async ({ input }) => {
        await views.removeView(session.file(), input);
        return nothing;
      }),
      restore: os.views.restore.handler(withFile(views.restoreView)),
    },
    exports: {
      contacts: os.exports.contacts.handler(({ input }) =>
        exports.exportContacts(session.file(), transfers, input),
      ),
      printed: os.exports.printed.handler(async ({ input }) => {
        await exports.recordPrinted(session.file(), input);
        return nothing;
      }),
      disclosures: os.exports.disclosures.handler(withFile(exports.readDisclosures)),
    },
    outbox: {
      summary: os.outbox.summary.handler(() => countOnlyHere(session.file().store.read)),
    },
  });
}
