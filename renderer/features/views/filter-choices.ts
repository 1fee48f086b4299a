import { useTranslation } from 'react-i18next';

import type { CodeList } from '#shared/domain/codes/code.ts';
import { type ContactFilter, valuesOf } from '#shared/domain/contacts/contact-filter.ts';

import { useCodes } from '../../client/codes.ts';
import { useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { useQuestion } from '../../client/queries.ts';
import { useFormats } from '../../ui/formats.ts';
import type { Choice } from './choice-menu.tsx';

/** The fields of a filter that may name several values, in the order of the bar. */
export const CHOICE_FIELDS = [
  'reason',
  'neighbourhoodId',
  'streetId',
  'channel',
  'feeling',
  'problem',
  'nextStep',
  'authorId',
] as const;
export type ChoiceField = (typeof CHOICE_FIELDS)[number];

const CODED: Partial<Record<ChoiceField, CodeList>> = {
  reason: 'contact-reason',
  channel: 'channel',
  feeling: 'feeling',
  problem: 'problem',
  nextStep: 'next-step',
};

/** What a field of the filter is called, and what can be chosen for it. */
export interface FieldChoices {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/**
 * The choices of every field. Streets are those that have contacts, and are asked only when somebody
 * opens that menu or has chosen one.
 */
export function useFilterChoices(
  filter: ContactFilter,
  options: { readonly streets: boolean },
): Readonly<Record<ChoiceField, FieldChoices>> {
  const { t } = useTranslation('views');
  const codes = useCodes();
  const formats = useFormats();
  const { language } = formats;
  const officers = useQuestion({
    topics: ['people'],
    key: ['people.officers'],
    ask: (client, signal) => client.people.officers(undefined, { signal }),
  });
  const neighbourhoods = useNeighbourhoods();
  const streets = useQuestion(
    {
      topics: ['contacts', 'territory'],
      key: ['contacts.groups', {}, 'street', language],
      ask: (client, signal) =>
        client.contacts.groups({ filter: {}, by: 'street', language }, { signal }),
    },
    { enabled: options.streets || valuesOf(filter.streetId).length > 0 },
  );
  const coded = (field: ChoiceField): readonly Choice[] =>
    codes.all
      .filter(({ list }) => list === CODED[field])
      .map(({ list, code }) => ({ value: code, label: codes.name(list, code) }));
  return {
    reason: { label: t('column.reason'), choices: coded('reason') },
    neighbourhoodId: {
      label: t('column.neighbourhood'),
      choices: (neighbourhoods.data ?? []).map(({ id, nameNl, nameFr }) => ({
        value: id,
        label: formats.name(nameNl, nameFr),
      })),
    },
    streetId: {
      label: t('filter.street'),
      choices: (streets.data ?? []).flatMap(({ group, nameNl, nameFr, count }) =>
        group.key === null
          ? []
          : [{ value: group.key, label: formats.name(nameNl, nameFr), count }],
      ),
    },
    channel: { label: t('column.channel'), choices: coded('channel') },
    feeling: { label: t('column.feeling'), choices: coded('feeling') },
    problem: { label: t('filter.problem'), choices: coded('problem') },
    nextStep: { label: t('filter.nextStep'), choices: coded('nextStep') },
    authorId: {
      label: t('filter.author'),
      choices: (officers.data ?? []).map(({ id, displayName }) => ({
        value: id,
        label: displayName,
      })),
    },
  };
}
