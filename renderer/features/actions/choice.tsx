import { NativeSelect, type NativeSelectProps } from '@mantine/core';

import type { CodeList } from '#shared/domain/codes/code.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useOfficers } from './queries.ts';

interface ChoiceProps extends Omit<NativeSelectProps, 'value' | 'onChange' | 'data'> {
  readonly value: string | null;
  /** What stands for none; without it something is always chosen. */
  readonly none?: string;
  readonly onChange: (value: string | null) => void;
}

/** A code of one of the zone's lists. */
export function CodeChoice({
  list,
  none,
  value,
  onChange,
  ...rest
}: ChoiceProps & { readonly list: CodeList }) {
  const codes = useCodes();
  const valid = codes.on(list, dayOf(new Date().toISOString())).map(({ code }) => code);
  const all = value === null || valid.includes(value) ? valid : [...valid, value];
  return (
    <NativeSelect
      {...rest}
      value={value ?? ''}
      data={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...all.map((code) => ({ value: code, label: codes.name(list, code) })),
      ]}
      onChange={(event) => {
        onChange(event.currentTarget.value || null);
      }}
    />
  );
}

/** A member of the team. */
export function OfficerChoice({
  none,
  value,
  onChange,
  ...rest
}: ChoiceProps & { readonly value: Id | null }) {
  const officers = useOfficers();
  return (
    <NativeSelect
      {...rest}
      value={value ?? ''}
      data={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...officers.all.map(({ id, displayName }) => ({ value: id, label: displayName })),
      ]}
      onChange={(event) => {
        onChange(event.currentTarget.value || null);
      }}
    />
  );
}
