import { Text } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { GapMap } from '#shared/contract/gaps.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useErrorText } from '../../client/error-text.ts';
import { HeldNote } from '../../client/held-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TerritoryMap } from '../territory/index.ts';
import { chosenPlace } from './chosen-place.ts';
import { GapExport } from './gap-export.tsx';
import { GapFilters } from './gap-filters.tsx';
import { GapLegend } from './gap-legend.tsx';
import { gapShapes } from './gap-marks.ts';
import { type GapSearch, isAskable, periodSearch, questionOf } from './gap-search.ts';
import { GapSummary } from './gap-summary.tsx';
import { GapTable } from './gap-table.tsx';
import classes from './gaps.module.css';
import { useGapAreas, useGapLines, useGapMap } from './queries.ts';
import { ShownPlace } from './shown-place.tsx';

/** Feeling against fact on the town plan, with hot streets, and the table behind it. */
export function GapsPage() {
  const { t } = useTranslation('gaps');
  const errorText = useErrorText();
  const search: GapSearch = useSearch({ from: '/gaps' });
  const navigate = useNavigate({ from: '/gaps' });
  const today = dayOf(new Date().toISOString());
  const question = useMemo(() => questionOf(search, today), [search, today]);
  const canAsk = isAskable(question);
  const answer = useGapMap(question, canAsk);
  const [chosenId, setChosenId] = useState<Id | null>(null);
  const change = (part: Partial<GapSearch>): void => {
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  };
  return (
    <Page
      title={t('title')}
      description={t('about')}
      actions={answer.data && canAsk ? <GapExport question={question} map={answer.data} /> : null}
    >
      <HeldNote ofPart />
      <GapFilters question={question} search={search} onChange={change} />
      {canAsk ? null : (
        <Text role="status" size="sm" mt="sm">
          {t('noPeriod')}
        </Text>
      )}
      {answer.isError ? <FailureNotice text={errorText(answer.error)} /> : null}
      {answer.data ? (
        <Answer
          map={answer.data}
          level={question.level}
          period={periodSearch(search, question)}
          chosenId={chosenId}
          onChoose={setChosenId}
        />
      ) : null}
    </Page>
  );
}

function Answer(props: {
  readonly map: GapMap;
  readonly level: ReturnType<typeof questionOf>['level'];
  readonly period: Pick<GapSearch, 'from' | 'to'>;
  readonly chosenId: Id | null;
  readonly onChoose: (id: Id | null) => void;
}) {
  const { map, level, chosenId } = props;
  const { t } = useTranslation('gaps');
  const isArea = level === 'neighbourhood';
  const frame = useRef<HTMLDivElement>(null);
  const { onChoose } = props;
  const chosen = map.rows.find(({ id }) => id === chosenId);
  const choose = useCallback(
    (id: Id | null): void => {
      onChoose(id);
      if (id !== null) showMap(frame.current);
    },
    [onChoose],
  );
  const goBack = (): void => {
    // Found by the row it is in: that row's button was left to see the map.
    document.querySelector<HTMLElement>('tr[data-chosen] button')?.focus();
  };
  const lines = useGapLines(!isArea).data;
  const areas = useGapAreas(isArea).data;
  const shapes = useMemo(
    () => gapShapes(level, map.drawn, lines ?? [], areas ?? []),
    [level, map.drawn, lines, areas],
  );
  const shown = useMemo(
    () => (chosen ? chosenPlace(level, chosen, lines ?? [], areas ?? []) : null),
    [level, chosen, lines, areas],
  );
  return (
    <>
      <div className={classes.columns}>
        <div className={classes.place} ref={frame}>
          <div className={classes.map}>
            <TerritoryMap
              label={t('map')}
              places={shown?.label ? [...shapes, shown.label] : shapes}
              focused={shown?.bounds ?? null}
              highlightedStreetId={chosen?.streetId ?? null}
            />
          </div>
          <ShownPlace row={chosen} onBack={goBack} />
        </div>
        <div className={classes.side}>
          <GapLegend map={map} />
          <GapSummary map={map} level={level} />
        </div>
      </div>
      <Panel title={t('table.title')} flush>
        {map.rows.length === 0 ? (
          <EmptyState
            icon={<IconMapOff size={22} />}
            title={t('table.none')}
            text={t('table.noneText')}
          />
        ) : (
          <>
            {!isArea && (
              <Text size="xs" c="dimmed" px="md" pb="xs" maw={900}>
                {t('table.scoreHelp')}
              </Text>
            )}
            <GapTable map={map} period={props.period} chosenId={chosenId} onChoose={choose} />
          </>
        )}
      </Panel>
    </>
  );
}

/** Brings the map into view and gives it the keyboard; at once where motion is not wanted. */
function showMap(frame: HTMLElement | null): void {
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  frame?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' });
  frame?.querySelector<HTMLElement>('[role="application"]')?.focus({ preventScroll: true });
}
