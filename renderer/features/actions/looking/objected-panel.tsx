import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useCodes } from '../../../client/codes.ts';
import { Panel } from '../../../ui/panel.tsx';
import classes from '../actions.module.css';
import { useObjectedSteps } from '../queries.ts';
import { AnswerObjection } from './answer-objection.tsx';

/** For who asked: heavy means that a second pair of eyes does not agree with. Nothing at all where there are none. */
export function ObjectedPanel() {
  const { t } = useTranslation('looking');
  const codes = useCodes();
  const steps = useObjectedSteps();
  if (steps === undefined || steps.length === 0) return null;
  return (
    <Panel title={t('today.title')}>
      <Stack gap="sm">
        {steps.map((step) => (
          <div key={step.id}>
            <Link
              className={classes.link}
              to="/dossiers/$dossierId"
              params={{ dossierId: step.dossierId }}
            >
              {codes.name('means', step.means)}
            </Link>
            <Text size="xs" c="dimmed">
              {step.dossierTitle}
            </Text>
            <AnswerObjection step={step} />
          </div>
        ))}
        <Text size="xs" c="dimmed">
          {t('today.hint')}
        </Text>
      </Stack>
    </Panel>
  );
}
