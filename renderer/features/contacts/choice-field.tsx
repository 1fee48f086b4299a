import { Input } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

import { choiceByLetter } from './choice-by-letter.ts';
import classes from './choice-field.module.css';

/**
 * One of a few: one key per letter, as in a list; the arrows move as in any radio group. What is optional
 * is taken back by choosing it once more, or with Delete.
 */
export function ChoiceField<Value extends string>(props: {
  readonly label: string;
  readonly values: readonly Value[];
  readonly textOf: (value: Value) => string;
  readonly value: Value | '';
  readonly onChange: (value: Value) => void;
  /** Makes the field optional: called when the choice is taken back. */
  readonly onClear?: () => void;
  readonly error: ReactNode;
}) {
  const { values, textOf, value, onChange, onClear } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);

  const jump = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (onClear && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      onClear();
      return;
    }
    const next = choiceByLetter(values, textOf, value, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onChange(next);
    box.current?.querySelector<HTMLInputElement>(`input[value="${next}"]`)?.focus();
  };

  return (
    <Input.Wrapper
      label={props.label}
      labelElement="div"
      withAsterisk={!onClear}
      error={props.error}
      labelProps={{ id: `${id}-label` }}
      errorProps={{ id: `${id}-error` }}
    >
      <div
        ref={box}
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        {...(onClear ? {} : { 'aria-required': true })}
        {...(props.error ? { 'aria-describedby': `${id}-error` } : {})}
        className={classes.choices}
        onKeyDown={jump}
      >
        {values.map((choice) => (
          <label key={choice} className={classes.choice}>
            <input
              type="radio"
              name={id}
              value={choice}
              checked={value === choice}
              onClick={() => {
                if (value === choice) onClear?.();
              }}
              onChange={() => {
                onChange(choice);
              }}
            />
            {textOf(choice)}
          </label>
        ))}
      </div>
    </Input.Wrapper>
  );
}
