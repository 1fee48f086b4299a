import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import {
  type Code,
  type CodeFields,
  codeFieldsSchema,
  type CodeList,
  isClosedList,
  LONGEST_CODE_NAME,
  REASON_FAMILIES,
} from '#shared/domain/codes/code.ts';
import { type Day, dayOf, OPEN_END } from '#shared/lib/dates.ts';

import { useErrorText } from '../../client/error-text.ts';
import { refresh } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { FormModal } from '../../ui/form-modal.tsx';
import { ShortText } from '../../ui/short-text.tsx';
import { fieldsOf, useChangeCodes } from './use-change-codes.tsx';

interface CodeDialogProps {
  readonly list: CodeList;
  /** The code to word anew; undefined for a new one. */
  readonly code: Code | undefined;
  /** Where a new code goes. */
  readonly position: number;
  readonly onClosed: () => void;
}

/** Words a code, or adds one: three names, for a reason its colours, and from when it holds. */
export function CodeDialog(props: CodeDialogProps) {
  const { list, code } = props;
  const { t } = useTranslation('codes');
  const { t: common } = useTranslation();
  const { t: map } = useTranslation('map');
  const errorText = useErrorText();
  const client = useWorkbench();
  const queries = useQueryClient();
  const change = useChangeCodes();
  const [fields, setFields] = useState<CodeFields>(() =>
    code ? fieldsOf(code) : newFields(props),
  );
  const [asked, setAsked] = useState(false);
  const put = (part: Partial<CodeFields>): void => {
    setFields((now) => ({ ...now, ...part }));
  };
  const nameless = fields.nameNl.trim() === '';
  const dayless = fields.validFrom === '';

  const save = useMutation({
    mutationFn: async () => {
      const said = codeFieldsSchema.parse(fields);
      if (code) await change([{ code, fields: said }], t('changed', { name: said.nameNl }));
      else {
        await client.codes.add({ list, fields: said });
        await refresh(queries, ['codes']);
      }
    },
    onSuccess: props.onClosed,
  });
  return (
    <FormModal
      opened
      onClose={props.onClosed}
      title={code ? t('word', { name: code.nameNl }) : t('addTo', { list: t(`list.${list}`) })}
      transitionProps={{ duration: 0 }}
    >
      <form
        noValidate
        onChange={() => {
          if (save.isError) save.reset();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!nameless && !dayless) save.mutate();
        }}
      >
        <Stack gap="md">
          <ShortText
            data-autofocus
            required
            label={t('nameNl')}
            most={LONGEST_CODE_NAME}
            value={fields.nameNl}
            error={asked && nameless && t('nameMissing')}
            onText={(text) => {
              put({ nameNl: text });
            }}
          />
          <ShortText
            label={t('nameFr')}
            description={t('nameHint')}
            most={LONGEST_CODE_NAME}
            value={fields.nameFr}
            onText={(text) => {
              put({ nameFr: text });
            }}
          />
          <ShortText
            label={t('nameEn')}
            description={t('nameHint')}
            most={LONGEST_CODE_NAME}
            value={fields.nameEn}
            onText={(text) => {
              put({ nameEn: text });
            }}
          />
          {list === 'contact-reason' && (
            <NativeSelect
              label={t('family')}
              description={t('familyHint')}
              data={REASON_FAMILIES.map((value) => ({ value, label: map(`family.${value}`) }))}
              value={fields.family}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                put({ family: REASON_FAMILIES.find((known) => known === chosen) ?? '' });
              }}
            />
          )}
          {!isClosedList(list) && (
            <DayField
              required
              label={t('validFrom')}
              value={fields.validFrom}
              error={asked && dayless && t('dayMissing')}
              onChange={(day: Day | '') => {
                put({ validFrom: day });
              }}
            />
          )}
          {code && (
            <Text size="xs" c="dimmed">
              {t('keeps')}
            </Text>
          )}
          {save.isError && <FailureNotice text={errorText(save.error)} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClosed}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {common('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormModal>
  );
}

function newFields({ list, position }: CodeDialogProps): CodeFields {
  return {
    nameNl: '',
    nameFr: '',
    nameEn: '',
    family: list === 'contact-reason' ? 'town' : '',
    position,
    validFrom: dayOf(new Date().toISOString()),
    validTo: OPEN_END,
  };
}
