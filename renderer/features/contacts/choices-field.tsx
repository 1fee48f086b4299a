import { Input } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import classes from './choice-field.module.css';

/** Several of a few: a row of check boxes that look like the choices of a {@link ChoiceField}. */
export function ChoicesField(props: {
  readonly label: string;
  readonly values: readonly string[];
  readonly textOf: (value: string) => string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error: ReactNode;
}) {
  const { chosen, onChange } = props;
  const id = useId();
  return (
    <Input.Wrapper
      label={props.label}
      labelElement="div"
      error={props.error}
      labelProps={{ id: `${id}-label` }}
      errorProps={{ id: `${id}-error` }}
    >
      <div
        role="group"
        aria-labelledby={`${id}-label`}
        {...(props.error ? { 'aria-describedby': `${id}-error` } : {})}
        className={classes.choices}
      >
        {props.values.map((value) => (
          <label key={value} className={classes.choice}>
            <input
              type="checkbox"
              value={value}
              checked={chosen.includes(value)}
              onChange={(event) => {
                onChange(
                  event.currentTarget.checked
                    ? [...chosen, value]
                    : chosen.filter((other) => other !== value),
                );
              }}
            />
            {props.textOf(value)}
          </label>
        ))}
      </div>
    </Input.Wrapper>
  );
}
