import type { SegmentChoice } from '#shared/contract/actions.ts';
import type { Verdict } from '#shared/domain/actions/vocabulary.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import * as actions from '../../workbench/features/actions/index.ts';
import { actionForm, dossierForm, measureFields } from './casework.ts';
import { plantSmallTerritory } from './small-territory.ts';
import { openTestFile, type TestFile } from './test-store.ts';

/** A desk with one dossier about the one stretch of its street, and what is done with it again and again. */
export interface CaseworkDesk {
  readonly test: TestFile;
  readonly segment: SegmentChoice;
  readonly dossierId: string;
  /** The officer at the desk. */
  readonly me: string;
  /** The names of all operations, the oldest first. */
  operations(): Promise<readonly string[]>;
  propose(changes?: Partial<ReturnType<typeof actionForm>>): Promise<string>;
  /** A partner that is there. */
  partner(name?: string): Promise<string>;
  /** An action that began, with one measure. */
  running(): Promise<{ id: string; measureId: string }>;
}

/** Ids of one seed, one after the other. */
export function idsFrom(seed: number): () => string {
  const random = seededRandom(seed);
  return () => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));
}

export async function openCaseworkDesk(newId: () => string): Promise<CaseworkDesk> {
  const test = await openTestFile();
  const { streetId } = await plantSmallTerritory(test.store);
  const [segment] = await actions.readSegments(test.file, { streetId });
  if (!segment) throw new Error('the street has no segment');
  const dossierId = newId();
  await actions.openDossier(test.file, { id: dossierId, form: dossierForm([segment.id]) });
  const me = test.store.identity.officerId;
  const propose: CaseworkDesk['propose'] = async (changes = {}) => {
    const id = newId();
    const form = { ...actionForm(me), ...changes };
    await actions.proposeAction(test.file, { id, dossierId, form });
    return id;
  };
  return {
    test,
    segment,
    dossierId,
    me,
    propose,
    async partner(name = 'Dienst wegen') {
      const id = newId();
      await actions.addPartner(test.file, { id, name, kind: 'municipality' });
      return id;
    },
    async operations() {
      const rows = await test.store.read
        .selectFrom('operation')
        .select('change')
        .orderBy('device_seq')
        .execute();
      return rows.map(({ change }) => (JSON.parse(change) as { name?: string }).name ?? 'patch');
    },
    async running() {
      const id = await propose();
      const measureId = newId();
      await actions.planMeasure(test.file, { id: measureId, fields: measureFields(id, segment) });
      await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
      await actions.startAction(test.file, { id });
      return { id, measureId };
    },
  };
}

/** What is said at the end of an action, with a lesson. */
export const closingForm = (id: string, verdict: Verdict, lessonId: string) => ({
  id,
  verdict,
  verdictNote: 'Te weinig geteld',
  signAfter: null,
  feedback: { on: '2026-06-15', channel: 'at-home', text: 'Gezegd wat er kwam' },
  lesson: { id: lessonId, learned: 'Vroeger beginnen', conditions: 'Smalle straat' },
});
