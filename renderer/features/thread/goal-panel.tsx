import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { GoalThread } from '#shared/contract/thread.ts';
import { VERDICTS } from '#shared/domain/actions/vocabulary.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { ActionLine } from './action-line.tsx';
import classes from './thread.module.css';
import { useGoalName } from './use-goal-name.ts';

/** One goal: its figures, and its actions one by one. */
export function GoalPanel({ thread }: { readonly thread: GoalThread }) {
  const { goal, figures, actions } = thread;
  const { t } = useTranslation('thread');
  const formats = useFormats();
  const codes = useCodes();
  const goalName = useGoalName();
  const number = (count: number) => ({ count, total: formats.number(count) });
  if (actions.length === 0) {
    return (
      <Panel title={goalName(goal)}>
        <Text size="sm" c="dimmed">
          {t('noActions')}
        </Text>
      </Panel>
    );
  }
  const verdicts = VERDICTS.flatMap((verdict) => {
    const count = figures.verdicts[verdict] ?? 0;
    return count === 0 ? [] : [`${formats.number(count)} × ${codes.name('verdict', verdict)}`];
  });
  return (
    <Panel title={goalName(goal)} flush>
      <p className={classes.figures}>
        {[
          t('actions', number(figures.actions)),
          t('contacts', number(figures.contacts)),
          ...(figures.contactsElsewhere === 0
            ? []
            : [t('elsewhere', number(figures.contactsElsewhere))]),
          t('begun', number(figures.begun)),
          ...verdicts,
        ].join(' · ')}
      </p>
      <div className={classes.scroll} role="region" tabIndex={0} aria-label={goalName(goal)}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('column.action')}</th>
              <th scope="col">{t('column.state')}</th>
              <th scope="col">{t('column.contacts')}</th>
              <th scope="col">{t('column.dose')}</th>
              <th scope="col">{t('column.result')}</th>
            </tr>
          </thead>
          <tbody>
            {actions.map((action) => (
              <ActionLine key={action.id} action={action} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
