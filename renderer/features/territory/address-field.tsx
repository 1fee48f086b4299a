import {
  ActionIcon,
  CloseButton,
  Combobox,
  Group,
  Loader,
  Text,
  TextInput,
  Tooltip,
  VisuallyHidden,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMap2 } from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AddressSuggestion } from '#shared/contract/territory.ts';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useToldCombobox } from '../../ui/use-told-combobox.ts';
import classes from './address-field.module.css';
import { type AddressValue, addressValue, placeLabel } from './address-label.ts';
import { NeighbourhoodLine } from './neighbourhood-line.tsx';
import { isWithoutTerritory, NoTerritory } from './no-territory.tsx';
import { PlacePicker } from './place-picker.tsx';
import { useAddressSuggestions, useTerritorySummary } from './queries.ts';

/** Long enough to spare a question between two letters, too short to be felt. */
const PAUSE_MS = 50;
const MOST_SUGGESTIONS = 8;

export interface AddressFieldProps {
  readonly label: string;
  readonly value: AddressValue | null;
  readonly onChange: (value: AddressValue | null) => void;
  /** What is typed, chosen or not: a draft keeps it. */
  readonly onText?: (text: string) => void;
  /** What was typed before, when a draft is taken up again without a choice. */
  readonly initialText?: string;
  /** Before the page changes, where a link of the field leads elsewhere. */
  readonly onLeave?: () => void;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly id?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/**
 * Finds a street or an address by what people type, or by a click on the map. The text that was typed
 * is never thrown away; only a choice from the list makes a value.
 */
export function AddressField(props: AddressFieldProps) {
  const { value, onChange } = props;
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const errorText = useErrorText();
  const { store: combobox, activeId, activate } = useToldCombobox();
  const [text, setText] = useState(value?.label ?? props.initialText ?? '');
  const [chosen, setChosen] = useState<AddressSuggestion | null>(null);
  const [left, setLeft] = useState(false);
  const [picking, setPicking] = useState(false);
  const label = value?.label;
  useEffect(() => {
    if (label !== undefined) setText(label);
  }, [label]);

  const wanted = value ? '' : text.trim();
  const [asked] = useDebouncedValue(wanted, PAUSE_MS);
  const answer = useAddressSuggestions(asked, MOST_SUGGESTIONS);
  const suggestions = useMemo(
    () => (asked === '' || wanted === '' ? [] : (answer.data ?? [])),
    [asked, wanted, answer.data],
  );
  const settled = asked === wanted && !answer.isFetching;
  const { updateSelectedOptionIndex, getSelectedOptionIndex } = combobox;
  const shown = useRef<readonly AddressSuggestion[]>([]);
  useEffect(() => {
    // Where somebody moved to while the answer was on its way is not taken from under their fingers.
    const moved = getSelectedOptionIndex();
    const chosenBefore = moved > 0 ? shown.current[moved] : undefined;
    const again = suggestions.findIndex((one) => keyOf(one) === keyOf(chosenBefore));
    shown.current = suggestions;
    if (suggestions.length > 0) activate(Math.max(0, again));
    else updateSelectedOptionIndex();
  }, [suggestions, activate, updateSelectedOptionIndex, getSelectedOptionIndex]);

  const listed = combobox.dropdownOpened && suggestions.length > 0;

  const type = (next: string): void => {
    setText(next);
    setLeft(false);
    setChosen(null);
    // Who types on is looking for something else than what they had moved to.
    if (suggestions.length > 0) activate();
    props.onText?.(next);
    if (value) onChange(null);
    if (next.trim()) combobox.openDropdown();
    else combobox.closeDropdown();
  };
  const choose = (suggestion: AddressSuggestion, next: AddressValue): void => {
    setChosen(suggestion);
    setText(next.label);
    props.onText?.(next.label);
    onChange(next);
    combobox.closeDropdown();
  };

  const isEmpty = isWithoutTerritory(useTerritorySummary().data);
  const nothing =
    !isEmpty && settled && wanted !== '' && suggestions.length === 0 && !answer.isError;
  const unfinished = left && wanted !== '';
  return (
    <div>
      <Combobox
        store={combobox}
        // A list outside the dialog that holds the field would be hidden from a screen reader.
        withinPortal={false}
        position="bottom-start"
        width="target"
        onOptionSubmit={(index) => {
          const suggestion = suggestions[Number(index)];
          if (suggestion) choose(suggestion, addressValue(suggestion, formats));
        }}
      >
        <Combobox.Target
          withExpandedAttribute
          aria-expanded={listed}
          aria-controls={listed ? combobox.listId : undefined}
          aria-activedescendant={listed ? activeId : undefined}
        >
          <TextInput
            label={props.label}
            placeholder={t('address.placeholder')}
            value={text}
            onChange={(event) => type(event.currentTarget.value)}
            onFocus={() => {
              if (wanted) combobox.openDropdown();
            }}
            onBlur={() => {
              combobox.closeDropdown();
              setLeft(true);
            }}
            error={props.error ?? (unfinished ? t('address.choose') : undefined)}
            withAsterisk={props.required ?? false}
            aria-required={props.required ?? false}
            aria-autocomplete="list"
            autoFocus={props.autoFocus ?? false}
            data-autofocus={props.autoFocus || undefined}
            {...(props.id === undefined ? {} : { id: props.id })}
            {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            rightSectionWidth={text ? 64 : 36}
            rightSectionPointerEvents="all"
            rightSection={
              <Group gap={2} wrap="nowrap">
                {answer.isFetching && !settled ? <Loader size={14} aria-hidden /> : null}
                {text ? (
                  <CloseButton size="sm" aria-label={t('address.clear')} onClick={() => type('')} />
                ) : null}
                <Tooltip label={t('address.onMap')}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('address.onMap')}
                    onClick={() => setPicking(true)}
                  >
                    <IconMap2 size={18} />
                  </ActionIcon>
                </Tooltip>
              </Group>
            }
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!nothing && suggestions.length === 0 && !answer.isError}>
          {answer.isError ? <FailureNotice text={errorText(answer.error)} /> : null}
          {nothing ? (
            <div className={classes.nothing}>
              <Text size="sm" fw={600}>
                {t('address.nothing')}
              </Text>
              <Text size="xs" c="dimmed">
                {t('address.nothingHelp')}
              </Text>
            </div>
          ) : null}
          {suggestions.length > 0 ? (
            <Combobox.Options aria-label={props.label} className={classes.options}>
              {suggestions.map((suggestion, index) => (
                <Combobox.Option value={String(index)} key={keyOf(suggestion)}>
                  <Suggestion suggestion={suggestion} />
                </Combobox.Option>
              ))}
            </Combobox.Options>
          ) : null}
        </Combobox.Dropdown>
      </Combobox>
      {value && chosen ? (
        <NeighbourhoodLine
          neighbourhoods={chosen.neighbourhoods}
          placeKnown={value.position !== null}
        />
      ) : null}
      {isEmpty ? <NoTerritory onLeave={props.onLeave} /> : null}
      <VisuallyHidden role="status">
        {statusOf(combobox.dropdownOpened, settled && wanted !== '', suggestions.length)}
      </VisuallyHidden>
      <PlacePicker
        opened={picking}
        onClose={() => setPicking(false)}
        onLeave={props.onLeave}
        onPick={(suggestion, position) => {
          choose(suggestion, addressValue(suggestion, formats, position));
          setPicking(false);
        }}
      />
    </div>
  );

  function statusOf(opened: boolean, ready: boolean, count: number): string {
    if (!opened || !ready || isEmpty) return '';
    return count > 0 ? t('address.found', { count }) : t('address.nothing');
  }
}

function Suggestion(props: { readonly suggestion: AddressSuggestion }) {
  const { suggestion } = props;
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const place = placeLabel(suggestion);
  return (
    <div>
      <Group gap={8} justify="space-between" wrap="nowrap" align="baseline">
        <Text size="sm" fw={600}>
          {formats.name(suggestion.streetNameNl, suggestion.streetNameFr)} {suggestion.houseNumber}
        </Text>
        <Text size="xs" c="dimmed" className={classes.place}>
          {place}
        </Text>
      </Group>
      <NeighbourhoodLine
        neighbourhoods={suggestion.neighbourhoods}
        placeKnown={suggestion.position !== null}
      />
      {suggestion.houseNumber !== '' && !suggestion.houseNumberKnown ? (
        <Text size="xs" className={classes.unknown}>
          {t('address.unknownNumber')}
        </Text>
      ) : null}
      {suggestion.position === null ? (
        <Text size="xs" className={classes.unknown}>
          {t('address.unknownPlace')}
        </Text>
      ) : null}
    </div>
  );
}

function keyOf(suggestion: AddressSuggestion | undefined): string | undefined {
  return suggestion && `${suggestion.streetId} ${suggestion.houseNumber}`;
}
