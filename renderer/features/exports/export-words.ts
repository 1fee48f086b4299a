import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { ExportRequest, ExportWords } from '#shared/contract/exports.ts';
import { CONTACT_COLUMNS, type ContactView } from '#shared/domain/contacts/contact-view.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { useFormats } from '../../ui/formats.ts';
import { useViewWords } from '../views/index.ts';

/** What leaves the desk besides the list, when somebody says so. */
export type Included = ExportRequest['include'];

/** The filter, the order, what was left out, who made it, when and for whom: it stands in every export. */
export function useAboutExport(
  view: ContactView,
): (include: Included, recipient: string) => [string, string][] {
  const { t } = useTranslation('exports');
  const formats = useFormats();
  const viewWords = useViewWords(view);
  const officer = useDeskState().data?.officer?.displayName ?? '';
  return useCallback(
    (include, recipient) => {
      const said = (isIncluded: boolean) => t(isIncluded ? 'about.included' : 'about.leftOut');
      return [
        ...viewWords().map(([label, value]): [string, string] => [label, value]),
        [t('about.restricted'), said(include.restricted)],
        [t('about.assessments'), said(include.assessments)],
        [t('about.made'), formats.moment(new Date().toISOString())],
        [t('about.by'), officer],
        ...(recipient === '' ? [] : [[t('about.for'), recipient] satisfies [string, string]]),
      ];
    },
    [formats, officer, t, viewWords],
  );
}

/** Every word that an export needs, in the language of the reader. */
export function useExportWords(
  view: ContactView,
): (include: Included, recipient: string) => ExportWords {
  const { t } = useTranslation('exports');
  const { t: views } = useTranslation('views');
  const { t: contacts } = useTranslation('contacts');
  const { t: common } = useTranslation();
  const about = useAboutExport(view);
  return useCallback(
    (include, recipient) => {
      const titles = Object.fromEntries(
        CONTACT_COLUMNS.map((column) => [column, views(`column.${column}`)]),
      ) as ExportWords['titles'];
      const states = Object.fromEntries(
        (['only-here', 'under-way', 'received', 'needs-choice', 'quarantine'] as const).map(
          (state) => [state, common(`recordState.${state}`)],
        ),
      ) as ExportWords['states'];
      return {
        fileName: t('fileName'),
        titles: {
          ...titles,
          duration: t('titles.duration'),
          assessment: t('titles.assessment'),
          latitude: t('titles.latitude'),
          longitude: t('titles.longitude'),
          remark: t('titles.remark'),
        },
        about: about(include, recipient),
        withdrawn: t('withdrawn'),
        amended: t('amended'),
        outside: contacts('list.outside'),
        placeUnknown: contacts('list.placeUnknown'),
        states,
      };
    },
    [about, common, contacts, t, views],
  );
}
