import { Badge, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage as DossierAnswer } from '#shared/contract/actions.ts';
import { runningCount } from '#shared/domain/actions/count-stays.ts';
import { DOSSIER_STATES } from '#shared/domain/actions/dossier.ts';
import { streetsOfSegments } from '#shared/domain/territory/placed-street.ts';

import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PointedPart } from '../../ui/pointed-part.tsx';
import { RecordStanding } from '../sync/index.ts';
import { useActionDays } from './action-days.ts';
import { useActionStanding } from './action-standing.ts';
import classes from './actions.module.css';
import { DossierProblem } from './dossier-problem.tsx';
import { DossierContacts } from './linking/dossier-contacts.tsx';
import { MeansPanel } from './means-panel.tsx';
import { Missing } from './missing.tsx';
import { NewActionDialog } from './new-action-dialog.tsx';
import { PART } from './parts.ts';
import { useDossier, useOfficers } from './queries.ts';
import { PlacePanel } from './stretches/place-panel.tsx';
import { FactsPanel } from './tailoring/facts-panel.tsx';

/** One dossier: the problem, what is done about it, by which means, and what residents said. */
export function DossierPage() {
  const { dossierId } = useParams({ from: '/dossiers/$dossierId' });
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const client = useWorkbench();
  const report = useReporter();
  const officers = useOfficers();
  const answer = useDossier(dossierId);
  if (!answer.data) return <Missing answer={answer} title={t('gone')} />;
  const { dossier, segments } = answer.data;
  return (
    <Page
      title={dossier.title}
      description={[
        formats.streets(streetsOfSegments(segments)),
        t('openedBy', {
          name: officers.name(dossier.authorId),
          day: formats.recentMoment(dossier.openedAt),
        }),
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <Group gap="xs">
          <RecordStanding entity="dossier" id={dossier.id} />
          <NativeSelect
            aria-label={t('state')}
            value={dossier.state}
            data={DOSSIER_STATES.map((state) => ({
              value: state,
              label: t(`dossierState.${state}`),
            }))}
            onChange={(event) => {
              const state = DOSSIER_STATES.find((one) => one === event.currentTarget.value);
              if (state)
                report(client.actions.changeDossier({ id: dossier.id, changes: { state } }));
            }}
          />
        </Group>
      }
    >
      <div className={classes.columns}>
        <Stack gap="md">
          <ActionsPanel page={answer.data} />
          <DossierProblem
            dossier={dossier}
            isCounted={runningCount(answer.data.actions) !== undefined}
          />
        </Stack>
        <Stack gap="md">
          <PlacePanel page={answer.data} />
          <PointedPart name={PART.contacts}>
            <DossierContacts page={answer.data} />
          </PointedPart>
          <FactsPanel page={answer.data} />
          <PointedPart name={PART.ladder}>
            <MeansPanel dossierId={dossier.id} steps={answer.data.steps} />
          </PointedPart>
        </Stack>
      </div>
    </Page>
  );
}

function ActionsPanel(props: { readonly page: DossierAnswer }) {
  const { dossier, actions } = props.page;
  const { t } = useTranslation('actions');
  const daysOf = useActionDays();
  const officers = useOfficers();
  const standing = useActionStanding();
  const [isNew, setNew] = useState(false);
  const add = (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={15} aria-hidden />}
      onClick={() => {
        setNew(true);
      }}
    >
      {t('propose.title')}
    </Button>
  );
  return (
    <Panel title={t('actions')} aside={actions.length > 0 ? add : undefined}>
      {actions.length === 0 && (
        <EmptyState
          icon={<IconPlus size={22} />}
          title={t('noActions')}
          text={t('noActionsText')}
          action={add}
        />
      )}
      <Stack gap="sm">
        {actions.map((action) => (
          <Group key={action.id} justify="space-between" wrap="nowrap" gap="sm">
            <div>
              <Link
                className={classes.link}
                to="/actions/$actionId"
                params={{ actionId: action.id }}
                search={{ dossier: dossier.id }}
              >
                {action.title}
              </Link>
              <Text size="xs" c="dimmed">
                {[officers.name(action.ownerId), daysOf(action)].filter(Boolean).join(' · ')}
              </Text>
            </div>
            <Badge variant="light">{standing(action)}</Badge>
          </Group>
        ))}
      </Stack>
      <NewActionDialog
        dossierId={dossier.id}
        opened={isNew}
        onClose={() => {
          setNew(false);
        }}
      />
    </Panel>
  );
}
