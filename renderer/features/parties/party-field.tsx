import {
  Badge,
  CloseButton,
  Combobox,
  Group,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconPlus, IconUser } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { PartySuggestion } from '#shared/contract/parties.ts';
import {
  LONGEST_PARTY_NAME,
  PARTY_KINDS,
  type PartyKind,
  type PartyName,
} from '#shared/domain/parties/party.ts';
import { makeId } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useTooLong } from '../../ui/long-text.tsx';
import { useToldCombobox } from '../../ui/use-told-combobox.ts';
import classes from './party-field.module.css';
import { usePartySuggestions } from './queries.ts';

const PAUSE_MS = 50;
const MOST_SUGGESTIONS = 6;

/** Somebody chosen; `isNew` when they are yet to be added under this id. */
export interface ChosenParty extends PartyName {
  readonly isNew: boolean;
}

/**
 * Who was spoken with: known names are suggested while typing, and never stand in the way of adding the
 * name as it was typed. Chosen ones are removed with their button, or the last one with Backspace.
 */
export function PartyField(props: {
  readonly label: string;
  readonly hint: string;
  readonly chosen: readonly ChosenParty[];
  /** What is typed and not chosen yet. */
  readonly text: string;
  readonly error: ReactNode;
  readonly onText: (text: string) => void;
  readonly onChange: (chosen: readonly ChosenParty[]) => void;
}) {
  const { chosen, text, onChange, onText } = props;
  const { t } = useTranslation('parties');
  const { store: combobox, activeId, activate } = useToldCombobox();
  const tooLong = useTooLong();
  const input = useRef<HTMLInputElement>(null);
  const wanted = text.trim();
  const [asked] = useDebouncedValue(wanted, PAUSE_MS);
  const answer = usePartySuggestions(asked, MOST_SUGGESTIONS + chosen.length);
  const suggestions = (asked === '' || wanted === '' ? [] : (answer.data ?? []))
    .filter(({ id }) => !chosen.some((party) => party.id === id))
    .slice(0, MOST_SUGGESTIONS);
  const { updateSelectedOptionIndex } = combobox;
  useEffect(() => {
    if (wanted === '') updateSelectedOptionIndex();
    else activate();
  }, [wanted, answer.data, activate, updateSelectedOptionIndex]);

  const listed = combobox.dropdownOpened && wanted !== '';

  const put = (party: ChosenParty): void => {
    combobox.closeDropdown();
    onChange([...chosen, party]);
  };
  const add = (kind: PartyKind): void => {
    const id = makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
    put({ id, kind, name: wanted.slice(0, LONGEST_PARTY_NAME), isNew: true });
  };
  const remove = (id: string): void => {
    onChange(chosen.filter((party) => party.id !== id));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = chosen.at(-1);
    if (event.key === 'Backspace' && text === '' && last) remove(last.id);
    // Enter after the last choice is not meant to send what surrounds the field.
    if (event.key === 'Enter' && text === '') event.preventDefault();
  };

  return (
    <div>
      <Combobox
        store={combobox}
        // A list outside the dialog that holds the field would be hidden from a screen reader.
        withinPortal={false}
        position="bottom-start"
        width="target"
        onOptionSubmit={(value) => {
          const kind = PARTY_KINDS.find((known) => known === value);
          const suggestion = suggestions.find(({ id }) => id === value);
          if (kind) add(kind);
          else if (suggestion) {
            const { id, name } = suggestion;
            put({ id, kind: suggestion.kind, name, isNew: false });
          }
        }}
      >
        <Combobox.Target
          withExpandedAttribute
          aria-expanded={listed}
          aria-controls={listed ? combobox.listId : undefined}
          aria-activedescendant={listed ? activeId : undefined}
        >
          <TextInput
            ref={input}
            label={props.label}
            description={props.hint}
            placeholder={t('field.placeholder')}
            value={text}
            error={tooLong(text, LONGEST_PARTY_NAME) ?? props.error}
            autoComplete="off"
            spellCheck={false}
            aria-autocomplete="list"
            onKeyDown={onKeyDown}
            onChange={(event) => {
              onText(event.currentTarget.value);
              if (event.currentTarget.value.trim() === '') combobox.closeDropdown();
              else combobox.openDropdown();
            }}
            onFocus={() => {
              if (wanted !== '') combobox.openDropdown();
            }}
            onBlur={() => {
              combobox.closeDropdown();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={wanted === ''}>
          {/* An empty list is no list to a screen reader. */}
          {wanted !== '' && (
            <Combobox.Options aria-label={props.label}>
              {suggestions.map((suggestion) => (
                <Combobox.Option value={suggestion.id} key={suggestion.id}>
                  <Suggestion suggestion={suggestion} />
                </Combobox.Option>
              ))}
              {PARTY_KINDS.map((kind) => (
                <Combobox.Option value={kind} key={kind}>
                  <Group gap={6} wrap="nowrap">
                    <IconPlus size={14} aria-hidden />
                    <Text size="sm">{t(`field.add.${kind}`, { name: wanted })}</Text>
                  </Group>
                </Combobox.Option>
              ))}
            </Combobox.Options>
          )}
        </Combobox.Dropdown>
      </Combobox>
      {chosen.length > 0 && (
        <ul className={classes.chosen} aria-label={t('field.chosen')}>
          {chosen.map((party) => (
            <li key={party.id} className={classes.chip}>
              <PartyIcon kind={party.kind} />
              <span className={classes.name}>{party.name}</span>
              {party.isNew && (
                <Badge size="xs" variant="light">
                  {t('field.new')}
                </Badge>
              )}
              <CloseButton
                size="xs"
                aria-label={t('field.remove', { name: party.name })}
                onClick={() => {
                  remove(party.id);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <VisuallyHidden role="status">
        {listed && asked === wanted && !answer.isFetching
          ? t('field.found', { count: suggestions.length })
          : ''}
      </VisuallyHidden>
    </div>
  );
}

function Suggestion(props: { readonly suggestion: PartySuggestion }) {
  const { kind, name, role, reach, foundAs } = props.suggestion;
  const { t } = useTranslation('parties');
  const codes = useCodes();
  const more = [codes.name('party-role', role), reach].filter((part) => part !== '');
  return (
    <div>
      <Group gap={6} wrap="nowrap">
        <PartyIcon kind={kind} />
        <Text size="sm" fw={600} truncate>
          {name}
        </Text>
        {foundAs !== null && (
          <Text size="xs" c="dimmed" truncate>
            {t('alsoKnownAs', { name: foundAs })}
          </Text>
        )}
      </Group>
      {more.length > 0 && (
        <Text size="xs" c="dimmed" truncate>
          {more.join(' · ')}
        </Text>
      )}
    </div>
  );
}

export function PartyIcon(props: { readonly kind: PartyKind }) {
  const { t } = useTranslation('parties');
  const Icon = props.kind === 'person' ? IconUser : IconBuilding;
  return (
    <Icon size={15} role="img" aria-label={t(`kind.${props.kind}`)} className={classes.icon} />
  );
}
