import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormats } from './formats.ts';

export interface NumberFieldProps extends Omit<
  NumberInputProps,
  | 'value'
  | 'onChange'
  | 'clampBehavior'
  | 'allowDecimal'
  | 'decimalSeparator'
  | 'allowedDecimalSeparators'
> {
  readonly min: number;
  /** Whether it has no decimals. */
  readonly whole?: boolean;
  readonly value: number | null;
  /** Null where nothing is written, or nothing that is a number. */
  readonly onChange: (value: number | null) => void;
}

/** Either is understood in every language: a separator that is left out makes another number. */
const DECIMAL_SEPARATORS = ['.', ','];

/**
 * A number. What is none yet, such as `12,` or `-`, stays as it is typed; one out of bounds, or with decimals
 * where there are none, is said to be so and handed on: it is never made into another, which nobody meant.
 */
export function NumberField({ value, onChange, error, whole, ...props }: NumberFieldProps) {
  const { min, max } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const isBeyond = value !== null && (value < min || (max !== undefined && value > max));
  const [least, most] = [formats.number(min), formats.number(max ?? 0)];
  const bounds =
    max === undefined ? t('numberAtLeast', { least }) : t('numberBetween', { least, most });
  const isBroken = whole === true && value !== null && !Number.isInteger(value);
  const wrong = isBeyond ? bounds : isBroken ? t('numberWhole') : undefined;
  return (
    <NumberInput
      {...props}
      decimalSeparator={formats.decimalSeparator}
      allowedDecimalSeparators={DECIMAL_SEPARATORS}
      clampBehavior="none"
      // A number that came from elsewhere meanwhile has taken the place of the text.
      value={typed !== '' && (numberOf(typed) ?? 0) === (value ?? 0) ? typed : (value ?? '')}
      error={typeof error === 'string' ? error : (wrong ?? error)}
      onChange={(next) => {
        setTyped(typeof next === 'string' ? next : '');
        onChange(typeof next === 'string' ? numberOf(next) : next);
      }}
    />
  );
}

function numberOf(text: string): number | null {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
}
