import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AttentionItem, FieldConflict } from '#shared/contract/sync-lines.ts';
import { type Side, SIDES, wrongChoice } from '#shared/domain/operations/conflict-choice.ts';
import type { Json } from '#shared/domain/operations/operation.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useFieldName, useValueWords } from '../../client/records/record-words.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import classes from './sync.module.css';
import { TypedTexts } from './typed-texts.tsx';

/** Both values of every field with what was there before, and a choice for each. */
export function ConflictCard({ item }: { readonly item: AttentionItem }) {
  const { opId, conflicts, isHere } = item;
  const { t } = useTranslation('sync');
  const client = useWorkbench();
  const errorText = useErrorText();
  const offerUndo = useUndoNotice();
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const [problem, setProblem] = useState<string>();
  const everywhere = (side: Side): void => {
    setChoices(Object.fromEntries(conflicts.map(({ field }) => [field, side])));
  };
  const keep = (): void => {
    setProblem(undefined);
    client.sync.choose({ opId, choices }).then(
      () => {
        offerUndo({
          id: `choice-${opId}`,
          message: t('attention.chosen'),
          undo: () => client.sync.undoChoice({ opId }),
        });
      },
      (error: unknown) => {
        setProblem(errorText(error));
      },
    );
  };
  return (
    <Stack gap="xs">
      <Text size="sm">{t(isHere ? 'attention.conflict' : 'attention.gone')}</Text>
      {conflicts.map((conflict) => (
        <FieldChoice
          key={conflict.field}
          name={`${opId} ${conflict.field}`}
          conflict={conflict}
          names={item.names}
          isHere={isHere}
          chosen={choices[conflict.field]}
          onChoose={(side) => {
            setChoices((known) => ({ ...known, [conflict.field]: side }));
          }}
        />
      ))}
      {!isHere && <TypedTexts texts={item.texts} />}
      {problem !== undefined && <FailureNotice text={problem} />}
      <Group gap="xs" justify="flex-end">
        {conflicts.length > 1 &&
          SIDES.map((side) => (
            <Button
              key={side}
              size="compact-sm"
              variant="subtle"
              disabled={side === 'mine' && !isHere}
              onClick={() => {
                everywhere(side);
              }}
            >
              {t(side === 'mine' ? 'attention.allMine' : 'attention.allTheirs')}
            </Button>
          ))}
        <Button
          size="compact-sm"
          disabled={wrongChoice(conflicts, choices) !== undefined}
          onClick={keep}
        >
          {t('attention.keep')}
        </Button>
      </Group>
    </Stack>
  );
}

function FieldChoice(props: {
  readonly name: string;
  readonly conflict: FieldConflict;
  readonly names: AttentionItem['names'];
  readonly isHere: boolean;
  readonly chosen: Side | undefined;
  readonly onChoose: (side: Side) => void;
}) {
  const { conflict } = props;
  const { t } = useTranslation('sync');
  const fieldName = useFieldName();
  const words = useValueWords();
  const valueOf = (of: string, value: Json): string =>
    words(of, value, props.names) || t('attention.nothing');
  const { field } = conflict;
  const present = valueOf(field, conflict.present);
  return (
    <fieldset className={classes.field}>
      <legend>{fieldName(field)}</legend>
      <Text size="xs" c="dimmed" mb={4}>
        {t('attention.base', { value: valueOf(field, conflict.base) })}
        {props.isHere &&
          present !== valueOf(field, conflict.theirs) &&
          ` · ${t('attention.present', { value: present })}`}
      </Text>
      <div className={classes.sides}>
        {SIDES.map((side) => (
          <label key={side} className={classes.side}>
            <input
              type="radio"
              name={props.name}
              checked={props.chosen === side}
              disabled={side === 'mine' && !props.isHere}
              onChange={() => {
                props.onChoose(side);
              }}
            />
            <span className={classes.about}>
              <Text span size="xs" c="dimmed">
                {t(`attention.${side}`)}
                {side === 'theirs' && <Writer conflict={conflict} />}
              </Text>
              <Text span size="sm" className={classes.words}>
                {valueOf(field, conflict[side])}
              </Text>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Who wrote the centre's value, and when. */
function Writer({ conflict }: { readonly conflict: FieldConflict }) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const { authorName, madeAt } = conflict;
  if (madeAt === null) return null;
  const name = authorName ?? t('attention.someone');
  return ` · ${t('attention.writtenBy', { name, moment: formats.recentMoment(madeAt) })}`;
}
