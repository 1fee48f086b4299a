import {
  IconBuilding,
  IconExternalLink,
  IconFolder,
  IconHeartHandshake,
  IconListSearch,
  IconMapPin,
  IconMessage,
  IconRoad,
  IconUser,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { SearchAnswer } from '#shared/contract/search.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { useActionStanding } from '../actions/index.ts';
import { looksLikeViewLink, readViewLink } from '../views/index.ts';
import { type Command, matchingCommands } from './commands.ts';

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly detail?: string;
  /** Where in its text the label or detail may be marked. */
  readonly isFound: boolean;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

export interface EntryGroup {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly Entry[];
}

const ICON = 18;

/**
 * What the palette offers for a text: the view of a pasted link, else commands by their names, else
 * everything that was found, and all results on a page of their own.
 */
export function useEntries(
  typed: string,
  commands: readonly Command[],
  answer: SearchAnswer | undefined,
): readonly EntryGroup[] {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const found = useFound(answer);
  return useMemo(() => {
    if (looksLikeViewLink(typed)) {
      const read = readViewLink(typed);
      if ('problem' in read) return [];
      const open: Entry = {
        id: 'view-link',
        icon: <IconExternalLink size={ICON} />,
        label: t('openView'),
        detail: typed.trim(),
        isFound: false,
        run: () => {
          void navigate({ to: '/contacts', search: read.search });
        },
      };
      return [{ id: 'view', label: t('sharedView'), entries: [open] }];
    }
    const groups = (['actions', 'pages', 'settings'] as const).map((group) => ({
      id: group,
      label: t(group),
      entries: matchingCommands(commands, typed)
        .filter((command) => command.group === group)
        .map((command): Entry => ({ ...command, isFound: false, keys: command.keys })),
    }));
    if (typed.trim() === '') return groups.filter(({ entries }) => entries.length > 0);
    const all: Entry = {
      id: 'all',
      icon: <IconListSearch size={ICON} />,
      label: t('allResults', { text: typed.trim() }),
      isFound: false,
      run: () => {
        void navigate({ to: '/search', search: { q: typed.trim() } });
      },
    };
    const everything = { id: 'everything', label: t('everything'), entries: [all] };
    return [...groups, ...found, everything].filter(({ entries }) => entries.length > 0);
  }, [typed, commands, found, navigate, t]);
}

function useFound(answer: SearchAnswer | undefined): readonly EntryGroup[] {
  const { t } = useTranslation('search');
  const { t: tActions } = useTranslation('actions');
  const standing = useActionStanding();
  const navigate = useNavigate();
  const formats = useFormats();
  const codes = useCodes();
  return useMemo(() => {
    if (!answer) return [];
    const placeOf = (hit: { readonly streetNameNl: string; readonly streetNameFr: string }) =>
      formats.name(hit.streetNameNl, hit.streetNameFr);
    const openContact = (contactId: string) => () => {
      void navigate({ to: '/contacts/$contactId', params: { contactId } });
    };
    const streets = answer.places.map((place): Entry => ({
      id: `place-${place.streetId}`,
      icon: place.houseNumber === '' ? <IconRoad size={ICON} /> : <IconMapPin size={ICON} />,
      label: `${placeOf(place)} ${place.houseNumber}`.trim(),
      detail: place.neighbourhoods
        .map(({ nameNl, nameFr }) => formats.name(nameNl, nameFr))
        .join(', '),
      isFound: true,
      run: () => {
        void navigate({ to: '/streets/$streetId', params: { streetId: place.streetId } });
      },
    }));
    const neighbourhoods = answer.neighbourhoods.map(({ id, nameNl, nameFr }): Entry => ({
      id: `neighbourhood-${id}`,
      icon: <IconBuilding size={ICON} />,
      label: formats.name(nameNl, nameFr),
      isFound: true,
      run: () => {
        void navigate({ to: '/neighbourhoods/$id', params: { id } });
      },
    }));
    const parties = answer.parties.map(({ id, kind, name, reach }): Entry => ({
      id: `party-${id}`,
      icon: kind === 'person' ? <IconUser size={ICON} /> : <IconBuilding size={ICON} />,
      label: name,
      detail: reach,
      isFound: true,
      run: () => {
        void navigate({ to: '/search', search: { q: name } });
      },
    }));
    const contacts = answer.contacts.map((hit): Entry => ({
      id: `contact-${hit.id}`,
      icon: <IconMessage size={ICON} />,
      label: hit.excerpt || codes.name('contact-reason', hit.reason),
      detail: [
        formats.recentMoment(hit.occurredAt),
        `${placeOf(hit)} ${hit.houseNumber}`.trim(),
        codes.name('contact-reason', hit.reason),
      ].join(' · '),
      isFound: true,
      run: openContact(hit.id),
    }));
    const dossiers = answer.dossiers.map((hit): Entry => ({
      id: `dossier-${hit.id}`,
      icon: <IconFolder size={ICON} />,
      label: hit.title,
      detail: [
        t(`dossierKind.${hit.kind}`),
        hit.kind === 'dossier' ? tActions(`dossierState.${hit.state}`) : standing(hit),
        hit.excerpt,
      ]
        .filter(Boolean)
        .join(' · '),
      isFound: true,
      run: () => {
        void (hit.kind === 'dossier'
          ? navigate({ to: '/dossiers/$dossierId', params: { dossierId: hit.id } })
          : navigate({
              to: '/actions/$actionId',
              params: { actionId: hit.id },
              search: { dossier: hit.dossierId },
            }));
      },
    }));
    const promises = answer.promises.map((hit): Entry => ({
      id: `promise-${hit.id}`,
      icon: <IconHeartHandshake size={ICON} />,
      label: hit.excerpt,
      detail: [t(`promiseState.${hit.state}`), formats.day(hit.dueOn), placeOf(hit)].join(' · '),
      isFound: true,
      run: openContact(hit.contactId),
    }));
    return [
      { id: 'streets', label: t('streets'), entries: streets },
      { id: 'neighbourhoods', label: t('neighbourhoods'), entries: neighbourhoods },
      { id: 'parties', label: t('parties'), entries: parties },
      { id: 'contacts', label: t('contacts'), entries: contacts },
      { id: 'dossiers', label: t('dossiers'), entries: dossiers },
      { id: 'promises', label: t('promises'), entries: promises },
    ];
  }, [answer, codes, formats, navigate, t, tActions, standing]);
}
