import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Id } from '#shared/lib/ids.ts';

import { useReporter } from '../../../client/reporter.ts';
import { useUndoNotice } from '../../../client/undo-notice.tsx';
import classes from './linking.module.css';

/** Something that can be linked. */
export interface LinkChoice {
  readonly id: Id;
  /** A few words, by which it is told from the others. */
  readonly name: string;
  /** What is shown of it; the name where it is not given. */
  readonly shown?: ReactNode;
  readonly about: string;
  readonly isLinked: boolean;
}

/** A list with the button that links each or takes it off again, with a way back. */
export function LinkChoices(props: {
  readonly label: string;
  readonly choices: readonly LinkChoice[];
  /** Links one, or unlinks it. */
  readonly onLink: (id: Id, isLinked: boolean) => Promise<unknown>;
  /** Links several at once, or unlinks them; left out where that makes no sense. */
  readonly onLinkAll?: (ids: readonly Id[], isLinked: boolean) => Promise<unknown>;
}) {
  const { onLinkAll } = props;
  const { t } = useTranslation('linking');
  const report = useReporter();
  const offerUndo = useUndoNotice();
  const change = async ({ id, name, isLinked }: LinkChoice): Promise<void> => {
    await props.onLink(id, !isLinked);
    offerUndo({
      id,
      message: t(isLinked ? 'unlinked' : 'wasLinked', { name }),
      undo: () => props.onLink(id, isLinked),
    });
  };
  const unlinked = props.choices.filter(({ isLinked }) => !isLinked).map(({ id }) => id);
  const linkAll = async (link: NonNullable<typeof onLinkAll>): Promise<void> => {
    await link(unlinked, true);
    offerUndo({
      id: 'link-all',
      message: t('allLinked', { count: unlinked.length }),
      undo: () => link(unlinked, false),
    });
  };
  return (
    <>
      {onLinkAll && unlinked.length > 1 && (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.all}
          onClick={() => {
            report(linkAll(onLinkAll));
          }}
        >
          {t('linkAll', { count: unlinked.length })}
        </Button>
      )}
      <ul className={classes.scrolled} tabIndex={0} aria-label={props.label}>
        {props.choices.map((choice) => (
          <li key={choice.id} className={classes.choice}>
            <div>
              <Text size="sm" component="div">
                {choice.shown ?? choice.name}
              </Text>
              <Text size="xs" c="dimmed">
                {choice.about}
              </Text>
            </div>
            <Button
              size="compact-sm"
              variant={choice.isLinked ? 'subtle' : 'default'}
              flex="none"
              aria-label={t(choice.isLinked ? 'unlinkOf' : 'linkOf', { name: choice.name })}
              onClick={() => {
                report(change(choice));
              }}
            >
              {t(choice.isLinked ? 'unlink' : 'link')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
