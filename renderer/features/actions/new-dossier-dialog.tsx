import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import { CHEERS, type DossierForm } from '#shared/domain/actions/dossier.ts';
import { codeSchema } from '#shared/domain/codes/code.ts';
import type { Position } from '#shared/domain/territory/geometry.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useFormDraft } from '../../client/use-form-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { CodeChoice } from './choice.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId } from './queries.ts';
import { type AreaKey, areaNamed, areaNearest, areaOf } from './stretches/areas.ts';
import { StretchFields } from './stretches/stretch-fields.tsx';
import { useChoiceProblem } from './stretches/use-choice-problem.ts';
import {
  NOTHING_CHOSEN,
  stretchChoicesSchema,
  useStretchChoice,
} from './stretches/use-stretch-choice.ts';
import { TitleField, useTitleProblem } from './title-field.tsx';

const CHOICES = stretchChoicesSchema.extend({ problem: codeSchema.nullable() });

/** Where a dossier begins. */
export interface BeginPlace {
  readonly streetId: Id;
  /** In any of its rows; null where it is not known. */
  readonly neighbourhoodId: Id | null;
  readonly position: Position | null;
  /** The only stretch that is chosen at first; null for all of the street. */
  readonly segmentId: Id | null;
}

/** What a dossier begins from. */
export interface DossierBegin {
  readonly place: BeginPlace | null;
  readonly title: string;
  readonly problem: string | null;
  readonly contacts: readonly Id[];
}

/** The neighbourhood of the place where it begins, by what is known of that. */
function areaOfBegin(
  { place }: DossierBegin,
  segments: readonly SegmentChoice[],
): AreaKey | undefined {
  if (place === null) return undefined;
  const { segmentId, neighbourhoodId, position } = place;
  const chosen = segments.find(({ id }) => id === segmentId);
  if (chosen) return areaOf(chosen);
  const named = neighbourhoodId === null ? undefined : areaNamed(segments, neighbourhoodId);
  return named ?? (position === null ? undefined : areaNearest(segments, position));
}

/** A new dossier: what, where, and which problem; everything else on its page. */
export function NewDossierDialog(props: {
  readonly begin: DossierBegin | undefined;
  readonly onClose: () => void;
}) {
  const { begin } = props;
  if (!begin) return null;
  return <NewDossierForm begin={begin} onClose={props.onClose} />;
}

function NewDossierForm(props: { readonly begin: DossierBegin; readonly onClose: () => void }) {
  const { begin } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const navigate = useNavigate();
  const [id] = useState(newId);
  const about = begin.contacts[0] ?? begin.place?.streetId ?? '';
  const atFirst = { ...NOTHING_CHOSEN, problem: begin.problem };
  const draft = useFormDraft('dossier', about, { title: begin.title }, CHOICES, atFirst);
  const { title } = draft.form;
  const { problem } = draft.choices;
  const only = begin.place?.segmentId ?? null;
  const choice = useStretchChoice(
    {
      streetIds: begin.place === null ? [] : [begin.place.streetId],
      area: (segments) => areaOfBegin(begin, segments),
      isChosen: (segment) => only === null || segment.id === only,
    },
    draft,
  );
  const lacking = useChoiceProblem(choice, choice.chosen.length);
  const wrongTitle = useTitleProblem(t('new.titleMissing'))(title);
  const missing =
    wrongTitle ?? (choice.isWhole && choice.streets.length === 0 ? t('new.placeMissing') : lacking);
  return (
    <DialogForm
      opened
      draft={draft}
      size="lg"
      title={t('new.title')}
      submit={t('new.do')}
      problem={missing}
      problemAt={wrongTitle !== undefined ? 'title' : choice.isWhole ? 'segments' : undefined}
      onClose={props.onClose}
      onSubmit={async () => {
        const cheers = Object.fromEntries(CHEERS.map((question) => [question, '']));
        await client.actions.openDossier({
          id,
          form: {
            ...(cheers as Pick<DossierForm, (typeof CHEERS)[number]>),
            title,
            problem,
            factKinds: null,
            reviewOn: null,
            segments: [...choice.chosen],
            windows: [],
            affected: [],
            scanning: '',
            analysis: '',
            assessment: '',
            contacts: [...begin.contacts],
            facts: [],
            state: 'scanning',
          },
        });
      }}
      onDone={() => void navigate({ to: '/dossiers/$dossierId', params: { dossierId: id } })}
    >
      {(refused) => (
        <>
          <TitleField
            label={t('title')}
            error={refused.is('title')}
            description={t('new.titleHint')}
            withAsterisk
            data-autofocus
            value={title}
            onText={(text) => {
              draft.change({ title: text });
            }}
          />
          <StretchFields choice={choice} isNew />
          <CodeChoice
            list="problem"
            label={t('problem')}
            error={refused.is('problem')}
            none={t('notSaid')}
            value={problem}
            onChange={(next) => {
              draft.choose({ problem: next });
            }}
          />
        </>
      )}
    </DialogForm>
  );
}
