import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconFilterOff, IconLayoutKanban } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Board, BoardCard, BoardQuestion } from '#shared/contract/board.ts';
import { statesOf } from '#shared/domain/board/board-view.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { boardQuestionOf, type BoardSearch } from '../../client/board-search.ts';
import { useErrorText } from '../../client/error-text.ts';
import { HeldNote } from '../../client/held-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BoardFilters } from './board-filters.tsx';
import { CalendarButton } from './calendar-button.tsx';
import { ConflictsPanel } from './conflicts-panel.tsx';
import { LatePanel } from './late-panel.tsx';
import { LoadPanel } from './load-panel.tsx';
import { MapView } from './map-view.tsx';
import { useBoard } from './queries.ts';
import { ReplanDialog } from './replan-dialog.tsx';
import { StateView } from './state-view.tsx';
import { StreetView } from './street-view.tsx';
import { TimelineView } from './timeline-view.tsx';
import { WeekView } from './week-view.tsx';

/** The district board: what is late, what is planned in the chosen view, load and conflicts. */
export function BoardPage() {
  const { t } = useTranslation('board');
  const errorText = useErrorText();
  const search: BoardSearch = useSearch({ from: '/board' });
  const navigate = useNavigate({ from: '/board' });
  const today = dayOf(new Date().toISOString());
  const question = useMemo(() => boardQuestionOf(search, today), [search, today]);
  const answer = useBoard(question);
  const board = answer.data;
  const change = (part: Partial<BoardSearch>): void => {
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  };
  const { neighbourhoodId, officerId } = question.filter;
  const isEverything = neighbourhoodId === null && officerId === null;
  const hasNone = board !== undefined && Object.keys(board.counts).length === 0;
  return (
    <Page
      title={t('title')}
      description={t('about')}
      actions={board && !hasNone ? <CalendarButton filter={question.filter} /> : null}
    >
      <HeldNote ofPart />
      <Stack gap="md">
        <BoardFilters
          question={question}
          search={search}
          neighbourhoods={board?.neighbourhoods ?? []}
          onChange={change}
        />
        {answer.isError && (
          <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
        )}
        {answer.isPending && <Skeleton height={240} aria-hidden />}
        {board && <LatePanel late={board.late} />}
        {hasNone && isEverything && (
          <EmptyState
            icon={<IconLayoutKanban size={22} />}
            title={t('empty.title')}
            text={t('empty.text')}
            action={
              <Button variant="default" renderRoot={(rest) => <Link {...rest} to="/dossiers" />}>
                {t('empty.do')}
              </Button>
            }
          />
        )}
        {hasNone && !isEverything && (
          <EmptyState
            icon={<IconFilterOff size={22} />}
            title={t('empty.filtered')}
            text={t('empty.filteredText')}
            action={
              <Button
                variant="default"
                onClick={() => {
                  change({ neighbourhoodId: undefined, officerId: undefined, state: undefined });
                }}
              >
                {t('empty.clear')}
              </Button>
            }
          />
        )}
        {board && !hasNone && <Answer board={board} question={question} />}
      </Stack>
    </Page>
  );
}

function Answer(props: { readonly board: Board; readonly question: BoardQuestion }) {
  const { board, question } = props;
  const { view, filter } = question;
  const { t } = useTranslation('board');
  const [replanned, setReplanned] = useState<BoardCard>();
  const isEmptyView = board.cards.length === 0 && view !== 'state';
  return (
    <>
      <Panel title={t(`viewTitle.${view}`)}>
        {isEmptyView && (
          <Text size="sm" c="dimmed">
            {t('emptyView')}
          </Text>
        )}
        {view === 'state' && (
          <StateView board={board} states={statesOf(filter)} onReplan={setReplanned} />
        )}
        {!isEmptyView && view === 'street' && (
          <StreetView cards={board.cards} onReplan={setReplanned} />
        )}
        {view === 'week' && <WeekView board={board} />}
        {!isEmptyView && view === 'timeline' && (
          <TimelineView board={board} onReplan={setReplanned} />
        )}
        {!isEmptyView && view === 'map' && <MapView board={board} onReplan={setReplanned} />}
        {view !== 'state' && board.more > 0 && (
          <Text size="xs" c="dimmed" mt="xs">
            {t('more', { count: board.more })}
          </Text>
        )}
      </Panel>
      <LoadPanel board={board} />
      <ConflictsPanel board={board} />
      {replanned && (
        <ReplanDialog
          card={replanned}
          onClose={() => {
            setReplanned(undefined);
          }}
        />
      )}
    </>
  );
}
