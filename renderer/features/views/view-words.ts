import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { valuesOf } from '#shared/domain/contacts/contact-filter.ts';
import type { ContactView } from '#shared/domain/contacts/contact-view.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { CHOICE_FIELDS, useFilterChoices } from './filter-choices.ts';

/** A label and what it holds: "What about" and "Nuisance, Traffic". */
export type ViewWord = readonly [label: string, value: string];

/** Says in words which contacts a view shows and in which order, for whatever leaves the screen. */
export function useViewWords(view: ContactView): () => ViewWord[] {
  const { t } = useTranslation('views');
  const formats = useFormats();
  const codes = useCodes();
  const fields = useFilterChoices(view.filter, { streets: false });
  return useCallback(() => {
    const { filter, sort, group } = view;
    const words: ViewWord[] = [];
    const from = filter.from && formats.day(filter.from);
    const to = filter.to && formats.day(filter.to);
    if (from && to) words.push([t('words.period'), t('words.between', { from, to })]);
    else if (from) words.push([t('words.period'), t('words.from', { day: from })]);
    else if (to) words.push([t('words.period'), t('words.to', { day: to })]);
    for (const field of CHOICE_FIELDS) {
      const values = valuesOf<string>(filter[field]);
      if (values.length === 0) continue;
      const { label, choices } = fields[field];
      const names = choices.filter(({ value }) => values.includes(value));
      const unknown = values.length - names.length;
      const all = names.map((choice) => choice.label);
      if (unknown > 0) all.push(t('words.unknown', { count: unknown }));
      words.push([label, all.join(', ')]);
    }
    if (filter.openPromise) words.push([t('filter.openPromise'), t('words.yes')]);
    if (filter.amended) words.push([t('filter.amended'), t('words.yes')]);
    if (filter.withdrawn) {
      const key = filter.withdrawn === 'hide' ? 'filter.withdrawnHide' : 'filter.withdrawnOnly';
      words.push([t('filter.withdrawn'), t(key)]);
    }
    if (filter.sensitivity) {
      words.push([t('filter.sensitivity'), codes.name('sensitivity', filter.sensitivity)]);
    }
    if (words.length === 0) words.push([t('words.choice'), t('words.everything')]);
    const key = t(`tools.sortBy.${sort.by}`);
    const order =
      sort.by === 'when'
        ? t(sort.descending ? 'words.newest' : 'words.oldest')
        : sort.descending
          ? t('words.descending', { key })
          : key;
    words.push([t('words.sort'), order]);
    if (group) words.push([t('words.group'), t(`tools.by.${group}`)]);
    return words;
  }, [codes, fields, formats, t, view]);
}
