import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { StreetProfile } from '#shared/contract/street-profile.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './charts.module.css';
import { usePeriodWords } from './use-period-words.ts';

/** Which facts were recorded, those that police found beside the others. */
export function FactKindsPanel(props: { readonly profile: StreetProfile }) {
  const { kinds, counted } = props.profile;
  const { t } = useTranslation('streets');
  const codes = useCodes();
  const formats = useFormats();
  const period = usePeriodWords();
  if (kinds.length === 0) return null;
  return (
    <Panel title={t('kinds.title')}>
      <Text size="xs" c="dimmed">
        {t('kinds.hint', { period: period(counted) })}
      </Text>
      <div className={classes.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('kinds.kind')}</th>
              <th scope="col">{t('facts.count')}</th>
              <th scope="col">{t('facts.police')}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ code, count, police }) => (
              <tr key={code}>
                <th scope="row">{codes.name('fact-kind', code)}</th>
                <td>{formats.number(count)}</td>
                <td>{formats.number(police)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
