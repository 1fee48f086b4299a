import { Button, Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { type SubmitEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ownChanges } from '#shared/domain/operations/meanwhile.ts';
import {
  LONGEST_PARTY_NAME,
  LONGEST_REACH,
  type Party,
  PARTY_KINDS,
  type PartyFields,
} from '#shared/domain/parties/party.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { FormModal } from '../../ui/form-modal.tsx';
import { ShortText } from '../../ui/short-text.tsx';
import { usePartySuggestions } from './queries.ts';

const EMPTY: PartyFields = { kind: 'person', name: '', reach: '', language: null, role: null };
const MOST_SIMILAR = 3;

interface PartyDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly save: string;
  /** What is changed; undefined to add somebody. */
  readonly party: Party | undefined;
  readonly onClose: () => void;
  /** @param before the same, with what this form changed as it was. */
  readonly onDone: (party: Party, before: PartyFields) => void;
}

/** Adds a person or an organisation, or changes what is known of one. */
export function PartyDialog(props: PartyDialogProps) {
  return (
    <FormModal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      keepMounted={false}
    >
      <PartyForm {...props} />
    </FormModal>
  );
}

function PartyForm(props: PartyDialogProps) {
  const { party } = props;
  const { t } = useTranslation('parties');
  const { t: common } = useTranslation();
  const client = useWorkbench();
  const errorText = useErrorText();
  const codes = useCodes();
  const kindId = useId();
  const [id] = useState(
    () => party?.id ?? makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16))),
  );
  const [fields, setFields] = useState<PartyFields>(() => (party ? fieldsOf(party) : EMPTY));
  /** What stood there when the fields were taken from it. */
  const [seen, setSeen] = useState(fields);
  const [failure, setFailure] = useState<string>();
  const [isUnnamed, setUnnamed] = useState(false);
  const [busy, setBusy] = useState(false);
  const alike = usePartySuggestions(fields.name.trim(), MOST_SIMILAR + 1);
  const others = (fields.name.trim() === '' ? [] : (alike.data ?? []))
    .filter((other) => other.id !== id)
    .slice(0, MOST_SIMILAR);

  const change = (part: Partial<PartyFields>): void => {
    setFields((last) => ({ ...last, ...part }));
    setUnnamed(false);
  };
  /** Takes over what a colleague changed, beside what was changed here. @returns what stands there now, in words. */
  const takeAlong = async (): Promise<string> => {
    const now = fieldsOf((await client.parties.get({ id })).party);
    setFields({ ...now, ...ownChanges(seen, fields) });
    setSeen(now);
    return t('standsNow', { name: now.name, reach: now.reach || t('notSaid') });
  };
  const submit = async (): Promise<void> => {
    if (fields.name.trim() === '') {
      setUnnamed(true);
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      const done = party
        ? await client.parties.change({ id, fields, seen })
        : await client.parties.add({ id, fields });
      const own = Object.keys(ownChanges(seen, fields));
      const before = Object.entries(seen).filter(([field]) => own.includes(field));
      props.onDone(done, { ...fieldsOf(done), ...Object.fromEntries(before) });
    } catch (error) {
      const text = errorText(error);
      const isOver = failureOf(error).code === 'CHANGED_MEANWHILE';
      setFailure(isOver ? `${text} ${await takeAlong()}` : text);
      setBusy(false);
    }
  };
  const options = (list: 'language' | 'party-role', value: string | null) => {
    const valid = codes.on(list, dayOf(new Date().toISOString())).map(({ code }) => code);
    const all = value === null || valid.includes(value) ? valid : [...valid, value];
    return [
      { value: '', label: t('notSaid') },
      ...all.map((code) => ({ value: code, label: codes.name(list, code) })),
    ];
  };

  return (
    <form
      noValidate
      onChange={() => {
        setFailure(undefined);
      }}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <div role="group" aria-labelledby={kindId}>
          <Text size="sm" fw={500} id={kindId} mb={4}>
            {t('kinds')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby={kindId}
            value={fields.kind}
            data={PARTY_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={(chosen) => {
              change({ kind: PARTY_KINDS.find((kind) => kind === chosen) ?? 'person' });
            }}
          />
        </div>
        <ShortText
          label={t('name')}
          withAsterisk
          aria-required
          data-autofocus
          autoComplete="off"
          most={LONGEST_PARTY_NAME}
          value={fields.name}
          error={isUnnamed ? t('nameMissing') : undefined}
          onText={(text) => {
            change({ name: text });
          }}
        />
        {others.length > 0 && (
          <Text size="xs" c="dimmed" role="status">
            {t('knownAlready', { names: others.map(({ name }) => name).join(', ') })}
          </Text>
        )}
        <ShortText
          label={t('reach')}
          description={t('reachHint')}
          autoComplete="off"
          most={LONGEST_REACH}
          value={fields.reach}
          onText={(text) => {
            change({ reach: text });
          }}
        />
        <Group grow>
          <NativeSelect
            label={t('language')}
            data={options('language', fields.language)}
            value={fields.language ?? ''}
            onChange={(event) => {
              change({ language: event.currentTarget.value || null });
            }}
          />
          <NativeSelect
            label={t('role')}
            data={options('party-role', fields.role)}
            value={fields.role ?? ''}
            onChange={(event) => {
              change({ role: event.currentTarget.value || null });
            }}
          />
        </Group>
        <Text size="xs" c="dimmed">
          {t('onlyNeeded')}
        </Text>
        {failure !== undefined && <FailureNotice text={failure} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {props.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The fields of a party, without its id. */
export function fieldsOf({ kind, name, reach, language, role }: Party): PartyFields {
  return { kind, name, reach, language, role };
}
