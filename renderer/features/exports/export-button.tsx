import { Button, Checkbox, Group, Modal, Progress, Radio, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LONGEST_RECIPIENT } from '#shared/contract/exports.ts';
import type { ContactView } from '#shared/domain/contacts/contact-view.ts';
import { isHandOut, mayLeave } from '#shared/domain/contacts/hand-out.ts';

import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { ShortText } from '../../ui/short-text.tsx';
import { searchOf } from '../views/index.ts';
import { type Included, useExportWords } from './export-words.ts';
import { type ExportState, useExport } from './use-export.ts';

const KINDS = ['csv', 'geojson', 'print'] as const;
type Kind = (typeof KINDS)[number];

/** Exports exactly what the list shows: its filter, order, columns and language. */
export function ExportButton(props: { readonly view: ContactView; readonly total: number }) {
  const { t } = useTranslation('exports');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        h={30}
        leftSection={<IconDownload size={16} aria-hidden />}
        disabled={props.total === 0}
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('menu')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => {
          setOpened(false);
        }}
        title={t('title')}
      >
        <ExportForm {...props} />
      </Modal>
    </>
  );
}

function ExportForm(props: { readonly view: ContactView; readonly total: number }) {
  const { view, total } = props;
  const { t } = useTranslation('exports');
  const formats = useFormats();
  const navigate = useNavigate();
  const words = useExportWords(view);
  const { state, start, stop } = useExport();
  const [kind, setKind] = useState<Kind>('csv');
  const [include, setInclude] = useState<Included>({ restricted: false, assessments: false });
  const [typed, setTyped] = useState('');
  const isWorking = state.step === 'working';
  // Where it is said whom it is for, the tick says why it cannot be set.
  const isWithheld = isHandOut(typed);

  const make = (): void => {
    const recipient = typed.trim();
    if (kind === 'print') {
      const search = { ...searchOf(view), ...include, recipient };
      void navigate({ to: '/contacts-print', search });
      return;
    }
    const { language } = formats;
    const about = words(include, recipient);
    start({ format: kind, view, language, include, recipient, words: about });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('intro', { count: total, total: formats.number(total) })}</Text>
        <Radio.Group
          label={t('format')}
          value={kind}
          onChange={(value) => {
            setKind(KINDS.find((one) => one === value) ?? 'csv');
          }}
        >
          <Stack gap="xs" mt="xs">
            {KINDS.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(one)}
                description={t(`${one}Hint`)}
                disabled={isWorking}
              />
            ))}
          </Stack>
        </Radio.Group>
        {(['restricted', 'assessments'] as const).map((what) => (
          <Checkbox
            key={what}
            label={t(what)}
            description={t(
              what === 'assessments' && isWithheld ? 'assessmentsWithheld' : `${what}Hint`,
            )}
            checked={include[what]}
            disabled={isWorking || (what === 'assessments' && isWithheld)}
            onChange={(event) => {
              setInclude({ ...include, [what]: event.currentTarget.checked });
            }}
          />
        ))}
        <ShortText
          label={t('recipient')}
          description={t('recipientHint')}
          value={typed}
          most={LONGEST_RECIPIENT}
          disabled={isWorking}
          onText={(text) => {
            setTyped(text);
            setInclude(mayLeave(include, text));
          }}
        />
        <Outcome state={state} />
        <Group justify="flex-end" gap="xs">
          {isWorking && (
            <Button variant="default" onClick={stop}>
              {t('stop')}
            </Button>
          )}
          <Button type="submit" loading={isWorking}>
            {t(kind === 'print' ? 'show' : 'make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Outcome({ state }: { readonly state: ExportState }) {
  const { t } = useTranslation('exports');
  const formats = useFormats();
  return (
    <>
      <div role="status">
        {state.step === 'working' && (
          <Stack gap={4}>
            <Progress
              value={state.total === 0 ? 100 : (state.done / state.total) * 100}
              animated={state.total === 0}
              aria-label={t('working')}
            />
            <Text size="xs" c="dimmed">
              {t('progress', {
                done: formats.number(state.done),
                total: formats.number(state.total),
              })}
            </Text>
          </Stack>
        )}
        {state.step === 'stopped' && <Text size="sm">{t('stopped')}</Text>}
        {state.step === 'done' && (
          <Text size="sm">
            {t('done', { name: state.result.fileName, size: formats.size(state.result.size) })}{' '}
            {t('rows', { count: state.result.rows, total: formats.number(state.result.rows) })}{' '}
            {state.result.withoutPlace > 0 &&
              t('withoutPlace', {
                count: state.result.withoutPlace,
                total: formats.number(state.result.withoutPlace),
              })}
          </Text>
        )}
      </div>
      {state.step === 'failed' && <FailureNotice text={state.problem} />}
    </>
  );
}
