import { useCallback, useMemo } from 'react';
import { z } from 'zod';

import { type DialogDraft, useDialogDraft } from './use-dialog-draft.ts';

type Texts = Readonly<Record<string, string>>;

/** A dialog's draft that keeps what was chosen as well as what was typed. */
export interface FormDraft<Form extends Texts, Choices> extends DialogDraft<Form> {
  readonly choices: Choices;
  choose(part: Partial<Choices>): void;
}

/** What stands before the name of a choice in the draft; its value is JSON. */
const CHOICE = 'choice.';

/**
 * As {@link useDialogDraft}, for a form with figures, days, lists and ticks beside its texts: the draft keeps those that
 * somebody gave a value, and leaves the others as they are at first.
 *
 * @param schema what each choice may be; one that a draft kept otherwise is as at first.
 * @param initial what the choices are at first; it may differ at every drawing.
 */
export function useFormDraft<Form extends Texts, Shape extends z.ZodRawShape>(
  kind: string,
  about: string,
  empty: Form,
  schema: z.ZodObject<Shape>,
  initial: z.infer<z.ZodObject<Shape>>,
): FormDraft<Form, z.infer<z.ZodObject<Shape>>> {
  const noChoices = useMemo(
    () => Object.fromEntries(Object.keys(schema.shape).map((name) => [CHOICE + name, ''])),
    [schema],
  );
  const { form, change, ...draft } = useDialogDraft<Texts>(kind, about, { ...empty, ...noChoices });
  const kept = keptChoices(schema, form);
  const choose = useCallback(
    (part: object): void => {
      change(choicesAsTexts(part));
    },
    [change],
  );
  return {
    ...draft,
    change,
    form: textsOf(empty, form),
    choices: { ...initial, ...kept },
    choose,
  };
}

/** The texts of a form, by the fields of an empty one. */
function textsOf<Form extends Texts>(empty: Form, form: Texts): Form {
  const texts = Object.keys(empty).map((field) => [field, form[field] ?? '']);
  return { ...empty, ...Object.fromEntries(texts) };
}

/** How choices stand in a draft. */
export function choicesAsTexts(choices: object): Texts {
  return Object.fromEntries(
    Object.entries(choices).map(([name, value]) => [CHOICE + name, JSON.stringify(value)]),
  );
}

/** The choices that a draft kept, without those that its form does not know any more. */
export function keptChoices<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  form: Texts,
): Partial<z.infer<z.ZodObject<Shape>>> {
  const choices = Object.entries(schema.shape).flatMap(([name, field]) => {
    const kept = z.safeParse(field, parsed(form[CHOICE + name] ?? ''));
    return kept.success && kept.data !== undefined ? [[name, kept.data] as const] : [];
  });
  return Object.fromEntries(choices) as Partial<z.infer<z.ZodObject<Shape>>>;
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
