import { Button, Loader } from '@mantine/core';
import { IconClipboardList, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Briefing, BriefingQuestion, ShiftsSet } from '#shared/contract/briefing.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useQuestion } from '../../client/queries.ts';
import { useSteadyQuestion } from '../../client/steady-question.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrinting } from '../exports/index.ts';
import { BriefingFilters } from './briefing-filters.tsx';
import { type BriefingSearch, questionOf } from './briefing-search.ts';
import { BriefingSheet } from './briefing-sheet.tsx';

/** What a shift has to do, by street, on one sheet of paper. */
export function BriefingPage() {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const shifts = useQuestion({
    topics: ['dossiers', 'people'],
    key: ['briefing.shifts'],
    ask: (client, signal) => client.briefing.shifts(undefined, { signal }),
  });
  if (shifts.data) return <BriefingOf shifts={shifts.data} />;
  return (
    <Page title={t('title')} description={t('about')}>
      {shifts.isError ? (
        <FailureNotice
          text={errorText(shifts.error)}
          onRetry={() => {
            void shifts.refetch();
          }}
        />
      ) : (
        <Loader role="status" aria-label={t('loading')} />
      )}
    </Page>
  );
}

function BriefingOf({ shifts }: { readonly shifts: ShiftsSet }) {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const search: BriefingSearch = useSearch({ from: '/briefing' });
  const navigate = useNavigate({ from: '/briefing' });
  const question = useMemo(
    () => questionOf(search, shifts.begins, new Date().toISOString()),
    [search, shifts],
  );
  const answer = useSteadyQuestion({
    topics: ['dossiers', 'promises', 'contacts', 'facts', 'people', 'territory', 'codes'],
    // Other hours of the same shift make another sheet.
    key: ['briefing.sheet', question, shifts.begins],
    ask: (client, signal) => client.briefing.sheet(question, { signal }),
  });
  const isShown = answer.data !== undefined && !answer.isPlaceholderData;
  const { print, problem } = usePrinting(
    isShown
      ? (client, id) =>
          client.exports.printedSheet({
            id,
            subject: { what: 'briefing', ...question },
            items: countMeasures(answer.data),
            recipient: '',
          })
      : undefined,
  );
  return (
    <Page
      title={t('title')}
      description={t('about')}
      actions={
        <Button
          leftSection={<IconPrinter size={17} aria-hidden />}
          disabled={!isShown || isEmpty(answer.data)}
          onClick={print}
        >
          {t('print')}
        </Button>
      }
    >
      <BriefingFilters
        question={question}
        shifts={shifts}
        onChange={(part) => {
          void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
        }}
      />
      {problem !== undefined && <FailureNotice text={problem} />}
      {answer.isPending && <Loader role="status" aria-label={t('loading')} />}
      {answer.isError && (
        <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && <Answer briefing={answer.data} question={question} />}
    </Page>
  );
}

function Answer(props: { readonly briefing: Briefing; readonly question: BriefingQuestion }) {
  const { briefing, question } = props;
  const { t } = useTranslation('briefing');
  if (!isEmpty(briefing)) return <BriefingSheet briefing={briefing} question={question} />;
  return (
    <EmptyState icon={<IconClipboardList size={22} />} title={t('none')} text={t('noneText')} />
  );
}

function isEmpty({ streets, deals }: Briefing): boolean {
  return streets.length === 0 && deals.length === 0;
}

function countMeasures({ streets }: Briefing): number {
  return streets.reduce((sum, { measures }) => sum + measures.length, 0);
}
