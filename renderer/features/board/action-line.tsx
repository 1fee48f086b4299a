import { ActionIcon, Badge, Group, Text } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { BoardCard } from '#shared/contract/board.ts';

import { useFormats } from '../../ui/formats.ts';
import { RecordState } from '../../ui/record-state.tsx';
import { useActionStanding, useOfficers } from '../actions/index.ts';
import classes from './board.module.css';
import { useBoardWords } from './use-words.ts';

/** The title of an action as the way to it. */
export function ActionLink(props: {
  readonly action: Pick<BoardCard, 'id' | 'dossierId' | 'title'>;
}) {
  const { id, dossierId, title } = props.action;
  return (
    <Link
      className={classes.link}
      to="/actions/$actionId"
      params={{ actionId: id }}
      search={{ dossier: dossierId }}
    >
      {title}
    </Link>
  );
}

/** What the board says of an action in a few lines, with the way to move its days. */
export function ActionLine(props: {
  readonly card: BoardCard;
  /** It stands in a row that says already where it is and how it stands. */
  readonly isInRow?: boolean;
  readonly onReplan: (card: BoardCard) => void;
}) {
  const { card, isInRow = false, onReplan } = props;
  const { t } = useTranslation('board');
  const words = useBoardWords();
  const officers = useOfficers();
  const streets = useFormats().streets(card.streets);
  return (
    <div className={classes.line}>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <ActionLink action={card} />
        {card.fixed === null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="md"
            aria-label={t('replan.of', { title: card.title })}
            onClick={() => {
              onReplan(card);
            }}
          >
            <IconCalendarEvent size={17} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {!isInRow && streets !== '' && (
        <Text size="xs">
          {card.moreStreets > 0
            ? t('streetsAndMore', { streets, count: card.moreStreets })
            : streets}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {[
          words.days(card),
          officers.name(card.ownerId),
          card.minutesPerWeek > 0 ? t('perWeek', { minutes: card.minutesPerWeek }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Standing card={card} isInRow={isInRow} />
    </div>
  );
}

/** What is wrong with it: too late, not accepted by the centre, or not to be moved by who looks. */
function Standing({ card, isInRow }: { readonly card: BoardCard; readonly isInRow: boolean }) {
  const { t } = useTranslation('board');
  const standing = useActionStanding();
  const isAside = card.recordState === 'quarantine' || card.recordState === 'needs-choice';
  const late = isInRow && card.late?.kind === 'end' ? null : card.late;
  if (!late && !isAside && card.fixed !== 'not-a-leader') return null;
  return (
    <Group gap={6} mt={4}>
      {late && (
        <Badge color="orange">
          {late.kind === 'end' ? standing(card) : t(`late.badge.${late.kind}`)}
        </Badge>
      )}
      {isAside && <RecordState state={card.recordState} />}
      {card.fixed === 'not-a-leader' && <Badge color="gray">{t('forLeads')}</Badge>}
    </Group>
  );
}
