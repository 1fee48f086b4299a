import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import {
  CHEERS,
  type Dossier,
  type DossierForm,
  unanswered,
} from '#shared/domain/actions/dossier.ts';
import { AFFECTED, LONGEST_TITLE } from '#shared/domain/actions/vocabulary.ts';

import { useCodes } from '../../client/codes.ts';
import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeChoice } from './choice.tsx';
import { FactKindsField } from './fact-kinds-field.tsx';
import { ReviewDay } from './review-day.tsx';
import { SavedText } from './saved-text.tsx';
import { TitleField } from './title-field.tsx';
import { WindowsField } from './windows-field.tsx';

type FilledIn = Partial<Omit<DossierForm, 'neighbourhoodId'>>;

/** What the problem is: told from an incident by six questions, looked at, and analysed. */
export function DossierProblem(props: {
  readonly dossier: Dossier;
  /** An action runs by what its problem and its kinds of facts say: they stay. */
  readonly isCounted: boolean;
}) {
  const { dossier } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const report = useReporter();
  const codes = useCodes();
  const [title, setTitle] = useState<string>();
  const change = (changes: FilledIn, seen: FilledIn = {}) =>
    client.actions.changeDossier({ id: dossier.id, changes, seen });
  const open = unanswered(dossier).length;
  return (
    <>
      <Panel title={t('problemPanel')}>
        <Stack gap="md">
          <TitleField
            label={t('title')}
            value={title ?? dossier.title}
            onText={(text) => {
              setTitle(text);
            }}
            onBlur={() => {
              if (title !== undefined && title.length > LONGEST_TITLE) return;
              if (title !== undefined && title.trim() !== '' && title !== dossier.title) {
                report(change({ title }));
              }
              setTitle(undefined);
            }}
          />
          <CodeChoice
            list="problem"
            label={t('problem')}
            none={t('notSaid')}
            description={props.isCounted ? t('countedStays') : undefined}
            disabled={props.isCounted}
            value={dossier.problem}
            onChange={(problem) => {
              report(change({ problem }));
            }}
          />
          <FactKindsField
            problem={dossier.problem}
            factKinds={dossier.factKinds}
            disabled={props.isCounted}
            onChange={(factKinds) => {
              report(change({ factKinds }));
            }}
          />
          <Checkbox.Group
            label={t('affected')}
            description={t('affectedHint')}
            value={dossier.affected}
            onChange={(chosen) => {
              report(change({ affected: AFFECTED.filter((one) => chosen.includes(one)) }));
            }}
          >
            <Group gap="sm" mt={6}>
              {AFFECTED.map((one) => (
                <Checkbox key={one} value={one} label={codes.name('affected', one)} />
              ))}
            </Group>
          </Checkbox.Group>
          <WindowsField
            windows={dossier.windows}
            onChange={(windows) => {
              report(change({ windows: [...windows] }));
            }}
          />
          {(['scanning', 'analysis'] as const).map((field) => (
            <SavedText
              key={field}
              about={`${dossier.id} ${field}`}
              label={t(`text.${field}`)}
              description={t(`text.${field}Hint`)}
              value={dossier[field]}
              onSave={(text, seen) => change({ [field]: text }, { [field]: seen })}
            />
          ))}
        </Stack>
      </Panel>
      <Panel title={t('cheers.title')}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {open === 0 ? t('cheers.all') : t('cheers.open', { count: open })}
          </Text>
          {CHEERS.map((question) => (
            <SavedText
              key={question}
              about={`${dossier.id} ${question}`}
              label={t(`cheers.${question}`)}
              minRows={1}
              value={dossier[question]}
              onSave={(text, seen) => change({ [question]: text }, { [question]: seen })}
            />
          ))}
        </Stack>
      </Panel>
      <Panel title={t('text.assessment')}>
        <Stack gap="md">
          <SavedText
            about={`${dossier.id} assessment`}
            aria-label={t('text.assessment')}
            description={t('text.assessmentHint')}
            value={dossier.assessment}
            onSave={(text, seen) => change({ assessment: text }, { assessment: seen })}
          />
          <ReviewDay
            dossier={dossier}
            onChange={(reviewOn) => {
              report(change({ reviewOn }));
            }}
          />
        </Stack>
      </Panel>
    </>
  );
}
