import {
  Button,
  Collapse,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

import { FEELINGS, SENSITIVITIES } from '#shared/domain/contacts/code-lists.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { PartyField } from '../parties/index.ts';
import { ChoiceField } from './choice-field.tsx';
import { ChoicesField } from './choices-field.tsx';
import type { QuickLogDefaults, QuickLogField, QuickLogForm } from './quick-log-model.ts';
import classes from './quick-log-more.module.css';

const USUAL_MINUTES = [5, 10, 15, 30, 60] as const;

/** Everything a contact may tell besides its four answers, folded away until somebody wants it. */
export function QuickLogMore(props: {
  readonly form: QuickLogForm;
  readonly defaults: QuickLogDefaults;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (part: Partial<QuickLogForm>) => void;
  readonly problem: (field: QuickLogField) => ReactNode;
}) {
  const { form, isOpen, onChange } = props;
  const { t } = useTranslation('contacts');
  const codes = useCodes();
  const id = useId();
  const day = form.day || dayOf(new Date().toISOString());
  const channel = form.channel ?? props.defaults.channel ?? '';
  const options = (list: 'channel' | 'language', value: string) => [
    { value: '', label: t('more.notSaid') },
    ...codes.on(list, day).map(({ code }) => ({ value: code, label: codes.name(list, code) })),
    // One that has ended since stays readable.
    ...(value === '' || codes.on(list, day).some(({ code }) => code === value)
      ? []
      : [{ value, label: codes.name(list, value) }]),
  ];
  const told = toldOf(form, channel === '' ? '' : codes.name('channel', channel));

  return (
    <div className={classes.more}>
      <Button
        variant="subtle"
        color="gray"
        fullWidth
        justify="flex-start"
        aria-expanded={isOpen}
        aria-controls={id}
        leftSection={
          isOpen ? (
            <IconChevronDown size={16} aria-hidden />
          ) : (
            <IconChevronRight size={16} aria-hidden />
          )
        }
        onClick={props.onToggle}
      >
        {t('more.title')}
        {!isOpen && (
          <Text span size="xs" ml="sm" truncate>
            {told}
          </Text>
        )}
      </Button>
      <Collapse expanded={isOpen} id={id} transitionDuration={0}>
        <Stack gap="md" p="md" pt="xs">
          <div data-field="summary">
            <Textarea
              label={t('form.summary')}
              description={t('form.summaryHint')}
              autosize
              minRows={3}
              maxRows={9}
              value={form.summary}
              error={props.problem('summary')}
              onChange={(event) => {
                onChange({ summary: event.currentTarget.value });
              }}
            />
          </div>
          <div data-field="parties">
            <PartyField
              label={t('more.parties')}
              hint={t('more.partiesHint')}
              chosen={form.parties}
              text={form.partyText}
              error={props.problem('parties')}
              onText={(partyText) => {
                onChange({ partyText });
              }}
              onChange={(parties) => {
                onChange({ parties, partyText: '' });
              }}
            />
          </div>
          <div className={classes.row}>
            <div data-field="channel">
              <NativeSelect
                label={t('more.channel')}
                data={options('channel', channel)}
                value={channel}
                error={props.problem('channel')}
                onChange={(event) => {
                  onChange({ channel: event.currentTarget.value });
                }}
              />
            </div>
            <div data-field="language">
              <NativeSelect
                label={t('more.language')}
                data={options('language', form.language)}
                value={form.language}
                error={props.problem('language')}
                onChange={(event) => {
                  onChange({ language: event.currentTarget.value });
                }}
              />
            </div>
          </div>
          <div data-field="duration">
            <Group gap="xs" align="flex-end" wrap="nowrap">
              <TextInput
                label={t('more.duration')}
                inputMode="numeric"
                autoComplete="off"
                w={190}
                flex="none"
                value={form.duration}
                error={props.problem('duration')}
                onChange={(event) => {
                  onChange({ duration: event.currentTarget.value });
                }}
              />
              {USUAL_MINUTES.map((minutes) => (
                <Button
                  key={minutes}
                  size="compact-sm"
                  variant="default"
                  mb={4}
                  aria-label={t('more.minutes', { count: minutes })}
                  onClick={() => {
                    onChange({ duration: String(minutes) });
                  }}
                >
                  {minutes}
                </Button>
              ))}
            </Group>
          </div>
          <div data-field="problems">
            <ChoicesField
              label={t('more.problems')}
              values={[
                ...new Set([...codes.on('problem', day).map(({ code }) => code), ...form.problems]),
              ]}
              textOf={(problem) => codes.name('problem', problem)}
              chosen={form.problems}
              error={props.problem('problems')}
              onChange={(problems) => {
                onChange({ problems });
              }}
            />
          </div>
          <div data-field="need">
            <Textarea
              label={t('more.need')}
              description={t('more.needHint')}
              autosize
              minRows={1}
              maxRows={5}
              value={form.need}
              error={props.problem('need')}
              onChange={(event) => {
                onChange({ need: event.currentTarget.value });
              }}
            />
          </div>
          <div data-field="feeling">
            <ChoiceField
              label={t('more.feeling')}
              values={FEELINGS}
              textOf={(feeling) => codes.name('feeling', feeling)}
              value={FEELINGS.find((feeling) => feeling === form.feeling) ?? ''}
              error={props.problem('feeling')}
              onChange={(feeling) => {
                onChange({ feeling });
              }}
              onClear={() => {
                onChange({ feeling: '' });
              }}
            />
          </div>
          <div data-field="assessment" className={classes.assessment}>
            <Textarea
              label={t('more.assessment')}
              description={
                <span className={classes.apart}>
                  <IconEyeOff size={14} aria-hidden />
                  {t('more.assessmentHint')}
                </span>
              }
              autosize
              minRows={2}
              maxRows={7}
              value={form.assessment}
              error={props.problem('assessment')}
              onChange={(event) => {
                onChange({ assessment: event.currentTarget.value });
              }}
            />
          </div>
          <div data-field="sensitivity">
            <ChoiceField
              label={t('more.sensitivity')}
              values={SENSITIVITIES}
              textOf={(sensitivity) => codes.name('sensitivity', sensitivity)}
              value={form.sensitivity}
              error={props.problem('sensitivity')}
              onChange={(sensitivity) => {
                onChange({ sensitivity });
              }}
              onClear={() => {
                onChange({ sensitivity: 'normal' });
              }}
            />
          </div>
        </Stack>
      </Collapse>
    </div>
  );

  function toldOf(told: QuickLogForm, channelName: string): string {
    const parts = [
      channelName,
      ...told.parties.map((party) => party.name),
      told.summary.trim(),
    ].filter((part) => part !== '');
    return parts.length === 0 ? t('more.hint') : parts.join(' · ');
  }
}
