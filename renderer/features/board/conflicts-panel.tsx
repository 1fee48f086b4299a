import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Board, BoardConflict } from '#shared/contract/board.ts';

import { useCodes } from '../../client/codes.ts';
import { Panel } from '../../ui/panel.tsx';
import { useOfficers } from '../actions/index.ts';
import { ActionLink } from './action-line.tsx';
import classes from './board.module.css';
import { useBoardWords } from './use-words.ts';

/** Where somebody is planned in two places at once, with both actions; folded away, what can be done one after the other. */
export function ConflictsPanel({ board }: { readonly board: Board }) {
  const { t } = useTranslation('board');
  const { conflicts, hasMoreConflicts } = board;
  const pressing = conflicts.filter(({ fits }) => !fits);
  const others = conflicts.filter(({ fits }) => fits);
  return (
    <Panel title={t('conflicts.title', { count: pressing.length })}>
      {pressing.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('conflicts.none')}
        </Text>
      )}
      <Conflicts conflicts={pressing} />
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t('conflicts.others', { count: others.length })}</summary>
          <Conflicts conflicts={others} />
        </details>
      )}
      {hasMoreConflicts && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('conflicts.more')}
        </Text>
      )}
    </Panel>
  );
}

function Conflicts({ conflicts }: { readonly conflicts: readonly BoardConflict[] }) {
  return (
    <ul className={classes.plain}>
      {conflicts.map((conflict) => {
        const { first, second, day, from } = conflict;
        return (
          <li key={`${first.measureId} ${second.measureId} ${day} ${from}`}>
            <Conflict conflict={conflict} />
          </li>
        );
      })}
    </ul>
  );
}

function Conflict({ conflict }: { readonly conflict: BoardConflict }) {
  const { t } = useTranslation('board');
  const words = useBoardWords();
  const officers = useOfficers();
  const { day, from, to, fits, first, second, officerId } = conflict;
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={550}>
          {`${words.weekday(day)} ${words.hours(from, to)} · ${officers.name(officerId)}`}
        </Text>
        <Badge color={fits ? 'gray' : 'orange'}>
          {t(fits ? 'conflicts.fits' : 'conflicts.fitsNot')}
        </Badge>
      </Group>
      <Side side={first} />
      <Side side={second} />
    </>
  );
}

function Side({ side }: { readonly side: BoardConflict['first'] }) {
  const codes = useCodes();
  const words = useBoardWords();
  return (
    <Group gap="xs" align="baseline" className={classes.line}>
      <ActionLink action={side.action} />
      <Text size="xs" c="dimmed">
        {`${codes.name('task-type', side.type)}, ${words.stretch(side)}`}
      </Text>
    </Group>
  );
}
