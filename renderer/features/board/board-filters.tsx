import { ActionIcon, Button, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { Board, BoardQuestion } from '#shared/contract/board.ts';
import { BOARD_VIEWS } from '#shared/domain/board/board-view.ts';
import { mondayOf, weekOf } from '#shared/domain/board/week.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';

import { type BoardSearch, STATE_CHOICES } from '../../client/board-search.ts';
import { useFormats } from '../../ui/formats.ts';
import { useOfficers } from '../actions/index.ts';
import classes from './board.module.css';
import { useBoardWords } from './use-words.ts';

/** Which view, which week, which actions; all of it stands in the address. */
export function BoardFilters(props: {
  readonly question: BoardQuestion;
  readonly search: BoardSearch;
  readonly neighbourhoods: Board['neighbourhoods'];
  readonly onChange: (part: Partial<BoardSearch>) => void;
}) {
  const { question, search, onChange } = props;
  const { t } = useTranslation('board');
  const formats = useFormats();
  const words = useBoardWords();
  const officers = useOfficers();
  const thisWeek = mondayOf(dayOf(new Date().toISOString()));
  const toWeek = (week: string): void => {
    onChange({ week: week === thisWeek ? undefined : week });
  };
  return (
    <div className={classes.filters}>
      <SegmentedControl
        size="xs"
        aria-label={t('view.title')}
        value={question.view}
        data={BOARD_VIEWS.map((view) => ({ value: view, label: t(`view.${view}`) }))}
        onChange={(chosen) => {
          onChange({ view: BOARD_VIEWS.find((one) => one === chosen) });
        }}
      />
      <Group gap={4} wrap="nowrap" role="group" aria-label={t('weekOf')}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('previousWeek')}
          onClick={() => {
            toWeek(addDays(question.week, -7));
          }}
        >
          <IconChevronLeft size={17} aria-hidden />
        </ActionIcon>
        <Text size="sm" px={4} className={classes.weekName} role="status">
          {words.week(weekOf(question.week))}
        </Text>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('nextWeek')}
          onClick={() => {
            toWeek(addDays(question.week, 7));
          }}
        >
          <IconChevronRight size={17} aria-hidden />
        </ActionIcon>
        <Button
          size="compact-sm"
          h={30}
          variant="default"
          disabled={question.week === thisWeek}
          onClick={() => {
            toWeek(thisWeek);
          }}
        >
          {t('thisWeek')}
        </Button>
      </Group>
      <NativeSelect
        size="xs"
        aria-label={t('stateOf')}
        value={search.state ?? 'open'}
        data={STATE_CHOICES.map((state) => ({
          value: state,
          label: state === 'open' || state === 'all' ? t(`states.${state}`) : t(`state.${state}`),
        }))}
        onChange={(event) => {
          const state = STATE_CHOICES.find((one) => one === event.currentTarget.value);
          onChange({ state: state === 'open' ? undefined : state });
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('neighbourhood')}
        value={search.neighbourhoodId ?? ''}
        data={[
          { value: '', label: t('allNeighbourhoods') },
          ...props.neighbourhoods.map((one) => ({
            value: one.id,
            label: formats.name(one.nameNl, one.nameFr),
          })),
        ]}
        onChange={(event) => {
          onChange({ neighbourhoodId: event.currentTarget.value || undefined });
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('officer')}
        value={search.officerId ?? ''}
        data={[
          { value: '', label: t('allOfficers') },
          ...officers.all.map((one) => ({ value: one.id, label: one.displayName })),
        ]}
        onChange={(event) => {
          onChange({ officerId: event.currentTarget.value || undefined });
        }}
      />
    </div>
  );
}
