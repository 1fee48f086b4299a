import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { GAP_COLUMNS, type GapMap, type GapQuestion } from '#shared/contract/gaps.ts';
import { GAP_CLASSES, type GapClass } from '#shared/domain/statistics/gap.ts';
import { addDays } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { readDownload, saveAs } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';

/** Saves the whole table as a file that a spreadsheet reads, with the filter below it. */
export function GapExport(props: { readonly question: GapQuestion; readonly map: GapMap }) {
  const { question, map } = props;
  const { t } = useTranslation('gaps');
  const client = useWorkbench();
  const codes = useCodes();
  const formats = useFormats();
  const errorText = useErrorText();
  const [state, setState] = useState<{ isWorking: boolean; problem: string }>({
    isWorking: false,
    problem: '',
  });

  const save = async (): Promise<void> => {
    const [kind] = question.kinds;
    const done = await client.gaps.exportTable({
      question,
      french: formats.language === 'fr',
      fileName: t('export.fileName'),
      titles: GAP_COLUMNS.map((column) => t(`column.${column}`)),
      classes: Object.fromEntries(GAP_CLASSES.map((one) => [one, t(`class.${one}`)])) as Record<
        GapClass,
        string
      >,
      yes: t('export.yes'),
      no: t('export.no'),
      about: [
        [t('filters.level'), t(`level.${question.level}`)],
        [t('filters.from'), formats.day(question.from)],
        [t('filters.to'), formats.day(addDays(question.to, -1))],
        [
          t('filters.kind'),
          kind === undefined ? t('filters.allKinds') : codes.name('fact-kind', kind),
        ],
        [t('export.caveat'), t('export.caveatText')],
      ],
    });
    const blob = await readDownload(client, done, () => undefined);
    saveAs(new Blob([blob], { type: 'text/csv;charset=utf-8' }), done.fileName);
  };
  return (
    <>
      {state.problem !== '' && <FailureNotice text={state.problem} />}
      <Button
        variant="default"
        leftSection={<IconDownload size={17} aria-hidden />}
        loading={state.isWorking}
        disabled={map.total === 0}
        onClick={() => {
          setState({ isWorking: true, problem: '' });
          save().then(
            () => {
              setState({ isWorking: false, problem: '' });
            },
            (error: unknown) => {
              setState({ isWorking: false, problem: errorText(error) });
            },
          );
        }}
      >
        {t('export.save')}
      </Button>
    </>
  );
}
