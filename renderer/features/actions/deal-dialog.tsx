import { Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { DEFAULT_FIELDS_OUT, problemOfDeal } from '#shared/domain/actions/deal.ts';
import { type FieldOut, FIELDS_OUT } from '#shared/domain/actions/vocabulary.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import { PARTNER_KINDS } from '#shared/domain/people/people.ts';

import { useReporter } from '../../client/reporter.ts';
import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { OfficerChoice } from './choice.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId, usePartners } from './queries.ts';

const NO_TEXTS = { theyDo: '', theyWho: '', weDo: '', ground: '' };

/** A deal with a partner: who does what by when, on which ground, and what goes out. */
export function DealDialog(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
  readonly onClose: () => void;
}) {
  const { action, page } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const [id] = useState(newId);
  const [partner, setPartner] = useState('');
  /** What stands in the field for a new one, and is no partner yet. */
  const [newPartner, setNewPartner] = useState('');
  const partners = usePartners().data ?? [];
  const draft = useDialogDraft('deal', action.id, NO_TEXTS);
  const texts = draft.form;
  const [days, setDays] = useState({ theyDueOn: '', weDueOn: '' });
  const [weWhoId, setWeWhoId] = useState<string | null>(null);
  const [fieldsOut, setFieldsOut] = useState<readonly FieldOut[]>(DEFAULT_FIELDS_OUT);
  const [parties, setParties] = useState<readonly string[]>([]);
  const named = [
    ...new Map(
      page.contacts.flatMap((contact) => contact.parties).map((one) => [one.id, one]),
    ).values(),
  ];
  const chosen = fieldsOut.includes('persons') ? [...parties] : [];
  const lacks = problemOfDeal({ ground: texts.ground, fieldsOut: [...fieldsOut], parties: chosen });
  const problem = ((): string | undefined => {
    if (newPartner.trim() !== '') return t('deal.partnerNotAdded', { name: newPartner.trim() });
    if (partner === '') return t('deal.partnerMissing');
    if (texts.theyDo.trim() === '') return t('deal.theyDoMissing');
    return lacks && t(`deal.lacks.${lacks}`);
  })();
  return (
    <DialogForm
      opened
      size="lg"
      draft={draft}
      title={t('deal.add')}
      submit={t('deal.save')}
      problem={problem}
      onClose={props.onClose}
      onSubmit={async () => {
        await client.actions.makeDeal({
          id,
          form: {
            actionId: action.id,
            partnerId: partner,
            ...texts,
            fieldsOut: [...fieldsOut],
            parties: chosen,
            theyDueOn: days.theyDueOn || null,
            theyDoneOn: null,
            weWhoId,
            weDueOn: days.weDueOn || null,
            weDoneOn: null,
          },
        });
      }}
    >
      <NativeSelect
        label={t('deal.partner')}
        withAsterisk
        value={partner}
        data={[
          { value: '', label: t('deal.noPartner') },
          ...partners.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(event) => {
          setPartner(event.currentTarget.value);
        }}
      />
      <NewPartner name={newPartner} onName={setNewPartner} onAdded={setPartner} />
      {(['theyDo', 'theyWho', 'weDo', 'ground'] as const).map((field) => (
        <Textarea
          key={field}
          label={t(`deal.${field}`)}
          description={field === 'ground' ? t('deal.groundHint') : undefined}
          withAsterisk={field === 'theyDo'}
          autosize
          minRows={1}
          maxLength={field === 'theyWho' ? 200 : LONGEST_TEXT}
          value={texts[field]}
          onChange={(event) => {
            draft.change({ ...texts, [field]: event.currentTarget.value });
          }}
        />
      ))}
      <Group grow align="flex-end">
        {(['theyDueOn', 'weDueOn'] as const).map((field) => (
          <DayField
            key={field}
            label={t(`deal.${field}`)}
            value={days[field]}
            onChange={(day) => {
              setDays((last) => ({ ...last, [field]: day }));
            }}
          />
        ))}
      </Group>
      <OfficerChoice
        label={t('deal.weWho')}
        none={t('nobody')}
        value={weWhoId}
        onChange={setWeWhoId}
      />
      <Checkbox.Group
        label={t('deal.out')}
        description={t('deal.outHint')}
        value={[...fieldsOut]}
        onChange={(next) => {
          setFieldsOut(FIELDS_OUT.filter((one) => next.includes(one)));
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
          value={[...parties]}
          onChange={setParties}
        >
          <Stack gap="xs" mt={6}>
            {named.map((one) => (
              <Checkbox key={one.id} value={one.id} label={one.name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </DialogForm>
  );
}

function NewPartner(props: {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onAdded: (id: string) => void;
}) {
  const { name, onName } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const report = useReporter();
  const [kind, setKind] = useState<(typeof PARTNER_KINDS)[number]>('municipality');
  const add = async (): Promise<void> => {
    const { id } = await client.actions.addPartner({ id: newId(), name, kind });
    onName('');
    props.onAdded(id);
  };
  return (
    <Group align="flex-end" gap="xs">
      <TextInput
        flex={1}
        label={t('deal.newPartner')}
        maxLength={200}
        value={name}
        onChange={(event) => {
          onName(event.currentTarget.value);
        }}
      />
      <NativeSelect
        aria-label={t('deal.kind')}
        value={kind}
        data={PARTNER_KINDS.map((one) => ({ value: one, label: t(`partnerKind.${one}`) }))}
        onChange={(event) => {
          setKind(PARTNER_KINDS.find((one) => one === event.currentTarget.value) ?? 'municipality');
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
