import type { DealForm } from '#shared/contract/action-deals.ts';
import { emptyAction } from '#shared/domain/actions/action.ts';
import { CHEERS, type DossierForm } from '#shared/domain/actions/dossier.ts';
import type { MeasureFields } from '#shared/domain/actions/measure.ts';
import type { SignCount } from '#shared/domain/actions/sign.ts';

/** What somebody fills in for a dossier about one stretch of a street. */
export function dossierForm(
  segments: readonly string[],
  changes: Partial<DossierForm> = {},
): Omit<DossierForm, 'neighbourhoodId'> {
  const cheers = Object.fromEntries(CHEERS.map((question) => [question, ''])) as Pick<
    DossierForm,
    (typeof CHEERS)[number]
  >;
  return {
    title: 'Te snel verkeer aan de school',
    problem: 'unadapted-speed',
    factKinds: null,
    reviewOn: null,
    segments: [...segments],
    windows: [{ days: [1, 2, 3, 4, 5], from: 480, to: 540 }],
    affected: ['school', 'on-foot-or-bicycle'],
    ...cheers,
    scanning: '',
    analysis: '',
    assessment: '',
    contacts: [],
    facts: [],
    state: 'scanning',
    ...changes,
  };
}

/** A whole plan of four weeks from 15 June 2026 on. */
export function actionForm(ownerId: string) {
  return {
    ...emptyAction('Trager aan de school', ownerId),
    aim: 'Kinderen steken veilig over',
    sign: {
      what: 'auto’s boven 50 per uur',
      counted: 'by-hand' as SignCount,
      better: 'lower' as const,
      baseline: 40,
      from: '2026-05-01',
      to: '2026-05-31',
    },
    startsOn: '2026-06-15',
    endsOn: '2026-07-12',
  };
}

/** Two stops a week of fifteen minutes: 120 in four weeks. */
export function measureFields(
  actionId: string,
  segment: { readonly id: string; readonly streetId: string },
): Omit<MeasureFields, 'dossierId' | 'removed' | 'since' | 'removedOn'> {
  return {
    actionId,
    segmentId: segment.id,
    streetId: segment.streetId,
    type: 'presence',
    rung: 'information',
    minutes: 15,
    timesPerWeek: 2,
    windows: [],
    officerId: null,
    partnerId: null,
    note: '',
  };
}

/** What a partner will do, with nothing that goes out but the place. */
export function dealForm(
  actionId: string,
  partnerId: string,
  changes: Partial<DealForm> = {},
): DealForm {
  return {
    actionId,
    partnerId,
    ground: '',
    fieldsOut: ['place'],
    parties: [],
    theyDo: 'Drempel aanleggen',
    theyWho: '',
    theyDueOn: '2026-08-01',
    theyDoneOn: null,
    weDo: '',
    weWhoId: null,
    weDueOn: null,
    weDoneOn: null,
    ...changes,
  };
}
