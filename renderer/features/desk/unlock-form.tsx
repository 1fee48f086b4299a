import { Avatar, Badge, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DeskState, Profile } from '#shared/contract/desk.ts';

import { acceptDeskState } from '../../client/desk-state.ts';
import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useCountdown } from '../../ui/use-countdown.ts';
import classes from './unlock-page.module.css';

/** Who is it, and their passphrase; after a wrong one the wait is counted down. */
export function UnlockForm(props: { readonly desk: DeskState }) {
  const { profiles, demoPassphrase, checkingFile } = props.desk;
  const { t } = useTranslation('desk');
  const client = useWorkbench();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const field = useRef<HTMLInputElement>(null);
  const [chosenId, setChosenId] = useState(lastOpened(profiles)?.id);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [wait, startWait] = useCountdown();
  const profileId = profiles.some(({ id }) => id === chosenId) ? chosenId : profiles[0]?.id;

  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (profileId === undefined || wait > 0 || busy) return;
    if (passphrase === '') {
      setProblem(t('unlock.passphraseMissing'));
      field.current?.focus();
      return;
    }
    setBusy(true);
    try {
      acceptDeskState(queries, await client.desk.unlock({ profileId, passphrase }));
    } catch (error) {
      const { data } = failureOf(error);
      setProblem(errorText(error));
      startWait(Number(data.retryAfterSeconds ?? 0));
      setBusy(false);
      field.current?.select();
    }
  };

  return (
    <form onSubmit={(event) => void unlock(event)} noValidate>
      <Stack gap="md">
        <fieldset className={classes.officers}>
          <legend className={classes.legend}>{t('unlock.who')}</legend>
          {profiles.map((profile) => (
            <OfficerChoice
              key={profile.id}
              profile={profile}
              checked={profile.id === profileId}
              onChoose={() => {
                setChosenId(profile.id);
                setPassphrase('');
                setProblem(undefined);
                field.current?.focus();
              }}
            />
          ))}
        </fieldset>
        <PasswordInput
          ref={field}
          label={t('passphrase')}
          value={passphrase}
          error={problem}
          aria-invalid={problem !== undefined}
          autoComplete="off"
          data-autofocus
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase') }}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        {demoPassphrase !== null && (
          <div className={classes.demo}>
            <span>
              {t('unlock.demo')} <code>{demoPassphrase}</code>
            </span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setPassphrase(demoPassphrase);
                setProblem(undefined);
                field.current?.focus();
              }}
            >
              {t('unlock.fill')}
            </Button>
          </div>
        )}
        <Button type="submit" fullWidth loading={busy} disabled={wait > 0}>
          {wait > 0 ? t('unlock.wait', { count: wait }) : t('unlock.do')}
        </Button>
        <Text size="sm" role="status">
          {checkingFile && t('unlock.checking')}
        </Text>
      </Stack>
    </form>
  );
}

function OfficerChoice(props: {
  readonly profile: Profile;
  readonly checked: boolean;
  readonly onChoose: () => void;
}) {
  const { displayName, lastOpenedAt, onlyHere } = props.profile;
  const { t } = useTranslation('desk');
  const formats = useFormats();
  return (
    <label className={classes.officer}>
      <input type="radio" name="officer" checked={props.checked} onChange={props.onChoose} />
      <Avatar name={displayName} color="harbour" size={36} aria-hidden />
      <div>
        <Text fw={600} size="sm">
          {displayName}
        </Text>
        <Text c="dimmed" size="xs">
          {lastOpenedAt === null
            ? t('unlock.never')
            : t('unlock.lastOpened', { when: formats.recentMoment(lastOpenedAt) })}
        </Text>
      </div>
      {onlyHere > 0 && (
        <Badge ml="auto" color="gray">
          {t('onlyHere', { count: onlyHere })}
        </Badge>
      )}
    </label>
  );
}

function lastOpened(profiles: readonly Profile[]): Profile | undefined {
  return profiles.toSorted((one, other) =>
    (other.lastOpenedAt ?? '').localeCompare(one.lastOpenedAt ?? ''),
  )[0];
}
