import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Code } from '#shared/domain/codes/code.ts';
import { addDays, type Day, dayOf } from '#shared/lib/dates.ts';

import { useErrorText } from '../../client/error-text.ts';
import { DayField } from '../../ui/day-field.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useChangeCodes } from './use-change-codes.tsx';

/** Ends a code on a day: the first day on which it can no longer be chosen. */
export function EndDialog(props: {
  readonly code: Code;
  readonly name: string;
  readonly onClosed: () => void;
}) {
  const { code, name } = props;
  const { t } = useTranslation('codes');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const errorText = useErrorText();
  const change = useChangeCodes();
  const [day, setDay] = useState<Day | ''>(() => {
    const today = dayOf(new Date().toISOString());
    return today > code.validFrom ? today : addDays(code.validFrom, 1);
  });
  const tooEarly = day !== '' && day <= code.validFrom;
  const end = useMutation({
    mutationFn: () =>
      change(
        [{ code, fields: { validTo: day } }],
        t('ended', { name, day: day === '' ? '' : formats.day(day) }),
      ),
    onSuccess: props.onClosed,
  });
  return (
    <Modal
      opened
      onClose={props.onClosed}
      title={t('endTitle', { name })}
      transitionProps={{ duration: 0 }}
    >
      <form
        noValidate
        onChange={() => {
          if (end.isError) end.reset();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== '' && !tooEarly) end.mutate();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('endText')}</Text>
          <DayField
            data-autofocus
            required
            label={t('endDay')}
            value={day}
            error={tooEarly && t('endTooEarly', { day: formats.day(code.validFrom) })}
            onChange={setDay}
          />
          {end.isError && <FailureNotice text={errorText(end.error)} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClosed}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={end.isPending} disabled={day === '' || tooEarly}>
              {t('end')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
