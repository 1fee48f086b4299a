import { Group, Text, Title } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DeskState } from '#shared/contract/desk.ts';

import { AppearanceMenu } from './appearance-menu.tsx';
import { CreateProfileForm } from './create-profile-form.tsx';
import { RestoreForm } from './restore-form.tsx';
import { UnlockForm } from './unlock-form.tsx';
import classes from './unlock-page.module.css';

type Step = 'unlock' | 'create' | 'restore';

/** Before anybody is at work: open a file, make one, or bring one back from a backup. */
export function UnlockPage(props: { readonly desk: DeskState }) {
  const { desk } = props;
  const { t } = useTranslation('desk');
  const [chosen, setStep] = useState<Step>('unlock');
  // On a brand-new desk there is nothing to unlock.
  const step = chosen === 'unlock' && desk.profiles.length === 0 ? 'create' : chosen;
  const isNew = desk.profiles.length === 0;
  return (
    <div className={classes.screen}>
      <aside className={classes.side} aria-label="Wijkwerk">
        <Group gap="sm" className={classes.brand}>
          <IconBuildingCommunity size={30} stroke={1.6} aria-hidden />
          Wijkwerk
        </Group>
        <div>
          <p className={classes.promise}>{t('side.promise')}</p>
          <p className={classes.keep}>{t('side.keep')}</p>
        </div>
        <p className={classes.version}>{t('side.version', { version: desk.appVersion })}</p>
      </aside>
      <main className={classes.main}>
        <div className={classes.corner}>
          <AppearanceMenu />
        </div>
        <div className={classes.form}>
          <Title order={1} mb={4}>
            {t(isNew && step === 'create' ? 'welcome' : `${step}.title`)}
          </Title>
          <Text c="dimmed" size="sm" mb="lg">
            {t(isNew && step === 'create' ? 'welcomeText' : `${step}.text`)}
          </Text>
          {step === 'unlock' && <UnlockForm desk={desk} />}
          {step === 'create' && <CreateProfileForm />}
          {step === 'restore' && <RestoreForm />}
          <Group gap="lg" mt="xl" pt="md" className={classes.others}>
            {(['unlock', 'create', 'restore'] as const)
              .filter((other) => other !== step && !(other === 'unlock' && isNew))
              .map((other) => (
                <button
                  key={other}
                  type="button"
                  className={classes.other}
                  onClick={() => {
                    setStep(other);
                  }}
                >
                  {t(`${other}.link`)}
                </button>
              ))}
          </Group>
        </div>
      </main>
    </div>
  );
}
