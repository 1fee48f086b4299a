import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LANGUAGES, preferencesSchema } from '#shared/contract/desk.ts';

import { useAppearance } from '../../client/appearance.tsx';
import { useReporter } from '../../client/reporter.ts';

const SCHEMES = ['system', 'light', 'dark'] as const;
const ALL_LANGUAGES = ['system', ...LANGUAGES] as const;
const { language: languageSchema, colourScheme: colourSchemeSchema } = preferencesSchema.shape;

/** Language and light or dark, at once; the same menu before and after unlocking. */
export function AppearanceMenu() {
  const { t } = useTranslation();
  const { t: desk } = useTranslation('desk');
  const { preferences, change } = useAppearance();
  const report = useReporter();
  const [opened, setOpened] = useState(false);
  return (
    <Menu
      position="bottom-end"
      width={230}
      keepMounted={false}
      withInitialFocusPlaceholder={false}
      checkIcon={<IconCheck size={16} aria-hidden />}
      opened={opened}
      onChange={setOpened}
    >
      <Menu.Target>
        <Tooltip label={desk('appearance')} disabled={opened}>
          <ActionIcon variant="default" size={36} aria-label={desk('appearance')}>
            <IconLanguage size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={preferences.language}
          onChange={(language) => {
            report(change({ language: languageSchema.parse(language) }));
          }}
        >
          <Menu.Label>{t('language.label')}</Menu.Label>
          {ALL_LANGUAGES.map((language) => (
            <Menu.RadioItem
              key={language}
              value={language}
              {...(language === 'system' ? {} : { lang: language })}
              closeMenuOnClick
            >
              {t(`language.${language}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.RadioGroup
          value={preferences.colourScheme}
          onChange={(scheme) => {
            report(change({ colourScheme: colourSchemeSchema.parse(scheme) }));
          }}
        >
          <Menu.Label>{t('colourScheme.label')}</Menu.Label>
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
              {t(`colourScheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
