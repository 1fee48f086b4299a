import { Button, Group, Loader } from '@mantine/core';
import { IconArrowLeft, IconFileDownload, IconPrinter } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import type { OperationLine } from '#shared/contract/sync-lines.ts';
import { addDays, dayOf, daySchema } from '#shared/lib/dates.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { useErrorText } from '../../client/error-text.ts';
import { type Question, useQuestion } from '../../client/queries.ts';
import { saveAs } from '../../client/transfers.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../exports/index.ts';
import { aboutOnSheet, changesFile } from './changes-sheet.ts';
import { useSubjectText } from './subject-link.tsx';

export const changesSearchSchema = z.object({ day: daySchema.optional().catch(undefined) });

const PAGE = 200;

/** Everything of one day, page after page: a sheet has no button for more. */
function changesOf(day: string): Question<OperationLine[]> {
  return {
    topics: ['outbox', 'sync'],
    key: ['sync.operations', 'whole-day', day],
    async ask(client, signal) {
      const rows: OperationLine[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof client.sync.operations>> =
          await client.sync.operations({ filter: { day }, cursor, limit: PAGE }, { signal });
        rows.push(...page.rows);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return rows;
    },
  };
}

/** What was changed on this desk on one day, as a sheet to print or a file to mail; it needs no network. */
export function ChangesOnPaper() {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const errorText = useErrorText();
  const today = dayOf(new Date().toISOString());
  const { day = today } = useSearch({ from: '/changes-print' });
  const answer = useQuestion(changesOf(day));
  const cellsOf = useCells();
  const officer = useDeskState().data?.officer?.displayName ?? '';
  const lines = answer.data ?? [];
  const about = [
    [t('sheet.day'), formats.longDay(day)],
    [t('sheet.officer'), officer],
  ] as const;
  const count = lines.length === 0 ? t('sheet.none') : t('sheet.count', { count: lines.length });
  const heading = t('sheet.heading', { day: formats.day(day) });
  const save = (): void => {
    const text = changesFile({ heading, about, count, rows: lines.map(cellsOf) });
    saveAs(new Blob([text], { type: 'text/plain;charset=utf-8' }), t('sheet.fileName', { day }));
  };
  return (
    <Page
      title={t('sheet.title')}
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/sync" />}
          >
            {t('sheet.back')}
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link {...props} to="/changes-print" search={{ day: addDays(day, -1) }} />
            )}
          >
            {t('sheet.previous')}
          </Button>
          {day < today && (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link {...props} to="/changes-print" search={{ day: addDays(day, 1) }} />
              )}
            >
              {t('sheet.next')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconFileDownload size={16} aria-hidden />}
            disabled={!answer.isSuccess}
            onClick={save}
          >
            {t('sheet.file')}
          </Button>
          <Button
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={!answer.isSuccess}
            onClick={() => {
              window.print();
            }}
          >
            {t('sheet.print')}
          </Button>
        </Group>
      }
    >
      {answer.isPending && <Loader role="status" aria-label={t('sheet.loading')} />}
      {answer.isError && (
        <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && (
        <Sheet
          heading={heading}
          about={about}
          count={count}
          label={t('sheet.table')}
          head={[t('sheet.when'), t('sheet.what'), t('sheet.on'), t('sheet.state')]}
          rows={lines.map((line) => ({ id: line.opId, cells: cellsOf(line) }))}
        />
      )}
    </Page>
  );
}

/** When, what, about what and where it is. Of a restricted contact the text stays off the sheet. */
function useCells(): (line: OperationLine) => readonly string[] {
  const { t } = useTranslation('sync');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const subjectText = useSubjectText();
  const aboutOf = (line: OperationLine): string =>
    aboutOnSheet(line, {
      subject: subjectText(line.subject),
      restricted: t('sheet.restricted'),
      takenAway: t('lists.takenAway'),
    });
  return (line) => {
    const { state } = line;
    const where = {
      'only-here': common('recordState.only-here'),
      'under-way': common('recordState.under-way'),
      accepted: common('recordState.received'),
      merged: common('recordState.received'),
      rejected: t('sheet.rejected'),
      quarantined: common('recordState.quarantine'),
    }[state];
    return [
      formats.time(line.madeAt),
      t(`deed.${line.deed}`),
      aboutOf(line),
      line.receipt === '' ? where : `${where} (${line.receipt})`,
    ];
  };
}
