import { Button, Checkbox, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { dealChangesSchema } from '#shared/contract/action-deals.ts';
import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { type Deal, DEFAULT_FIELDS_OUT, problemOfDeal } from '#shared/domain/actions/deal.ts';
import { FIELDS_OUT } from '#shared/domain/actions/vocabulary.ts';
import { PARTNER_KINDS } from '#shared/domain/people/people.ts';
import { changedFields } from '#shared/lib/changed-fields.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { idSchema } from '#shared/lib/ids.ts';

import type { Refusal } from '../../client/refused-field.ts';
import { useReporter } from '../../client/reporter.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useFormDraft } from '../../client/use-form-draft.ts';
import { useSeen } from '../../client/use-seen.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { ShortText } from '../../ui/short-text.tsx';
import { OfficerChoice } from './choice.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId, usePartners } from './queries.ts';

/** The longest that somebody's function at a partner may be, in characters. */
const LONGEST_FUNCTION = 200;
const NO_TEXTS = { theyDo: '', theyWho: '', weDo: '', ground: '', newPartner: '' };
const CHOICES = z.object({
  partner: idSchema.nullable(),
  newKind: z.enum(PARTNER_KINDS),
  theyDueOn: z.string(),
  weDueOn: z.string(),
  weWhoId: idSchema.nullable(),
  fieldsOut: z.array(z.enum(FIELDS_OUT)),
  parties: z.array(idSchema),
});
const AT_FIRST: z.infer<typeof CHOICES> = {
  partner: null,
  newKind: 'municipality',
  theyDueOn: '',
  weDueOn: '',
  weWhoId: null,
  fieldsOut: [...DEFAULT_FIELDS_OUT],
  parties: [],
};

/**
 * A deal with a partner: who does what by when, on which ground, and what goes out. With `deal`, that one is corrected;
 * with whom it is stays.
 */
export function DealDialog(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
  readonly deal?: Deal;
  readonly onClose: () => void;
}) {
  const { action, page, deal } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const [id] = useState(newId);
  const partners = usePartners().data ?? [];
  const { texts: written, choices } = startOf(deal);
  const draft = useFormDraft('deal', deal?.id ?? action.id, written, CHOICES, choices);
  const write = useSeen(deal ?? {}, { draft, schema: dealChangesSchema }, deal !== undefined);
  /** `newPartner` stands in the field for a new one, and is no partner yet. */
  const { newPartner, ...texts } = draft.form;
  const { partner, theyDueOn, weDueOn, weWhoId, fieldsOut, parties } = draft.choices;
  const named = [
    ...new Map(
      page.contacts.flatMap((contact) => contact.parties).map((one) => [one.id, one]),
    ).values(),
  ];
  const chosen = fieldsOut.includes('persons') ? [...parties] : [];
  const lacks = problemOfDeal({ ground: texts.ground, fieldsOut: [...fieldsOut], parties: chosen });
  const today = dayOf(new Date().toISOString());
  /** Of a day that stood there before, everybody knows that it is over. */
  const isNewlyPast = (field: 'theyDueOn' | 'weDueOn'): boolean => {
    const day = draft.choices[field];
    return day !== '' && day < today && day !== deal?.[field];
  };
  const problem = ((): Refusal | undefined => {
    const name = newPartner.trim();
    if (name !== '') return { text: t('deal.partnerNotAdded', { name }), at: 'newPartner' };
    if (partner === null) return { text: t('deal.partnerMissing'), at: 'partnerId' };
    if (texts.theyDo.trim() === '') return { text: t('deal.theyDoMissing'), at: 'theyDo' };
    return lacks && { text: t(`deal.lacks.${lacks}`), at: lacks };
  })();
  return (
    <DialogForm
      opened
      size="lg"
      draft={draft}
      title={t(deal ? 'deal.correct' : 'deal.add')}
      submit={t('deal.save')}
      problem={problem?.text}
      problemAt={problem?.at}
      onClose={props.onClose}
      onSubmit={async () => {
        if (partner === null) return;
        const agreed = {
          ...texts,
          fieldsOut: [...fieldsOut],
          parties: chosen,
          theyDueOn: theyDueOn || null,
          weWhoId,
          weDueOn: weDueOn || null,
        };
        if (!deal) {
          const form = { ...agreed, actionId: action.id, theyDoneOn: null, weDoneOn: null };
          await client.actions.makeDeal({ id, form: { ...form, partnerId: partner } });
          return;
        }
        const { after, before } = changedFields(deal, agreed);
        if (Object.keys(after).length === 0) return;
        await write(async (seen) => {
          await client.actions.changeDeal({ id: deal.id, changes: after, seen });
        });
        offerUndo({
          id: deal.id,
          message: t('deal.corrected'),
          undo: () => client.actions.changeDeal({ id: deal.id, changes: before, seen: after }),
        });
      }}
    >
      {(refused) => (
        <>
          {!deal && (
            <>
              <NativeSelect
                label={t('deal.partner')}
                error={refused.is('partnerId')}
                withAsterisk
                value={partner ?? ''}
                data={[
                  { value: '', label: t('deal.noPartner') },
                  ...partners.map((one) => ({ value: one.id, label: one.name })),
                ]}
                onChange={(event) => {
                  draft.choose({ partner: event.currentTarget.value || null });
                }}
              />
              <NewPartner
                name={newPartner}
                kind={draft.choices.newKind}
                isRefused={refused.is('newPartner')}
                onName={(name) => {
                  draft.change({ newPartner: name });
                }}
                onKind={(newKind) => {
                  draft.choose({ newKind });
                }}
                onAdded={(added) => {
                  draft.choose({ partner: added });
                }}
              />
            </>
          )}
          {(['theyDo', 'theyWho', 'weDo', 'ground'] as const).map((field) => (
            <LongText
              key={field}
              label={t(`deal.${field}`)}
              description={field === 'ground' ? t('deal.groundHint') : undefined}
              error={refused.is(field)}
              withAsterisk={field === 'theyDo'}
              minRows={1}
              {...(field === 'theyWho' ? { most: LONGEST_FUNCTION } : {})}
              value={texts[field]}
              onText={(text) => {
                draft.change({ [field]: text });
              }}
            />
          ))}
          <Group grow align="flex-end">
            {(['theyDueOn', 'weDueOn'] as const).map((field) => (
              <DayField
                key={field}
                label={t(`deal.${field}`)}
                error={refused.is(field)}
                description={isNewlyPast(field) ? t('deal.duePast') : undefined}
                value={draft.choices[field]}
                onChange={(day) => {
                  draft.choose({ [field]: day });
                }}
              />
            ))}
          </Group>
          <OfficerChoice
            label={t('deal.weWho')}
            description={t('deal.weWhoHint')}
            error={refused.is('weWhoId')}
            none={t('nobody')}
            value={weWhoId}
            onChange={(by) => {
              draft.choose({ weWhoId: by });
            }}
          />
          <Checkbox.Group
            label={t('deal.out')}
            description={t('deal.outHint')}
            error={refused.text('fieldsOut')}
            value={[...fieldsOut]}
            onChange={(next) => {
              draft.choose({ fieldsOut: FIELDS_OUT.filter((one) => next.includes(one)) });
            }}
          >
            <Group gap="sm" mt={6}>
              {FIELDS_OUT.map((one) => (
                <Checkbox key={one} value={one} label={t(`out.${one}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          {fieldsOut.includes('persons') && (
            <Checkbox.Group
              label={t('deal.persons')}
              description={named.length === 0 ? t('deal.nobodyNamed') : undefined}
              error={refused.text('parties')}
              value={[...parties]}
              onChange={(next) => {
                draft.choose({ parties: next });
              }}
            >
              <Stack gap="xs" mt={6}>
                {named.map((one) => (
                  <Checkbox key={one.id} value={one.id} label={one.name} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        </>
      )}
    </DialogForm>
  );
}

/** What the form says at first. */
function startOf(deal: Deal | undefined): {
  readonly texts: typeof NO_TEXTS;
  readonly choices: z.infer<typeof CHOICES>;
} {
  if (!deal) return { texts: NO_TEXTS, choices: AT_FIRST };
  const { theyDo, theyWho, weDo, ground, partnerId, weWhoId, fieldsOut, parties } = deal;
  return {
    texts: { ...NO_TEXTS, theyDo, theyWho, weDo, ground },
    choices: {
      ...AT_FIRST,
      partner: partnerId,
      theyDueOn: deal.theyDueOn ?? '',
      weDueOn: deal.weDueOn ?? '',
      weWhoId,
      fieldsOut,
      parties,
    },
  };
}

type PartnerKind = (typeof PARTNER_KINDS)[number];

function NewPartner(props: {
  readonly name: string;
  readonly kind: PartnerKind;
  /** It stands there, and was not added yet. */
  readonly isRefused: boolean;
  readonly onName: (name: string) => void;
  readonly onKind: (kind: PartnerKind) => void;
  readonly onAdded: (id: string) => void;
}) {
  const { name, kind, onName } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const report = useReporter();
  const add = async (): Promise<void> => {
    const { id } = await client.actions.addPartner({ id: newId(), name, kind });
    onName('');
    props.onAdded(id);
  };
  return (
    <Group align="flex-end" gap="xs">
      <ShortText
        flex={1}
        label={t('deal.newPartner')}
        error={props.isRefused}
        most={200}
        value={name}
        onText={onName}
      />
      <NativeSelect
        aria-label={t('deal.kind')}
        value={kind}
        data={PARTNER_KINDS.map((one) => ({ value: one, label: t(`partnerKind.${one}`) }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          props.onKind(PARTNER_KINDS.find((one) => one === value) ?? 'municipality');
        }}
      />
      <Button
        variant="default"
        disabled={name.trim() === ''}
        onClick={() => {
          report(add());
        }}
      >
        {t('deal.addPartner')}
      </Button>
    </Group>
  );
}
