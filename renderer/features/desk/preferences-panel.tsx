import { NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { LANGUAGES, preferencesSchema } from '#shared/contract/desk.ts';

import { useAppearance } from '../../client/appearance.tsx';
import { useReporter } from '../../client/reporter.ts';
import { Panel } from '../../ui/panel.tsx';

const { language: languageSchema, colourScheme: colourSchemeSchema } = preferencesSchema.shape;

export function PreferencesPanel() {
  const { t } = useTranslation('desk');
  const { t: common } = useTranslation();
  const { preferences, change } = useAppearance();
  const report = useReporter();
  return (
    <Panel title={t('appearance')}>
      <Stack gap="sm">
        <NativeSelect
          label={common('language.label')}
          value={preferences.language}
          data={(['system', ...LANGUAGES] as const).map((value) => ({
            value,
            label: common(`language.${value}`),
          }))}
          onChange={(event) => {
            report(change({ language: languageSchema.parse(event.currentTarget.value) }));
          }}
        />
        <NativeSelect
          label={common('colourScheme.label')}
          value={preferences.colourScheme}
          data={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: common(`colourScheme.${value}`),
          }))}
          onChange={(event) => {
            report(change({ colourScheme: colourSchemeSchema.parse(event.currentTarget.value) }));
          }}
        />
      </Stack>
    </Panel>
  );
}
