import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { type Action, isPastEnd } from '#shared/domain/actions/action.ts';
import {
  type Deal,
  type DealSubject,
  type HandOut,
  partStanding,
} from '#shared/domain/actions/deal.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useDeskState } from '../../client/desk-state.ts';
import { useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { useQuestion } from '../../client/queries.ts';
import { useFormats } from '../../ui/formats.ts';
import { useWindowsText } from '../../ui/windows-text.ts';
import { useZoneName } from '../territory/index.ts';
import { useActionStanding } from './action-standing.ts';
import { useDoseText } from './dose-text.ts';
import { useOfficers, usePartners } from './queries.ts';
import { useStretchPlace } from './stretch-name.ts';

/** Names of persons by their ids. */
function usePartyNames(ids: readonly Id[]): readonly { readonly id: Id; readonly name: string }[] {
  return (
    useQuestion(
      {
        topics: ['parties'],
        key: ['actions.parties', ids],
        ask: (client, signal) =>
          Promise.all(ids.map(async (id) => (await client.parties.get({ id }, { signal })).party)),
      },
      { enabled: ids.length > 0 },
    ).data ?? []
  );
}

/** Number 2 comes before number 10. */
const BY_NAME = new Intl.Collator('nl', { numeric: true });

/** What of a dossier can go out, in words; what the team makes of it is not among it. */
export function useHandOut(page: DossierPage, action: PlannedAction, deal: Deal): HandOut {
  const codes = useCodes();
  const doseText = useDoseText();
  const stretchPlace = useStretchPlace(page.segments);
  const persons = usePartyNames(deal.parties);
  const windowsText = useWindowsText();
  const officers = useOfficers();
  const officeOf = useOfficeOf();
  return {
    place: [...new Set(page.dossier.segments.map(stretchPlace))]
      .toSorted(BY_NAME.compare)
      // A stretch has a comma in its name.
      .join('; '),
    problem: codes.name('problem', page.dossier.problem),
    times: windowsText(page.dossier.windows),
    measures: action.measures
      .map((one) =>
        [
          codes.name('task-type', one.type),
          // Where and when go out with the measures only where they go out by themselves.
          deal.fieldsOut.includes('place') ? stretchPlace(one.segmentId) : '',
          deal.fieldsOut.includes('times') ? windowsText(one.windows) : '',
          doseText(one),
        ]
          .filter(Boolean)
          .join(', '),
      )
      .join(' · '),
    contact: [officers.name(deal.weWhoId), officeOf(deal.weWhoId)].filter(Boolean).join(', '),
    persons: persons.map(({ name }) => name).join(', '),
  };
}

/** What a deal is about, by the kinds of its measures and its streets; never by a title that somebody typed. */
export function useDealSubject(
  { dossier, segments }: DossierPage,
  action: PlannedAction,
): DealSubject {
  const codes = useCodes();
  const formats = useFormats();
  const streets = segments
    .filter(({ id }) => dossier.segments.includes(id))
    .map((one) => formats.name(one.streetNameNl, one.streetNameFr));
  const kinds = action.measures.map(({ type }) => codes.name('task-type', type));
  return {
    measures: [...new Set(kinds)].join(', '),
    place: [...new Set(streets)].toSorted(BY_NAME.compare).join(', '),
  };
}

/** What an officer is for a partner, without a name: of which neighbourhoods, or of the team. Empty for nobody. */
function useOfficeOf(): (officerId: Id | null) => string {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const neighbourhoods = useNeighbourhoods().data ?? [];
  return (officerId) => {
    if (officerId === null) return '';
    const areas = neighbourhoods
      .filter(({ officers }) => officers.some((one) => one.officerId === officerId))
      .map(({ nameNl, nameFr }) => formats.name(nameNl, nameFr));
    return areas.length === 0 ? t('deal.ofTeam') : t('deal.officerOf', { areas: areas.join(', ') });
  };
}

/**
 * As {@link useDealHead}, for the partner: from which of us and when, about which neighbourhood, who of us by office,
 * for a name goes out only where it was chosen, and until when the action runs, when it was closed, or else where it
 * stands: what is only proposed is not promised. Undefined until posts and zone are known.
 */
export function useSheetHead():
  ((page: DossierPage, action: Action, deal: Deal) => [string, string][]) | undefined {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const headOf = useDealHead();
  const officeOf = useOfficeOf();
  const standingOf = useActionStanding();
  const officerId = useDeskState().data?.officer?.id ?? null;
  const zone = useZoneName();
  const { isPending } = useNeighbourhoods();
  if (isPending || zone === undefined || officerId === null) return undefined;
  const daysOf = (action: Action): [string, string][] => {
    const { endsOn, closedAt, state } = action;
    if (closedAt !== null) return [[t('deal.closedOn'), formats.day(dayOf(closedAt))]];
    const lastDay = endsOn === null ? '' : formats.day(endsOn);
    if (isPastEnd(action, dayOf(new Date().toISOString()))) {
      return [[t('deal.stands'), standingOf(action)]];
    }
    if (state === 'active') return [[t('deal.runsUntil'), lastDay]];
    return [
      [t('deal.stands'), standingOf(action)],
      [t('deal.plannedUntil'), state === 'refused' ? '' : lastDay],
    ];
  };
  return ({ dossier, segments }, action, deal) => {
    const areas = segments
      .filter(({ id }) => dossier.segments.includes(id))
      .map((one) => formats.name(one.neighbourhoodNameNl, one.neighbourhoodNameFr));
    const rows: [string, string][] = [
      [t('deal.from'), [officeOf(officerId), zone].filter(Boolean).join(', ')],
      [t('deal.date'), formats.day(dayOf(new Date().toISOString()))],
      [t('deal.neighbourhood'), [...new Set(areas)].filter(Boolean).join(', ')],
      ...headOf(deal, officeOf(deal.weWhoId)),
      ...daysOf(action),
    ];
    return rows.filter(([, value]) => value !== '');
  };
}

/** Who does what by when, and how it stands, as names and values; who of us by name unless `weWho` says otherwise. */
export function useDealHead(): (deal: Deal, weWho?: string) => [string, string][] {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const officers = useOfficers();
  const partners = usePartners().data ?? [];
  const today = dayOf(new Date().toISOString());
  return (deal, weWho = officers.name(deal.weWhoId)) => {
    const part = (due: string | null, done: string | null): string => {
      const standing = partStanding(due, done, today);
      return [
        due === null ? '' : t('deal.by', { day: formats.day(due) }),
        standing === 'none' ? '' : t(`deal.standing.${standing}`),
      ]
        .filter(Boolean)
        .join(', ');
    };
    const rows: [string, string][] = [
      [t('deal.partner'), partners.find(({ id }) => id === deal.partnerId)?.name ?? ''],
      [t('deal.theyDo'), deal.theyDo],
      [t('deal.theyWho'), deal.theyWho],
      [t('deal.theyBy'), part(deal.theyDueOn, deal.theyDoneOn)],
      [t('deal.weDo'), deal.weDo],
      [t('deal.weWho'), weWho],
      [t('deal.weBy'), part(deal.weDueOn, deal.weDoneOn)],
      [t('deal.ground'), deal.ground],
    ];
    return rows.filter(([, value]) => value !== '');
  };
}
