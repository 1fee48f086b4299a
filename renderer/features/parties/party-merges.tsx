import { Alert, Button, Combobox, Group, Text, TextInput, Title, useCombobox } from '@mantine/core';
import { IconArrowMerge, IconArrowsSplit } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PartyDossier, PartySuggestion } from '#shared/contract/parties.ts';
import type { PartyMerge } from '#shared/domain/parties/party.ts';
import { makeId } from '#shared/lib/ids.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import classes from './parties-page.module.css';
import { usePartySuggestions, useSimilarParties } from './queries.ts';

/** Who is the same as this one: what was merged, who may be, and how to take it back. */
export function PartyMerges(props: { readonly dossier: PartyDossier }) {
  const { party, mergedInto, merged } = props.dossier;
  const { t } = useTranslation('parties');
  const client = useWorkbench();
  const errorText = useErrorText();
  const [failure, setFailure] = useState<string>();
  const run = (call: Promise<unknown>): void => {
    setFailure(undefined);
    call.catch((error: unknown) => {
      setFailure(errorText(error));
    });
  };
  const unmerge = (merge: PartyMerge): void => {
    run(client.parties.unmerge({ mergeId: merge.id }));
  };
  const merge = (other: PartySuggestion): void => {
    const id = makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
    run(client.parties.merge({ id, partyId: other.id, intoId: party.id }));
  };
  return (
    <section aria-labelledby="party-merges">
      <Title order={3} id="party-merges">
        {t('merge.title')}
      </Title>
      {failure !== undefined && <FailureNotice text={failure} />}
      {mergedInto ? (
        <Alert color="blue" mt="xs" icon={<IconArrowMerge size={18} />}>
          <Text size="sm">
            {t('merge.under')}{' '}
            <Link
              to="/parties/$partyId"
              params={{ partyId: mergedInto.into.id }}
              search={true}
              className={classes.link}
            >
              {mergedInto.into.name}
            </Link>
          </Text>
          <MergeLine merge={mergedInto} onUndo={unmerge} />
        </Alert>
      ) : (
        <>
          {merged.length > 0 && (
            <ul className={classes.plain}>
              {merged.map((one) => (
                <li key={one.id} className={classes.item}>
                  <div className={classes.words}>
                    <Text size="sm" fw={550} truncate>
                      {one.party.name}
                    </Text>
                    <MergeLine merge={one} onUndo={unmerge} />
                  </div>
                </li>
              ))}
            </ul>
          )}
          <Candidates dossier={props.dossier} onMerge={merge} />
        </>
      )}
    </section>
  );
}

function MergeLine(props: {
  readonly merge: PartyMerge;
  readonly onUndo: (merge: PartyMerge) => void;
}) {
  const { merge } = props;
  const { t } = useTranslation('parties');
  const formats = useFormats();
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="xs" c="dimmed">
        {t('merge.by', { name: merge.madeByName, moment: formats.recentMoment(merge.madeAt) })}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        flex="none"
        leftSection={<IconArrowsSplit size={14} aria-hidden />}
        aria-label={`${t('merge.undo')}: ${merge.party.name}`}
        onClick={() => {
          props.onUndo(merge);
        }}
      >
        {t('merge.undo')}
      </Button>
    </Group>
  );
}

/** Names like this one's, and a search for any other. */
function Candidates(props: {
  readonly dossier: PartyDossier;
  readonly onMerge: (party: PartySuggestion) => void;
}) {
  const { party } = props.dossier;
  const { t } = useTranslation('parties');
  const [text, setText] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const similar = useSimilarParties(party.id);
  const found = usePartySuggestions(text.trim(), 8);
  const others = (text.trim() === '' ? [] : (found.data ?? [])).filter(
    ({ id, kind }) => id !== party.id && kind === party.kind,
  );
  return (
    <>
      <Text size="xs" c="dimmed" mt={4}>
        {t('merge.help')}
      </Text>
      {(similar.data ?? []).length > 0 && (
        <ul className={classes.plain} aria-label={t('merge.similar')}>
          {(similar.data ?? []).map((other) => (
            <li key={other.id} className={classes.item}>
              <div className={classes.words}>
                <Text size="sm" truncate>
                  {other.name}
                </Text>
                <Text size="xs" c="dimmed" truncate>
                  {other.reach}
                </Text>
              </div>
              <Button
                size="compact-sm"
                variant="default"
                flex="none"
                aria-label={`${t('merge.same')}: ${other.name}`}
                onClick={() => {
                  props.onMerge(other);
                }}
              >
                {t('merge.same')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        store={combobox}
        onOptionSubmit={(id) => {
          const other = others.find((one) => one.id === id);
          setText('');
          combobox.closeDropdown();
          if (other) props.onMerge(other);
        }}
      >
        <Combobox.Target withExpandedAttribute>
          <TextInput
            mt="xs"
            label={t('merge.other')}
            autoComplete="off"
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              if (event.currentTarget.value.trim() === '') combobox.closeDropdown();
              else combobox.openDropdown();
            }}
            onBlur={() => {
              combobox.closeDropdown();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={others.length === 0}>
          {others.length > 0 && (
            <Combobox.Options aria-label={t('merge.other')}>
              {others.map((other) => (
                <Combobox.Option key={other.id} value={other.id}>
                  {other.name}
                </Combobox.Option>
              ))}
            </Combobox.Options>
          )}
        </Combobox.Dropdown>
      </Combobox>
    </>
  );
}
