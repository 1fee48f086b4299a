import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { MEANS, type Means } from '#shared/domain/actions/vocabulary.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormDraft } from '../../client/use-form-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { ShortText } from '../../ui/short-text.tsx';
import classes from './actions.module.css';
import { DialogForm } from './dialog-form.tsx';
import { newId } from './queries.ts';
import { UNTAKEN_KINDS, untakenKindsOf, untakenSteps } from './untaken-steps.ts';

const NO_TEXTS = { note: '', ...Object.fromEntries(MEANS.map((means) => [means, ''])) };
const CHOICES = z.object({ kinds: z.partialRecord(z.enum(MEANS), z.enum(UNTAKEN_KINDS)) });
const AT_FIRST: z.infer<typeof CHOICES> = { kinds: {} };

/** Says of several lighter means that they were tried, or why not: one reason for several, or one for each. */
export function UntakenDialog(props: {
  readonly dossierId: Id;
  /** The means of which nothing is said yet. */
  readonly unsaid: readonly Means[];
  readonly onClose: () => void;
}) {
  const { dossierId, unsaid } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const codes = useCodes();
  const [ids] = useState(() => new Map(MEANS.map((means) => [means, newId()])));
  const draft = useFormDraft<Record<string, string>, typeof CHOICES.shape>(
    'means-untaken',
    dossierId,
    NO_TEXTS,
    CHOICES,
    AT_FIRST,
  );
  const { form, choices } = draft;
  const steps = untakenSteps(unsaid, choices.kinds, form);
  const bare = steps.find(({ note }) => note === '');
  return (
    <DialogForm
      opened
      size="xl"
      draft={draft}
      title={t('means.several')}
      submit={t('means.save')}
      problem={
        steps.length === 0
          ? t('means.severalMissing')
          : bare && t('means.severalBare', { means: codes.name('means', bare.means) })
      }
      problemAt={bare ? 'note' : 'kind'}
      onClose={props.onClose}
      onSubmit={() =>
        client.actions.noteUntaken({
          dossierId,
          steps: steps.map((step) => ({ ...step, id: ids.get(step.means) ?? newId() })),
        })
      }
    >
      {(refused) => (
        <>
          <Text size="sm">{t('means.severalHint')}</Text>
          <LongText
            label={t('means.severalNote')}
            error={refused.is('note')}
            value={form['note'] ?? ''}
            onText={(note) => {
              draft.change({ note });
            }}
          />
          <div className={classes.untaken}>
            {unsaid.map((means) => {
              const name = codes.name('means', means);
              const kind = choices.kinds[means] ?? '';
              return (
                <div key={means} className={classes.untakenRow} role="group" aria-label={name}>
                  <Text size="sm" fw={550}>
                    {name}
                  </Text>
                  <NativeSelect
                    aria-label={t('means.kindOf', { means: name })}
                    error={refused.is('kind')}
                    value={kind}
                    data={[
                      { value: '', label: t('means.kindNone') },
                      ...untakenKindsOf(means).map((one) => ({
                        value: one,
                        label: t(`means.kind.${one}`),
                      })),
                    ]}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      const chosen = untakenKindsOf(means).find((one) => one === value);
                      draft.choose({ kinds: { ...choices.kinds, [means]: chosen } });
                    }}
                  />
                  <ShortText
                    aria-label={t('means.noteOf', { means: name })}
                    placeholder={kind === '' ? '' : t('means.noteOwn')}
                    error={bare?.means === means && refused.is('note')}
                    value={form[means] ?? ''}
                    onText={(text) => {
                      draft.change({ [means]: text });
                    }}
                  />
                </div>
              );
            })}
          </div>
        </>
      )}
    </DialogForm>
  );
}
