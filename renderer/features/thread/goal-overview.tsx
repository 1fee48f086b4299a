import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Thread } from '#shared/contract/thread.ts';

import { Panel } from '../../ui/panel.tsx';
import { DoseBar } from './dose-bar.tsx';
import classes from './thread.module.css';
import { useGoalName } from './use-goal-name.ts';

/** What each goal got of what was planned for it, on one scale of minutes. */
export function GoalOverview({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation('thread');
  const goalName = useGoalName();
  const most = Math.max(
    1,
    ...thread.flatMap(({ figures }) => [figures.planned, figures.delivered]),
  );
  return (
    <Panel title={t('overview')}>
      <ul className={classes.overview}>
        {thread.map(({ goal, figures }) => (
          <li key={goal ?? 'none'}>
            <Link className={classes.link} to="/thread" search={{ goal: goal ?? 'none' }}>
              {goalName(goal)}
            </Link>
            <DoseBar name={goalName(goal)} dose={figures} scale={most} />
          </li>
        ))}
      </ul>
      <p className={classes.note}>{t('overviewNote')}</p>
    </Panel>
  );
}
