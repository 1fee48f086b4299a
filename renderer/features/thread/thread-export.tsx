import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { THREAD_COLUMNS } from '#shared/contract/thread.ts';
import { ACTION_STATES } from '#shared/domain/actions/action.ts';
import { VERDICTS } from '#shared/domain/actions/vocabulary.ts';

import { useCodes } from '../../client/codes.ts';
import { useReporter } from '../../client/reporter.ts';
import { saveAs } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';

/** Saves what is shown as a file that a spreadsheet reads. */
export function ThreadExport(props: { readonly goal: string | null; readonly isEmpty: boolean }) {
  const { t } = useTranslation('thread');
  const codes = useCodes();
  const client = useWorkbench();
  const report = useReporter();
  const save = async (): Promise<void> => {
    const goals = codes.all
      .filter(({ list }) => list === 'plan-priority')
      .map(({ code }) => [code, codes.name('plan-priority', code)]);
    const made = await client.thread.file({
      question: { goal: props.goal },
      fileName: t('file'),
      titles: named(THREAD_COLUMNS, (column) => t(`titles.${column}`)),
      goals: Object.fromEntries([...goals, ['none', t('withoutGoal')]]) as Record<string, string>,
      states: named(ACTION_STATES, (state) => t(`state.${state}`)),
      verdicts: named(VERDICTS, (verdict) => codes.name('verdict', verdict)),
    });
    saveAs(new Blob([made.text], { type: 'text/csv;charset=utf-8' }), made.fileName);
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={17} aria-hidden />}
      disabled={props.isEmpty}
      onClick={() => {
        report(save());
      }}
    >
      {t('save')}
    </Button>
  );
}

function named<Name extends string>(
  names: readonly Name[],
  word: (name: Name) => string,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, word(name)])) as Record<Name, string>;
}
