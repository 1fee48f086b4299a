import { Badge, Group, Stack } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { idSchema } from '#shared/lib/ids.ts';

import { Page } from '../../ui/page.tsx';
import { PointedPart } from '../../ui/pointed-part.tsx';
import { RecordStanding } from '../sync/index.ts';
import { useActionDays } from './action-days.ts';
import { ActionPlan } from './action-plan.tsx';
import { useActionStanding } from './action-standing.ts';
import { ActionState } from './action-state.tsx';
import classes from './actions.module.css';
import { DealsPanel } from './deals-panel.tsx';
import { DeliveriesPanel } from './deliveries-panel.tsx';
import { MeasuresPanel } from './measures-panel.tsx';
import { Missing } from './missing.tsx';
import { OutcomePanel } from './outcome/outcome-panel.tsx';
import { PART } from './parts.ts';
import { useDossier, useOfficers } from './queries.ts';
import { DosePanel } from './tailoring/dose-panel.tsx';
import { ProposalsPanel } from './tailoring/proposals-panel.tsx';

/** `dossier` says where the action is found. */
export const actionSearchSchema = z.object({ dossier: idSchema });

/** One action: where it stands, its plan, what is done on which stretch, and what was delivered. */
export function ActionPage() {
  const { actionId } = useParams({ from: '/actions/$actionId' });
  const { dossier } = useSearch({ from: '/actions/$actionId' });
  const { t } = useTranslation('actions');
  const daysOf = useActionDays();
  const officers = useOfficers();
  const standing = useActionStanding();
  const answer = useDossier(dossier);
  const action = answer.data?.actions.find(({ id }) => id === actionId);
  if (!answer.data || !action) return <Missing answer={answer} title={t('gone')} />;
  const page = answer.data;
  const credits = [...action.credits, action.proposedBy].map((id) => officers.name(id));
  return (
    <Page
      title={action.title}
      description={[t('proposedBy', { names: [...new Set(credits)].join(', ') }), daysOf(action)]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <Group gap="xs">
          <RecordStanding entity="action" id={action.id} />
          <Badge size="lg">{standing(action)}</Badge>
        </Group>
      }
      lead={
        <Link className={classes.link} to="/dossiers/$dossierId" params={{ dossierId: dossier }}>
          {t('backTo', { title: page.dossier.title })}
        </Link>
      }
    >
      <div className={classes.columns}>
        <Stack gap="md">
          <ActionState action={action} page={page} />
          <PointedPart name={PART.outcome}>
            <OutcomePanel action={action} />
          </PointedPart>
          <MeasuresPanel action={action} page={page} />
          <ProposalsPanel action={action} page={page} />
          <DeliveriesPanel action={action} page={page} />
        </Stack>
        <Stack gap="md">
          <ActionPlan action={action} />
          <PointedPart name={PART.dose}>
            <DosePanel action={action} page={page} />
          </PointedPart>
          <DealsPanel action={action} page={page} />
        </Stack>
      </div>
    </Page>
  );
}
